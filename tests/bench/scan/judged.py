"""A reader's work on one sheet, held against the truth."""

from __future__ import annotations

import time
from typing import NamedTuple

from quizmill.classroom.scan.reader import Layouts, read_page
from quizmill.classroom.scan.reading import Fate, LineReading, PageReading
from quizmill.compose.answer_sheet.layout import Layout, Line

from .hands import Answers
from .simulated import Seed, Simulated, simulated


class Wrong(NamedTuple):
    """An answer that was not read as it was meant."""

    question: int
    part: int
    meant: str
    read: str
    doubt: str  # empty: nobody would have looked
    drawn: str
    darkness: tuple[float, ...]


class Outcome(NamedTuple):
    """What became of one sheet."""

    sheet: str  # the seed, or the picture's name
    condition: str
    hand: str
    answers: int
    wrong: tuple[Wrong, ...]
    shown: int
    fate: str  # "read", or why it is lost
    seconds: float  # of processor time

    @property
    def lost(self) -> bool:
        return self.fate != Fate.READ

    @property
    def silent(self) -> list[Wrong]:
        return [each for each in self.wrong if not each.doubt]


def outcome(seed: Seed) -> Outcome:
    """The sheet of that seed, drawn, read and judged."""
    return outcome_of(simulated(seed), str(seed), seed.condition)


def outcome_of(sheet: Simulated, name: str, condition: str) -> Outcome:
    """The sheet, read and judged."""
    page = sheet.page
    layouts: Layouts = {page.code.paper: (page.layout, page.form)}
    started = time.process_time()
    reading = read_page(sheet.picture, layouts)
    seconds = time.process_time() - started
    fate = _fate(sheet, reading)
    lines = {(line.number, line.part): line for line in lines_of(page.layout, page.form, page.code.page)}
    if fate != Fate.READ:
        return Outcome(name, condition, sheet.hand, len(lines), (), 0, fate, seconds)
    wrong = wrong_lines(reading, lines, sheet.truth, sheet.marks)
    shown = sum(line.doubt is not None for line in reading.lines)
    return Outcome(name, condition, sheet.hand, len(lines), wrong, shown, fate, seconds)


def lines_of(layout: Layout, form: str, page: int) -> list[Line]:
    return [line for line in layout.sheet(form).lines if line.page == page]


def wrong_lines(
    reading: PageReading,
    lines: dict[tuple[int, int], Line],
    truth: Answers,
    drawn: dict[tuple[int, int], str],
) -> tuple[Wrong, ...]:
    """Every line that is not read as it was meant; one that is not read at all among them."""
    read = {(each.number, each.part): each for each in reading.lines}
    wrong = []
    for key, line in lines.items():
        seen = read.get(key, LineReading(*key, (), (), None))
        meant = truth.get(key, frozenset())
        if frozenset(seen.marked) != meant:
            said = drawn.get(key, "")
            doubt = seen.doubt.value if seen.doubt else ""
            wrong.append(
                Wrong(*key, _labels(line, meant), _labels(line, seen.marked), doubt, said, seen.darkness)
            )
    return tuple(wrong)


def _fate(sheet: Simulated, reading: PageReading) -> str:
    if reading.fate is Fate.READ and reading.code != sheet.page.code:
        return f"read as {reading.code}"
    return reading.fate.value


def _labels(line: Line, rings: frozenset[int] | tuple[int, ...]) -> str:
    return " ".join(line.labels[ring] for ring in sorted(rings)) or "nothing"
