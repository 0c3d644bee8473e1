"""Puts the pieces of a line together: spaces as LaTeX has them, parentheses where a reader needs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

import msgspec

from quizmill.bank.mathematics.signs import SignKind


class Binding(IntEnum):
    """How firmly a text holds together, the firmest first."""

    ATOM = 0  # x, 12, v⃗, (a + b)
    POWER = 1  # x², n!, f(x)
    ROOT = 2  # √2
    PRODUCT = 3  # 2ab
    SIGNED = 4  # −b
    QUOTIENT = 5  # a/b
    APPLIED = 6  # sin x, ∑ x
    SUM = 7  # a + b
    RELATION = 8  # a = b
    NONE = 9  # nothing at all


class Piece(msgspec.Struct, frozen=True):
    """A thing of a row as text."""

    text: str
    binding: Binding = Binding.ATOM
    kind: SignKind | None = None  # of the sign that it is, unless that is a letter
    loose: bool = False  # what comes behind it would seem to be part of it
    gap: bool = False  # it is a space
    word: bool = False  # it is text or a unit, no factor
    number: bool = False
    function: bool = False  # it may be the name of a function, as f is

    def within(self, most: Binding) -> str:
        """Its text, in parentheses unless it holds together as firmly as *most*."""
        return self.text if self.binding <= most else f"({self.text})"


_RELATIONS = (SignKind.RELATION, SignKind.ARROW)
_INFIX = (SignKind.BINARY, *_RELATIONS)
_FUNCTIONS = (SignKind.FUNCTION, SignKind.LIMIT)
_OPERATORS = (SignKind.SUM, SignKind.INTEGRAL)
_APPLIED = (*_FUNCTIONS, *_OPERATORS)
_OPERANDS = (None, SignKind.POSTFIX, SignKind.DOTS, SignKind.CLOSING)
_ENDS = (SignKind.CLOSING, SignKind.PUNCTUATION, *_RELATIONS)
_NUMBER_SIGNS = ("−", "+", "±", "∓")
_DIFFERENTIALS = ("d", "∂", "Δ", "δ")
_BINDINGS = {
    **dict.fromkeys((*_RELATIONS, SignKind.PUNCTUATION), Binding.RELATION),
    **dict.fromkeys(_APPLIED, Binding.APPLIED),
    SignKind.BINARY: Binding.SUM,
}


def joined(pieces: Sequence[Piece], *, tight: bool) -> Piece:
    """The pieces of a row as one; *tight* is without spaces, as in an exponent."""
    pieces = [piece for piece in pieces if piece.text]
    if not pieces:
        return Piece("", Binding.NONE)
    if len(pieces) == 1:
        return pieces[0]
    settled = _settled(pieces)
    drawn = [
        _in_parentheses(*each)
        for each in zip([None, *settled], settled, [*settled[1:], None], _following(settled), strict=False)
    ]
    text = drawn[0].text
    for before, piece in pairwise(drawn):
        text += _space(before, piece, tight=tight) + piece.text
    words = all(piece.word or piece.kind is SignKind.PRODUCT for piece in drawn)
    return Piece(text, _binding(drawn), loose=drawn[-1].loose, word=words)


# -- what signs do here --------------------------------------------------------------------------------------


def _settled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, known what depends on neighbours: `−` before one operand, the colon of a ratio."""
    settled: list[Piece] = []
    before = None
    for piece, after in zip(pieces, _following(pieces), strict=True):
        kind = _kind_here(piece, before, after)
        settled.append(piece if kind is piece.kind else msgspec.structs.replace(piece, kind=kind))
        before = before if piece.gap else settled[-1]
    return settled


def _following(pieces: Sequence[Piece]) -> list[Piece | None]:
    """For each piece the next one that is no space."""
    following: list[Piece | None] = []
    after: Piece | None = None
    for piece in reversed(pieces):
        following.append(after)
        after = after if piece.gap else piece
    return following[::-1]


def _kind_here(piece: Piece, before: Piece | None, after: Piece | None) -> SignKind | None:
    has_operand = before is not None and (before.kind in _OPERANDS or _is_prefix_sign(before))
    match piece.kind:
        case SignKind.BINARY if not has_operand:
            return SignKind.PREFIX
        case SignKind.BINARY if after is None or after.kind in _ENDS:
            return SignKind.POSTFIX
        case SignKind.RELATION if piece.text == ":" and before and after and before.number and after.number:
            return SignKind.PRODUCT
        case kind:
            return kind


def _is_prefix_sign(piece: Piece) -> bool:
    """Whether it is one like ∇, which operations take for an operand; a sign of a number is none."""
    return piece.kind is SignKind.PREFIX and piece.text not in _NUMBER_SIGNS


# -- parentheses ---------------------------------------------------------------------------------------------


