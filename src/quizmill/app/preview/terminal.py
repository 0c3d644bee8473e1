"""A question in the terminal: what the plain face writes while somebody answers, in runs of one style."""

from __future__ import annotations

import io
import re

import msgspec

from quizmill.app.preview.typed import as_typed, missed
from quizmill.bank.model import Essay, Name
from quizmill.compose.paper import Paper
from quizmill.faces.feedback import Detail
from quizmill.faces.plain.quiz import PlainQuiz
from quizmill.faces.plain.terminal import Screen
from quizmill.study.session import Session
from quizmill.study.sitting import begin

_COLUMNS = 80
_STYLE = re.compile(r"\x1b\[(\d+)m")
_NAMES = {"1": "bold", "2": "faint", "3": "italic", "4": "underlined", "31": "red", "32": "green"}
_NAMES |= {"33": "yellow", "36": "cyan"}

Run = tuple[str, str]  # a text, and the names of its styles


class InTerminal(msgspec.Struct, frozen=True):
    """What is written while the question is asked, and once it is answered rightly and otherwise."""

    asked: tuple[Run, ...]
    right: tuple[Run, ...]
    wrong: tuple[Run, ...]  # of an essay nothing: nobody but its reader can tell


class _Once:
    """One line that somebody types; what was written before it can be told from what came after."""

    interactive = False

    def __init__(self, line: str, out: io.StringIO, screen: Screen) -> None:
        self._line: str | None = line
        self._out = out
        self._screen = screen
        self.asked = ""

    def read(self, prompt: str) -> str | None:
        line, self._line = self._line, None
        if line is not None:
            self.asked = self._out.getvalue()
            self._screen.ask(prompt)
            self._screen.echo(line, prompt)
        return line


def in_terminal(paper: Paper, names: tuple[Name, ...]) -> InTerminal:
    """The only question of *paper* in a terminal of 80 columns with colours; *names* are the bank's."""
    exercise = paper.exercises[0]
    asked, right = _transcript(paper, names, as_typed(exercise))
    wrong = "" if isinstance(exercise.question, Essay) else _transcript(paper, names, missed(exercise))[1]
    return InTerminal(runs(asked), runs(right), runs(wrong))


def _transcript(paper: Paper, names: tuple[Name, ...], line: str) -> tuple[str, str]:
    out = io.StringIO()
    screen = Screen(out, width=_COLUMNS, colour=True, language=paper.language)
    typed = _Once(line, out, screen)
    session = Session(begin(paper, names), clock=lambda: 0.0)
    PlainQuiz(session, screen, typed, detail=Detail.FULL).run()
    return typed.asked.strip("\n"), out.getvalue().removeprefix(typed.asked).strip("\n")


def runs(text: str) -> tuple[Run, ...]:
    """The text in runs of one style each, by what a terminal would obey of it."""
    found: list[Run] = []
    styles: dict[str, None] = {}
    for place, part in enumerate(_STYLE.split(text)):
        if place % 2 == 0:
            if part:
                found.append((part, " ".join(styles)))
        elif part in _NAMES:
            styles[_NAMES[part]] = None
        else:
            styles.clear()
    return tuple(found)
