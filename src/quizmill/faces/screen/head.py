"""The top of the screen: where the learner is, the score so far, and the time that is left."""

from __future__ import annotations

import math

from textual.content import Content
from textual.widget import Widget

from quizmill.compose.exercise import Exercise
from quizmill.faces.phrases import marks
from quizmill.faces.screen.prose import Pen
from quizmill.faces.text import cells
from quizmill.study.results import outcomes, tally
from quizmill.study.session import Session
from quizmill.study.sitting import Mode
from quizmill.study.summary import reached
from quizmill.words import Words

_NARROW = 10  # columns below which a bar says nothing


class Head(Widget):
    """Two lines. What does not fit is left out, the least important first."""

    DEFAULT_CSS = "Head { height: 2; width: 1fr; dock: top; }"

    def __init__(self, session: Session, pen: Pen) -> None:
        super().__init__()
        self._session = session
        self._pen = pen
        self._exercise: Exercise | None = session.sitting.current
        self._number = session.sitting.position + 1

    def show(self, exercise: Exercise | None, number: int) -> None:
        """This question, and its number."""
        self._exercise, self._number = exercise, number
        self.refresh()

    def render(self) -> Content:
        """Both lines."""
        return Content("\n").join([self._words(self.size.width), self._bar(self.size.width)])

    def _words(self, width: int) -> Content:
        ends = [word for word in (self._score(), clock(self._session, self._pen.words)) if word]
        end = "  ".join(ends)
        room = width - cells(end) - 2
        start = self._pen.text(self._about(room))
        space = " " * max(1, width - cells(start) - cells(end))
        return Content.assemble((start, "bold"), space, (end, "bold $accent"))

    def _about(self, room: int) -> str:
        exercise = self._exercise
        if exercise is None:
            return cut(self._pen.words("screen.end_of_paper"), room, self._pen.signs.more)
        words = self._pen.words
        flag = words("screen.flagged", sign=self._pen.signs.flag)
        flagged = [flag] if exercise.id in self._session.sitting.flagged else []
        rest = [*flagged, marks(exercise.question.marks, words)]
        between = f" {self._pen.signs.between} "
        while rest and cells(between.join(rest)) > room // 2:
            rest.pop()
        tail = between.join(["", *rest])
        return cut(exercise.topic_title, room - cells(tail), self._pen.signs.more) + tail

    def _score(self) -> str:
        sitting = self._session.sitting
        if sitting.mode is Mode.EXAM:
            return self._pen.words("screen.answered", n=len(sitting.answers))
        total = tally(reached(outcomes(sitting)))
        return self._pen.words("screen.score", earned=float(total.earned), possible=float(total.possible))

    def _bar(self, width: int) -> Content:
        sitting, signs = self._session.sitting, self._pen.signs
        count = len(sitting.paper.exercises)
        place = " " + self._pen.words("screen.place", number=min(self._number, count), count=count)
        room = width - cells(place)
        if room < _NARROW:
            return Content(place.strip())
        done = round(room * len(sitting.passed) / count) if count else 0
        return Content.assemble((signs.done * done, "$accent"), (signs.todo * (room - done), "$quiet"), place)


def clock(session: Session, words: Words) -> str:
    """`4:32 left`; empty without a limit."""
    if not session.timed:
        return ""
    minutes, seconds = divmod(math.ceil(session.seconds_left), 60)
    return words("screen.time_left", time=f"{minutes}:{seconds:02}")


def cut(text: str, width: int, more: str) -> str:
    """The text in at most *width* columns, with a sign where it was cut."""
    text = " ".join(text.split())
    if cells(text) <= width:
        return text
    while text and cells(text) + cells(more) > width:
        text = text[:-1]
    return text.rstrip() + more if width > 0 else ""
