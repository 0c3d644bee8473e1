"""An empty document: its page, its styles and its language; and a finished one as bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
import msgspec
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor
from msgspec.structs import replace

from quizmill.compose.paper import Paper
from quizmill.export.docx.edited import stamp
from quizmill.export.docx.xml import element, literal
from quizmill.export.paper.look import LARGE, NORMAL, Looks
from quizmill.export.paper.page_layout import MARGIN, SIZES, Sheet
from quizmill.export.paper.question import hang
from quizmill.export.paper.worksheet_options import WorksheetOptions

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file knows
_WRITTEN = datetime(1980, 1, 1)
_GREY = RGBColor(0x59, 0x59, 0x59)
_FACE, _MONOSPACE = "Calibri", "Courier New"
_SPACING, _LEADING = 1.15, 1.4  # of the lines, and what comes of it, in units of the type size
_REGIONS = {
    "ar": "SA", "da": "DK", "de": "DE", "en": "US", "es": "ES", "fa": "IR", "fr": "FR", "he": "IL",
    "hi": "IN", "it": "IT", "ja": "JP", "ko": "KR", "nl": "NL", "pl": "PL", "pt": "PT", "ru": "RU",
    "sv": "SE", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip
_EASTERN = ("zh", "ja", "ko")
_FROM_RIGHT = ("ar", "fa", "he", "ps", "sd", "ug", "ur", "yi")


class Measures(msgspec.Struct, frozen=True):
    """The room of a document; lengths in points."""

    looks: Looks
    width: float  # of the text, margin to margin
    column: float  # of a column of it
    hang: float  # what the numbers of questions hang in


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How a style sets its paragraphs; lengths in points."""

    size: float
    left: float = 0.0
    hanging: float = 0.0
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    italic: bool = False
    grey: bool = False
    right_tab: float = 0.0


def blank(
    options: WorksheetOptions, paper: Paper, *, large: bool = False, columns: int = 1
) -> tuple[Any, Measures]:
    """A document without a word on paper as *options* have it, and its measures."""
    document = docx.Document()
    looks = LARGE if large else NORMAL
    width, height = SIZES[options.size]
    sheet = Sheet(options.size, looks.small, columns)
    measures = Measures(looks, sheet.measure, sheet.column, hang(len(paper.exercises)) * looks.scale)
    section = document.sections[0]
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Emu(Pt(MARGIN))
    section.top_margin, section.bottom_margin = Pt(51), Pt(62)
    _set_styles(document, measures)
    _set_language(document, paper.language)
    _modern(document)
    return document, measures


def from_right(language: str) -> bool:
    """Whether the language is written from right to left."""
    return language.partition("-")[0] in _FROM_RIGHT


def _set_styles(document: Any, measures: Measures) -> None:
    styles, looks, scale = document.styles, measures.looks, measures.looks.scale
    above = looks.heading.size
    _style(document, "Normal", Look(size=looks.body.size))
    _style(document, "Heading 1", Look(size=looks.title.size, bold=True, right_tab=measures.width))
    _style(document, "Heading 2", Look(size=above, bold=True, before=16 * scale, right_tab=measures.column))
    for name, look in (_of_sheets(measures) | _of_keys(measures)).items():
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        _style(document, name, look)
    _set_face(styles["Normal"], _FACE)
    for code in (styles["Listing"], styles.add_style("Code", WD_STYLE_TYPE.CHARACTER)):
        _set_face(code, _MONOSPACE)
        code.font.no_proof = True
    styles["Listing"].element.get_or_add_pPr().insert(0, element("w:bidi", val=0))
    for name in (
        "Option",
        "Left Side",
        "Right Side",
    ):  # whose letter stands at the top of a picture beside it
        styles[name].element.get_or_add_pPr().append(element("w:textAlignment", val="top"))