def _in_parentheses(
    before: Piece | None, piece: Piece, after: Piece | None, behind_space: Piece | None
) -> Piece:
    """The piece, a quotient in parentheses where a neighbour would seem to be part of it."""
    if piece.binding is not Binding.QUOTIENT or piece.kind is not None:
        return piece
    if _binds_left(before, piece) or _binds_right(after, behind_space):
        return Piece(f"({piece.text})")
    return piece


def _binds_left(before: Piece | None, piece: Piece) -> bool:
    if before is None or before.gap:
        return False
    if _is_amount(before, piece):
        return False
    if before.kind is SignKind.PREFIX:
        return before.text in ("∂", "∇", "¬")
    return before.kind in (*_OPERANDS, *_FUNCTIONS, SignKind.PRODUCT) and not (
        before.kind in _FUNCTIONS and before.loose
    )


def _binds_right(after: Piece | None, behind_space: Piece | None) -> bool:
    if after is None or behind_space is None or (after.gap and behind_space.word):
        return False
    if after.gap and len(after.text) > 1:
        return False
    return (
        behind_space.kind
        in (
            *_OPERANDS,
            *_APPLIED,
            SignKind.PRODUCT,
            SignKind.OPENING,
            SignKind.PREFIX,
        )
        and behind_space.kind is not SignKind.CLOSING
    )


def _is_amount(before: Piece, piece: Piece) -> bool:
    """Whether both are one amount: 2 1/2, 5 m/s."""
    counted = before.number and before.binding is Binding.ATOM
    return counted and piece.binding is Binding.QUOTIENT and (piece.number or piece.word)


# -- spaces --------------------------------------------------------------------------------------------------


def _space(before: Piece, piece: Piece, *, tight: bool) -> str:
    if before.gap or piece.gap or before.text.endswith(" ") or piece.text.startswith(" "):
        return ""
    if before.kind in _INFIX or piece.kind in _INFIX:
        both = before.kind in _RELATIONS and piece.kind in _RELATIONS
        return "" if tight or both else " "
    if before.kind is SignKind.PUNCTUATION:
        return "" if tight else " "
    return " " if _would_run_together(before, piece) else ""


def _would_run_together(before: Piece, piece: Piece) -> bool:
    opens = piece.kind is SignKind.OPENING or piece.text.startswith("(")
    if opens:
        return before.kind in _OPERATORS or (before.loose and _reaches_brackets(before))
    if before.loose:
        return piece.text[0].isalnum() or piece.kind in (*_APPLIED, SignKind.PREFIX)
    if before.kind in _APPLIED:
        return piece.kind not in (*_ENDS, SignKind.POSTFIX)
    return _is_amount(before, piece) or (piece.kind in _APPLIED and before.kind in _OPERANDS)


def _reaches_brackets(piece: Piece) -> bool:
    """Whether brackets behind it would seem to be raised, under its root or its limit's alone."""
    return "^" in piece.text or piece.binding is Binding.ROOT or piece.kind is SignKind.LIMIT


# -- how firmly it all holds together ------------------------------------------------------------------------


def _binding(pieces: Sequence[Piece]) -> Binding:
    if _bracketed(pieces):
        return Binding.ATOM if pieces[-1].binding is Binding.ATOM else Binding.POWER
    if pieces[0].function and _bracketed(pieces[1:]):
        return Binding.POWER
    match pieces:
        case (_, Piece(kind=SignKind.POSTFIX)):
            return Binding.POWER
        case (Piece(text=text), Piece(kind=None, binding=Binding.ATOM | Binding.POWER)) if (
            text in _DIFFERENTIALS
        ):
            return Binding.POWER
    if all(piece.word and len(piece.text) == 1 for piece in pieces):
        return Binding.ATOM
    return max((Binding.PRODUCT, *_loosest(pieces)))


def _bracketed(pieces: Sequence[Piece]) -> bool:
    """Whether one pair of brackets is around all of them."""
    depths = list(_depths(pieces))
    return len(pieces) > 1 and pieces[0].kind is SignKind.OPENING and depths[-1] == 0 and 0 not in depths[:-1]


def _depths(pieces: Sequence[Piece]) -> Iterator[int]:
    """In how many brackets each piece leaves the line."""
    depth = 0
    for piece in pieces:
        depth += (piece.kind is SignKind.OPENING) - (piece.kind is SignKind.CLOSING)
        yield depth


def _loosest(pieces: Sequence[Piece]) -> Iterator[Binding]:
    for piece, depth in zip(pieces, _depths(pieces), strict=True):
        if depth > 0 or piece.kind in (SignKind.OPENING, SignKind.CLOSING):
            continue
        if piece.kind is SignKind.PREFIX and piece.text in _NUMBER_SIGNS:
            yield Binding.SIGNED
        elif piece.text == "/":
            yield Binding.QUOTIENT
        elif piece.gap:
            yield Binding.APPLIED
        else:
            yield _BINDINGS.get(piece.kind, piece.binding) if piece.kind else piece.binding
