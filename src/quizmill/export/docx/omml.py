"""Formulas as OfficeMath, which word processors edit: drawn from the same tree as in all other outputs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizmill.bank.mathematics import Formula, commands, nodes
from quizmill.bank.mathematics.alphabets import in_alphabet
from quizmill.bank.mathematics.commands import Where
from quizmill.bank.mathematics.nodes import (
    Accented,
    Branch,
    Fenced,
    Fraction,
    Grid,
    Group,
    LabelledArrow,
    Leaf,
    Letter,
    Named,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Sized,
    Space,
    Stacked,
)
from quizmill.bank.mathematics.roles import has_limits, is_function, kind_of, with_sides
from quizmill.bank.mathematics.signs import SignKind, sign
from quizmill.export.docx.xml import element, texted

_FONT = "Cambria Math"
_SLANTED, _UPRIGHT = "i", "p"
_SIGNS, _THIN = "+−±∓", "\u2009"
_LARGE = "∑∏∐∫∬∭∮"  # those that LibreOffice knows as such
_ENDS = (SignKind.RELATION, SignKind.ARROW, SignKind.PUNCTUATION, SignKind.CLOSING)  # what a sum is taken of
_BLANKS = {"\\,": "\u2009", "\\:": "\u2005", "\\;": "\u2004", "~": "\u00a0", r"\quad": "\u2003", "\\!": ""}
_WIDE = {r"\overbrace": "⏞", r"\underbrace": "⏟"}
_BARS = {r"\overline": "top", r"\underline": "bot"}


def omml(formula: Formula, *, display: bool) -> Any:
    """The formula as an element of a paragraph; on a line of its own (*display*) or within one."""
    made = element("m:oMath", *_row(formula.row, ""))
    return element("m:oMathPara", made) if display else made


def _row(row: Row, style: str) -> Iterator[Any]:
    left = list(with_sides(row))
    before: Node | None = None
    while left:
        node, last = left.pop(0), before
        before = node
        if isinstance(node, Sign) and _lacks_an_operand(node, last, left):
            yield _words(_THIN.join(("", sign(node.name).char, "")), r"\text")
            continue
        if _is_large(node) or kind_of(node) is SignKind.LIMIT:
            taken = _taken(left)
            yield (_large if _is_large(node) else _limit_of)(node, tuple(taken), style)
            del left[: len(taken)]
            continue
        yield from _node(node, style)
        if is_function(node) and left and kind_of(left[0]) is not SignKind.OPENING:
            yield _run("\u2009", _UPRIGHT)


def _lacks_an_operand(node: Sign, before: Node | None, after: list[Node]) -> bool:
    """Whether it stands at an end of its row, as in the charge 2+; LibreOffice shows such as a fault."""
    match sign(node.name).kind:
        case SignKind.RELATION | SignKind.ARROW:
            return before is None or not after
        case SignKind.BINARY | SignKind.PRODUCT:
            return not after or (before is None and sign(node.name).char not in _SIGNS)
        case _:
            return False


def _taken(after: list[Node]) -> list[Node]:
    """Of what follows a sum, an integral or a limit, that which it is of."""
    end = next((place for place, node in enumerate(after) if kind_of(node) in _ENDS), len(after))
    return after[:end]


def _is_large(node: Node) -> bool:
    base = node.base if isinstance(node, Scripts) else node
    return isinstance(base, Sign) and sign(base.name).char in _LARGE


def _large(node: Node, taken: Row, style: str) -> Any:
    """A sum, a product, an integral, with its limits and what it is of."""
    scripts = node if isinstance(node, Scripts) else Scripts(node)
    char = sign(scripts.base.name).char if isinstance(scripts.base, Sign) else ""
    told = [
        element("m:chr", val=char),
        element("m:limLoc", val="undOvr" if has_limits(scripts) else "subSup"),
        *([element("m:subHide", val="1")] if scripts.below is None else []),
        *([element("m:supHide", val="1")] if scripts.above is None else []),
    ]
    return element(
        "m:nary",
        element("m:naryPr", *told),
        _part("m:sub", scripts.below or (), style),
        _part("m:sup", scripts.above or (), style),
        _part("m:e", taken, style),
    )


def _limit_of(node: Node, taken: Row, style: str) -> Any:
    """A limit, a maximum, with what it is of: else LibreOffice puts a part of that below it."""
    return element("m:func", element("m:fName", *_node(node, style)), _part("m:e", taken, style))


def _part(tag: str, row: Row, style: str) -> Any:
    return element(tag, *_row(row, style))


def _run(text: str, look: str) -> Any:
    fonts = element("w:rPr", element("w:rFonts", ascii=_FONT, hAnsi=_FONT))
    return element("m:r", element("m:rPr", element("m:sty", val=look)), fonts, texted("m:t", text))


def _node(node: Node, style: str) -> Iterator[Any]:
    if isinstance(node, Leaf):
        yield _leaf(node, style)
    else:
        yield from _branch(node, style)


def _leaf(node: Leaf, style: str) -> Any:
    match node:
        case Letter(char):
            return _letter(char, style)
        case Number(digits):
            return _run(in_alphabet(digits, commands.STYLES.get(style, "")), _UPRIGHT)
        case Sign(name):
            entry = sign(name)
            if entry.kind is SignKind.SUM:
                return _words(entry.char, r"\text")
            return _letter(entry.char, style) if entry.kind is SignKind.LETTER else _sign(entry.char, style)
        case Named(name, _):
            return _run(name, _UPRIGHT)
        case nodes.Words(text, command):
            return _words(text, command)
        case Space(command):
            return _run(_BLANKS.get(command, "\u2003\u2003"), _UPRIGHT)
        case Sized(_, delimiter):
            return _run(sign(delimiter).char if delimiter else "", _UPRIGHT)


def _letter(char: str, style: str) -> Any:
    if style == r"\mathrm":
        return _words(char, r"\text")
    return _run(in_alphabet(char, commands.STYLES.get(style, "")), _UPRIGHT if style else _SLANTED)


def _sign(char: str, style: str) -> Any:
    return _run(in_alphabet(char, commands.STYLES.get(style, "")), _UPRIGHT)


def _words(text: str, command: str) -> Any:
    looks = {r"\textbf": [element("w:b")], r"\textit": [element("w:i")]}.get(command, [])
    how = [element("w:rPr", *looks)] if looks else []
    return element("m:r", element("m:rPr", element("m:nor")), *how, texted("m:t", text))


def _branch(node: Branch, style: str) -> Iterator[Any]:
    match node:
        case Group(body, own):
            yield from _row(body, style if own in commands.SWITCHES else own or style)
        case Fraction(command, top, bottom):
            yield _fraction(command, top, bottom, style)
        case Root(body, degree):
            hidden = [element("m:degHide", val="1")] if degree is None else []
            looks = element("m:radPr", *hidden)
            yield element("m:rad", looks, _part("m:deg", degree or (), style), _part("m:e", body, style))
        case Scripts():
            yield _scripts(node, style)
        case Accented(command, body):
            yield from _accented(command, body, style)
        case Fenced(left, body, right):
            yield _fenced(left, list(_row(body, style)), right)
        case Stacked(command, small, base):
            over = commands.STACKS[command] is Where.OVER
            yield _limit(_part("m:e", base, style), small, style, over=over)
        case LabelledArrow():
            yield _arrow(node, style)
        case Grid(environment, lines):
            yield _grid(environment, lines, style)


def _fraction(command: str, top: Row, bottom: Row, style: str) -> Any:
    parts = _part("m:num", top, style), _part("m:den", bottom, style)
    if commands.FRACTIONS[command]:
        return element("m:f", *parts)
    return _fenced("(", [element("m:f", element("m:fPr", element("m:type", val="noBar")), *parts)], ")")


def _fenced(left: str, within: list[Any], right: str) -> Any:
    begin, end = (sign(name).char if name else "" for name in (left, right))
    looks = element("m:dPr", element("m:begChr", val=begin), element("m:endChr", val=end))
    return element("m:d", looks, element("m:e", *within))


def _scripts(node: Scripts, style: str) -> Any:
    base = element("m:e", *_node(node.base, style))
    primes = [_run("′" * node.primes, _UPRIGHT)] if node.primes else []
    if has_limits(node):
        made = base
        if node.below is not None:
            made = _limit(made, node.below, style, over=False)
        if node.above is not None:
            made = _limit(made if made is base else element("m:e", made), node.above, style, over=True)
        return made if made is not base else element("m:box", base)
    above = element("m:sup", *primes, *_row(node.above or (), style))
    if node.below is None:
        return element("m:sSup", base, above)
    below = _part("m:sub", node.below, style)
    if node.above is None and not primes:
        return element("m:sSub", base, below)
    return element("m:sSubSup", base, below, above)


def _limit(base: Any, small: Row, style: str, *, over: bool) -> Any:
    return element("m:limUpp" if over else "m:limLow", base, _part("m:lim", small, style))


def _accented(command: str, body: Row, style: str) -> Iterator[Any]:
    accent, within = commands.ACCENTS[command], _part("m:e", body, style)
    if accent.place is Where.AROUND:
        yield _run("\u2003", _UPRIGHT)
        yield _fenced("(", [_words(f"{accent.char}\u2004", r"\text"), *within], ")")
    elif command in _BARS:
        yield element("m:bar", element("m:barPr", element("m:pos", val=_BARS[command])), within)
    elif command in _WIDE:
        place = "top" if accent.place is Where.OVER else "bot"
        side = "bot" if accent.place is Where.OVER else "top"
        looks = [
            element("m:chr", val=_WIDE[command]),
            element("m:pos", val=place),
            element("m:vertJc", val=side),
        ]
        yield element("m:groupChr", element("m:groupChrPr", *looks), within)
    else:
        yield element("m:acc", element("m:accPr", element("m:chr", val=accent.combining)), within)


def _arrow(node: LabelledArrow, style: str) -> Any:
    made = element("m:e", _run(commands.ARROWS[node.command].char, _UPRIGHT))
    if node.below is not None:
        made = element("m:e", _limit(made, node.below, style, over=False))
    return _limit(made, node.above, style, over=True)


def _grid(environment: str, lines: tuple[tuple[Row, ...], ...], style: str) -> Any:
    around = commands.GRIDS[environment]
    count = max(map(len, lines), default=1)
    sides = [
        around.columns[place % len(around.columns)] if around.columns else "center" for place in range(count)
    ]
    columns = [
        element("m:mc", element("m:mcPr", element("m:count", val=1), element("m:mcJc", val=side)))
        for side in sides
    ]
    rows = [element("m:mr", *(_part("m:e", cell, style) for cell in _even(line, count))) for line in lines]
    made = element("m:m", element("m:mPr", element("m:mcs", *columns)), *rows)
    return _fenced(around.left, [made], around.right) if around.left or around.right else made


def _even(line: tuple[Row, ...], count: int) -> tuple[Row, ...]:
    return (*line, *[()] * (count - len(line)))
