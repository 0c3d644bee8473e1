"""Questions whose answer is chosen, as every form poses them: what a guesser sees, and what is right."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, MultipleChoice, MultipleResponse, Question
from quizmill.bank.reader.fault import Path
from quizmill.check.language.options import is_meta, options
from quizmill.compose.arrange import Arranger
from quizmill.compose.exercise import Placement

SEED = 0  # of the one arrangement that is judged; any other is as good


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A multiple choice or response in shown order; markup is gone."""

    question: Question
    prompt: str
    options: tuple[str, ...]
    paths: tuple[Path, ...]  # of the options, in their order
    right: frozenset[int]
    own: tuple[int, ...]  # the options that speak of the matter, not of the other options
    fixed: bool  # the author or the options' values give the order, not chance

    @property
    def single(self) -> bool:
        """Whether one option is to be chosen."""
        return isinstance(self.question, MultipleChoice)


def choices(bank: Bank) -> Iterator[Choice]:
    """Every such question, in the bank's order."""
    arranger = Arranger(bank, seed=SEED)
    for topic, question in bank.questions():
        if isinstance(question, MultipleChoice | MultipleResponse):
            written = {option.text: option for option in options(question)}
            exercise = arranger.exercise(topic, question)
            shown = tuple(map(plain, exercise.options))
            yield Choice(
                question=question,
                prompt=plain(question.prompt),
                options=shown,
                paths=tuple(written[text].path for text in shown),
                right=frozenset(i for i, text in enumerate(shown) if written[text].right),
                own=tuple(i for i, text in enumerate(shown) if not is_meta(text)),
                fixed=exercise.placement is Placement.FIXED,
            )
