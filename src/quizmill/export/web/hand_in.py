"""What a page may know that is handed in: what the sheets of its forms show, and nothing of what is right.

Several forms are one list of questions, as the first form poses them, and for each form which of them come
when and which option where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

import msgspec
from msgspec.structs import replace

from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import ShortAnswer, TrueFalse
from quizmill.compose.exercise import Exercise, key_of, places_among
from quizmill.compose.paper import Paper
from quizmill.export.web.questions import AskedQuestion, Asker
from quizmill.words import Words

_ALT = re.compile(r'(<img data-media="\d+" alt=")([^"]*)(?=")')
_WORD = re.compile(r"\w+")


class PosedForm(msgspec.Struct, frozen=True):
    """A form: its letter and fingerprint, and the places of its questions and options in the first."""

    form: str
    paper: str
    questions: tuple[int, ...]
    options: tuple[tuple[int, ...], ...]


class HandInPage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What makes of a page one that is handed in."""

    forms: tuple[PosedForm, ...]
    name: str = ""  # whose page it is
    names: tuple[tuple[str, int], ...] = ()  # who may choose their name, and which form is theirs
    minutes: float = 0  # 0: as long as it takes
    no_pause: bool = False


def posed_forms(papers: Sequence[Paper]) -> tuple[PosedForm, ...]:
    """How each of *papers* differs from the first."""
    first = {exercise.id: place for place, exercise in enumerate(papers[0].exercises)}
    return tuple(
        PosedForm(
            form=paper.form,
            paper=paper.fingerprint,
            questions=tuple(first[exercise.id] for exercise in paper.exercises),
            options=tuple(
                places_among(papers[0].exercises[first[exercise.id]].options, exercise.options)
                for exercise in paper.exercises
            ),
        )
        for paper in papers
    )


def posed(paper: Paper, asker: Asker, words: Words) -> tuple[AskedQuestion, ...]:
    """The questions of *paper* without keys, each called by its place there."""
    return tuple(
        _without_key(asker.asked(exercise, paper.language, with_key=False), exercise, place, words)
        for place, exercise in enumerate(paper.exercises, start=1)
    )


def _without_key(asked: AskedQuestion, exercise: Exercise, place: int, words: Words) -> AskedQuestion:
    """The question as a sheet shows it. What its pictures show is not told where that would tell more."""

    def quiet(html: str) -> str:
        return _ALT.sub(lambda found: found[1] + _untold(found[2], exercise, words), html)

    return replace(
        asked,
        id=str(place),
        topic=0,
        order="",  # that of the form stays
        context=quiet(asked.context),
        prompt=quiet(asked.prompt),
        image=quiet(asked.image),
    )


def _untold(alt: str, exercise: Exercise, words: Words) -> str:
    return escape(words("web.picture")) if _tells(f" {_spelt(unescape(alt))} ", exercise) else alt


def _tells(said: str, exercise: Exercise) -> bool:
    """Whether it says some of the options and not all, be they right or wrong; or what is to be typed."""
    if isinstance(exercise.question, TrueFalse):
        return False
    texts = exercise.options or _typed(exercise)
    named = [f" {spelt} " in said for text in texts if (spelt := _spelt(plain(text)))]
    return any(named) and not (exercise.options and all(named))


def _typed(exercise: Exercise) -> tuple[str, ...]:
    question = exercise.question
    if isinstance(question, ShortAnswer):
        return (question.answer, *question.accept)
    blanks = (text for blank in exercise.blanks for text in (blank.answer, *blank.accept))
    return (*key_of(question), *blanks)


def _spelt(text: str) -> str:
    """The words alone, however they are written."""
    return " ".join(_WORD.findall(fold(text)))
