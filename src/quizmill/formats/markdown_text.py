"""Texts of a bank as Markdown that GitHub, Obsidian and Pandoc show alike, with no mark by chance."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import assert_never

from quizmill.bank.html import printable
from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Side,
    Span,
    Spans,
    Style,
    Table,
    blocks,
)

# Each of these is a mark in one of the dialects, wherever in a line it stands: emphasis, strike-through and
# subscript, formulas, tables, tags and references, highlights and comments, dashes, elements and entities.
_MARK = re.compile(
    r"[\\`*\[~^$|{]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#|[A-Za-z][A-Za-z0-9]*;)"
    r"|(?<!\S)#|(?<!\w)@(?=\w)|=(?==)|%(?=%)|-(?=-)"
)
# And these where a line begins; of a list's marker only its last sign need be escaped.
_FIRST = re.compile(
    r"^(?:(?=[>:])|(?=[+-](?:\s|$))|(?==+\s*$)|\(?(?:\d{1,9}|[A-Za-z@]|[ivxlcdm]+|[IVXLCDM]+)(?=[.)](?:\s|$)))"
)
_ITEM = re.compile(r"(?:(?P<bullet>[-*+])|\d+[.)]) ")
_APART = "<!-- -->"  # between what would run into each other
_GAP = re.compile(r"_{4}")  # of a cloze, within a formula
_BARS = {"|": r"\vert ", r"\|": r"\Vert "}
_BAR = re.compile(r"\\?\|")
_EMPHATIC = {Style.EMPHASIS: ("*", "em"), Style.STRONG: ("**", "strong")}
_RULERS = {None: "---", Side.LEFT: ":--", Side.CENTRE: ":-:", Side.RIGHT: "--:"}
_IN_ADDRESS = re.compile(r"[\s()<>\[\]%\"'\\#?*_`^{}|~$&]")


def in_markdown(text: str) -> str:
    """A text that may have blocks."""
    return stacked(map(_block, blocks(text)))


def behind(label: str, text: str) -> str:
    """A text behind what stands before it in its line; below that where it begins with a block."""
    first, *others = blocks(text) or (Paragraph(()),)
    if isinstance(first, Paragraph):
        return stacked([f"{label} {_run(first.spans, begun=True)}".rstrip(), *map(_block, others)])
    return stacked([label, _block(first), *map(_block, others)])


def literal(text: str) -> str:
    """A text in which nothing is a mark, in one line."""
    return " ".join(_escaped(printable(text)).split())


def in_one_line(of: Spans) -> str:
    """A run of text without line ends."""
    return " ".join(_lines(of, begun=True))


def stacked(parts: Iterable[str]) -> str:
    """Blocks below each other; two lists of one sort stay two."""
    found = ""
    before = None
    for part in filter(None, parts):
        item = _ITEM.match(part)
        apart = before and item and bool(before["bullet"]) == bool(item["bullet"])
        found += f"\n\n{_APART}\n\n{part}" if apart else f"\n\n{part}" if found else part
        before = item
    return found


def item(marker: str, text: str) -> str:
    """An item of a list, whose further lines stand below its text."""
    first, *others = text.split("\n")
    indent = " " * (len(marker) + 1)
    return "\n".join([f"{marker} {first}", *(f"{indent}{line}" if line else "" for line in others)])


def listed(items: Sequence[str]) -> str:
    """A list of items, with room between them where one has blocks."""
    return ("\n\n" if any("\n\n" in each for each in items) else "\n").join(items)


def address(path: str) -> str:
    """A path where a link or picture names it."""
    return _IN_ADDRESS.sub(lambda sign: "".join(f"%{octet:02X}" for octet in sign[0].encode()), path)


def picture(file: str, alt: str, credit: str) -> str:
    """A picture, and below it whom to thank."""
    shown = f"![{literal(alt).replace(']', chr(92) + ']')}]({address(file)})"
    return stacked([shown, f"*{literal(credit)}*" if credit else ""])


def _block(block: Block) -> str:
    match block:
        case Paragraph(spans=of):
            return _run(of)
        case Listing(code=code, language=language):
            fence = "`" * max(3, 1 + _longest("`", code))
            named = re.sub(r"[^\w+#.-]", "", language)
            return f"{fence}{named}\n{printable(code)}\n{fence}"
        case Table(head=head, rows=rows, sides=sides):
            ruler = f"|{'|'.join(_RULERS[side] for side in sides)}|"
            return "\n".join([_row(head), ruler, *map(_row, rows)])
        case ItemList(items=items, first=None):
            return listed([item("-", _run(each)) for each in items])
        case ItemList(items=items, first=first):
            return listed([item(f"{at}.", _run(each)) for at, each in enumerate(items, first or 0)])
        case Display(source=source):
            lines = [line for line in _formula(source).split("\n") if line.strip()]
            return "\n".join(["$$", *lines, "$$"])
        case Picture(file=file, alt=alt, credit=credit):
            return picture(file, alt, credit)
        case _:
            assert_never(block)


def _row(cells: Iterable[Spans]) -> str:
    """A row, in which a bar is none of its own."""
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(of: Spans) -> str:
    told = []
    for span in of:
        match span.style:
            case Style.MATHEMATICS:
                told.append(Span(_BAR.sub(lambda bar: _BARS[bar[0]], span.text), span.style))
            case Style.CODE:
                told.append(Span(span.text.replace("|", r"\|"), span.style))
            case Style.PLAIN | Style.EMPHASIS | Style.STRONG:
                told.append(span)
            case _:
                assert_never(span.style)
    return in_one_line(tuple(told))


def _run(of: Spans, *, begun: bool = False) -> str:
    """A run of text; its author's line ends stay. It may have *begun* with what is no mark."""
    return "\\\n".join(_lines(of, begun=begun))


