"""One question on the worksheet: number, prompt, marks, and room for the answer."""

from __future__ import annotations

from quizmill.bank.markup import escape
from quizmill.bank.model import Question
from quizmill.compose.exercise import Exercise
from quizmill.export.paper.answer_space import GAP, AnswerSpace, asked, cue
from quizmill.export.paper.composed import composed
from quizmill.export.paper.elements import Element, Target
from quizmill.export.paper.figure import TALLEST, as_block, figure
from quizmill.export.paper.flow import Part
from quizmill.export.paper.look import Looks
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words


def hang(count: int) -> float:
    """The width in points that the numbers of so many questions hang in, in ordinary print."""
    return 25.0 + 8 * max(len(str(count)) - 2, 0)


class Questions:
    """Sets the questions of papers with *count* of them, worth at most *highest*, in a *width* in points."""

    def __init__(
        self,
        count: int,
        highest: int,
        width: float,
        looks: Looks,
        words: Words,
        *,
        boxes: bool = False,
    ) -> None:
        self._looks = looks
        self._words = words
        self._narrow = width < 300
        self._left = hang(count) * looks.scale
        self._highest = highest
        self._boxes = boxes  # for the score
        self._known: dict[tuple[str, tuple[str, ...], float], tuple[Question, Stack]] = {}
        self._space = AnswerSpace(self._left, width - self._left, looks, words)
        self._width = width

    def part(self, exercise: Exercise, number: int, height: float, setter: Typesetter) -> Part:
        """Everything from the number to the last option, where a page has *height* points.

        All but the number is set once for each order of the options.
        """
        key = (exercise.id, exercise.options, height)
        known = self._known.get(key)
        if known is None or known[0] != exercise.question:
            rows = self._asked(exercise, setter)
            taken = sum(row.height for row in rows)
            stack = Stack([*rows, *self._space.rows(exercise, height - taken, setter)])
            known = self._known[key] = (exercise.question, stack)
        return Part(known[1], setter.set(f"{number}.", self._looks.strong, self._left))

    def _asked(self, exercise: Exercise, setter: Typesetter) -> list[Row]:
        beside = self._marks_width(setter)
        room = self._width - self._left - beside
        texts = self._texts(exercise, room, setter)
        marks: Element = setter.set(self._marks(exercise), self._looks.side, beside)
        if self._boxes:
            box = setter.make(Target, "box", self._looks.body)
            marks = Stack([Row([(0, marks)], after=2), Row([(beside - box.width, box)])])
        scale = self._looks.scale
        after = [3 * scale] * (len(texts) - 1) + [0.0 if exercise.blanks else 5 * scale]
        rows = [Row([(self._left, text)], after=below) for text, below in zip(texts, after, strict=True)]
        return [Row([*rows[0].cells, (self._left + room, marks)], after=after[0]), *rows[1:]]

    def _texts(self, exercise: Exercise, room: float, setter: Typesetter) -> list[Element]:
        """Context, prompt, sound, picture and cue, those that there are."""
        look = self._looks.gapped if exercise.blanks else self._looks.body
        context = exercise.question.context
        texts = [composed(context, self._looks.body, room, setter)] if context else []
        texts.append(composed(asked(exercise, GAP), look, room, setter))
        if exercise.question.audio:
            played = self._words("sheet.sound", file=exercise.question.audio.file)
            texts.append(setter.set(escape(played), self._looks.cue, room))
        texts += self._picture(exercise, room, setter)
        if told := cue(exercise, self._words):
            texts.append(setter.set(told, self._looks.cue, room))
        return texts

    def _marks(self, exercise: Exercise) -> str:
        count = exercise.question.marks
        return f"[{count}]" if self._narrow else self._words("sheet.marks", n=count)

    def _marks_width(self, setter: Typesetter) -> float:
        """Room at the right for the longest number of marks on this paper."""
        longest = f"[{self._highest}]" if self._narrow else self._words("sheet.marks", n=self._highest)
        return setter.width(longest, self._looks.side) + (8 if self._narrow else 16)

    def _picture(self, exercise: Exercise, room: float, setter: Typesetter) -> list[Element]:
        image = exercise.question.image
        if image is None:
            return []
        return [figure(as_block(image), self._looks.body, room, TALLEST, setter)]
