"""A class on a page of text: who earned what, how the class did, and what each question shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.markup import plain
from quizmill.classroom.class_results import ENOUGH, ClassResult, QuestionResult
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.gradebook import number
from quizmill.classroom.scripts import Marked, Script
from quizmill.faces.phrases import count, marks
from quizmill.faces.text import cells, harmless

_PROMPT, _WRONG = 60, 60  # characters of a prompt and of an answer


def report(made: ClassSet, marked: Marked, result: ClassResult) -> Iterator[str]:
    """The lines of the whole report."""
    forms = [paper.form for paper in made.papers]
    told = f", forms {forms[0]} to {forms[-1]}" if len(forms) > 1 else ""
    questions = count(len(result.questions), "question")
    yield harmless(f"{made.title}: {questions}, {marks(result.possible)}{told}")
    yield ""
    yield from _scores(marked.scripts)
    if any(script.unread for script in marked.scripts):
        yield "* an answer could not be read, and its marks are missing"
    yield ""
    yield from _class(marked, result)
    if marked.scripts:
        yield ""
        yield from _questions(result, forms[0])


def _scores(scripts: Sequence[Script]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [("student", "form", "marks", "of", "%")]
    rows += [
        (
            harmless(script.student),
            harmless(script.form),
            number(script.earned) + ("*" if script.unread else ""),
            str(script.possible),
            f"{script.percent:.1f}",
        )
        for script in scripts
    ]
    yield from _aligned(rows, "<<>>>")


def _class(marked: Marked, result: ClassResult) -> Iterator[str]:
    if marked.scripts:
        share = f"{100 * result.mean / result.possible:.1f} %"
        yield (
            f"{count(result.students, 'student')}: mean {number(result.mean)} of {result.possible} ({share}),"
            f" median {number(result.median)}, from {number(result.lowest)} to {number(result.highest)}"
        )
    else:
        yield "No script was marked."
    if marked.absent:
        yield harmless(f"No answers: {', '.join(marked.absent)}")


def _questions(result: ClassResult, form: str) -> Iterator[str]:
    yield f"Questions, as numbered on form {form}" if form else "Questions"
    rows: list[tuple[str, ...]] = [("no.", "right", "mean", "of", "discr.", "question")]
    rows += [_row(question) for question in result.questions]
    for line, question in zip(_aligned(rows, ">>>>><"), (None, *result.questions), strict=True):
        yield line
        if question and question.wrong:
            by = f"({question.wrong.students} of {question.students})"
            yield f"     most often wrong: {_short(question.wrong.text, _WRONG)} {by}"
        if question and question.students and question.empty == question.students:
            yield "     nobody answered; was it copied?"
    yield ""
    if any(question.discrimination is not None for question in result.questions):
        yield "discr.: how far those who did well on the rest did well here, from -1 to 1; below 0,"
        yield "look at the question and its key"
    else:
        yield f"Discrimination is shown from {ENOUGH} students on."


def _row(question: QuestionResult) -> tuple[str, ...]:
    parted = question.discrimination
    return (
        str(question.number),
        f"{100 * question.share_right:.0f} %",
        number(question.mean),
        str(question.exercise.question.marks),
        "" if parted is None else f"{parted:.2f}",
        f"{_short(plain(question.exercise.prompt), _PROMPT)} [{harmless(question.exercise.id)}]",
    )


def _short(text: str, length: int) -> str:
    words = harmless(" ".join(text.split()))
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def _aligned(rows: Sequence[Sequence[str]], sides: str) -> Iterator[str]:
    """The rows with columns under each other, two blanks apart, however wide their characters are."""
    widths = [max(cells(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (
            " " * (width - cells(cell)) + cell if side == ">" else cell + " " * (width - cells(cell))
            for cell, width, side in zip(row, widths, sides, strict=True)
        )
        yield "  ".join(padded).rstrip()
