"""A question becomes an exercise: its options are put in an order, and the key is made from that order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Bank,
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    Topic,
    TrueFalse,
    references_of,
)
from quizmill.compose.chance import shuffled
from quizmill.compose.exercise import TRUE_FALSE, Evidence, Exercise, options_of, places_among
from quizmill.compose.named_options import keeps_order, last_places, written


class Arranger:
    """Poses the questions of one bank; the same seed and form pose a question the same way.

    *evidence* is the bank's, from `evidence_of`, for whoever has many forms made.
    """

    def __init__(
        self, bank: Bank, *, seed: int, form: str = "", evidence: Mapping[str, Evidence] | None = None
    ) -> None:
        self._evidence = evidence_of(bank) if evidence is None else evidence
        self._seed = seed
        self._form = form

    def exercise(self, topic: Topic, question: Question) -> Exercise:
        """The question as posed."""
        options = self._options(question)
        return Exercise(
            question=question,
            topic=topic.id,
            topic_title=topic.title,
            evidence=self._evidence_of(question),
            options=options,
            key=_key(question, options),
        )

    def _evidence_of(self, question: Question) -> tuple[Evidence, ...]:
        """The facts it rests on, each once and in its order."""
        known, references = self._evidence, references_of(question)
        return (
            tuple([known[each] for each in dict.fromkeys(references) if each in known]) if references else ()
        )

    def _options(self, question: Question) -> tuple[str, ...]:
        match question:
            case MultipleChoice():
                return self._choices(question)
            case MultipleResponse() | Matching():
                return self._placed(question.id, options_of(question))
            case Ordering():
                return self._steps(question)
            case TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Essay():
                return options_of(question)
            case _:
                assert_never(question)

    def _choices(self, question: MultipleChoice) -> tuple[str, ...]:
        options = written(question)
        if not question.shuffle:
            return options
        last = last_places(question)
        first = tuple(option for place, option in enumerate(options) if place not in last)
        if not keeps_order(question):
            first = self._placed(question.id, first)
        return (*first, *(options[place] for place in last))

    def _placed(self, id: str, options: tuple[str, ...]) -> tuple[str, ...]:
        """Ascending when all are values of one kind, and equal ones by chance; else all by chance."""
        drawn = tuple(shuffled(options, str, self._seed, "option", self._form, id))
        order = values.ascending(map(plain, drawn))
        return drawn if order is None else tuple(drawn[i] for i in order)

    def _steps(self, question: Ordering) -> tuple[str, ...]:
        """By chance, but never as they should end up: that would answer itself."""
        placed = tuple(shuffled(question.sequence, str, self._seed, "option", self._form, question.id))
        return placed if placed != question.sequence else (*placed[1:], placed[0])


def as_written(topic: Topic, question: Question) -> Exercise:
    """The question with its options in the bank's order, the key first, and without evidence."""
    options = options_of(question)
    return Exercise(
        question=question,
        topic=topic.id,
        topic_title=topic.title,
        options=options,
        key=_key(question, options),
    )


def evidence_of(bank: Bank) -> dict[str, Evidence]:
    """Every fact by its reference, made once for all the questions that rest on it."""
    return {
        reference: Evidence(
            source=source.id,
            title=source.title,
            name=source.name,
            paragraph=fact.paragraph,
            says=fact.says,
            as_of=fact.as_of,
            doubt=fact.doubt,
        )
        for reference, (source, fact) in bank.facts().items()
    }


def _key(question: Question, options: tuple[str, ...]) -> tuple[int, ...]:
    match question:
        case MultipleChoice():
            return (options.index(question.answer),)
        case MultipleResponse():
            return tuple(sorted(options.index(answer) for answer in question.answers))
        case TrueFalse():
            return (TRUE_FALSE.index(str(question.answer)),)
        case Matching():
            return tuple(options.index(right) for _, right in question.pairs)
        case Ordering():
            return places_among(options, question.sequence)
        case ShortAnswer() | Numerical() | Cloze() | Essay():
            return ()
        case _:
            assert_never(question)
