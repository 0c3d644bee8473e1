"""Writes a formula in Unicode on one line, for terminals and screen readers: `x²/2`, `√(b² − 4ac)`.

What Unicode has no raised or lowered characters for is written `x^k`, `e^(−kx)`, `v_max`, `∑_{i=1}^{n}`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.mathematics import commands
from quizmill.bank.mathematics.alphabets import in_alphabet
from quizmill.bank.mathematics.commands import Where
from quizmill.bank.mathematics.nodes import (
    Accented,
    Branch,
    Fenced,
    Formula,
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
    Words,
)
from quizmill.bank.mathematics.pieces import Binding, Piece, joined
from quizmill.bank.mathematics.roles import core, has_limits, kind_of, with_sides
from quizmill.bank.mathematics.signs import SignKind, sign
from quizmill.bank.mathematics.unicode_scripts import lowered, raised, root_sign

_LETTERS = (SignKind.LETTER, SignKind.CAPITAL)
_OPERATORS = (SignKind.SUM, SignKind.INTEGRAL)
_PRIMES = ("", "′", "″", "‴")
_BARE = ("matrix", "smallmatrix")
_CIRCLE = (Sign(r"\circ"),)
_CALLED = "fghFGHPE"  # letters that are names of functions more often than factors
_SHOWN = (r"\mathbb",)  # the alphabets without which a letter would mean something else


class _Manner(NamedTuple):
    """How a row is written."""

    style: str = ""
    tight: bool = False


def linear(formula: Formula) -> str:
    """The formula as one line of text."""
    return _row(formula.row, _Manner()).text.strip()


def _row(row: Row, manner: _Manner) -> Piece:
    return joined(list(_pieces(row, manner)), tight=manner.tight)


def _small(row: Row, manner: _Manner) -> Piece:
    return _row(row, manner._replace(tight=True))


def _pieces(row: Row, manner: _Manner) -> Iterator[Piece]:
    for node in with_sides(row):
        match core(node):
            case Fenced(left, body, right):
                if left:
                    yield Piece(sign(left).char, kind=SignKind.OPENING)
                yield from _fenced(body, manner)
                closing = Piece(sign(right).char if right else "", kind=SignKind.CLOSING)
                yield _scripted(node, closing, manner)
            case _:
                yield _piece(node, manner)


def _fenced(body: Row, manner: _Manner) -> Iterator[Piece]:
    """What stands between two delimiters; they are the brackets of a matrix that has none of its own."""
    match body:
        case (Grid(environment) as only,) if environment in _BARE:
            yield Piece(_cells(only, manner))
        case _:
            yield from _pieces(body, manner)


def _piece(node: Node, manner: _Manner) -> Piece:
    return _leaf(node, manner) if isinstance(node, Leaf) else _branch(node, manner)


def _leaf(node: Leaf, manner: _Manner) -> Piece:
    match node:
        case Letter(char):
            return _letter(char, manner)
        case Number(digits):
            return Piece(digits, number=True)
        case Sign(name) if sign(name).kind in _LETTERS:
            return _letter(sign(name).char, manner)
        case Sign(name):
            return Piece(sign(name).char, kind=sign(name).kind)
        case Named(name, limits):
            return Piece(name, kind=SignKind.LIMIT if limits else SignKind.FUNCTION)
        case Words(text, _):
            return Piece(text, Binding.APPLIED if " " in text else Binding.ATOM, word=True)
        case Space(command):
            return Piece(commands.SPACES[command][1], gap=True)
        case Sized(_, delimiter):
            return Piece(sign(delimiter).char if delimiter else "", kind=kind_of(node))


def _letter(char: str, manner: _Manner) -> Piece:
    shown = in_alphabet(char, commands.STYLES[manner.style]) if manner.style in _SHOWN else char
    return Piece(shown, word=manner.style == r"\mathrm", function=char in _CALLED and not manner.style)


def _branch(node: Branch, manner: _Manner) -> Piece:
    match node:
        case Group(body, style):
            return _group(body, style, manner)
        case Fraction(command, top, bottom):
            return _fraction(command, _row(top, manner), _row(bottom, manner))
        case Root(body, degree):
            return _root(_row(body, manner), "2" if degree is None else _small(degree, manner).text)
        case Scripts(base):
            return _scripted(node, _piece(base, manner), manner)
        case Accented(command, body):
            return _accented(command, _row(body, manner).text)
        case Fenced():
            return joined(list(_pieces((node,), manner)), tight=manner.tight)
        case Stacked():
            return _stacked(node, manner)
        case LabelledArrow(command, above, below):
            arrow = commands.ARROWS[command]
            labels = [_small(row, manner).text for row in (above, below or ()) if row]
            return Piece(f"{arrow.before}{', '.join(labels)}{arrow.after}", kind=SignKind.ARROW)
        case Grid():
            return _grid(node, manner)


def _group(body: Row, style: str, manner: _Manner) -> Piece:
    own = style if style in commands.STYLES else manner.style
    piece = _row(body, manner._replace(style=own))
    bare = all(isinstance(node, Letter) for node in body) and style in commands.STYLES
    binding = Binding.ATOM if bare and body else piece.binding
    return Piece(piece.text, binding, loose=piece.loose, word=piece.word, number=piece.number)


def _fraction(command: str, top: Piece, bottom: Piece) -> Piece:
    if not commands.FRACTIONS[command]:
        return Piece(f"C({top.text}, {bottom.text})")
    numbers = top.number and bottom.number and top.binding is bottom.binding is Binding.ATOM
    return Piece(
        f"{top.within(Binding.SIGNED)}/{bottom.within(Binding.ROOT)}",
        Binding.QUOTIENT,
        word=top.word and bottom.word,
        number=numbers,
    )


def _root(body: Piece, degree: str) -> Piece:
    inside = body.within(Binding.ATOM)
    return Piece(f"{root_sign(degree)}{inside}", Binding.ROOT, loose=not inside.endswith(")"))


def _accented(command: str, text: str) -> Piece:
    accent = commands.ACCENTS[command]
    if accent.place is Where.AROUND:
        return Piece(f" ({accent.char} {text})")
    single = len(text) == 1 or (text[:1].isalpha() and all(map(unicodedata.combining, text[1:])))
    letters = single or (accent.each and text.isalnum())
    if letters and accent.combining:
        marked = text + accent.combining if single else "".join(char + accent.combining for char in text)
        return Piece(unicodedata.normalize("NFC", marked))
    if accent.before:
        return Piece(f"{accent.before}({text})")
    return Piece(f"({text}){accent.combining}")


def _stacked(node: Stacked, manner: _Manner) -> Piece:
    base, small = _row(node.base, manner), _small(node.small, manner).text
    mark = "^" if commands.STACKS[node.command] is Where.OVER else "_"
    return Piece(f"{base.within(Binding.ATOM)}{mark}{{{small}}}", Binding.POWER, base.kind)


# -- scripts -------------------------------------------------------------------------------------------------


def _scripted(node: Node, base: Piece, manner: _Manner) -> Piece:
    """The base with its scripts, if *node* has any; it stays what it is among its neighbours."""
    if not isinstance(node, Scripts):
        return base
    below = None if node.below is None else _small(node.below, manner)
    above = None if node.above is None else _small(node.above, manner)
    text = base.text if base.binding is Binding.NONE else base.within(Binding.ATOM)
    text += _PRIMES[node.primes] if node.primes < len(_PRIMES) else "′" * node.primes
    if has_limits(node) or base.kind in _OPERATORS:
        return Piece(text + _limits(below, above, base.kind), kind=base.kind, loose=True)
    if node.above == _CIRCLE and below is None:
        return Piece(f"{text}°", kind=base.kind, number=base.number)
    scripts, plain = _scripts(below, above, has_base=bool(text))
    binding = Binding.POWER if above or plain else Binding.ATOM
    loose = plain and not scripts.endswith((")", "}"))
    return Piece(text + scripts, binding, base.kind, loose=loose, word=base.word, function=base.function)


def _limits(below: Piece | None, above: Piece | None, kind: SignKind | None) -> str:
    low, high = (piece.text if piece else "" for piece in (below, above))
    if len(low) > 1 or len(high) > 1:
        return (f"_{{{low}}}" if low else "") + (f"^{{{high}}}" if high else "")
    if kind in _OPERATORS and bool(low) == bool(lowered(low)) and bool(high) == bool(raised(high)):
        return lowered(low) + raised(high)
    return (f"_{low}" if low else "") + (f"^{high}" if high else "")


def _scripts(below: Piece | None, above: Piece | None, *, has_base: bool) -> tuple[str, bool]:
    """Both in the characters that Unicode has for them, or both after `_` and `^`: is it the latter?"""
    low = lowered(below.text) if below and not (below.word and len(below.text) > 1) else ""
    high = raised(above.text) if above else ""
    if (low or not below) and (high or not above):
        return (low + high if has_base else high + low), False
    index = f"_{_within_braces(below)}" if below else ""
    return index + (f"^{above.within(Binding.ATOM)}" if above else ""), True


def _within_braces(piece: Piece) -> str:
    return piece.text if len(piece.text) == 1 or piece.text.isalnum() else f"{{{piece.text}}}"


# -- grids ---------------------------------------------------------------------------------------------------


def _grid(node: Grid, manner: _Manner) -> Piece:
    if node.environment in commands.ALIGNED:
        lines = [_row(tuple(each for cell in line for each in cell), manner).text for line in node.lines]
        return Piece("; ".join(lines), Binding.RELATION)
    if node.environment == "cases":
        lines = [_case([_row(cell, manner).text for cell in line]) for line in node.lines]
        return Piece(f"{{{'; '.join(lines)}}}")
    around = commands.GRIDS[node.environment]
    left, right = (sign(name).char for name in (around.left or "[", around.right or "]"))
    return Piece(f"{left}{_cells(node, manner)}{right}")


def _cells(node: Grid, manner: _Manner) -> str:
    cells = [[_small(cell, manner).text for cell in line] for line in node.lines]
    between = ", " if any(" " in cell for line in cells for cell in line) else " "
    return "; ".join(between.join(line) for line in cells)


def _case(cells: list[str]) -> str:
    """A line of cases: what it is, and when."""
    text = cells[0].strip()
    for cell in cells[1:]:
        text += f"{'' if text.endswith((',', ';')) else ','} {cell.strip()}"
    return text
