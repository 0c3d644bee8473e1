"""The texts of one item of QTI 1.2 as our markup, with the pictures that they show."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from quizmill.bank.guard import unquoted
from quizmill.formats.canvas_files import ShownFiles
from quizmill.formats.from_html import from_html
from quizmill.formats.in_markup import literal
from quizmill.formats.report import Report

_EQUATION = re.compile(r"<img\b[^>]*\bequation_image\b[^>]*>", re.IGNORECASE)
_TEX = (
    re.compile(r"data-equation-content=(?P<sign>[\"'])(?P<tex>.*?)(?P=sign)", re.DOTALL),
    re.compile(r"alt=(?P<sign>[\"'])LaTeX: ?(?P<tex>.*?)(?P=sign)", re.DOTALL),
    re.compile(r"title=(?P<sign>[\"'])(?P<tex>.*?)(?P=sign)", re.DOTALL),
    re.compile(r"/equation_images/(?P<tex>[^\"'?]*)"),
)
_SOURCE = re.compile(r"(?<=\bsrc=)(?P<sign>[\"'])(?P<path>.*?)(?P=sign)", re.DOTALL)
# What only HTML says, in a text that names no type: a tag that closes, or one with nothing in it.
_TAGGED = re.compile(r"</(?:p|div|span|b|i|em|strong|sub|sup|u|li|a|code|pre)>|<(?:br|img)\b[^>]*>", re.I)
_INLINE = frozenset("flow flow_mat flow_label presentation rubric".split())  # which only hold materials


class QtiTexts:
    """Reads the texts of one `item` element; what cannot be kept of them is told."""

    def __init__(self, item: Element, called: str, report: Report, files: ShownFiles) -> None:
        self.item = item
        self.called = called
        self.report = report
        self._files = files

    def about(self, *labels: str) -> str:
        """What the item's metadata say of it under the first of the *labels* that they have."""
        told: dict[str, str] = {}
        for field in (*self.item.iter("qtimetadatafield"), *self.item.iter("qti_metadatafield")):
            told.setdefault((field.findtext("fieldlabel") or "").strip(), field.findtext("fieldentry") or "")
        for each in self.item.iterfind("itemmetadata/*"):
            told.setdefault(each.tag, each.text or "")
        return next((told[label].strip() for label in labels if told.get(label, "").strip()), "")

    def prompt(self, gap: str = "") -> str:
        """What is asked; *gap* stands, with its number, for what is typed within the text."""
        return self.shown(self.asked(gap), "prompt")

    def asked(self, gap: str = "") -> str:
        """What is asked, as HTML."""
        parts = list(_parts(self.item.find("presentation")))
        written, number = [], 0
        for part in parts:
            number += part is None
            written.append((gap.format(number) if gap else "") if part is None else _as_html(part))
        texts = [each for each in written if each]
        return "".join(texts if gap or len(texts) < 2 else (f"<div>{each}</div>" for each in texts))

    def markup(self, holder: Element | None, field: str) -> str:
        """The text of an element's own materials as markup; *field* is what the report calls it."""
        materials = [] if holder is None else [part for part in _parts(holder) if part is not None]
        if len(materials) == 1 and (bare := _bare(materials[0])) is not None:
            return literal(bare)
        return self.shown("".join(map(_as_html, materials)), field)

    def shown(self, written: str, field: str) -> str:
        """HTML as markup."""
        written = _EQUATION.sub(_formula, written)
        written = _SOURCE.sub(lambda each: f'"{html.escape(self._files.named(each["path"]))}"', written)
        return from_html(
            written,
            lambda rule, was: self.report.changed(self.called, field, rule, was),
            self._files.pictures,
        )


def _parts(holder: Element | None) -> Iterator[Element | None]:
    """The materials of an element in their order; None for a place where something is typed."""
    for each in () if holder is None else holder:
        if each.tag == "material":
            yield each
        elif each.tag in ("response_str", "response_num"):
            yield None
        elif each.tag in _INLINE:
            yield from _parts(each)


def _bare(material: Element) -> str | None:
    """The text of a material that is nothing but text; None for what is HTML, or shows something."""
    if len(material) != 1 or material[0].tag != "mattext" or _is_html(material[0]):
        return None
    return material[0].text or ""


def _is_html(text: Element) -> bool:
    told = text.get("texttype") or text.get("type") or ""
    if told:
        return "html" in told.lower() or told == "SMART_TEXT"
    return len(text) > 0 or _TAGGED.search(text.text or "") is not None


def _as_html(material: Element) -> str:
    """A material as HTML."""
    return "".join(_piece(each) for each in material.iter())


def _piece(each: Element) -> str:
    match each.tag:
        case "mattext" | "mat_formattedtext" | "matemtext":
            inside = "".join(ElementTree.tostring(child, encoding="unicode") for child in each)
            text = each.text or ""
            return (html.escape(text) if inside or not _is_html(each) else text) + inside
        case "matimage":
            source = each.get("uri") or each.get("label") or ""
            return f'<img src="{html.escape(source)}" alt="{html.escape(each.get("label", ""))}">'
        case "matbreak":
            return "<br>"
        case "mataudio" | "matvideo":
            return f'<audio src="{html.escape(each.get("uri", ""))}"></audio>'
        case _:
            return ""


def _formula(found: re.Match[str]) -> str:
    """A formula that Canvas shows as a picture, as its source."""
    for where in _TEX:
        if (told := where.search(found[0])) and told["tex"].strip():
            tex = html.unescape(told["tex"].strip())
            source = unquoted(unquoted(tex)) if where is _TEX[-1] else tex
            return html.escape(rf"\({source}\)")
    return found[0]
