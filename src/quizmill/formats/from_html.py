"""HTML of other programs as our markup; what has no place in that is told, and nothing in it runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from quizmill.bank.markup import Span, Spans, Style, Unfit, picture_line, spans
from quizmill.formats.html_looks import STYLES, UNDERLINED, meant
from quizmill.formats.in_markup import UNREAD, as_markup, fenced, literal, row, unread_formulas, with_formulas
from quizmill.formats.media import Pictures

_BLOCKS = frozenset(
    "p div section article header footer h1 h2 h3 h4 h5 h6 blockquote figure figcaption dl dt dd hr".split()
)
_PLAIN = frozenset(  # which say nothing that a text without them would not
    "html body head span font u a small big abbr q ins mark label center wbr bdi bdo".split()
    + "thead tbody tfoot colgroup col".split()
)
_UNSEEN = frozenset("script style title template noscript object embed iframe form".split())
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_TEX = {"application/x-tex", "latex", "tex"}  # as what is beside MathML is called

_SIGNS = frozenset("<&\\$")  # without which a text has no tag, entity or formula

Drop = Callable[[str, str], None]  # of a sentence that says what is dropped, and what it was


def from_html(html: str, drop: Drop, pictures: Pictures | None = None) -> str:
    """The markup that shows what the HTML shows, as far as markup can; *drop* hears of the rest."""
    if not _SIGNS & set(html):
        return literal(" ".join(html.split()))
    reader = _Reader(drop, pictures or Pictures())
    reader.feed(html)
    reader.close()
    return reader.markup()


class _Reader(HTMLParser):
    """Gathers blocks of markup, and the spans of the line that is being read."""

    def __init__(self, drop: Drop, pictures: Pictures) -> None:
        super().__init__(convert_charrefs=True)
        self._drop = drop
        self._pictures = pictures
        self._blocks: list[str] = []
        self._spans: list[Span] = []
        self._styles: list[tuple[str, Style]] = []  # with the tags that began them
        self._unseen = 0  # how deep in what is not shown
        self._verbatim = 0  # how deep in `pre`
        self._lists: list[int | None] = []  # the number of the item that comes next, or none
        self._rows: list[list[str]] = []
        self._in_cell = False
        self._shift = ""  # of `sub` or `sup`
        self._formula: list[str] | None = None  # within `math`
        self._is_source = False

    def markup(self) -> str:
        """What was read, block by block."""
        self._end_block()
        return "\n\n".join(_joined_lists(self._blocks)).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._drop(f"<{tag}> is left out", "")
            self._unseen += tag not in ("embed",)
        elif tag in STYLES:
            self._look(tag, told)
        elif tag in ("sub", "sup", "math", "annotation", "br", "img", "audio", "video"):
            self._special(tag, told)
        else:
            self._structure(tag, told)

    def _look(self, tag: str, told: dict[str, str]) -> None:
        looks = meant(tag, told)
        if looks in UNDERLINED:
            self._drop("what is underlined or marked is emphasised", "")
        self._styles.append((tag, STYLES[looks]))

    def _special(self, tag: str, told: dict[str, str]) -> None:
        match tag:
            case "br":
                self._add("\n")
            case "img":
                self._picture(told)
            case "sub" | "sup":
                self._shift = tag
            case "math":
                self._formula = [told.get("alttext", "")]
            case "annotation":
                self._is_source = told.get("encoding", "").lower() in _TEX
            case _:
                self._drop(f"<{tag}> is left out", told.get("src", ""))

    def _structure(self, tag: str, told: dict[str, str]) -> None:
        match tag:
            case "pre":
                self._end_block()
                self._verbatim += 1
            case "ul" | "ol":
                self._end_block()
                start = told.get("start", "1")
                self._lists.append((int(start) if start.isdecimal() else 1) if tag == "ol" else None)
            case "li":
                self._end_block()
            case "table":
                self._end_block()
                self._rows = []
            case "tr":
                self._end_cell()
                self._rows.append([])
            case "td" | "th":
                self._end_cell()
                self._in_cell = True
                self._spans = []
            case _ if tag in _BLOCKS:
                self._end_block()
            case "a" if address := told.get("href", "").strip("#"):
                self._drop("the address of a link is left out, its text kept", address)
            case _ if tag not in _PLAIN and self._formula is None:
                self._drop(f"<{tag}> is left out, its text kept", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif begun := [at for at, (name, _) in enumerate(self._styles) if name == tag]:
            del self._styles[begun[-1]]
        elif tag in _BLOCKS:
            self._end_block()
        else:
            self._end(tag)

    def _end(self, tag: str) -> None:
        match tag:
            case "sub" | "sup":
                self._shift = ""
            case "annotation":
                self._is_source = False
            case "math":
                self._end_formula()
            case "pre":
                self._end_listing()
            case "li":
                self._end_block()
            case "ul" | "ol":
                self._end_block()
                self._lists[-1:] = []
            case "td" | "th" | "tr":
                self._end_cell()
            case "table":
                self._end_table()
            case _:
                pass  # it said nothing

    def _end_listing(self) -> None:
        code = "".join(span.text for span in self._spans).strip("\n")
        self._spans = []
        self._verbatim = max(0, self._verbatim - 1)
        self._blocks += [fenced(code)] if code else []

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._formula is not None:
            if self._is_source:
                self._formula[0] = data
            self._formula.append(data)
            return
        text = data if self._verbatim else re.sub(r"[ \t\r\n\f]+", " ", data)
        if self._shift and text.strip():
            text = self._shifted(text)
        self._add(text)

    def _shifted(self, text: str) -> str:
        shifted = text.translate(_RAISED if self._shift == "sup" else _LOWERED)
        if all(a != b for a, b in zip(text, shifted, strict=True)):
            return shifted
        self._drop(f"<{self._shift}> becomes a sign before what it shifted", text)
        return f"{'^' if self._shift == 'sup' else '_'}{text}"

    def _add(self, text: str) -> None:
        styles: list[Style] = [style for _, style in self._styles if style is not Style.PLAIN]
        style = Style.CODE if Style.CODE in styles else styles[-1] if styles else Style.PLAIN
        self._spans.append(Span(text, style))

    def _picture(self, told: dict[str, str]) -> None:
        alt = " ".join(told.get("alt", "").split())
        source = told.get("src", "")
        file = self._pictures.kept(source)
        try:
            line = picture_line(file, alt or "picture") if file else ""
        except Unfit:
            line = ""
        if not line:
            self._drop("a picture is not in the file, or is none", source[:80])
            self._add(f"[{alt}]" if alt else "")
            return
        self._end_block()
        self._blocks.append(line)

    def _end_formula(self) -> None:
        source, *texts = self._formula or [""]
        self._formula = None
        found = with_formulas((Span(rf"\({source}\)"),))
        if [span.style for span in found] == [Style.MATHEMATICS]:
            self._spans += found
            return
        said = " ".join("".join(texts).split())
        self._drop("a formula has no LaTeX that can be read, so that its signs alone are kept", said)
        self._add(said)

    def _line(self) -> str:
        """The spans so far as markup of one run of text."""
        found = with_formulas(_trimmed(self._spans))
        self._spans = []
        for source in unread_formulas(found):
            self._drop(UNREAD, source)
        text = as_markup(found)
        if spans(text) != found:
            self._drop("emphasis within a word, or over several lines, is left out", text)
        return text

    def _end_block(self) -> None:
        if self._in_cell:
            self._add(" ")
            return
        text = self._line()
        if not text:
            return
        if self._lists:
            number = self._lists[-1]
            mark = "-" if number is None else f"{number}."
            if number is not None:
                self._lists[-1] = number + 1
            text = f"{mark} " + text.replace("\n", " ")
        self._blocks.append(text)

    def _end_cell(self) -> None:
        """The cell that is open ends, whether it says so or not."""
        if self._in_cell:
            self._rows = self._rows or [[]]
            self._rows[-1].append(self._line())
        self._in_cell = False

    def _end_table(self) -> None:
        self._end_cell()
        rows, self._rows = [cells for cells in self._rows if cells], []
        width = max(map(len, rows), default=0)
        if not width:
            return
        full = [cells + [""] * (width - len(cells)) for cells in rows]
        head, *others = [row(cells) for cells in full]
        self._blocks.append("\n".join([head, row(["---"] * width), *others]))


def _trimmed(spans: list[Span]) -> Spans:
    """The spans without white space at the ends, around breaks, or twice."""
    found: list[Span] = []
    spaced = True  # what came before ends in white space
    for span in spans:
        text = re.sub(r" *\n *", "\n", span.text)
        text = text.lstrip(" ") if spaced else text
        if text:
            spaced = text[-1] in " \n"
            found.append(Span(text, span.style))
    while found and not found[-1].text.rstrip():
        found.pop()
    while found and not found[0].text.strip():
        found.pop(0)
    if found:
        found[-1] = Span(found[-1].text.rstrip(), found[-1].style)
        found[0] = Span(found[0].text.lstrip(), found[0].style)
    return tuple(found)


def _joined_lists(blocks: list[str]) -> Iterator[str]:
    """The blocks, items that follow each other as one list."""
    items: list[str] = []
    for block in blocks:
        if re.match(r"(?:-|\d+\.) ", block):
            items.append(block)
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield block
    if items:
        yield "\n".join(items)
