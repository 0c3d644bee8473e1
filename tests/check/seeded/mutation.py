"""What a mutation is, and the small moves that mutations are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from quizmill.bank.model import Cloze, Distractor, MultipleChoice, MultipleResponse, Question
from quizmill.check.context import Context

Plant = Callable[[Any], Question | None]  # None where the flaw could not be planted fairly
TITLE = re.compile(r"\*[^*]+\*")


class Mutation(NamedTuple):
    """One way of spoiling a question, and the rule that should see it."""

    rule: str
    plant: Plant
    needs: Callable[[Question, Context], bool] = lambda question, context: True
    implied: frozenset[str] = frozenset()  # rules that the same flaw breaks by their definitions

    @property
    def name(self) -> str:
        return self.plant.__name__.replace("_", " ")

    def planted(self, question: Question, context: Context) -> Question | None:
        """The question spoilt; None where it cannot be so."""
        return self.plant(question) if self.needs(question, context) else None


class GroundedMutation(NamedTuple):
    """One way of spoiling a question by what it rests on."""

    rule: str
    plant: Callable[[Question, Context], Question | None]
    implied: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return self.plant.__name__.replace("_", " ")

    def planted(self, question: Question, context: Context) -> Question | None:
        """The question spoilt; None where it cannot be so."""
        return self.plant(question, context)


def aimed(table: Mapping[str, tuple[Plant, ...]]) -> tuple[Mutation, ...]:
    """The mutations of a table from rules to what breaks them."""
    return tuple(Mutation(rule, plant) for rule, plants in table.items() for plant in plants)


def asked(question: Question) -> str:
    return question.text if isinstance(question, Cloze) else question.prompt


def ask(question: Question, text: str) -> Question | None:
    """The question with another prompt; None where that changes nothing."""
    if text == asked(question):
        return None
    if isinstance(question, Cloze):
        return replace(question, text=text)
    return replace(question, prompt=text)


def prefixed(question: Question, words: str) -> Question | None:
    return ask(question, f"{words} {asked(question)}")


def before_end(question: Question, words: str) -> Question | None:
    """With words before the mark that ends the prompt."""
    text = asked(question)
    return ask(question, f"{text[:-1]}{words}{text[-1]}") if text[-1] in ".?" else None


def put_distractor(question: MultipleChoice | MultipleResponse, at: int, text: str) -> Question:
    changed = [*question.distractors]
    changed[at] = Distractor(text=text)
    return replace(question, distractors=tuple(changed))


def swap_shortest(question: MultipleChoice | MultipleResponse, text: str) -> Question:
    """Another text for the shortest distractor, so that the longest still hides the key."""
    lengths = [len(each.text) for each in question.distractors]
    return put_distractor(question, lengths.index(min(lengths)), text)


def add_distractor(question: MultipleChoice | MultipleResponse, text: str) -> Question | None:
    if len(texts(question)) >= (5 if isinstance(question, MultipleChoice) else 7):
        return None
    return replace(question, distractors=(*question.distractors, Distractor(text=text)))


def right(question: MultipleChoice | MultipleResponse) -> tuple[str, ...]:
    return (question.answer,) if isinstance(question, MultipleChoice) else question.answers


def texts(question: MultipleChoice | MultipleResponse) -> tuple[str, ...]:
    return *right(question), *(each.text for each in question.distractors)


def are_phrases(question: Question, words: int = 3) -> bool:
    """Whether a choice is between phrases: no figures, no lone names, no lists."""
    return isinstance(question, MultipleChoice | MultipleResponse) and all(
        len(text.split()) >= words and not re.search(r"[\d,;]| and | or ", text) for text in texts(question)
    )


def roots(text: str) -> set[str]:
    """The beginnings of the longer words: what two words of one stem have in common."""
    return {word[:4] for word in re.findall(r"[a-z]{4,}", text.lower())}


def lowered(text: str) -> str:
    """With a small first letter, unless a name begins it."""
    return text[0].lower() + text[1:] if text.split()[0] in _OPENING else text


_OPENING = frozenset(
    "A An The That To At In On By From It They With For As One His Its Their Through".split()
)


def opens_plainly(text: str) -> bool:
    """Whether a word begins the text that is no name."""
    return text.split()[0] in _OPENING


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    yield from re.finditer(r"\d+", text)
