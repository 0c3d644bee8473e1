"""A word box on paper: its words in a frame, and what is to be known of them."""

from __future__ import annotations

from collections.abc import Iterable

from quizmill.bank.ranges import in_ranges
from quizmill.compose.word_boxes import WordBox
from quizmill.export.paper.composed import option, option_width
from quizmill.export.paper.elements import Framed
from quizmill.export.paper.look import Looks
from quizmill.export.paper.rows import Cell, Row, Stack
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

_INSIDE, _BETWEEN = 8.0, 22.0  # points in ordinary print: within the frame, and from word to word


def word_bank(box: WordBox, width: float, looks: Looks, words: Words, setter: Typesetter) -> Stack:
    """What stands above the first of the questions that the *box* is for, *width* points wide."""
    cue = setter.set(about_words(box, words), looks.cue, width)
    inside = _INSIDE * looks.scale
    lines = _lines(box.words, width - 2 * inside, looks, setter)
    return Stack(
        [
            Row([(0, cue)], after=4 * looks.scale),
            Row([(0, Framed(Stack(list(lines)), width, inside))], after=10 * looks.scale),
        ]
    )


def about_words(box: WordBox, words: Words) -> str:
    """What is to be known of the words in a box."""
    numbers = in_ranges(place + 1 for place in box.places)
    told = [
        words("sheet.choose_words", n=len(box.exercises))
        if box.below
        else words("sheet.choose_words_of", n=len(box.exercises), numbers=numbers)
    ]
    told += [words("sheet.word_again")] if box.again else []
    told += [words("sheet.words_left", n=box.spare)] if box.spare else []
    return words("sheet.between").join(told)


def _lines(texts: Iterable[str], width: float, looks: Looks, setter: Typesetter) -> Iterable[Row]:
    """The words in reading order, as many on a line as fit."""
    between, after = _BETWEEN * looks.scale, 3 * looks.scale
    cells: list[Cell] = []
    left = 0.0
    for text in texts:
        room = min(option_width(text, looks.body, setter), width)
        if cells and left + room > width:
            yield Row(cells, after=after)
            cells, left = [], 0.0
        cells.append((left, option(text, looks.body, room, setter)))
        left += room + between
    yield Row(cells)
