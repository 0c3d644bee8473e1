"""The names in a bank that a shell is offered, by what is named."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from quizmill.errors import QuizmillError

if TYPE_CHECKING:
    from quizmill.bank.model import Bank

NAMES: dict[str, Callable[[Bank], Iterable[str]]] = {
    "topic": lambda bank: [topic.id for topic in bank.topics],
    "source": lambda bank: [source.id for source in bank.sources],
    "tag": lambda bank: sorted({tag for _, question in bank.questions() for tag in question.tags}),
    "id": lambda bank: [question.id for _, question in bank.questions()],
    "fact": lambda bank: bank.facts(),
}


def names_in(folder: Path, what: str) -> Iterable[str]:
    """The names of *what* in the bank in *folder*; none when it cannot be read."""
    from quizmill.app.opening import open_for_asking  # only a shell asks

    with contextlib.suppress(QuizmillError, OSError):
        return NAMES[what](open_for_asking(folder))
    return ()
