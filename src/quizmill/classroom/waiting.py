"""What counts as soon as somebody has typed it: essays that were handed in, and words on scanned sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizmill.classroom.scripts import Script
from quizmill.grade.misread import Fault


class _Wait(NamedTuple):
    """How the answers are called, and what is done with them."""

    one: str
    several: str
    what: str
    came: str
    type_it: str
    nothing: str


_WAITS = {
    Fault.ESSAY_UNMARKED: _Wait(
        "essay is", "essays are", "to be marked", "answers", "type the marks", "0 for none"
    ),
    Fault.TO_TYPE: _Wait(
        *("answer is", "answers are", "in words, and to be typed", "pictures"),
        *("type what is written", "a dash for nothing"),
    ),
}


def waiting(scripts: Sequence[Script], typed: str = "") -> Iterator[str]:
    """What to do about them: how many there are of each, by form and number.

    *typed* is the file of the table that came with them; "" where none did.
    """
    for fault, wait in _WAITS.items():
        for (form, number), count in _found(scripts, fault).items():
            told = f"question {number}{f' of form {form}' if form else ''}"
            answers = f"1 {wait.one}" if count == 1 else f"{count} {wait.several}"
            help = f"--template FILE with these {wait.came} writes a table for it"
            if typed:
                help = f"{wait.type_it} into the column {number} of {typed}, {wait.nothing}"
            yield f"{told}: {answers} {wait.what}; {help}"


def _found(scripts: Sequence[Script], fault: Fault) -> Counter[tuple[str, int]]:
    return Counter(
        (script.form, answer.number)
        for script in scripts
        for answer in script.answers
        if answer.misread and answer.misread.reason.key == fault
    )
