"""Texts become elements: a bank's markup set in a look and a width, each only once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, TypeVar

from quizmill.bank.markup import escape
from quizmill.bank.printable import unprintable
from quizmill.errors import ExportRefused, Refusal
from quizmill.export.paper.elements import Element, Surface
from quizmill.export.paper.line_breaking import Line, Passage
from quizmill.export.paper.look import Look
from quizmill.export.paper.runs import HEAVY, LIGHT, SLANTED, mostly_han, runs

P = TypeVar("P", bound=Element)
_SLACK = 0.5  # points, or a text could break in a width that is exactly its own
_FACES = {"light": LIGHT, "heavy": HEAVY, "slanted": SLANTED}


class Text(Element):
    """A passage broken to lines of a width, or those of the lines that one page shows."""

    def __init__(
        self, passage: Passage, lines: list[Line], look: Look, width: float, shown: range | None = None
    ) -> None:
        self._passage = passage
        self._lines = lines
        self._look = look
        self._shown = range(len(lines)) if shown is None else shown
        self.width = width
        self.height = len(self._shown) * look.leading

    def draw(self, surface: Surface) -> None:
        """The lines."""
        lines = self._lines[self._shown.start : self._shown.stop]
        surface.write(self._passage, lines, self._look, self.width)

    def split(self, height: float) -> tuple[Element, Element] | None:
        """The lines that fit in *height*, and the rest; neither is a line alone."""
        fitting = min(int(height / self._look.leading), len(self._shown) - 2)
        if fitting < 2:
            return None
        return self._of(self._shown[:fitting]), self._of(self._shown[fitting:])

    def _of(self, shown: range) -> Text:
        return Text(self._passage, self._lines, self._look, self.width, shown)


class Typesetter:
    """Sets texts and remembers them, and what it could not set until `finish`."""

    def __init__(self, where: str = "", shared: Typesetter | None = None) -> None:
        self._where = where
        self._refusals: dict[Refusal, None] = shared._refusals if shared else {}
        self._made: dict[tuple[Any, ...], Any] = shared._made if shared else {}

    def about(self, where: str) -> Typesetter:
        """The same, for the texts of one question (or of the title): refusals name it."""
        return Typesetter(where, self)

    def set(self, text: str, look: Look, width: float) -> Element:
        """The markup *text* as a paragraph *width* points wide."""
        known: Element | None = self._made.get((text, look, width))
        if known is None:
            if not self.check(text):  # and not remembered: another question may have it too
                return Text(self._passage("", look.weight), [], look, width)
            passage = self._passage(text, look.weight)
            lines = passage.lines(width * 1000 / look.size)
            known = self._made[text, look, width] = Text(passage, lines, look, width)
        return known

    def make(self, kind: Callable[..., P], *told: Any) -> P:
        """The element that *kind* makes of what it is told."""
        found: P | None = self._made.get((kind, *told))
        if found is None:
            found = self._made[kind, *told] = kind(*told)
        return found

    def width(self, text: str, look: Look) -> float:
        """The width that *text* needs for one line, in points; endless when it has several lines."""
        return _SLACK + self._passage(text, look.weight).width * look.size / 1000

    def line(self, words: str, look: Look, width: float) -> Element:
        """The literal *words* on one line, cut to *width* points."""
        words = " ".join(words.split())
        if self.width(escape(words), look) <= width:
            return self.set(escape(words), look, width)
        fitting = bisect_right(
            range(len(words)),
            width,
            key=lambda n: self._passage(escape(words[:n]) + "…", look.weight).width * look.size / 1000,
        )
        self.check(words)
        return self.set(escape(words[: max(fitting - 1, 0)].rstrip() + "…"), look, width)

    def check(self, text: str) -> bool:
        """Whether all of the text can be printed; what cannot is noted."""
        reasons = unprintable(text)
        for reason in reasons:
            self.refuse(reason)
        return not reasons

    def refuse(self, reason: str) -> None:
        """Note that something of this question cannot be printed, once."""
        self._refusals[Refusal(self._where, reason)] = None

    def finish(self) -> None:
        """Raise ExportRefused with everything that could not be set, if anything."""
        if self._refusals:
            raise ExportRefused(tuple(self._refusals))

    def _passage(self, text: str, weight: str) -> Passage:
        """The markup *text*, measured once for all sizes and widths."""
        known: Passage | None = self._made.get((text, weight))
        if known is None:
            made = Passage(runs(text, _FACES[weight]), han=mostly_han(text))
            known = self._made[text, weight] = made
        return known
