"""A typed answer beside the right one, letter by letter: what is missing, what is too much."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from quizmill.bank import values
from quizmill.bank.alike import is_exact
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Compare, compare_of
from quizmill.bank.values import Quantity
from quizmill.compose.exercise import Exercise, key_of
from quizmill.grade.response import Blanks, Choice, Order, Pairing, Response, Skipped, Text, Written

_ALIKE = 0.4  # share of letters in common, below which a comparison shows nothing but noise


class Change(StrEnum):
    """What a piece of text is."""

    SAME = "same"
    MISSING = "missing"  # of the right answer, not typed
    SURPLUS = "surplus"  # typed, not of the right answer


class Piece(msgspec.Struct, frozen=True):
    """A run of letters of one sort."""

    text: str
    change: Change


Diff = tuple[Piece, ...]


def diff(typed: str, right: str, *, cased: bool = False) -> Diff:
    """The fewest changes from *typed* to *right*, in reading order; case alone is none unless it counts.

    Levenshtein's alignment: the pieces that are not missing spell *typed*, those not surplus *right*.
    """
    from rapidfuzz.distance import Levenshtein  # only an answer that missed needs it

    typed, right = unicodedata.normalize("NFC", typed), unicodedata.normalize("NFC", right)
    pieces: list[Piece] = []
    read = str if cased else _caseless
    for edit in Levenshtein.opcodes(read(typed), read(right)):
        surplus, missing = typed[edit.src_start : edit.src_end], right[edit.dest_start : edit.dest_end]
        if edit.tag == "equal":
            pieces.append(Piece(surplus, Change.SAME))
            continue
        pieces += [Piece(surplus, Change.SURPLUS)] if surplus else []
        pieces += [Piece(missing, Change.MISSING)] if missing else []
    return tuple(pieces)


def diffs(exercise: Exercise, response: Response) -> tuple[Diff | None, ...]:
    """For a short answer or number one comparison, for a cloze one a blank, for other kinds none.

    Each with the accepted form that is nearest; None where nothing was typed, all is the same, or the two
    have too little in common for a comparison to help, as numbers always have: no spelling is wrong in them.
    """
    match response:
        case Text(text):
            texts: tuple[str, ...] = (text,)
        case Blanks(texts):
            pass
        case Choice() | Pairing() | Order() | Written() | Skipped():
            return ()
    compare = compare_of(exercise.question)
    return tuple(
        _helpful(typed, forms, compare) for typed, forms in zip(texts, _accepted(exercise), strict=False)
    )


def _accepted(exercise: Exercise) -> Iterator[tuple[str, ...]]:
    """What is right for each text that is typed, the key first."""
    from quizmill.grade.also_right import also_right  # the first question does not wait for it

    question = exercise.question
    for key, also in zip(key_of(question), also_right(question), strict=False):  # none of what is not typed
        yield (key, *also.forms)


def _helpful(typed: str, forms: Iterable[str], compare: Compare | None) -> Diff | None:
    from rapidfuzz.distance import Levenshtein

    written = max(forms, key=lambda form: Levenshtein.normalized_similarity(fold(typed), fold(plain(form))))
    best, exact = plain(written), is_exact(written, compare)
    if _is_number(typed, best) and not exact:
        return None
    cased = exact or compare is Compare.CASE
    read = str if cased else _caseless
    alike = Levenshtein.normalized_similarity(_caseless(typed), _caseless(best))
    return diff(typed, best, cased=cased) if alike >= _ALIKE and read(typed) != read(best) else None


def _is_number(typed: str, right: str) -> bool:
    """Whether a number or time was typed, or a number in digits is right; misspelt words are none."""
    if values.read(typed) or not any(letter.isalpha() for letter in typed):
        return True
    return isinstance(values.read(right), Quantity) and any(letter.isdecimal() for letter in right)


def _caseless(text: str) -> str:
    """Lower case, letter for letter: `casefold` would change the length."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
