"""Texts become elements: a bank's markup set in a look and a width, each only once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from quizmill.bank.markup import Span, Spans, Style, escape, spans
from quizmill.bank.printable import clean, unprintable
from quizmill.errors import ExportRefused, Refusal
from quizmill.export.paper.elements import Element
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.line_breaking import Passage
from quizmill.export.paper.look import Look
from quizmill.export.paper.runs import HEAVY, LIGHT, SLANTED, boxed, mostly_han, runs
from quizmill.export.paper.text import Text

P = TypeVar("P", bound=Element)
T = TypeVar("T")
Told = str | Spans
_ENDLESS = float("inf")
_SLACK = 0.5  # points, or a text could break in a width that is exactly its own
_FACES = {"light": LIGHT, "heavy": HEAVY, "slanted": SLANTED}


class Typesetter:
    """Sets texts and remembers them, and what it could not set until `finish`.

    *images* are the pictures that stand in them, by file.
    """

    def __init__(
        self,
        where: str = "",
        shared: Typesetter | None = None,
        *,
        images: Mapping[str, bytes] | None = None,
        formulas: Formulas | None = None,
    ) -> None:
        self._where = where
        self.images: Mapping[str, bytes] = shared.images if shared else images or {}
        self._refusals: dict[Refusal, None] = shared._refusals if shared else {}
        self._made: dict[tuple[Any, ...], Any] = shared._made if shared else {}
        self._formulas: Formulas = shared._formulas if shared else formulas or Formulas()

    def about(self, where: str) -> Typesetter:
        """The same, for the texts of one question (or of the title): refusals name it."""
        return Typesetter(where, self)

    def set(self, text: Told, look: Look, width: float) -> Element:
        """The markup *text*, or spans of it, as a paragraph *width* points wide."""
        known: Element | None = self._made.get((text, look, width))
        if known is None:
            if isinstance(text, str) and not self.check(
                text
            ):  # and not remembered: another question may have it too
                return Text(self._passage("", look.weight), [], look, width)
            passage = self._passage(text, look.weight)
            room = width * 1000 / look.size
            if passage.widest_box > room:
                passage = self._measured(text, look.weight, room)
            known = self._made[text, look, width] = Text(passage, passage.lines(room), look, width)
        return known

    def formula(self, source: str, look: Look, width: float) -> Element:
        """A formula on a line of its own, or on several where it is too wide; text where it is not drawn."""
        face, room = _FACES[look.weight][Style.MATHEMATICS], width * 1000 / look.size
        boxes = self._formulas.boxes(source, face, large=True, room=room)
        if not boxes:
            return self.set((Span(source, Style.MATHEMATICS),), look, width)
        passage = Passage(
            tuple(boxed(boxes, face)), han=True
        )  # which has no words: it may end after each box
        return Text(passage, passage.lines(room), look, width)

    def make(self, kind: Callable[..., P], *told: Any) -> P:
        """The element that *kind* makes of what it is told."""
        return self.once((kind, *told), lambda: kind(*told))

    def once(self, key: tuple[Any, ...], made: Callable[[], T]) -> T:
        """What is *made* the first time, and known by its *key* afterwards."""
        found: T | None = self._made.get(key)
        if found is None:
            found = self._made[key] = made()
        return found

    def width(self, text: Told, look: Look) -> float:
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
        """Keep the formulas, and raise ExportRefused with everything that could not be set, if anything."""
        self._formulas.keep()
        if self._refusals:
            raise ExportRefused(tuple(self._refusals))

    def _passage(self, text: Told, weight: str) -> Passage:
        """The text, measured once for all sizes and widths."""
        return self.once((text, weight), lambda: self._measured(text, weight, _ENDLESS))

    def _measured(self, text: Told, weight: str, room: float) -> Passage:
        """The text, no formula in it wider than *room* thousandths of the type size."""
        told = spans(clean(text)) if isinstance(text, str) else text
        written = text if isinstance(text, str) else "".join(span.said for span in told)
        boxes = partial(self._formulas.boxes, large=False, room=room)
        return Passage(runs(told, _FACES[weight], boxes), han=mostly_han(written))
