"""Words to choose from for blanks: a box for those in a row, or for all, with some to spare."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from math import ceil

import msgspec

from quizmill.bank.cloze import Blank
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.compose.chance import shuffled
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper

_MOST = 12  # blanks that one box serves: more words than that nobody surveys
_LEAST = 3  # words to choose from, its own where a row has a box to itself: fewer are the answer
_FEWEST = 4  # words in a box, where there are so many


class WordBox(msgspec.Struct, frozen=True):
    """The words for the blanks of some exercises, in an order that tells nothing."""

    exercises: tuple[Exercise, ...]
    places: tuple[int, ...]  # of the exercises on the paper, from 0
    words: tuple[str, ...]  # as markup
    spare: int  # of the words, those that belong in none of the blanks
    again: bool  # whether a word belongs in several
    below: bool  # whether the exercises are the next ones below the box


def word_boxes(paper: Paper, apart: Container[int] = ()) -> Mapping[int, WordBox]:
    """By the place of the exercise that each box stands above; no box spans one of the places *apart*.

    Exercises in a row share a box. Where that leaves a box without enough words of its own, one at the head
    serves all between two of the places *apart*. The spare words are those of other blanks of the paper:
    numbers for numbers and names for names, so that neither digits nor capitals tell where a word belongs.
    Where too little is to choose from there is no box.
    """
    every = [blank for exercise in paper.exercises for blank in exercise.blanks]
    stretches = _stretches(paper.exercises, apart)
    boxes = {
        place: _box(run, every, paper, below=place == run[0])
        for stretch in stretches
        for place, run in _placed(stretch, paper.exercises)
    }
    return {place: box for place, box in boxes.items() if len(box.words) >= _LEAST}


def _stretches(exercises: Sequence[Exercise], apart: Container[int]) -> Iterator[range]:
    """The places between two that are *apart*."""
    begins = [place for place in range(len(exercises)) if place == 0 or place in apart]
    for first, end in zip(begins, [*begins[1:], len(exercises)], strict=True):
        yield range(first, end)


def _placed(stretch: range, exercises: Sequence[Exercise]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The places of the exercises that share a box, and that of the exercise it stands above."""
    rows = list(_runs(stretch, exercises, scattered=False))
    own = [_words(blank for place in row for blank in exercises[place].blanks) for row in rows]
    gather = len(rows) > 1 and min(map(len, own)) < _LEAST
    for run in _runs(stretch, exercises, scattered=True) if gather else rows:
        scattered = run[-1] - run[0] >= len(run)
        yield stretch[0] if scattered and run[0] <= rows[0][0] else run[0], run


def _runs(places: range, exercises: Sequence[Exercise], *, scattered: bool) -> Iterator[tuple[int, ...]]:
    """Exercises with blanks, in a row unless they may be *scattered*; never too many for one box."""
    run = tuple[int, ...]()
    for place in places:
        blanks = exercises[place].blanks
        full = _count(exercises[each] for each in run) + len(blanks) > _MOST
        if run and (full if blanks else not scattered):
            yield run
            run = ()
        run += (place,) if blanks else ()
    if run:
        yield run


def _count(run: Iterable[Exercise]) -> int:
    return sum(len(exercise.blanks) for exercise in run)


def _box(places: tuple[int, ...], every: Iterable[Blank], paper: Paper, *, below: bool) -> WordBox:
    run = tuple(paper.exercises[place] for place in places)
    below = below and places[-1] - places[0] < len(places)
    blanks = [blank for exercise in run for blank in exercise.blanks]
    own = _words(blanks)
    right = {fold(plain(form)) for blank in blanks for form in _forms(blank)}
    others = _words(each for each in every if not right & {fold(plain(form)) for form in _forms(each)})
    purpose = ("word box", paper.form, run[0].id)
    spare = _spare(own, shuffled(others, str, paper.seed, *purpose, "spare"))
    words = shuffled((*own, *spare), str, paper.seed, *purpose)
    return WordBox(run, places, tuple(words), len(spare), again=len(own) < len(blanks), below=below)


def _words(blanks: Iterable[Blank]) -> tuple[str, ...]:
    """One word for all blanks in which it is right."""
    found: dict[str, str] = {}
    for blank in blanks:
        if not any(fold(plain(form)) in found for form in _forms(blank)):
            found[fold(plain(blank.answer))] = blank.answer
    return tuple(found.values())


def _forms(blank: Blank) -> tuple[str, ...]:
    return (blank.answer, *blank.accept)


def _spare(own: tuple[str, ...], others: list[str]) -> list[str]:
    """Some of the others, of the shapes that *own* has in turn, as far as there are."""
    wanted = max(_FEWEST - len(own), 2, ceil(len(own) / 4))
    found: list[str] = []
    for shape in [*dict.fromkeys(map(_shape, own))] * wanted:
        found += [word for word in others if _shape(word) == shape and word not in found][:1]
    return [*found, *(word for word in others if word not in found)][:wanted]


def _shape(word: str) -> str:
    """What shows of a word without reading it: digits, or how it begins."""
    told = plain(word)
    if any(each.isdigit() for each in told):
        return "number"
    return "name" if told[:1].isupper() else "word"
