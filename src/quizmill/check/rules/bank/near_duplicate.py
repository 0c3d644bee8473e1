"""Two questions ask nearly the same: most words of their prompts agree, and so does the answer.

Compared are the stems of words that carry meaning, by the share that both prompts have; the answer may be
in another notation. The reverse of a question (who bought, what was bought) has another answer and is none.
Prompts with fewer than three such words are not compared. Variants that are meant are allowed on the later
one.

Why: in one paper the second is a gift, and as cards they are learned as one.

Source: our own.

Bad:
    - {id: joyo-buyer, prompt: Which company bought Joyo in 2004?, answer: Amazon, …}
    - {id: joyo-firm, prompt: Which company had bought Joyo by 2004?, answer: Amazon.com, …}

Good:
    - {id: joyo-buyer, prompt: Which company bought Joyo in 2004?, answer: Amazon, …}
    - {id: joyo-price, prompt: What did the buyer of Joyo offer in 2004?, answer: $75 million, …}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.alike import identity
from quizmill.bank.markup import plain, same
from quizmill.bank.model import Bank, Question, compare_of
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.measure.similar_cards import ASKED
from quizmill.check.measure.similarity import alike
from quizmill.check.texts import prompt_path
from quizmill.compose.exercise import key_of, prompt_of
from quizmill.errors import Severity

ID = "near-duplicate"
SEVERITY = Severity.WARNING
TRAITS = (ASKED,)

_ALIKE = 0.75
_FEWEST = 3  # words

Asking = tuple[Question, frozenset[str]]  # and the stems of what it asks


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each question that is nearly an earlier one, naming the likest."""
    by_answer: defaultdict[object, list[Asking]] = defaultdict(list)
    for question, asked in zip(context.questions, context.traits(ASKED), strict=True):
        if len(asked.stems) >= _FEWEST:
            by_answer[_answer(question, context)].append((question, asked.stems))
    for members in by_answer.values():
        if len(members) > 1:
            yield from _among(members)


def _among(asking: list[Asking]) -> Iterator[Finding]:
    members = [question for question, _ in asking]
    likest: dict[int, tuple[float, int]] = {}
    for first, later, shared in alike([stems for _, stems in asking], _ALIKE):
        if not _are_the_same(members[first], members[later]):
            likest[later] = max(likest.get(later, (0.0, 0)), (shared, first))
    for later, (shared, first) in likest.items():
        yield Finding(
            subject=question_subject(members[later].id),
            path=prompt_path(members[later]),
            message=f'this asks nearly what "{members[first].id}" asks: {shared:.0%} of their words agree, '
            f"{_ALIKE:.0%} or more, and the answer is the same",
            help="keep one, or ask the fact from its other side",
        )


def _answer(question: Question, context: Context) -> object:
    return frozenset(
        context.named(plain(text)) or values.read(plain(text)) or identity(text, compare_of(question))
        for text in key_of(question)
    )


def _are_the_same(one: Question, other: Question) -> bool:
    """What `duplicate-item` reports."""
    return type(one) is type(other) and same(prompt_of(one)) == same(prompt_of(other))
