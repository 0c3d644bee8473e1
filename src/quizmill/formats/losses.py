"""The report that a matrix gives of a paper: what of which question the format changes or loses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from quizmill.bank.cloze import with_gaps
from quizmill.bank.markup import Block, Display, ItemList, Listing, Picture, Spans, Style, Table, blocks
from quizmill.bank.model import Cloze, Essay, MultipleChoice, MultipleResponse, Question, Record
from quizmill.compose.exercise import Exercise
from quizmill.formats.matrix import FIELDS, Cell, How, Matrix
from quizmill.formats.report import Harm, Loss

_SEVERITY = {How.CHANGED: Harm.CHANGED, How.OTHERWISE: Harm.CHANGED, How.LOST: Harm.LOST}
_STYLES = {
    Style.EMPHASIS: "emphasis",
    Style.STRONG: "strong",
    Style.CODE: "code",
    Style.MATHEMATICS: "mathematics",
}
_TEXTS = (  # fields whose text may have marks; those of a distractor stand below it
    *("context", "prompt", "text", "answer", "answers", "distractors", "pairs", "extra", "sequence"),
    *("points", "accept", "correction", "explanation", "hint"),
)


def is_lost(exercise: Exercise, matrix: Matrix) -> bool:
    """Whether a format has no place for a question of this kind at all."""
    return matrix.kinds[exercise.kind].how is How.LOST


def losses(exercises: Iterable[Exercise], matrix: Matrix) -> Iterator[Loss]:
    """What a format changes and loses of each of *exercises*, but for what only its writer can tell."""
    for exercise in exercises:
        question, kind = exercise.question, matrix.kinds[exercise.kind]
        if is_lost(exercise, matrix):
            yield _loss(question, kind, "question", exercise.prompt)
            continue
        yield from _of(question, kind, kind.field or "type", exercise.kind)
        for name, value in said(exercise):
            cell = matrix.field(exercise.kind, name)
            for field in dict.fromkeys((name, cell.field or name)):
                yield from _of(question, cell, field, _in_brief(value))
        for field, mark in dict.fromkeys(marks(question)):
            if field in FIELDS and matrix.field(exercise.kind, field).how is How.LOST:
                continue  # which is told already
            yield from _of(question, matrix.markup[mark], field, "")


def said(exercise: Exercise) -> Iterator[tuple[str, Any]]:
    """Those of FIELDS that a question says something in, with what; its id and topic are always said."""
    question = exercise.question
    yield "id", question.id
    yield "topic", exercise.topic_title
    for name, default in optional(type(question)).items():
        if (value := getattr(question, name)) != default:
            yield name, value
    wrong = question.distractors if isinstance(question, MultipleChoice | MultipleResponse) else ()
    if whys := [distractor.why for distractor in wrong if distractor.why]:
        yield "why", " | ".join(whys)
    if isinstance(question, Essay) and not question.facts and any(point.facts for point in question.points):
        yield "facts", tuple(fact for point in question.points for fact in point.facts)


def marks(question: Question) -> Iterator[tuple[str, str]]:
    """The marks of our markup in a question's texts: field, and which of MARKUP."""
    for name in _TEXTS:
        for text in _texts(getattr(question, name, "")):
            for mark in _marks_in(with_gaps(text) if isinstance(question, Cloze) else text):
                yield name, mark


def blocks_of(question: Question) -> Iterator[tuple[str, Block]]:
    """The blocks of a question's texts, each with its field."""
    for name in _TEXTS:
        for text in _texts(getattr(question, name, "")):
            for block in blocks(with_gaps(text) if isinstance(question, Cloze) else text):
                yield name, block


def texts_of(question: Question) -> tuple[str, ...]:
    """Every text of a question that may have marks; of a cloze with its blanks."""
    return tuple(text for name in _TEXTS for text in _texts(getattr(question, name, "")))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for name in value.__struct_fields__:
            if name != "facts":
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)


def _marks_in(text: str) -> Iterator[str]:
    for block in blocks(text):
        match block:
            case Listing():
                yield "listing"
            case Table(head=head, rows=rows):
                yield "table"
                for row in (head, *rows):
                    for cell in row:
                        yield from _styles(cell)
            case ItemList(items=items):
                yield "list"
                for item in items:
                    yield from _styles(item)
            case Display():
                yield "mathematics"
            case Picture(credit=credit):
                yield from ("picture", "picture.credit") if credit else ("picture",)
            case _:
                yield from _styles(block.spans)


def _styles(spans: Spans) -> Iterator[str]:
    return (_STYLES[span.style] for span in spans if span.style is not Style.PLAIN)


def _of(question: Question, cell: Cell, field: str, was: str) -> Iterator[Loss]:
    if cell.how is not How.WHOLE and not cell.by_content:
        yield _loss(question, cell, field, was)


def _loss(question: Question, cell: Cell, field: str, was: str) -> Loss:
    return Loss(id=question.id, field=field, rule=cell.why, was=was, severity=_SEVERITY[cell.how])


def _in_brief(value: Any) -> str:
    """A value as text, for a report."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return msgspec.json.encode(value).decode()


@cache
def optional(kind: type[Question]) -> dict[str, Any]:
    """Those of FIELDS that a kind has, with what they are by default: msgspec takes long to tell."""
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    return {
        name: field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
        for name, field in fields.items()
        if name in FIELDS and not field.required
    }
