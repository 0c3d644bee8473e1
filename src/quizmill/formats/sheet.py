"""Our own table of questions, a row each: what csv and xlsx share. It carries every field of every kind.

The column `answer` has the letters of the right options (`a`, or `a|c`), `true` or `false`, or the answer
itself. The columns `option 1`, `feedback 1` and so on have what a kind has several of: options and why they
tempt, other accepted forms or units, lefts and their rights (a right without a left is spare), steps in
order, points and the facts they rest on. The last column is for the import alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, assert_never

import msgspec

from quizmill.bank.model import (
    KINDS,
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
    kind_of,
)
from quizmill.bank.write import question_fields
from quizmill.compose.exercise import Exercise, letter
from quizmill.formats.field_digests import digests, in_a_cell
from quizmill.formats.format import Settings
from quizmill.formats.losses import optional
from quizmill.formats.matrix import WHOLE, lost, matrix
from quizmill.formats.report import Report

HEAD = ("id", "type", "topic", "prompt", "answer")
_NAMES = "explanation hint tags marks context correction unit tolerance"
_RANKS = "importance difficulty level facts compare shuffle pin_last place lines formerly"
FIELDS = tuple(f"{_NAMES} {_RANKS}".split())
_MEDIA = ("image", "image alt", "image credit", "audio", "transcript", "audio credit")
_JSON = ("allow", "own")
EXPORTED = "exported"  # what the fields were, so that an import can tell what was changed in the table
BETWEEN = "|"
MATRIX = matrix(kinds=dict.fromkeys(KINDS, WHOLE), fields={"origin": lost("an import writes its own")})
NOT_OURS = "the first row must have the titles type, prompt and answer; --from table reads others"


def rows(exercises: Iterable[Exercise]) -> Iterator[list[str]]:
    """The titles of the columns, then the questions."""
    told = [(exercise, _parts(exercise.question)) for exercise in exercises]
    most = max((len(parts) for _, parts in told), default=0)
    numbered = [f"{name} {n}" for n in range(1, most + 1) for name in ("option", "feedback")]
    yield [*HEAD, *numbered, *FIELDS, *_MEDIA, *_JSON, EXPORTED]
    for exercise, parts in told:
        cells = [text for part in parts for text in part] + [""] * (2 * (most - len(parts)))
        exported = in_a_cell(digests(question_fields(exercise.question)))
        yield [*_head(exercise), *cells, *_tail(exercise.question), exported]


def _head(exercise: Exercise) -> list[str]:
    question = exercise.question
    prompt = question.text if isinstance(question, Cloze) else question.prompt
    return [question.id, kind_of(question), exercise.topic_title, prompt, _answer(question)]


def _answer(question: Question) -> str:
    match question:
        case MultipleChoice():
            return letter(_at(question))
        case MultipleResponse():
            return BETWEEN.join(map(letter, range(len(question.answers))))
        case TrueFalse():
            return "true" if question.answer else "false"
        case ShortAnswer() | Numerical():
            return question.answer
        case Cloze() | Matching() | Ordering() | Essay():
            return ""
        case _:
            assert_never(question)


def _at(question: MultipleChoice) -> int:
    """Where the answer stands among the options as they are written."""
    return question.place - 1


def _parts(question: Question) -> list[tuple[str, str]]:
    """What a kind has several of, in twos."""
    match question:
        case MultipleChoice():
            found = [(each.text, each.why) for each in question.distractors]
            found.insert(_at(question), (question.answer, ""))
            return found
        case MultipleResponse():
            wrong = [(each.text, each.why) for each in question.distractors]
            return [(answer, "") for answer in question.answers] + wrong
        case ShortAnswer():
            return [(form, "") for form in question.accept]
        case Matching():
            return [*question.pairs, *(("", spare) for spare in question.extra)]
        case Ordering():
            return [(step, "") for step in question.sequence]
        case Essay():
            return [(point.point, " ".join(point.facts)) for point in question.points]
        case Numerical():
            return [(unit, "") for unit in question.accept_units]
        case TrueFalse() | Cloze():
            return []
        case _:
            assert_never(question)


def _tail(question: Question) -> list[str]:
    image, audio = question.image, question.audio
    return [
        *(_cell(question, name) for name in FIELDS),
        *((image.file, image.alt, image.credit) if image else ("", "", "")),
        *((audio.file, audio.transcript, audio.credit) if audio else ("", "", "")),
        *(_json(getattr(question, name)) for name in _JSON),
    ]


def _cell(question: Question, name: str) -> str:
    """A field that all kinds or some have; empty where it says nothing."""
    defaults = optional(type(question))
    if name not in defaults or getattr(question, name) == defaults[name]:
        return ""
    value = getattr(question, name)
    if isinstance(value, tuple):
        return " ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode() if value else ""


def is_head(titles: Sequence[str]) -> bool:
    """Whether these are the titles of our own table, whatever columns were moved or added."""
    return {"type", "prompt", "answer"} <= {title.strip().lower() for title in titles}


def tell_media(settings: Settings, report: Report) -> None:
    """Say once that a table has no pictures in it, where the questions have any."""
    if settings.pictures or settings.sounds:
        rule = "pictures and sounds are named, not carried: they stay in the bank's folder"
        report.note("", "image", rule)
