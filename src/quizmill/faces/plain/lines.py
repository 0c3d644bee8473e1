"""Where a learner's lines come from: a keyboard, or a file or pipe."""

from __future__ import annotations

import contextlib
import sys
from typing import Protocol, TextIO

from quizmill.faces.plain.terminal import Screen
from quizmill.faces.text import spaced


class Lines(Protocol):
    """A source of lines."""

    interactive: bool  # someone sits there, and can be asked back

    def read(self, prompt: str) -> str | None:
        """The next line, without its end; None when there is no more."""


class Keyboard:
    """Lines typed at a terminal, with the line editing of the system where it has one."""

    interactive = True

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        with contextlib.suppress(ImportError):  # Windows has its own
            import readline  # noqa: F401  # importing it is what gives input() its editing

    def read(self, prompt: str) -> str | None:
        """The line, once Enter is pressed."""
        self._screen.flush()
        try:
            return input(spaced(prompt))
        except EOFError:
            self._screen.say()
            return None


class Pipe:
    """Lines from a file or a program; each is repeated on the screen, so that a transcript can be read.

    The prompt is there before the line is read: a program sees by it that an answer is awaited.
    """

    interactive = False

    def __init__(self, stream: TextIO, screen: Screen) -> None:
        self._stream = stream
        self._screen = screen

    def read(self, prompt: str) -> str | None:
        """The next line of the stream."""
        self._screen.ask(prompt)
        line = self._stream.readline()
        if not line:
            self._screen.say()
            return None
        line = line.rstrip("\r\n")
        self._screen.echo(line, prompt)
        return line


def standard_input(screen: Screen) -> Lines:
    """Whatever standard input is; a closed one is an empty pipe."""
    if sys.stdin is None:
        import io

        return Pipe(io.StringIO(), screen)
    return Keyboard(screen) if sys.stdin.isatty() else Pipe(sys.stdin, screen)
