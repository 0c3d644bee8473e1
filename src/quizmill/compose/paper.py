"""A paper: exercises in one order, frozen. Worksheet and key, quiz and marks are made from the same one.

Saved as JSON it can be keyed again years later, even if the bank has changed or is gone.
"""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

import msgspec

from quizmill.bank.model import OWN, Bank
from quizmill.compose.arrange import Arranger
from quizmill.compose.chance import shuffled
from quizmill.compose.exercise import Exercise
from quizmill.compose.selection import Asked
from quizmill.errors import FileUnusable

VERSION = 1  # of the saved form


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """Exercises in the order they are posed, and where they come from."""

    version: int = VERSION
    title: str
    namespace: str
    language: str = "en"
    license: str = ""
    released: datetime.date | None = None
    seed: int
    form: str = ""  # A, B, C …; empty when there is only one
    exercises: tuple[Exercise, ...]

    @property
    def fingerprint(self) -> str:
        """Eight characters that tell this paper from every other: they stand on worksheet and key."""
        return hashlib.blake2b(msgspec.json.encode(_posed(self)), digest_size=4).hexdigest()

    @property
    def possible(self) -> int:
        """The marks a perfect paper earns."""
        return sum(exercise.question.marks for exercise in self.exercises)


def compose(
    bank: Bank,
    questions: tuple[Asked, ...],
    *,
    seed: int,
    form: str = "",
    order: str = "shuffled",
    title: str = "",
) -> Paper:
    """A paper of *questions*, in an order of its own or (`order="bank"`) as they stand in the bank."""
    arranger = Arranger(bank, seed=seed, form=form)
    if order == "shuffled":
        questions = tuple(shuffled(questions, lambda asked: asked[1].id, seed, "order", form))
    return Paper(
        title=title or bank.title,
        namespace=bank.namespace,
        language=bank.language,
        license=bank.license,
        released=bank.released,
        seed=seed,
        form=form,
        exercises=tuple(arranger.exercise(topic, question) for topic, question in questions),
    )


def _posed(paper: Paper) -> dict[str, Any]:
    """The paper without what nobody who answers it is shown, and without what came later and is not said."""
    tree: dict[str, Any] = msgspec.to_builtins(paper)
    for exercise in tree["exercises"]:
        question = exercise["question"]
        for name in ("importance", "formerly", "origin", OWN):
            del question[name]
        if question["image"] and not question["image"]["credit"]:
            del question["image"]["credit"]
    return tree


def save(paper: Paper) -> bytes:
    """The paper as JSON, ending in a line break."""
    return msgspec.json.format(msgspec.json.encode(paper), indent=1) + b"\n"


def restore(data: bytes, path: str) -> Paper:
    """The paper saved in *data*; raises FileUnusable when it is none, or from a newer quizmill."""
    version = version_of(data, path)
    if version != VERSION:
        raise FileUnusable(path, f"the paper has version {version}; this quizmill reads version {VERSION}")
    try:
        return msgspec.json.decode(data, type=Paper)
    except msgspec.MsgspecError as error:
        raise FileUnusable(path, f"this is not a saved paper ({error})") from error


def version_of(data: bytes, path: str) -> int:
    """Which saved form *data* has; raises FileUnusable when it has none."""
    try:
        return msgspec.json.decode(data, type=_Version).version
    except msgspec.MsgspecError as error:
        raise FileUnusable(path, f"this is not a saved paper ({error})") from error


class _Version(msgspec.Struct):
    version: int
