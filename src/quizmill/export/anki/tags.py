"""The tags of a note: all under the bank's namespace, so that a learner's tag tree gains one branch."""

from __future__ import annotations

from functools import lru_cache

from quizmill.compose.exercise import Exercise
from quizmill.export.anki.listed_names import harmless

WITHDRAWN = "quizmill::withdrawn"  # one search finds the withdrawn notes of every bank


def tags_of(namespace: str, exercise: Exercise) -> tuple[str, ...]:
    """What a note can be found by, sorted."""
    question = exercise.question
    sources = frozenset([evidence.source for evidence in exercise.evidence])
    return _sorted(
        namespace,
        exercise.topic,
        exercise.kind,
        str(question.importance),
        str(question.difficulty),  # a text's hash is kept, an enumeration's worked out anew
        str(question.level),
        sources,
        question.tags,
    )


def tags_of_lessons(namespace: str, topic: str) -> tuple[str, ...]:
    """The same for what a topic has to be read."""
    return f"{namespace}::topic::{topic}", f"{namespace}::type::study"


@lru_cache(maxsize=4096)  # of a hundred thousand notes, most share theirs with others
def _sorted(
    namespace: str,
    topic: str,
    kind: str,
    importance: str,
    difficulty: str,
    level: str,
    sources: frozenset[str],
    own: tuple[str, ...],
) -> tuple[str, ...]:
    branches = {
        f"topic::{topic}",
        f"type::{kind}",
        f"importance::{importance}",
        f"difficulty::{difficulty}",
        f"level::{level}",
    }
    branches.update(f"source::{source}" for source in sources)
    branches.update(map(_own, own))
    return tuple(sorted(f"{namespace}::{branch}" for branch in branches))


def _own(tag: str) -> str:
    """An author's tag as Anki would store it: nothing unseen, no nameless level."""
    return "::".join(part or "blank" for part in harmless(tag, "-").split("::"))
