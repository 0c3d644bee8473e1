"""Flaws between two questions: each mutation makes a second question that stands badly beside the first."""

from __future__ import annotations

import re

from msgspec.structs import replace

from check.seeded.mutation import Mutation, are_phrases, ask, asked, prefixed, roots
from quizmill.bank.model import Distractor, MultipleChoice, Numerical, Question, ShortAnswer, TrueFalse

TWIN = "the-twin"


def asks_the_same_again(question: Question) -> Question | None:
    return replace(question, id=TWIN)


def asks_nearly_the_same(question: Question) -> Question | None:
    twin = prefixed(question, "Say:")
    return replace(twin, id=TWIN) if twin and not re.search(r"\. ", asked(question)) else None


def wants_another_answer(question: Question) -> Question | None:
    """The same prompt, and a distractor is the key."""
    if not isinstance(question, MultipleChoice) or not are_phrases(question):
        return None
    if re.search(
        r"\b(?:following|these|best|example|statements?|options?)\b", f"{question.context} {question.prompt}"
    ):
        return None  # what asks about its options is no card
    first, *others = question.distractors
    wrong = (Distractor(text=question.answer), *others)
    return replace(question, id=TWIN, answer=first.text, distractors=wrong)


def differs_by_a_word(question: Question) -> Question | None:
    other = wants_another_answer(question)
    words = re.findall(r"(?<= )[a-z]{7,}(?= )", asked(question))
    if other is None or not words or len(roots(asked(question))) < 10:
        return None
    return ask(other, asked(question).replace(words[0], "harbour", 1))


def gives_the_answer_away(question: Question) -> Question | None:
    """A statement that tells what the first one asks."""
    if not isinstance(question, ShortAnswer | Numerical | MultipleChoice) or not question.prompt.endswith(
        "?"
    ):
        return None
    if (isinstance(question, MultipleChoice) and not are_phrases(question)) or len(question.answer) < 5:
        return None
    if len(re.findall(r"\b(?:[A-Z]\w+|\d+)", re.sub(r"\*[^*]+\*", "", question.prompt))) > 3:
        return None
    return TrueFalse(
        id=TWIN,
        prompt=f"{question.prompt[:-1]}: {question.answer.rstrip('.')}.",
        answer=True,
        explanation=question.explanation,
        facts=question.facts,
        level=question.level,
    )


TWINS = (
    Mutation("ambiguous-prompt", wants_another_answer),
    Mutation("cross-item-leak", gives_the_answer_away),
    Mutation("duplicate-item", asks_the_same_again),
    Mutation("interference", differs_by_a_word),
    Mutation("near-duplicate", asks_nearly_the_same),
)
