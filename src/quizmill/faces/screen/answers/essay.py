"""An essay: a page to write on, and afterwards its points, which the writer goes through."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import TextArea

from quizmill.bank import model
from quizmill.compose.exercise import Exercise
from quizmill.faces.screen.answers.area import Area
from quizmill.faces.screen.answers.row import Row
from quizmill.faces.screen.answers.rows import Rows
from quizmill.faces.screen.prose import Pen
from quizmill.faces.text import cells
from quizmill.study.sitting import Answer


class Writing(Area):
    """The page."""

    TYPED = True
    HANDS_IN = "Ctrl+S"
    KEYS: ClassVar[frozenset[str]] = frozenset({"ctrl+s", "ctrl+enter", "f10"})  # Enter is for the page
    EMPTY = "screen.write_first"
    HOW = "screen.write_how"

    def __init__(self, exercise: Exercise, pen: Pen) -> None:
        super().__init__(exercise, pen)
        self._page = TextArea(compact=True, tab_behavior="focus", show_line_numbers=False)

    @property
    def text(self) -> str:
        """What is written."""
        return self._page.text.strip()

    def compose(self) -> ComposeResult:
        """The page."""
        yield self._page

    @property
    def field(self) -> TextArea:
        """The page."""
        return self._page

    def restore(self, text: str) -> None:
        """What was written before."""
        self._page.load_text(text)

    def settle(self, answer: Answer) -> None:
        """Nothing more can be written."""
        super().settle(answer)
        self._page.read_only = True
        self._page.disabled = True


class Points(Rows):
    """What a full answer names; its writer says of each whether the essay does."""

    EMPTY = "screen.points_first"
    HOW = "screen.points_how"

    def __init__(self, exercise: Exercise, question: model.Essay, pen: Pen) -> None:
        self._points = question.points
        self._named: list[bool | None] = [None] * len(self._points)
        super().__init__(exercise, pen)
        self._show()

    @property
    def text(self) -> str:
        """A y or n for each point, once one has been said."""
        said = any(each is not None for each in self._named)
        return "".join("y" if each else "n" for each in self._named) if said else ""

    @property
    def gap(self) -> str:
        """The points nothing was said of."""
        left = [str(i) for i, each in enumerate(self._named, 1) if each is None]
        return self.pen.words("screen.points_left", numbers=", ".join(left)) if left else ""

    def make_rows(self) -> list[Row]:
        """A row for each point."""
        return [
            Row(i, f"{i + 1}.", self.pen.marked(each.point), self.pen) for i, each in enumerate(self._points)
        ]

    def on_mount(self) -> None:
        """The first point waits."""
        if self.cursor is None:
            self.point(0)

    def take_up(self) -> None:
        """Be ready for keys, with as many points in view as there is room for, the first in any case."""
        super().take_up()
        self.call_after_refresh(self._show_points)

    def _show_points(self) -> None:
        self.rows[-1].scroll_visible(animate=False, immediate=True)
        self.point(self.cursor or 0)

    def _show(self) -> None:
        said = {True: self.pen.words("screen.yes"), False: self.pen.words("screen.no"), None: "?"}
        widest = max(map(cells, said.values()))
        for i, row in enumerate(self.rows):
            named = said[self._named[i]]
            row.tick(self._named[i] is True)
            row.reword(
                self.pen.marked(self._points[i].point),
                f"{named}{' ' * (widest - cells(named))} {i + 1}.",
            )

    def _say(self, place: int, named: bool) -> None:
        self._named[place] = named
        self._show()
        self.point(min(place + 1, len(self.rows) - 1))

    def named(self, character: str) -> bool:
        """y or n for the point with the cursor, a number goes to a point."""
        if character in "yn":
            self._say(self.cursor or 0, character == "y")
            return True
        if character.isdigit() and 0 < int(character) <= len(self.rows):
            self.point(int(character) - 1)
            return True
        return False

    def key(self, key: str) -> bool:
        """Space changes what was said."""
        if key == "space":
            self._say(self.cursor or 0, not self._named[self.cursor or 0])
        return key == "space"

    def on_row_clicked(self, message: Row.Clicked) -> None:
        if not self.settled:
            self._say(message.row.index, not self._named[message.row.index])

    def settle(self, answer: Answer) -> None:
        """Which points are named."""
        super().settle(answer)
        self.point(None)
        for i, (row, named) in enumerate(zip(self.rows, answer.mark.parts, strict=True)):
            row.reword(self.pen.marked(self._points[i].point), f"{i + 1}.")
            row.judge(named, self.pen.words("screen.is_named" if named else "screen.not_named"))
