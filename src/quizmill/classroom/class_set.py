"""A class set: the forms of a paper, who gets which, and all that is needed to print and mark them again.

Kept as JSON beside the PDFs it needs no bank: the sheets can be printed again and the answers marked years
later, even if the bank has changed or is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from quizmill.bank.model import Name
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import VERSION as SINGLE
from quizmill.compose.paper import Paper, version_of
from quizmill.compose.paper import restore as restore_paper
from quizmill.errors import FileUnusable

VERSION = 2  # of the saved form; version 1 is a single paper


class Copy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sheet with a name on it, and the student's class where the roster has it."""

    student: str
    form: str
    group: str = msgspec.field(default="", name="class")


class ClassSet(msgspec.Struct, frozen=True, kw_only=True):
    """Forms in order, and the copies with names, in the order of the roster; none without a roster."""

    papers: tuple[Paper, ...]
    copies: tuple[Copy, ...] = ()
    names: tuple[Name, ...] = ()  # the bank's: their aliases are right answers
    images: dict[str, bytes] = {}  # by the file that a question names
    separator: str = ","  # in the roster, so in the tables that the same spreadsheet shall open
    looks: dict[str, Any] = {}  # how it was printed, as the printer keeps it; empty when nobody kept it

    @property
    def title(self) -> str:
        """What stands at the top of every form."""
        return self.papers[0].title

    def paper(self, form: str) -> Paper | None:
        """The form of that letter, in either case."""
        return next((paper for paper in self.papers if paper.form.casefold() == form.casefold()), None)


class _Order(msgspec.Struct, frozen=True):
    """How one form differs from the first: which question comes when, and which option where."""

    form: str
    questions: tuple[int, ...]
    options: tuple[tuple[int, ...], ...]


class _Saved(msgspec.Struct, frozen=True, kw_only=True):
    """Every question once, as the first form poses it; a file of 30 forms is little larger than one of 1."""

    version: int = VERSION
    first: Paper
    forms: tuple[_Order, ...]
    copies: tuple[Copy, ...] = ()
    names: tuple[Name, ...] = ()
    images: dict[str, bytes] = {}
    separator: Annotated[str, Meta(pattern=r'^[^"\r\n]$')] = ","
    looks: dict[str, Any] = {}


def hand_out(
    papers: tuple[Paper, ...], students: Sequence[str], classes: Sequence[str] = ()
) -> tuple[Copy, ...]:
    """A copy for each student, the forms in turn, so that neighbours on the roster differ.

    *classes* has one for each student, or none at all.
    """
    return tuple(
        Copy(student=student, form=papers[index % len(papers)].form, group=group)
        for index, (student, group) in enumerate(zip(students, classes or [""] * len(students), strict=True))
    )


def save(made: ClassSet) -> bytes:
    """The class set as JSON, ending in a line break."""
    first = made.papers[0]
    saved = _Saved(
        first=first,
        forms=tuple(_order(first, paper) for paper in made.papers),
        copies=made.copies,
        names=made.names,
        images=made.images,
        separator=made.separator,
        looks=made.looks,
    )
    return msgspec.json.format(msgspec.json.encode(saved), indent=1) + b"\n"


def restore(data: bytes, path: str) -> ClassSet:
    """The class set saved in *data*, or the single paper of an older quizmill as a set of one.

    Raises FileUnusable when it is neither, or from a newer quizmill.
    """
    version = version_of(data, path)
    if version == SINGLE:
        return ClassSet(papers=(restore_paper(data, path),))
    if version != VERSION:
        raise FileUnusable(
            path, f"the paper has version {version}; this quizmill reads versions {SINGLE} and {VERSION}"
        )
    try:
        return _class_set(msgspec.json.decode(data, type=_Saved))
    except (msgspec.MsgspecError, IndexError, ValueError) as error:
        raise FileUnusable(path, f"this is not a saved paper ({error})") from error


def _order(first: Paper, paper: Paper) -> _Order:
    places = {exercise.id: index for index, exercise in enumerate(first.exercises)}
    questions = tuple(places[exercise.id] for exercise in paper.exercises)
    options = tuple(
        tuple(first.exercises[place].options.index(option) for option in exercise.options)
        for place, exercise in zip(questions, paper.exercises, strict=True)
    )
    return _Order(paper.form, questions, options)


def _class_set(saved: _Saved) -> ClassSet:
    if not saved.forms or not saved.first.exercises:
        raise ValueError("it has no questions")
    papers = tuple(_paper(saved.first, order) for order in saved.forms)
    for copy in saved.copies:
        if copy.form not in {paper.form for paper in papers}:
            raise ValueError(f'{copy.student} has the form "{copy.form}", which is not there')
    return ClassSet(
        papers=papers,
        copies=saved.copies,
        names=saved.names,
        images=saved.images,
        separator=saved.separator,
        looks=saved.looks,
    )


def _paper(first: Paper, order: _Order) -> Paper:
    exercises = (
        _reordered(first.exercises[question], options)
        for question, options in zip(order.questions, order.options, strict=True)
    )
    return replace(first, form=order.form, exercises=tuple(exercises))


def _reordered(exercise: Exercise, options: tuple[int, ...]) -> Exercise:
    key = tuple(options.index(right) for right in exercise.key)
    return replace(
        exercise,
        options=tuple(exercise.options[option] for option in options),
        key=tuple(sorted(key)) if exercise.kind == "multiple_response" else key,
    )
