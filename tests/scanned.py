"""Made-up readings of answer sheets, as if their pictures had been read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from answer_sheets import KINDS, bank_of, class_set, layout_of
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.decisions import SheetDecisions
from quizmill.classroom.scan.reading import Doubt, Fate, LineReading, PageReading
from quizmill.classroom.scan.stack import ReadPicture, Stack, stacked
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import FormSheet, Line

NAMES = ("Ann Lee", "Bo Li", "Cy Ng")
Marks = Mapping[tuple[int, int], tuple[int, ...]]  # by question and part: indices of rings


@cache
def short() -> ClassSet:
    """Three pupils and a page of a choice, several choices and a number, with a short answer beside them."""
    return class_set(
        bank_of(("choice", "response", "number", "words"), options=4), students=NAMES, order="bank"
    )


@cache
def long() -> ClassSet:
    """Three pupils and two pages, of all kinds."""
    return class_set(bank_of(KINDS * 5, options=5), students=NAMES, order="bank")


@cache
def unnumbered() -> ClassSet:
    """The short paper without a roster."""
    return class_set(bank_of(("choice", "response", "number", "words"), options=4), order="bank")


def key(made: ClassSet, form: str = "") -> Marks:
    """The rings of all right answers."""
    paper = made.paper(form) or made.papers[0]
    sheet = layout_of(made).sheet(paper.form)
    return {
        (line.number, line.part): _right(line, sheet, paper.exercises[line.number - 1])
        for line in sheet.lines
    }


def _right(line: Line, sheet: FormSheet, exercise) -> tuple[int, ...]:
    kind = type(exercise.question).__name__
    if kind == "Numerical":
        digits = exercise.question.answer
        return (line.labels.index(digits[line.part]),) if line.part < len(digits) else ()
    if kind == "Matching":
        return (exercise.key[line.part],)
    if kind == "Ordering":
        return (exercise.key.index(line.part),)
    return tuple(exercise.key)


def read(
    made: ClassSet,
    copy: int,
    page: int = 1,
    *,
    marks: Marks | None = None,
    doubts: Mapping[tuple[int, int], Doubt] | None = None,
    file: str = "scan.pdf",
    at: int = 0,
    quality: float = 1.0,
    digest: str = "",
) -> ReadPicture:
    """A picture of a page of that copy, with the key marked unless *marks* say otherwise."""
    printed = [*(each.form for each in made.copies), *made.spare]
    form = printed[copy - 1] if copy else made.papers[0].form
    paper = made.paper(form)
    assert paper
    told = {**key(made, form), **(marks or {})}
    lines = tuple(
        LineReading(
            line.number,
            line.part,
            tuple(0.6 if ring in told[line.number, line.part] else 0.0 for ring in range(len(line.labels))),
            told[line.number, line.part],
            (doubts or {}).get((line.number, line.part)),
        )
        for line in layout_of(made).sheet(form).lines
        if line.page == page
    )
    code = SheetCode(paper.fingerprint, copy, page)
    reading = PageReading(fate=Fate.READ, code=code, lines=lines, quality=quality)
    return ReadPicture(digest=digest or f"{file} {at or copy} {page}", file=file, page=at, reading=reading)


def other(fate: Fate, file: str, at: int = 0, code: SheetCode | None = None) -> ReadPicture:
    """A picture of something else."""
    return ReadPicture(digest=f"{file}{at}", file=file, page=at, reading=PageReading(fate=fate, code=code))


def stack(made: ClassSet, *pictures: ReadPicture, decisions: SheetDecisions | None = None) -> Stack:
    """They together."""
    nothing = SheetDecisions(paper=made.papers[0].fingerprint)
    return stacked(made, layout_of(made), pictures, decisions or nothing)
