"""What was decided of questions after the test, as keys and slips tell it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided of one question of one form."""

    void: bool = False  # it counts for nobody
    briefly: tuple[str, ...] = ()  # each answer that is right as well, as on that form's sheet, as markup
    accepted: tuple[str, ...] = ()  # the same in words, without the letters of a form


UNDECIDED = Decided()


class Decisions(msgspec.Struct, frozen=True):
    """All that was decided, by form and question's id."""

    found: Mapping[tuple[str, str], Decided] = {}

    def of(self, paper: Paper, exercise: Exercise) -> Decided:
        """What was decided of a question as that form poses it."""
        return self.found.get((paper.form, exercise.id), UNDECIDED)

    def possible(self, paper: Paper) -> int:
        """The marks of a perfect paper: of the questions that count."""
        return sum(each.question.marks for each in paper.exercises if not self.of(paper, each).void)


NONE = Decisions()