def _of_sheets(measures: Measures) -> dict[str, Look]:
    looks, scale, left = measures.looks, measures.looks.scale, measures.hang
    body, ordinary, option = looks.body.size, looks.scale == 1, 34.0 * looks.scale
    cue = Look(size=looks.cue.size, left=left, italic=ordinary, before=2, grey=ordinary)
    return {
        "Question": Look(size=body, left=left, hanging=left, before=12 * scale, right_tab=measures.column),
        "Question Text": Look(size=body, left=left, before=3),
        "Cue": cue,
        "Instructions": replace(cue, left=0.0, before=6),
        "Option": Look(size=body, left=left + option, hanging=option, before=3 * scale),
        "Option Text": Look(size=body, left=left + option, before=1),
        "Answer Line": Look(size=body, left=left, before=looks.ruling - _LEADING * body),
        "Listing": Look(size=body * 0.9, left=left, before=3, after=3),
        "Cell": Look(size=body, before=2, after=2),
        "Left Side": Look(size=body, left=48 * scale, hanging=48 * scale, before=2, after=2),
        "Right Side": Look(size=body, left=20 * scale, hanging=20 * scale, before=2, after=2),
        "Spacer": Look(size=2),
        "Credit": Look(size=max(body * 0.65, 6), left=left, grey=True),
        "Running": Look(size=looks.small.size, grey=ordinary, right_tab=measures.width),
    }


def _of_keys(measures: Measures) -> dict[str, Look]:
    left = measures.hang
    return {
        "Asked": Look(size=9, left=left, hanging=left, before=9, grey=True, right_tab=measures.width),
        "Answer": Look(size=10, left=left, bold=True),
        "Note": Look(size=9, left=left),
        "Source": Look(size=8, left=left, grey=True),
    }


def _style(document: Any, name: str, look: Look) -> None:
    style = document.styles[name]
    font, shape = style.font, style.paragraph_format
    _unthemed(style)
    font.size, font.bold, font.italic = Pt(look.size), look.bold, look.italic
    style.element.get_or_add_rPr().append(element("w:szCs", val=round(look.size * 2)))
    font.color.rgb = _GREY if look.grey else RGBColor(0, 0, 0)
    shape.left_indent, shape.first_line_indent = Pt(look.left), Pt(-look.hanging)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing = _SPACING
    if look.hanging:
        shape.tab_stops.add_tab_stop(Pt(look.left))
    if look.right_tab:
        shape.tab_stops.add_tab_stop(Pt(look.right_tab), WD_TAB_ALIGNMENT.RIGHT)


def _unthemed(style: Any) -> None:
    """Headings of the template are in a face and a colour of their own."""
    looks = style.element.get_or_add_rPr()
    for each in looks.findall(qn("w:rFonts")):
        looks.remove(each)


def _set_face(style: Any, face: str) -> None:
    """Of letters; what a word processor shows Chinese in, it knows from the language."""
    looks = style.element.get_or_add_rPr()
    looks.insert(0, element("w:rFonts", ascii=face, hAnsi=face, cs=face))


def _set_language(document: Any, language: str) -> None:
    tag = (
        language
        if "-" in language
        else f"{language}-{_REGIONS[language]}"
        if language in _REGIONS
        else language
    )
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    told = defaults.find(qn("w:lang"))
    which = "eastAsia" if tag[:2] in _EASTERN else "bidi" if from_right(tag) else "val"
    told.set(qn(f"w:{which}"), tag)
    if which == "bidi":
        document.styles["Normal"].element.get_or_add_pPr().insert(0, element("w:bidi"))


def _modern(document: Any) -> None:
    """As Word 2013 and later lay it out: else the title bar says "Compatibility Mode"."""
    settings = document.settings.element
    for each in settings.findall(qn("w:compat")):
        settings.remove(each)
    word = "http://schemas.microsoft.com/office/word"
    mode = element("w:compatSetting", name="compatibilityMode", uri=word, val=15)
    before = settings.find(qn("w:rsids"))
    place = len(settings) if before is None else list(settings).index(before)
    settings.insert(place, element("w:compat", mode))


def packed(document: Any, paper: Paper, title: str, subject: str) -> bytes:
    """The bytes of the document, which tell nothing of when it was written, and say whether it was edited."""
    properties = document.core_properties
    properties.title, properties.subject = _told(title), _told(subject)
    properties.author = _told(f"{paper.title} ({paper.license})" if paper.license else paper.title)
    properties.language, properties.last_modified_by, properties.keywords = paper.language, "quizmill", ""
    properties.created = properties.modified = _WRITTEN
    properties.comments = stamp(document.part.blob)
    _drop_thumbnail(document)
    written, still = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as loose, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as made:
        for each in loose.infolist():
            made.writestr(zipfile.ZipInfo(each.filename, _MOMENT), loose.read(each), zipfile.ZIP_DEFLATED)
    return still.getvalue()


def _told(text: str) -> str:
    return literal(" ".join(text.split()))[:255]  # which is all that there is room for


def _drop_thumbnail(document: Any) -> None:
    """The template's picture of an empty page."""
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[key]
