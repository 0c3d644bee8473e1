"""An exercise is a question as posed: with its evidence, its options in shown order, and the key to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import assert_never

import msgspec

from quizmill.bank import cloze, values
from quizmill.bank.markup import plain
from quizmill.bank.model import (
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
from quizmill.compose.named_options import keeps_order, last_places
from quizmill.words import Words

TRUE_FALSE = ("True", "False")  # as data; options_in says them


class Placement(StrEnum):
    """Whether the order of the options is chance's, so that it may be drawn anew."""

    FIXED = "fixed"  # as written, or by their values
    LAST_PINNED = "last-pinned"  # by chance, but for the last
    FREE = "free"


class Evidence(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fact the answer rests on, and where it stands."""

    source: str  # the source's id
    title: str  # the document's full title
    name: str  # its short title
    paragraph: int
    says: str
    as_of: str = ""
    doubt: str = ""


class Exercise(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A whole question as one form poses it.

    *options* are markup texts in shown order: choices; True and False; rights of a matching; steps of an
    ordering; else none. *key* are indices into them: the right choices; for each left its right; the
    steps in right order; else none.
    """

    question: Question
    topic: str
    topic_title: str
    evidence: tuple[Evidence, ...] = ()
    options: tuple[str, ...] = ()
    key: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id

    @property
    def kind(self) -> str:
        """The question's type, as written in YAML."""
        return kind_of(self.question)

    @property
    def prompt(self) -> str:
        """What is asked, as markup; the blanks of a cloze as equal gaps."""
        return prompt_of(self.question)

    @property
    def placement(self) -> Placement:
        """What placed the options: what they say, so that nothing may shuffle them, or chance."""
        match self.question:
            case TrueFalse():
                return Placement.FIXED
            case MultipleChoice():
                return self._placement(self.question)
            case MultipleResponse() | Matching():
                return Placement.FREE if _by_chance(self.options) else Placement.FIXED
            case Ordering():
                return Placement.FREE
            case ShortAnswer() | Numerical() | Cloze() | Essay():
                return Placement.FIXED  # there are none
            case _:
                assert_never(self.question)

    def _placement(self, question: MultipleChoice) -> Placement:
        last = len(last_places(question))
        if keeps_order(question) or not _by_chance(self.options[: len(self.options) - last]):
            return Placement.FIXED
        return (Placement.FREE, Placement.LAST_PINNED, Placement.FIXED)[min(last, 2)]

    @property
    def blanks(self) -> tuple[cloze.Blank, ...]:
        """The blanks of a cloze, in reading order."""
        return cloze.blanks(self.question.text) if isinstance(self.question, Cloze) else ()

    @property
    def why_not(self) -> dict[int, str]:
        """By option, why that wrong option tempts, where the author says so."""
        if not isinstance(self.question, MultipleChoice | MultipleResponse):
            return {}
        whys = {distractor.text: distractor.why for distractor in self.question.distractors if distractor.why}
        return {i: whys[option] for i, option in enumerate(self.options) if option in whys} if whys else {}


def _by_chance(options: tuple[str, ...]) -> bool:
    """Whether they are not values that can be put in their order."""
    return values.ascending(map(plain, options)) is None


def options_in(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """The options in shown order as they are read: True and False in the language of *words*."""
    if isinstance(exercise.question, TrueFalse):
        return (words("sheet.true"), words("sheet.false"))
    return exercise.options


def places_among(options: Sequence[str], texts: Iterable[str]) -> tuple[int, ...]:
    """Where each of the texts stands among the options; equal ones one after the other."""
    left = {text: [i for i, option in enumerate(options) if option == text] for text in set(options)}
    return tuple(left[text].pop(0) for text in texts)


def prompt_of(question: Question) -> str:
    """What the question asks, as markup; the blanks of a cloze as equal gaps."""
    return cloze.with_gaps(question.text) if isinstance(question, Cloze) else question.prompt


def options_of(question: Question) -> tuple[str, ...]:
    """The options as written, key first: choices; True and False; rights, then spares; steps; else none."""
    match question:
        case MultipleChoice():
            return (question.answer, *(d.text for d in question.distractors))
        case MultipleResponse():
            return (*question.answers, *(d.text for d in question.distractors))
        case TrueFalse():
            return TRUE_FALSE
        case Matching():
            return tuple(dict.fromkeys((*(right for _, right in question.pairs), *question.extra)))
        case Ordering():
            return question.sequence
        case ShortAnswer() | Numerical() | Cloze() | Essay():
            return ()
        case _:
            assert_never(question)


def key_of(question: Question) -> tuple[str, ...]:
    """The right answer as texts: right options; `left = right`; steps in order; one a blank; points."""
    match question:
        case MultipleChoice() | ShortAnswer() | Numerical():
            return (question.answer,)
        case MultipleResponse():
            return question.answers
        case TrueFalse():
            return (TRUE_FALSE[0 if question.answer else 1],)
        case Cloze():
            return tuple(blank.answer for blank in cloze.blanks(question.text))
        case Matching():
            return tuple(f"{left} = {right}" for left, right in question.pairs)
        case Ordering():
            return question.sequence
        case Essay():
            return tuple(point.point for point in question.points)
        case _:
            assert_never(question)


def measured(question: Numerical) -> str:
    """The number as markup, with its unit where the answer as written leaves it out."""
    quantity = values.as_quantity(values.read(plain(question.answer)))
    told = quantity is not None and (quantity.currency or quantity.unit)
    return question.answer if told or not question.unit else f"{question.answer} {question.unit}"


def letter(index: int) -> str:
    """The label of an option: a, b, c …; 0 is the first."""
    return "abcdefghijklmnopqrstuvwxyz"[index] if index < 26 else letter(index // 26 - 1) + letter(index % 26)
