"""Difficulties that the answers speak for, beside those that the authors wrote; and writing them.

A difficulty is suggested only where the interval of the facility lies within its band: below `NOT_EASY` is
hard, above `NOT_HARD` easy, between the two medium. So none is suggested where answers cannot decide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import msgspec

from quizmill.analysis.answer import TESTS, Place
from quizmill.analysis.flags import NOT_EASY, NOT_HARD, FlagCode
from quizmill.analysis.intervals import Interval
from quizmill.app.in_place import changed, text_in_place
from quizmill.app.item_report import AnsweredItem, ItemReport
from quizmill.bank.edit import Edit, NotEditable, with_edits
from quizmill.bank.load import LoadedBank
from quizmill.bank.model import Difficulty, Question
from quizmill.errors import BadRequest, FileUnusable, Location
from quizmill.export.publish import Product

_DOUBTED = frozenset({FlagCode.WRONG_KEY, FlagCode.BELOW_CHANCE})
_FIELD = "difficulty"


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A difficulty for a question, and what was measured of it."""

    question: str
    location: Location  # of the difficulty, or of the question that tells none
    before: Difficulty
    is_told: bool  # by the author; else it goes without saying
    after: Difficulty
    place: Place  # where it was answered
    n: int
    facility: float
    interval: Interval  # of 95 %


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be written, and why some difficulties are not."""

    files: dict[Path, Product]
    refused: dict[str, str]  # by question


def suggestions(report: ItemReport, loaded: LoadedBank, wanted: Collection[str]) -> tuple[Suggestion, ...]:
    """The difficulties to change among the questions *wanted*, in the order of the report.

    What is sat as a test counts, all that decide being of one mind, and practice where no test has the
    question. A question whose key or wording is in doubt gets none: its facility measures the fault. That
    those who know more hardly do better is no sign of that where nearly all are right.
    """
    found: dict[str, tuple[Question, list[AnsweredItem]]] = {}
    for item in report.items:
        if item.question and item.current and item.question.id in wanted:
            found.setdefault(item.question.id, (item.question, []))[1].append(item)
    made = (_suggested(question, items, loaded) for question, items in found.values())
    return tuple(each for each in made if each)


def band(interval: Interval) -> Difficulty | None:
    """The difficulty in whose band all of the *interval* of a facility lies."""
    if interval.high < NOT_EASY:
        return Difficulty.HARD
    if interval.low > NOT_HARD:
        return Difficulty.EASY
    return Difficulty.MEDIUM if interval.low >= NOT_EASY and interval.high <= NOT_HARD else None


def _suggested(question: Question, items: Sequence[AnsweredItem], loaded: LoadedBank) -> Suggestion | None:
    raised = {flag.code for item in items for flag in item.flags}
    tests = [item for item in items if item.key.place in TESTS]
    counted = tests or [item for item in items if item.key.place == "practice"]
    decided: dict[Difficulty, Suggestion] = {}
    for item in sorted(counted, key=lambda item: -item.result.n):
        if made := _of_item(item, question, loaded):
            decided.setdefault(made.after, made)
    if len(decided) != 1 or raised & _DOUBTED:
        return None
    ((after, found),) = decided.items()
    doubted = FlagCode.MISLEADING in raised and after is not Difficulty.EASY
    return None if doubted or after is question.difficulty else found


def _of_item(item: AnsweredItem, question: Question, loaded: LoadedBank) -> Suggestion | None:
    """What the answers at one place speak for, where they decide."""
    interval, facility = item.result.interval, item.result.facility
    after = band(interval) if interval else None
    if after is None or interval is None or facility is None:
        return None
    location = loaded.origins.of_question(question.id, (_FIELD,))
    return Suggestion(
        question=question.id,
        location=location,
        before=question.difficulty,
        is_told=location != loaded.origins.of_question(question.id),
        after=after,
        place=item.key.place,
        n=item.result.n,
        facility=facility,
        interval=interval,
    )


def named(made: Iterable[Suggestion], ids: Iterable[str]) -> tuple[Suggestion, ...]:
    """Those of the questions with these *ids*; raises BadRequest for one that has none."""
    known = {each.question: each for each in made}
    if missing := [id for id in ids if id not in known]:
        raise BadRequest(f'--accept: nothing is suggested for "{missing[0]}"')
    return tuple(known[id] for id in dict.fromkeys(ids))


def accepted(chosen: Iterable[Suggestion], loaded: LoadedBank) -> Accepted:
    """The files with these difficulties in them; where one has no place in a file, that question stays.

    Raises FileUnusable for a file that has changed since it was read.
    """
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    refused: dict[str, str] = {}
    for each in chosen:
        origin = loaded.origins.questions[each.question]
        if origin.file not in before:
            before[origin.file] = after[origin.file] = _text(loaded, origin.file)
        edit = Edit((*origin.path, _FIELD), each.after.value)
        try:
            after[origin.file] = with_edits(after[origin.file], [edit])
        except NotEditable as error:
            refused[each.question] = str(error)
    files = {Path(file): changed(before[file], text) for file, text in after.items() if text != before[file]}
    return Accepted(files=files, refused=refused)


def _text(loaded: LoadedBank, file: str) -> str:
    text = text_in_place(loaded.folder, Path(file))
    if _as_read(text) != loaded.origins.texts[file]:
        raise FileUnusable(file, "it has changed while it was read; try again")
    return text


def _as_read(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
