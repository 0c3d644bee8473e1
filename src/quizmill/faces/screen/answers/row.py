"""One line to choose: a label, a text, and the states it can be in."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.visual import Visual
from textual.widget import Widget

from quizmill.faces.screen.prose import Hanging, Pen, Stack


class Row(Widget):
    """A line that can be clicked. Its state is told by a symbol first, then by a word, then by colour."""

    DEFAULT_CSS = "Row { height: auto; width: 1fr; }"
    ALLOW_SELECT = False  # a drag moves a step

    class Pressed(Message):
        """The mouse went down on the row."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class Released(Pressed):
        """The mouse button was let go over the row."""

    class Clicked(Pressed):
        """Down and up on the same row."""

    def __init__(self, index: int, label: str, text: Visual, pen: Pen) -> None:
        super().__init__()
        self.index = index
        self._label = label
        self._text = text
        self._pen = pen
        self._box = ""
        self._verdict = ""

    def point(self, here: bool) -> None:
        """Put the cursor here, or take it away."""
        self.set_class(here, "-cursor")
        self.refresh()
        if here:
            self.scroll_visible(animate=False)

    def tick(self, on: bool) -> None:
        """Show a box before the label, ticked or not."""
        self._box = self._pen.signs.on if on else self._pen.signs.off
        self.set_class(on, "-on")
        self.refresh(layout=True)

    def reword(self, text: Visual, label: str | None = None) -> None:
        """Say something else."""
        self._text = text
        self._label = self._label if label is None else label
        self.refresh(layout=True)

    def judge(self, right: bool, word: str) -> None:
        """Show that this is right, or wrong, and say what it was."""
        signs = self._pen.signs
        self._verdict = f"{signs.right if right else signs.wrong} {word}"
        self.set_class(right, "-right")
        self.set_class(not right, "-wrong")
        self.refresh(layout=True)

    def render(self) -> Visual:
        """Cursor, box and label, then the text."""
        pointer = self._pen.signs.cursor if self.has_class("-cursor") else " "
        box = f"{self._box} " if self._box else ""
        return Hanging(Content.styled(f"{pointer} {box}{self._label} ", "bold"), self._judged())

    def _judged(self) -> Visual:
        """The text, and behind it what it was; below it where it is more than words."""
        if not self._verdict:
            return self._text
        verdict = Content.styled(self._verdict, "bold")
        if isinstance(self._text, Content):
            return self._text + "  " + verdict
        return Stack([self._text, verdict])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.post_message(self.Pressed(self))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self.post_message(self.Released(self))

    def on_click(self, event: events.Click) -> None:
        self.post_message(self.Clicked(self))
