"""Exercises as data of a page: what is asked, and apart from it the key with all that is told afterwards.

A page to be handed in has no keys: nothing of an `AskedQuestion` without one may depend on what is right.
"""

from __future__ import annotations

from typing import Any

import msgspec

from quizmill.bank.markup import is_code
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Name,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose import cited
from quizmill.compose.apart import facts_of
from quizmill.compose.exercise import Exercise, measured, options_in
from quizmill.compose.wording import digest
from quizmill.export.web.markup_html import Setter
from quizmill.export.web.media import Media
from quizmill.grade import also_right
from quizmill.grade.accepted.records import Record, records
from quizmill.grade.prompt import asks_for_date
from quizmill.words import Words


class AnswerKey(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is right, and what there is to say once a question is answered; texts are HTML unless said."""

    right: tuple[int, ...] = ()  # places of options: the right ones; of each left its right; in their order
    answers: tuple[str, ...] = ()  # what was to be typed, one a blank; the points of an essay
    accepted: tuple[Record, ...] = ()  # by which what is typed is judged, one a blank
    also: str = ""
    hint: str = ""
    correction: str = ""
    whys: dict[int, str] = {}  # by the place of a wrong option, why it tempts
    explanation: str = ""
    transcript: str = ""
    places: str = ""  # plain: where it stands
    sources: tuple[str, ...] = ()  # plain: what stands there
    doubts: tuple[str, ...] = ()  # plain


class AskedQuestion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A question as a page poses it; texts are HTML, options stand in the order in which they are shown."""

    id: str
    kind: str
    topic: int  # its place among the page's topics
    wording: str = ""
    importance: int = 0
    marks: int = 1
    context: str = ""
    prompt: str
    image: str = ""
    sound: str = ""  # its name among the page's files
    sound_credit: str = ""
    lefts: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    order: str = ""  # whether they may be put in another order, as `Placement` says; empty for no options
    blanks: int = 0
    unit: str = ""
    lines: int = 0
    facts: tuple[int, ...] = ()  # on which it rests: those of a page have numbers
    code: bool = False  # what is typed is code
    date: bool = False  # a date is asked
    key: AnswerKey | None = None


class Asker:
    """Makes the questions of one page, whose *topics* are ids in their order."""

    def __init__(self, media: Media, topics: tuple[str, ...], names: tuple[Name, ...], words: Words) -> None:
        self._media = media
        self._setter = Setter(media)
        self._topics = topics
        self._names = names
        self._words = words
        self._facts: dict[str, int] = {}

    def asked(self, exercise: Exercise, language: str, *, with_key: bool) -> AskedQuestion:
        """The question; *language* is the bank's."""
        question, html = exercise.question, self._setter.html
        options = tuple(map(html, options_in(exercise, self._words)))
        return AskedQuestion(
            id=question.id,
            kind=exercise.kind,
            topic=self._topics.index(exercise.topic),
            marks=question.marks,
            context=html(question.context),
            prompt=self._prompt(question),
            image=self._media.image(question.image) if question.image else "",
            sound=self._media.sound(question.audio.file) if question.audio else "",
            sound_credit=html(question.audio.credit) if question.audio else "",
            lefts=tuple(html(left) for left, _ in question.pairs) if isinstance(question, Matching) else (),
            options=options,
            order=str(exercise.placement) if options else "",
            blanks=len(exercise.blanks),
            unit=html(question.unit) if isinstance(question, Numerical) else "",
            lines=(question.lines or 0) if isinstance(question, Essay) else 0,
            **(self._knowing(exercise, language) if with_key else {}),
        )

    def _knowing(self, exercise: Exercise, language: str) -> dict[str, Any]:
        """What only a page with keys says of a question, for each of it hangs on what is right."""
        question = exercise.question
        return {
            "wording": digest(exercise),
            "importance": question.importance.rank,
            "facts": tuple(map(self._number, sorted(facts_of(question)))),
            "code": isinstance(question, ShortAnswer) and is_code(question.answer),
            "date": isinstance(question, Numerical) and asks_for_date(question, language),
            "key": self._key(exercise, language),
        }

    def _number(self, fact: str) -> int:
        return self._facts.setdefault(fact, len(self._facts))

    def _prompt(self, question: Question) -> str:
        if isinstance(question, Cloze):
            return self._setter.gapped(question.text)
        return self._setter.html(question.prompt)

    def _key(self, exercise: Exercise, language: str) -> AnswerKey:
        question, html, words = exercise.question, self._setter.html, self._words
        also = also_right.told(also_right.also_right(question, self._names, language), words)
        return AnswerKey(
            right=exercise.key,
            answers=tuple(map(html, _answers(exercise))),
            accepted=records(question, self._names, language),
            also=html(also),
            hint=html(question.hint),
            correction=html(question.correction) if isinstance(question, TrueFalse) else "",
            whys={place: html(why) for place, why in exercise.why_not.items()},
            explanation=html(question.explanation),
            transcript=html(question.audio.transcript) if question.audio else "",
            places=cited.places(exercise.evidence, words),
            sources=cited.sources(exercise.evidence, words),
            doubts=cited.doubts(exercise.evidence, words),
        )


def _answers(exercise: Exercise) -> tuple[str, ...]:
    """What is not among the options, as markup."""
    match exercise.question:
        case ShortAnswer(answer=answer):
            return (answer,)
        case Numerical() as question:
            return (measured(question),)
        case Cloze():
            return tuple(blank.answer for blank in exercise.blanks)
        case Essay(points=points):
            return tuple(point.point for point in points)
        case MultipleChoice() | MultipleResponse() | TrueFalse() | Matching() | Ordering():
            return ()
