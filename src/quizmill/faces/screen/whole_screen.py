"""An application that fills the screen in one of our looks."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import ClassVar, TypeVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.scrolling import draw_bars
from quizmill.faces.screen.signs import ASCII, signs_for
from quizmill.faces.screen.theme import first_theme, next_theme, themes

Result = TypeVar("Result")

_SHORT = 20  # lines


class WholeScreen(App[Result]):
    """Colours, signs and room as the terminal has them; Ctrl+T goes on to the next look."""

    CSS_PATH = "quiz.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+t,f9", "theme")]

    def __init__(self, pen: Pen, *, theme: str = "") -> None:
        """*theme* is by default what suits the terminal."""
        with _no_color_kept() as colourless:
            super().__init__(ansi_color=True if colourless else None)
        self.pen = pen
        for each in themes():
            self.register_theme(each)
        self._begin_with(theme or first_theme(os.environ))

    def _begin_with(self, theme: str) -> None:
        """What setting `theme` does, before there is anything on the screen that must be styled anew."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        for name, wanted in (("dark", self.current_theme.dark), ("light", not self.current_theme.dark)):
            self.set_class(wanted, f"-{name}-mode", update=False)

    def on_mount(self) -> None:
        ascii_only = self.pen.signs is ASCII
        self.set_class(ascii_only, "-ascii")
        draw_bars(ascii_only=ascii_only)

    def on_resize(self, event: events.Resize) -> None:
        """Where there are few lines, none is left empty."""
        self.set_class(event.size.height < _SHORT, "-short")

    def action_theme(self) -> None:
        """The next look."""
        self.theme = next_theme(self.theme)


def pen_for_stdout(language: str) -> Pen:
    """What standard output can show."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return Pen(signs_for(encoding, os.environ), encoding, language)


@contextlib.contextmanager
def _no_color_kept() -> Iterator[bool]:
    """Whether NO_COLOR is set and not empty. Textual heeds an empty one too, and takes it away for good."""
    asked = os.environ.get("NO_COLOR")
    if not asked:
        os.environ.pop("NO_COLOR", None)
    try:
        yield bool(asked)
    finally:
        if asked is not None:
            os.environ["NO_COLOR"] = asked  # the next attempt is to heed it as well
