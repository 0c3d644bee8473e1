"""One question on the worksheet: number, prompt, marks, and room for the answer."""

from __future__ import annotations

from collections.abc import Mapping

from quizmill.bank.markup import escape
from quizmill.bank.model import Question
from quizmill.compose.exercise import Exercise
from quizmill.export.paper.answer_space import AnswerSpace, cue
from quizmill.export.paper.blanks import asked, blank_width, gap
from quizmill.export.paper.composed import composed
from quizmill.export.paper.elements import Element, Target
from quizmill.export.paper.figure import TALLEST, as_block, figure
from quizmill.export.paper.flow import Part
from quizmill.export.paper.look import Looks
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.told_beside import told_beside
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

_NUMBER = "(10)\u00a0,"  # what stands on a line with a blank at least


def hang(count: int) -> float:
    """The width in points that the numbers of so many questions hang in, in ordinary print."""
    return 25.0 + 8 * max(len(str(count)) - 2, 0)


class Questions:
    """Sets the questions of papers with *count* of them, in a *width* in points.

    Where *highest* is not 0 each says what it is worth, which is at most that; with *boxes* it has one for
    its score.
    """

    def __init__(
        self,
        count: int,
        highest: int,
        width: float,
        looks: Looks,
        words: Words,
        *,
        boxes: bool = False,
        elsewhere: Mapping[str, str] | None = None,
    ) -> None:
        """*elsewhere* are the ids of questions with rings, and units; None without answer sheets."""
        self._looks = looks
        self._words = words
        self._narrow = width < 300
        self._left = hang(count) * looks.scale
        self._highest = highest
        self._boxes = boxes
        self._known: dict[tuple[str, tuple[str, ...], float, float], tuple[Question, Stack]] = {}
        self._space = AnswerSpace(self._left, width - self._left, looks, words)
        self._listed = AnswerSpace(self._left, width - self._left, looks, words, elsewhere=True)
        self._elsewhere = elsewhere
        self._width = width

    def part(
        self, exercise: Exercise, number: int, height: float, setter: Typesetter, blank: float = 0.0
    ) -> Part:
        """Everything from the number to the last option, where a page has *height* points.

        All but the number is set once for each order of the options. Its blanks are *blank* points wide in
        ordinary print, and as its own answers need if nothing is said.
        """
        blank = blank or blank_width((exercise,))
        key = (exercise.id, exercise.options, height, blank)
        known = self._known.get(key)
        if known is None or known[0] != exercise.question:
            rows = self._asked(exercise, blank, setter)
            taken = sum(row.height for row in rows)
            stack = Stack([*rows, *self._answer(exercise).rows(exercise, height - taken, setter)])
            known = self._known[key] = (exercise.question, stack)
        return Part(known[1], setter.set(f"{number}.", self._looks.strong, self._left))

    def _asked(self, exercise: Exercise, blank: float, setter: Typesetter) -> list[Row]:
        beside = self._beside(setter)
        room = self._width - self._left - beside
        texts = self._texts(exercise, blank, room, setter)
        scale = self._looks.scale
        after = [3 * scale] * (len(texts) - 1) + [0.0 if exercise.blanks else 5 * scale]
        rows = [Row([(self._left, text)], after=below) for text, below in zip(texts, after, strict=True)]
        worth = [(self._left + room, self._worth(exercise, beside, setter))] if beside else []
        return [Row([*rows[0].cells, *worth], after=after[0]), *rows[1:]]

    def _worth(self, exercise: Exercise, beside: float, setter: Typesetter) -> Element:
        """The marks, or a box for the score and out of how many."""
        told = setter.set(self._marks(exercise.question.marks), self._looks.side, beside)
        if not self._boxes:
            return told
        box = setter.make(Target, "box", self._looks.body)
        if not self._highest:
            return Stack([Row([(beside - box.width, box)])])
        of = setter.width(self._marks(self._highest), self._looks.side)
        return Stack([Row([(beside - of - box.width - 3, box), (0, told)])])

    def _texts(self, exercise: Exercise, blank: float, room: float, setter: Typesetter) -> list[Element]:
        """Context, prompt, sound, picture and cue, those that there are."""
        look = self._looks.gapped if exercise.blanks else self._looks.body
        context = exercise.question.context
        texts = [composed(context, self._looks.body, room, setter)] if context else []
        wide = min(blank * self._looks.scale, room - setter.width(_NUMBER, look))
        texts.append(composed(asked(exercise, gap(exercise, wide, look)), look, room, setter))
        if exercise.question.audio:
            played = self._words("sheet.sound", file=exercise.question.audio.file)
            texts.append(setter.set(escape(played), self._looks.cue, room))
        texts += self._picture(exercise, setter)
        if told := self._cue(exercise):
            texts.append(setter.set(told, self._looks.cue, room))
        return texts

    def _answer(self, exercise: Exercise) -> AnswerSpace:
        return self._listed if exercise.id in (self._elsewhere or ()) else self._space

    def _cue(self, exercise: Exercise) -> str:
        """What to do, and where, if there is an answer sheet."""
        if self._elsewhere is None:
            return cue(exercise, self._words)
        if exercise.id in self._elsewhere:
            return told_beside(exercise, self._elsewhere[exercise.id], self._words)
        told = (self._words("answer_sheet.here"), cue(exercise, self._words))
        return self._words("sheet.between").join(each for each in told if each)

    def _marks(self, count: int) -> str:
        if self._boxes:
            return f"/ {count}"
        return f"[{count}]" if self._narrow else self._words("sheet.marks", n=count)

    def _beside(self, setter: Typesetter) -> float:
        """Room at the right for the longest number of marks on this paper, and for the box."""
        box = setter.make(Target, "box", self._looks.body).width + 3 if self._boxes else 0.0
        marks = setter.width(self._marks(self._highest), self._looks.side) if self._highest else 0.0
        return marks + box + (8 if self._narrow else 16) if box or marks else 0.0

    def _picture(self, exercise: Exercise, setter: Typesetter) -> list[Element]:
        image = exercise.question.image
        if image is None:
            return []
        highest = TALLEST * self._looks.scale
        return [figure(as_block(image), self._looks.body, self._width - self._left, highest, setter)]
