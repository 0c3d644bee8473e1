"""A paper: exercises in one order, frozen. Worksheet and key, quiz and marks are made from the same one.

Saved as JSON it can be keyed again years later, even if the bank has changed or is gone.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from quizmill.bank.model import OWN, Bank
from quizmill.compose.arrange import Arranger
from quizmill.compose.chance import shuffled
from quizmill.compose.exercise import Evidence, Exercise
from quizmill.compose.selection import Asked

_VERSION = 1  # a part of every fingerprint, and no more


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """Exercises in the order they are posed, and where they come from."""

    version: int = _VERSION
    title: str
    namespace: str
    language: str = "en"
    license: str = ""
    released: datetime.date | None = None
    seed: int
    form: str = ""  # A, B, C …; empty when there is only one
    code: str = ""  # the fingerprint with which it was kept; empty in a paper that was not
    exercises: tuple[Exercise, ...]

    @property
    def fingerprint(self) -> str:
        """Eight characters that tell this paper from every other: they stand on worksheet and key.

        That of a paper which was kept is the one it was kept with, whatever has changed in quizmill since.
        """
        return self.code or code_of(_posed(self))

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
    evidence: Mapping[str, Evidence] | None = None,
) -> Paper:
    """A paper of *questions*, core first and else in its own order, or (`order="bank"`) as they come.

    *evidence* is the bank's, for whoever has many forms made.
    """
    arranger = Arranger(bank, seed=seed, form=form, evidence=evidence)
    if order == "shuffled":
        drawn = shuffled(questions, lambda asked: asked[1].id, seed, "order", form)
        questions = tuple(sorted(drawn, key=lambda asked: asked[1].importance.rank))
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


def titled(paper: Paper, bank: Bank) -> Paper:
    """The paper called after the only topic that it asks about, where *bank* has others."""
    titles = {exercise.topic: exercise.topic_title for exercise in paper.exercises}
    if len(titles) > 1 or len(bank.topics) == 1:
        return paper
    return msgspec.structs.replace(paper, title=next(iter(titles.values()), paper.title))


def code_of(tree: dict[str, Any]) -> str:
    """The fingerprint of a paper as JSON has it: of every field, in that order."""
    return hashlib.blake2b(msgspec.json.encode(tree), digest_size=4).hexdigest()


def _posed(paper: Paper) -> dict[str, Any]:
    """The paper without what nobody who answers it is shown, and without what came later and is not said."""
    tree: dict[str, Any] = msgspec.to_builtins(paper)
    del tree["code"]
    for exercise in tree["exercises"]:
        question = exercise["question"]
        for name in ("importance", "formerly", "origin", OWN):
            del question[name]
        for name in ("compare", "accept_units"):
            if not question.get(name):
                question.pop(name, None)
        if question["image"] and not question["image"]["credit"]:
            del question["image"]["credit"]
        if question["audio"] is None:
            del question["audio"]
    return tree
