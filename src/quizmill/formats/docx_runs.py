"""The text of a paragraph in runs of one look, as coded text; what has no place in it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

import msgspec

from quizmill.formats import omml
from quizmill.formats.coded import bare, end, tag, within
from quizmill.formats.docx_package import Package
from quizmill.formats.docx_styles import Look, Styles, look_of
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report

_CHECKED, _UNCHECKED = "☒", "☐"
_SIGNS = {  # of fonts that draw signs in the places of letters, by the last two digits
    "wingdings": {"FE": "☑", "FD": "☒", "FC": "✓", "FB": "✗", "A8": "☐", "6F": "☐", "A1": "○", "71": "☐"},
    "wingdings 2": {"52": "☑", "50": "✓", "51": "☒", "A3": "☐", "4F": "✗", "35": "☐"},
    "symbol": {"B0": "°", "B1": "±", "B4": "×", "B8": "÷", "A3": "≤", "B3": "≥", "B9": "≠", "AE": "→"},
}
_GREEK = dict(zip("abcdefghklmnoprstuwxyzCDFGLPQSWY", "αβχδεφγηκλμνοπρστυωξψζΧΔΦΓΛΠΘΣΩΨ", strict=True))
_COLOURS = ("mark", "font")  # whose tags carry which colour: `mark-yellow`
_DRAWN = re.compile("[\uf020-\uf0ff]")
_OUTSIDE = {
    "w-footnoteReference": "a note at the foot of the page is left out",
    "w-endnoteReference": "a note at the end is left out",
    "w-commentReference": "what is commented beside the text is left out",
}
_DROPPED = {"w-del", "w-moveFrom", "w-pPr", "w-rPr", "w-instrText", "w-delText", "w-sdtPr", "w-sdtEndPr"}


def is_colour(tag_name: str) -> bool:
    """Whether the name of a tag says a colour, which no markup has."""
    return tag_name.partition("-")[0] in _COLOURS


class Run(msgspec.Struct, frozen=True):
    """Letters of one look, or what is coded already: a formula, a picture."""

    text: str
    look: tuple[str, ...] = ()
    is_coded: bool = False

    @property
    def coded(self) -> str:
        """The text within the tags of its look."""
        return within(self.text, self.look) if self.text.strip() else self.text


class Runs:
    """Reads the paragraphs of one document."""

    def __init__(self, package: Package, styles: Styles, pictures: Pictures, report: Report) -> None:
        self._package = package
        self._styles = styles
        self._pictures = pictures
        self._report = report
        self._place = ""

    def of(self, paragraph: Element, style: str, place: str) -> Iterator[Run]:
        """The runs of a paragraph of that *style*; *place* is what a report calls it."""
        self._place = place
        yield from self._inside(paragraph, self._styles.look(style))

    def _inside(self, parent: Iterable[Element], look: Look) -> Iterator[Run]:
        for node in parent:
            match node.tag:
                case "w-r":
                    yield from self._run(node, look)
                case "m-oMath":
                    told, said = omml.latex(node), bare(omml.said(node))
                    yield Run(tag("math", alttext=told) + said + end("math"), is_coded=True)
                case "w-sdt":
                    yield from self._control(node, look)
                case "mc-AlternateContent":
                    yield from self._inside(_alternative(node), look)
                case dropped if dropped in _DROPPED:
                    continue
                case _:
                    yield from self._inside(node, look)

    def _control(self, node: Element, look: Look) -> Iterator[Run]:
        box = node.find("w-sdtPr/w14-checkbox/w14-checked")
        content = node.find("w-sdtContent")
        if box is not None:
            yield Run(_UNCHECKED if box.get("w14-val", "0") in ("0", "false") else _CHECKED)
        elif content is not None:
            yield from self._inside(content, look)

    def _run(self, run: Element, look: Look) -> Iterator[Run]:
        properties = run.find("w-rPr")
        style = None if properties is None else properties.find("w-rStyle")
        named = self._styles.look(style.get("w-val", "")) if style is not None else {}
        told = look | named | look_of(properties)
        hidden = told.pop("hidden", "")
        shift = told.pop("shift", "")
        named_so = (f"{name}-{value}" if name in _COLOURS else name for name, value in told.items() if value)
        tags = (*sorted(named_so), *([shift] if shift else []))
        for node in run:
            for found in self._piece(node, look):
                if hidden and found.text.strip():
                    self._lost("hidden text is left out", found.text)
                elif not hidden:
                    yield found if found.is_coded else Run(found.text, tags)

    def _piece(self, node: Element, look: Look) -> Iterator[Run]:
        match node.tag:
            case "w-t":
                yield Run(_with_signs(node.text or ""))
            case "w-tab" | "w-ptab":
                yield Run("    ")
            case "w-br" | "w-cr":
                yield Run("\n")
            case "w-noBreakHyphen":
                yield Run("\u2011")
            case "w-sym":
                yield Run(_symbol(node))
            case "w-drawing" | "w-pict" | "w-object":
                yield from self._drawn(node)
            case "mc-AlternateContent":
                for each in _alternative(node):
                    yield from self._piece(each, look)
            case _ if node.tag in _OUTSIDE:
                self._lost(_OUTSIDE[node.tag], "")
            case _:
                return

    def _drawn(self, node: Element) -> Iterator[Run]:
        """A picture; of a box of text and of other drawings it is told that they are lost."""
        for box in node.iter("w-txbxContent"):
            text = " ".join("".join(each.text or "" for each in box.iter("w-t")).split())
            self._lost("a box of text beside the lines is left out", text)
        shown = [each.get("r-embed") or each.get("r-link") for each in node.iter("a-blip")]
        shown += [each.get("r-id") for each in node.iter("v-imagedata")]
        about = next(node.iter("wp-docPr"), Element("none"))
        alt = about.get("descr") or about.get("title") or ""
        for relation in shown:
            target = self._package.target(relation or "")
            if self._pictures.kept(target):
                yield Run(tag("img", src=target, alt=alt), is_coded=True)
            else:
                self._lost("a picture is not in the file, or is none", alt or target[:80])
        if not shown and not any(node.iter("w-txbxContent")):
            self._lost("a drawing is left out", alt)

    def _lost(self, rule: str, was: str) -> None:
        self._report.lost(self._place, "text", rule, was)


def _alternative(node: Element) -> Iterator[Element]:
    """What is to be shown by who knows the newest; else by others."""
    choices = [*node.findall("mc-Choice"), *node.findall("mc-Fallback")]
    for choice in choices[:1]:
        yield from choice


def _with_signs(text: str) -> str:
    """Letters of a font of signs are in Unicode's private use; those of Symbol are Greek."""
    return _DRAWN.sub(lambda found: _sign("symbol", f"{ord(found[0]):04X}"), bare(text))


def _symbol(node: Element) -> str:
    return _sign(node.get("w-font", "").lower(), node.get("w-char", "").upper())


def _sign(font: str, code: str) -> str:
    if found := _SIGNS.get(font, {}).get(code[-2:]):
        return found
    try:
        plain = chr(int(code[-2:], 16)) if code.startswith("F0") else chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if font == "symbol":
        return _GREEK.get(plain, plain)
    return "" if font.startswith("wingdings") else bare(plain)
