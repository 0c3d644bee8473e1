"""The tags of a note: all under the bank's namespace, so that a learner's tag tree gains one branch."""

from __future__ import annotations

import re

from quizmill.compose.exercise import Exercise

WITHDRAWN = "quizmill::withdrawn"  # one search finds the withdrawn notes of every bank

_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def tags_of(namespace: str, exercise: Exercise) -> tuple[str, ...]:
    """What a note can be found by, sorted."""
    question = exercise.question
    sources = dict.fromkeys(evidence.source for evidence in exercise.evidence)
    branches = [
        f"topic::{exercise.topic}",
        f"type::{exercise.kind}",
        f"difficulty::{question.difficulty.value}",
        f"level::{question.level.value}",
        *(f"source::{source}" for source in sources),
        *map(_own, question.tags),
    ]
    return tuple(sorted({f"{namespace}::{branch}" for branch in branches}))


def _own(tag: str) -> str:
    """An author's tag as Anki would store it: no control characters, no nameless level."""
    return "::".join(part or "blank" for part in _CONTROL.sub("-", tag).split("::"))
