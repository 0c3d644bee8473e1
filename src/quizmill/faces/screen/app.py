"""The full-screen quiz as an application: one session, its screens, its look."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from quizmill.faces.ending import Earlier, Ending, nothing_earlier
from quizmill.faces.feedback import Detail
from quizmill.faces.screen.hangup import hangups_noticed
from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.quiz_screen import QuizScreen
from quizmill.faces.screen.whole_screen import WholeScreen, pen_for_stdout
from quizmill.faces.speaker import SILENCE, Speaker
from quizmill.faces.viewing import Viewer, no_viewer
from quizmill.study.session import Session

_ANYWHERE = ("ctrl+c", "ctrl+q", "ctrl+t", "f9")


class QuizApp(WholeScreen[Ending]):
    """Conducts *session* on the whole screen; its result is how the learner left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", priority=True),
        Binding("ctrl+q", "quit_quiz", priority=True),
    ]

    def __init__(
        self,
        session: Session,
        *,
        theme: str = "",
        language: str = "",
        detail: Detail = Detail.BRIEF,
        said: str = "",
        pen: Pen | None = None,
        earlier: Earlier = nothing_earlier,
        speaker: Speaker = SILENCE,
        viewer: Viewer = no_viewer,
    ) -> None:
        """*said* is told beside the first question, what *earlier* gives on the last page.

        *viewer* opens pictures.

        *theme* and *pen* are by default what suits the terminal, *language* is that of the bank; *detail* is
        how much is said of an answer without being asked.
        """
        super().__init__(pen or pen_for_stdout(language or session.sitting.paper.language), theme=theme)
        self.session = session
        self._detail = detail
        self._said = said
        self._earlier = earlier
        self._speaker = speaker
        self._viewer = viewer
        self._running_in: asyncio.AbstractEventLoop | None = None

    def get_default_screen(self) -> QuizScreen:
        """The question."""
        return QuizScreen(
            self.session,
            self.pen,
            self._said,
            self._earlier,
            detail=self._detail,
            speaker=self._speaker,
            viewer=self._viewer,
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
        """From here on it can be left."""
        self._running_in = asyncio.get_running_loop()

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


def conduct(
    session: Session,
    *,
    theme: str = "",
    language: str = "",
    detail: Detail = Detail.BRIEF,
    said: str = "",
    earlier: Earlier = nothing_earlier,
    speaker: Speaker = SILENCE,
    viewer: Viewer = no_viewer,
) -> Ending:
    """Conduct *session* on the whole screen until the learner leaves."""
    app = QuizApp(
        session,
        theme=theme,
        language=language,
        detail=detail,
        said=said,
        earlier=earlier,
        speaker=speaker,
        viewer=viewer,
    )
    with hangups_noticed(lambda: app.leave_soon(Ending.HUNG_UP)):
        ending = app.run()
    return ending or (Ending.LEFT if session.sitting.over else Ending.INTERRUPTED)
