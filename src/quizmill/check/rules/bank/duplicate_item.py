"""The same question stands in the bank twice: same kind, same prompt and context, same answer.

Why: it is asked twice in one paper, and learned twice.

Source: our own.

Bad:
    - {id: joyo-buyer, prompt: Who bought Joyo in 2004?, answer: Amazon, …}
    - {id: joyo-sold, prompt: Who bought Joyo in 2004?, answer: Amazon, …}

Good:
    - {id: joyo-buyer, prompt: Who bought Joyo in 2004?, answer: Amazon, …}
    - {id: joyo-sold, prompt: In which year did Amazon buy Joyo?, answer: "2004", …}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.alike import identity
from quizmill.bank.model import Bank, Question, compare_of, kind_of
from quizmill.bank.pictures import placed
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.texts import prompt_path
from quizmill.compose.exercise import key_of, prompt_of
from quizmill.errors import Severity

ID = "duplicate-item"
SEVERITY = Severity.WARNING

_SHOWN = frozenset("context prompt text image answer answers pairs sequence".split())  # not the wrong options


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """Every question that an earlier one repeats."""
    first: dict[object, str] = {}
    for _, question in bank.questions():
        earlier = first.setdefault(_asked(question), question.id)
        if earlier != question.id:
            yield Finding(
                subject=question_subject(question.id),
                path=prompt_path(question),
                message=f'this asks what "{earlier}" asks, in the same words',
                help="delete one of them",
            )


def _asked(question: Question) -> object:
    shown = frozenset(image.file for path, image in placed(question) if path[0] in _SHOWN)
    audio = question.audio.file if question.audio else ""
    key = frozenset(identity(text, compare_of(question)) for text in key_of(question))
    return kind_of(question), identity(prompt_of(question)), identity(question.context), shown, audio, key
