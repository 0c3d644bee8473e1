"""The full-screen quiz as an application: one session, its screens, its look."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from quizmill.faces.ending import Earlier, Ending, nothing_earlier
from quizmill.faces.screen.hangup import hangups_noticed
from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.quiz_screen import QuizScreen
from quizmill.faces.screen.scrolling import draw_bars
from quizmill.faces.screen.signs import ASCII, signs_for
from quizmill.faces.screen.theme import first_theme, next_theme, themes
from quizmill.faces.speaker import SILENCE, Speaker
from quizmill.faces.viewing import Viewer, no_viewer
from quizmill.study.session import Session

_SHORT = 20  # lines
_ANYWHERE = ("ctrl+c", "ctrl+q", "ctrl+t", "f9")


class QuizApp(App[Ending]):
    """Conducts *session* on the whole screen; its result is how the learner left."""

    CSS_PATH = "quiz.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", priority=True),
        Binding("ctrl+q", "quit_quiz", priority=True),
        Binding("ctrl+t,f9", "theme"),
    ]

    def __init__(
        self,
        session: Session,
        *,
        theme: str = "",
        said: str = "",
        pen: Pen | None = None,
        earlier: Earlier = nothing_earlier,
        speaker: Speaker = SILENCE,
        viewer: Viewer = no_viewer,
    ) -> None:
        """*said* is told beside the first question, what *earlier* gives on the last page.

        *viewer* opens pictures.

        *theme* and *pen* are by default what suits the terminal.
        """
        with _no_color_kept() as colourless:
            super().__init__(ansi_color=True if colourless else None)
        self.session = session
        self._said = said
        self._earlier = earlier
        self._speaker = speaker
        self._viewer = viewer
        self._running_in: asyncio.AbstractEventLoop | None = None
        self.pen = pen or pen_for_stdout(session.sitting.paper.language)
        for each in themes():
            self.register_theme(each)
        self._begin_with(theme or first_theme(os.environ))

    def _begin_with(self, theme: str) -> None:
        """What setting `theme` does, before there is anything on the screen that must be styled anew."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        for name, wanted in (("dark", self.current_theme.dark), ("light", not self.current_theme.dark)):
            self.set_class(wanted, f"-{name}-mode", update=False)

    def get_default_screen(self) -> QuizScreen:
        """The question."""
        return QuizScreen(
            self.session, self.pen, self._said, self._earlier, speaker=self._speaker, viewer=self._viewer
        )

    async def on_event(self, event: events.Event) -> None:
        """Keys for a question are dealt with one after the other, here."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        if (
            isinstance(event, events.Key)
            and isinstance(screen, QuizScreen)
            and not event.is_forwarded
            and event.key not in _ANYWHERE
            and await screen.take_key(event)
        ):
            return
        await super().on_event(event)

    def on_mount(self) -> None:
        ascii_only = self.pen.signs is ASCII
        self.set_class(ascii_only, "-ascii")
        draw_bars(ascii_only=ascii_only)
        self._running_in = asyncio.get_running_loop()

    def on_resize(self, event: events.Resize) -> None:
        """Where there are few lines, none is left empty."""
        self.set_class(event.size.height < _SHORT, "-short")

    def action_theme(self) -> None:
        """The next look."""
        self.theme = next_theme(self.theme)

    async def action_quit_quiz(self) -> None:
        """Stop, with everything kept. Essays of an exam are gone through first; pressed again, it leaves."""
        course = self.screen_stack[0]
        if isinstance(course, QuizScreen) and not self.session.sitting.over and await course.stop():
            return
        self.exit(Ending.LEFT)

    def leave_soon(self, ending: Ending) -> None:
        """Leave as soon as the application can; before it has begun, nothing happens."""
        if self._running_in:
            self._running_in.call_soon_threadsafe(self.exit, ending)

    def action_interrupt(self) -> None:
        """Leave without having stopped: it can be gone on with."""
        self.exit(Ending.LEFT if self.session.sitting.over else Ending.INTERRUPTED)


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


def conduct(
    session: Session,
    *,
    theme: str = "",
    said: str = "",
    earlier: Earlier = nothing_earlier,
    speaker: Speaker = SILENCE,
    viewer: Viewer = no_viewer,
) -> Ending:
    """Conduct *session* on the whole screen until the learner leaves."""
    app = QuizApp(session, theme=theme, said=said, earlier=earlier, speaker=speaker, viewer=viewer)
    with hangups_noticed(lambda: app.leave_soon(Ending.HUNG_UP)):
        ending = app.run()
    return ending or (Ending.LEFT if session.sitting.over else Ending.INTERRUPTED)
