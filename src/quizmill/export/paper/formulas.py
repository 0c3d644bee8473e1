"""Formulas in a text as boxes to be drawn, each as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizmill.bank.markup.formula import linear as said
from quizmill.bank.printable import clean, unprintable
from quizmill.export.fonts import Face
from quizmill.export.paper.outline import Outline
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.runs import FormulaBox, faced

if TYPE_CHECKING:
    from quizmill.bank.mathematics import Formula

_SCALE = 1.11  # between what makes STIX's small letters and its capitals as high as Noto Sans's
_ENDLESS = float("inf")
_Drawn = list[tuple["Formula", Outline]]


class Formulas:
    """The formulas of one document, each drawn once; lengths in thousandths of the type size."""

    def __init__(self, outlines: Outlines | None = None) -> None:
        self._outlines = outlines or Outlines()
        self._known: dict[tuple[str, Face, bool, float], tuple[FormulaBox, ...]] = {}

    def boxes(
        self, source: str, face: Face, *, large: bool, room: float = _ENDLESS
    ) -> tuple[FormulaBox, ...]:
        """The formula in a text of that face, *large* as on a line of its own; none where it is not drawn.

        What is wider than *room* is cut before its relations, then before its operations too, and what is
        too wide even then is drawn smaller.
        """
        key = (source, face, large, room)
        if key not in self._known:
            self._known[key] = tuple(self._boxes(source, face, large, room))
        return self._known[key]

    def keep(self) -> None:
        """Keep what was drawn for the next document."""
        self._outlines.keep()

    def _boxes(self, source: str, face: Face, large: bool, room: float) -> Iterator[FormulaBox]:
        from quizmill.bank.mathematics import linear

        parts = self._fitting(source, large, room)
        for formula, outline in parts:
            told = linear(formula) if len(parts) > 1 else said(source)  # which is remembered
            scale = min(_SCALE, room / max(outline.width, 1.0))
            yield FormulaBox(outline, scale, told, tuple(faced(_printable(formula, told), face)))

    def _fitting(self, source: str, large: bool, room: float) -> _Drawn:
        from quizmill.bank.mathematics import Formula, cuts, read

        formula = read(source)
        found: _Drawn = []
        for parts in cuts(formula) if isinstance(formula, Formula) else ():
            drawn = self._drawn(parts, large)
            if not drawn:
                break
            found = drawn
            if all(outline.width * _SCALE <= room for _, outline in found):
                break
        return found

    def _drawn(self, parts: tuple[Formula, ...], large: bool) -> _Drawn:
        """The parts and their outlines; none where one of them has no outline."""
        from quizmill.bank.mathematics import mathml

        outlines = [self._outlines.of(mathml(part, display=large)) for part in parts]
        drawn = [(part, each) for part, each in zip(parts, outlines, strict=True) if each]
        return drawn if len(drawn) == len(parts) else []


def _printable(formula: Formula, told: str) -> str:
    """What it says, in characters that the fonts have."""
    from quizmill.bank.mathematics import latex

    return rf"\({latex(formula)}\)" if unprintable(told) else clean(told)
