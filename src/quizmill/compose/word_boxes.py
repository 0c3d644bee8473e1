"""Words to choose from for blanks: one box for those that stand close together, with some to spare."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from math import ceil

import msgspec

from quizmill.bank.cloze import Blank
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.compose.chance import shuffled
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper

_MOST = 12  # blanks that one box serves: more words than that nobody surveys
_FEWEST = 4  # words in a box, where there are so many


class WordBox(msgspec.Struct, frozen=True):
    """The words for the blanks of some exercises in a row, in an order that tells nothing."""

    exercises: tuple[Exercise, ...]
    words: tuple[str, ...]  # as markup
    spare: int  # of the words, those that belong in none of the blanks
    again: bool  # whether a word belongs in several


def word_boxes(paper: Paper, apart: Container[int] = ()) -> Mapping[int, WordBox]:
    """By the place of the exercise that each box stands above; no box spans one of the places *apart*.

    The spare words are those of other blanks of the paper: numbers for numbers and names for names, so that
    neither digits nor capitals tell where a word belongs. Where nothing is to choose from there is no box.
    """
    every = [blank for exercise in paper.exercises for blank in exercise.blanks]
    boxes = {place: _box(run, every, paper) for place, run in _runs(paper.exercises, apart)}
    return {place: box for place, box in boxes.items() if len(box.words) > 1}


def _runs(exercises: Iterable[Exercise], apart: Container[int]) -> Iterator[tuple[int, tuple[Exercise, ...]]]:
    """Exercises with blanks that stand in a row, and the place of the first; never too many for one box."""
    first, run = 0, tuple[Exercise, ...]()
    for place, exercise in enumerate(exercises):
        full = _count(run) + _count((exercise,)) > _MOST
        if run and (full or place in apart or not exercise.blanks):
            yield first, run
            run = ()
        if exercise.blanks:
            first, run = (first, run) if run else (place, run)
            run = (*run, exercise)
    if run:
        yield first, run


def _count(run: Iterable[Exercise]) -> int:
    return sum(len(exercise.blanks) for exercise in run)


def _box(run: tuple[Exercise, ...], every: Iterable[Blank], paper: Paper) -> WordBox:
    blanks = [blank for exercise in run for blank in exercise.blanks]
    own = _words(blanks)
    right = {fold(plain(form)) for blank in blanks for form in _forms(blank)}
    others = _words(each for each in every if not right & {fold(plain(form)) for form in _forms(each)})
    purpose = ("word box", paper.form, run[0].id)
    spare = _spare(own, shuffled(others, str, paper.seed, *purpose, "spare"))
    words = shuffled((*own, *spare), str, paper.seed, *purpose)
    return WordBox(run, tuple(words), len(spare), again=len(own) < len(blanks))


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