def _lines(of: Spans, *, begun: bool = False) -> list[str]:
    parts = [_Part(span) for span in of]
    told = ""
    for at, part in enumerate(parts):
        told += part.written(told[-1:], parts[at + 1].begins if at + 1 < len(parts) else "")
    lines = (line.strip(" \t") for line in told.split("\n"))
    return [
        line if begun and not at else _FIRST.sub(lambda found: f"{found[0]}\\", line)
        for at, line in enumerate(filter(None, lines))
    ]


class _Part:
    """A span on its way: what stands in its marks, and how it begins for who stands before it."""

    def __init__(self, span: Span) -> None:
        self._style = span.style
        match span.style:
            case Style.CODE:
                self.source = _code(span.text)
            case Style.MATHEMATICS:
                inside = " ".join(_formula(span.text).split())
                self.source = f"${inside}$" if inside else ""
            case Style.PLAIN | Style.EMPHASIS | Style.STRONG:
                self.source = _escaped(printable(span.text))
            case _:
                assert_never(span.style)

    @property
    def begins(self) -> str:
        """Its first character, which is a mark of its own unless there is space before it."""
        first = self.source[:1]
        return "*" if self._style in _EMPHATIC and not first.isspace() else first

    def written(self, before: str, after: str) -> str:
        """The span between what stands beside it, of each a character."""
        match self._style:
            case Style.PLAIN:
                return self.source
            case Style.CODE:
                return f"{_APART}{self.source}" if before == "`" else self.source
            case Style.MATHEMATICS:
                first = _APART if before.isalnum() or before in ("$", "`") else ""
                return f"{first}{self.source}{_APART if after.isalnum() else ''}"
            case Style.EMPHASIS | Style.STRONG:
                return self._emphatic(before, after)
            case _:
                assert_never(self._style)

    def _emphatic(self, before: str, after: str) -> str:
        core = self.source.strip()
        if not core:
            return self.source
        left, _, right = self.source.partition(core)
        mark, element = _EMPHATIC[self._style]
        opens = _is_beside(left or before, core[0])
        closes = _is_beside(right or after, core[-1])
        if opens and closes:
            return f"{left}{mark}{core}{mark}{right}"
        return f"{left}<{element}>{core}</{element}>{right}"


def _is_beside(outside: str, inside: str) -> bool:
    """Whether stars between the two are a mark: they are none between a letter and a sign."""
    if not outside or outside.isspace():
        return True
    return outside not in ("*", "<") and (not _is_sign(inside) or _is_sign(outside))


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _escaped(text: str) -> str:
    return _MARK.sub(r"\\\g<0>", text)


def _code(text: str) -> str:
    """Code within a line, in as many backticks as it needs."""
    told = printable(text).replace("\n", " ")
    fence = "`" * (1 + _longest("`", told))
    if told.strip() and (told[0] + told[-1] == "  " or "`" in (told[0], told[-1])):
        told = f" {told} "
    return f"{fence}{told}{fence}"


def _formula(source: str) -> str:
    told = re.sub(r"(?<!\\)\$", r"\\$", printable(source))
    return _GAP.sub(lambda _: r"\underline{\qquad}", told)


def _longest(sign: str, text: str) -> int:
    return max((len(each) for each in re.findall(f"{re.escape(sign)}+", text)), default=0)
