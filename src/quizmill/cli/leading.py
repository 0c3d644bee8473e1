"""Which face leads a session: the whole screen at a terminal, line by line everywhere else or when asked."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click
import msgspec

from quizmill.cli.lines import standard_input
from quizmill.cli.terminal import Screen, Tone
from quizmill.compose.paper import Paper
from quizmill.face.ending import Earlier, Ending, nothing_earlier
from quizmill.study.again import missed
from quizmill.study.session import Session

Command = TypeVar("Command", bound=Callable[..., Any])
LOOKS = ("dark", "light", "contrast")


class Face(msgspec.Struct, frozen=True):
    """The face that was asked for."""

    plain: bool = False
    theme: str = ""  # of the whole screen; empty: what suits the terminal

    @property
    def full_screen(self) -> bool:
        """Whether there is a terminal at both ends that can show it, and nobody wants it otherwise."""
        if self.plain or os.environ.get("TERM") in ("dumb", "unknown"):
            return False
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def face_options(command: Command) -> Command:
    """Adds --plain and --theme; the command gets them as `face`."""

    @functools.wraps(command)
    def gathered(*args: Any, plain: bool, theme: str | None, **typed: Any) -> Any:
        return command(*args, face=Face(plain, theme or ""), **typed)

    click.option("--theme", type=click.Choice(LOOKS), help="Colours.  [default: what suits the terminal]")(
        gathered
    )
    click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")(gathered)
    return gathered  # type: ignore[return-value]  # it takes the options instead of `face`


def lead(
    session: Session,
    face: Face,
    screen: Screen,
    *,
    greet: Callable[[], None],
    said: str = "",
    earlier: Earlier = nothing_earlier,
) -> Ending:
    """Lead *session*; *greet* opens the plain face, *said* is told on either.

    *earlier* is for the full screen's last page; what comes after the plain face says it for itself.
    """
    if face.full_screen:
        from quizmill.tui.app import lead as lead_full_screen  # Textual: only who sees it waits for it

        return lead_full_screen(session, theme=face.theme, said=said, earlier=earlier)
    from quizmill.cli.plain import PlainQuiz

    greet()
    if said:
        screen.say(said, tone=Tone.QUIET)
    PlainQuiz(session, screen, standard_input(screen)).run()
    return Ending.LEFT


def wanted_again(session: Session, ending: Ending, face: Face, screen: Screen) -> Paper | None:
    """The missed questions when the learner wants them once more; a pipe is not asked."""
    again = missed(session.sitting)
    if face.full_screen:
        return again if ending is Ending.RETRY else None
    lines = standard_input(screen)
    at_the_end = session.sitting.over and session.sitting.current is None
    if again is None or not at_the_end or not lines.interactive:
        return None
    count = len(again.exercises)
    screen.say(f"r tries the {count} missed one{'s' if count != 1 else ''} again; Enter ends.")
    line = lines.read("> ")
    return again if line is not None and line.strip().lower() in ("r", ":r", "retry") else None
