"""Which number a deletion bears. The number is the card: a learner's history hangs on it.

A blank, pair or step keeps the number it had in the previous release, found by its text, or by one so like it
that it has been corrected; a new one takes the next number that nobody ever had. A number once given is never
given to something else, so all are remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import count

import msgspec

from quizmill.bank.markup import same
from quizmill.errors import ExportRefused

LAST = 499  # Anki makes no card for a higher number
_ALIKE = 80  # of 100; "29.5 days" is 88 like "29.5", "First quarter" 77 like "Third quarter"
_WORDS, _SPELLING = (
    0.7,
    0.3,
)  # what each counts for in that: "29.53 days" is more like "29.5 days" than "days" is

_Texts = tuple[str, ...]
_Placed = Mapping[int, _Texts]  # folded texts by their place in the question, from 1


class Numbered(msgspec.Struct, frozen=True):
    """A number, and the plain texts of what bears or bore it: a blank, a step, or a pair's left and right."""

    number: int
    texts: _Texts
    place: int = 0  # in the question as last released, from 1; 0 when it was no longer asked there


def number(items: Sequence[_Texts], remembered: tuple[Numbered, ...], question: str) -> tuple[int, ...]:
    """The number of each item, in the items' order.

    Raises ExportRefused when *question* has used up all numbers.
    """
    kept = _kept(items, remembered) if remembered else {}
    following = count(max((old.number for old in remembered), default=0) + 1)
    given = tuple(kept[place] if place in kept else next(following) for place in range(1, len(items) + 1))
    if max(given, default=0) > LAST:
        raise ExportRefused(
            (f"{question}: Anki makes no more than {LAST} cards of one note; split the question",)
        )
    return given


def remember(
    items: Sequence[_Texts], numbers: tuple[int, ...], remembered: tuple[Numbered, ...]
) -> tuple[Numbered, ...]:
    """What the next release must know: the numbers now given, and all that were."""
    known = {old.number: Numbered(old.number, old.texts) for old in remembered}
    placed = enumerate(zip(numbers, items, strict=True), 1)
    known |= {n: Numbered(n, item, place) for place, (n, item) in placed}
    return tuple(known[n] for n in sorted(known))


def _kept(items: Sequence[_Texts], remembered: tuple[Numbered, ...]) -> dict[int, int]:
    """The numbers of those items that had one, by place.

    What was asked before comes back under its own text alone; what is asked still may have changed.
    """
    asked = sorted((old for old in remembered if old.place), key=lambda old: old.place)
    asked = asked or list(remembered)  # a deck from before places were kept
    wanted = dict(enumerate(map(_folded, items), 1))
    known = {place: _folded(old.texts) for place, old in enumerate(asked, 1)}
    as_written = _equal(dict(enumerate(items, 1)), {n: old.texts for n, old in enumerate(asked, 1)})
    kept: dict[int, int] = {}

    def keep(pairs: Mapping[int, int]) -> None:
        for new, old in pairs.items():
            del wanted[new]
            del known[old]
            kept[new] = asked[old - 1].number

    by_left = _sharing(wanted, known, lambda texts: texts[0])
    by_right = _sharing(wanted, known, lambda texts: texts[-1])
    keep(as_written)  # first: two may differ in capitals alone
    keep(_equal(wanted, known))
    for old in remembered:
        texts = _folded(old.texts)
        again = next((place for place in wanted if wanted[place] == texts), 0)
        if again and old not in asked:
            del wanted[again]
            kept[again] = old.number
    for pairs in (by_left, by_right):
        keep({new: old for new, old in pairs.items() if new in wanted and old in known})
    keep(_corrected(wanted, known))
    return kept


def _equal(wanted: _Placed, known: _Placed) -> dict[int, int]:
    """Items by the known place of the same texts; of several alike each by the one it stands nearest to."""
    pairs: dict[int, int] = {}
    before = _places(known, lambda texts: texts)
    for texts, new in _places(wanted, lambda texts: texts).items():
        old = before.get(texts, [])
        shorter, longer = sorted((new, old), key=len)
        shifts = range(len(longer) - len(shorter) + 1)
        shift = min(
            shifts, key=lambda by: sum(abs(a - b) for a, b in zip(shorter, longer[by:], strict=False))
        )
        together = zip(shorter, longer[shift:], strict=False)
        pairs |= dict(together) if shorter is new else {b: a for a, b in together}
    return pairs


def _sharing(wanted: _Placed, known: _Placed, part: Callable[[_Texts], str]) -> dict[int, int]:
    """Items by the known place of what shares one part of their texts, where nothing else has that part."""
    before = _places(known, part)
    return {
        new[0]: before[text][0]
        for text, new in _places(wanted, part).items()
        if len(new) == 1 and len(before.get(text, ())) == 1
    }


def _corrected(wanted: _Placed, known: _Placed) -> dict[int, int]:
    """Items by the known place of what they are most like, the likest and then the nearest first."""
    ranked = sorted(
        (-alike, abs(new - old), new, old)
        for new, texts in wanted.items()
        for old, before in known.items()
        if (alike := _likeness(texts, before)) >= _ALIKE
    )
    pairs: dict[int, int] = {}
    for _, _, new, old in ranked:
        if new not in pairs and old not in pairs.values():
            pairs[new] = old
    return pairs


def _likeness(one: _Texts, other: _Texts) -> float:
    """From 0 to 100: how many words they share, and how much of their spelling, punctuation apart."""
    from rapidfuzz import fuzz, utils  # 20 ms that only a changed item needs

    texts = utils.default_process(" ".join(one)), utils.default_process(" ".join(other))
    return _WORDS * fuzz.token_set_ratio(*texts) + _SPELLING * fuzz.ratio(*texts)


def _places(placed: _Placed, part: Callable[[_Texts], Hashable]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for place, texts in placed.items():
        found.setdefault(part(texts), []).append(place)
    return found


def _folded(texts: _Texts) -> _Texts:
    return tuple(map(same, texts))
