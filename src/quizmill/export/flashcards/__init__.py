"""Flashcards to print on both sides and cut: a page of fronts, then the page of their backs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from quizmill.bank.markup import escape
from quizmill.bank.model import Name
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.export.flashcards.fitting import Fitted
from quizmill.export.flashcards.grid import Grid
from quizmill.export.flashcards.sides import Side, back, front
from quizmill.export.paper import page_layout
from quizmill.export.paper.figure import figure
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.look import GREY, Look
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.typeset import Typesetter
from quizmill.grade.also_right import also_right, told
from quizmill.words import Words, words_in

_SMALL = Look(6.5, 8.5, grey=GREY)  # the lines above and below the text
_BESIDE = Look(9, 12)  # the texts beside a picture, by which its credit is set
_SMALLEST = Look(6, 8, grey=GREY)  # what is cut off
_SHARES = (0.45, 0.3, 0.2)  # of a side, at most, for a picture above texts that else would be cut
_LEAST = 40.0  # points that a topic needs to be worth printing
_LABEL_ROOM, _CLEAR = 11.0, 6.0  # points that a line takes, and between it and the text


class FlashcardOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the cards are printed; *flip* is the edge over which the printer turns the sheet."""

    size: Literal["a4", "letter"] = "a4"
    layout: Literal["2x4", "3x3"] = "2x4"  # cards across and down
    flip: Literal["long", "short"] = "long"
    language: str = ""  # of the cards' own words; the bank's when there are words for it, else English


class Flashcards(msgspec.Struct, frozen=True):
    """The PDF, and what did not fit on its card."""

    data: bytes
    warnings: tuple[str, ...] = ()


def flashcards(
    paper: Paper,
    options: FlashcardOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    names: tuple[Name, ...] = (),
    outlines: Outlines | None = None,
) -> Flashcards:
    """The cards of *paper*; equal in, equal out.

    *images* are the pictures by the name that the question gives; one that is missing is told in words.
    *names* are the bank's: what else a thing is called is right too. *outlines* are formulas that need not be
    drawn again. A text too long for its card shrinks to 7 points, with the pictures in it, and is then cut,
    which the warnings tell. Raises ExportRefused naming every question and character that cannot be printed.
    """
    setter = Typesetter(images=images, formulas=Formulas(outlines))

    def turned(exercise: Exercise) -> Side:
        also = also_right(exercise.question, names, paper.language)
        return back(exercise, told(also, sheet.words), sheet.words, sheet.images)

    sheet = _Sheet(paper, options, words_in(options.language, paper.language), images or {}, setter)
    per_page = sheet.grid.columns * sheet.grid.rows
    for start in range(0, len(paper.exercises), per_page):
        exercises = paper.exercises[start : start + per_page]
        sheet.print("fronts", [front(exercise, sheet.words, sheet.images) for exercise in exercises])
        sheet.print("backs", [turned(exercise) for exercise in exercises])
    return Flashcards(sheet.finish(), tuple(sheet.warnings))


class _Sheet:
    """The pages of one PDF."""

    def __init__(
        self,
        paper: Paper,
        options: FlashcardOptions,
        said: Words,
        images: Mapping[str, bytes],
        setter: Typesetter,
    ) -> None:
        self.warnings: list[str] = []
        self.words = said
        columns, rows = (int(number) for number in options.layout.split("x"))
        self.grid = Grid(*page_layout.SIZES[options.size], columns, rows)
        self._flip = options.flip
        self.images = images
        self._foot = f"{page_layout.dated((paper,), said)} · {paper.title}"
        self._setter = setter
        title = said("sheet.flashcards", title=paper.title)
        self._pdf = page_layout.new_pdf(options.size, paper, title, page_layout.dated((paper,), said))

    def print(self, face: Literal["fronts", "backs"], sides: list[Side]) -> None:
        """One page: the fronts of a sheet of cards, or their backs."""
        for place, side in enumerate(sides):
            card = self.grid.front(place) if face == "fronts" else self.grid.back(place, self._flip)
            self._side(side, face, *card)
        self._pdf.place(self.grid.marks, 0, self.grid.height)
        if face == "fronts":
            self._pdf.place(self.grid.cuts, 0, self.grid.height)
        self._margin(face)
        self._pdf.turn()

    def finish(self) -> bytes:
        """The document; raises ExportRefused when some text could not be set."""
        self._setter.finish()
        return self._pdf.finish()

    def _side(self, side: Side, face: str, left: float, top: float) -> None:
        """One side of a card whose upper left corner is given."""
        width, height = self.grid.inside
        left, top = left + self.grid.padding, top - self.grid.padding
        setter = self._setter.about(side.right)
        named = min(setter.width(escape(side.right), _SMALL), width)
        self._label(setter, side.right, left + width - named, top, named)
        if width - named > _LEAST:
            self._label(setter, side.above, left, top, width - named - _CLEAR)
        if side.below:
            self._label(setter, side.below, left, top - height + _LABEL_ROOM, width)
        room = height - (_LABEL_ROOM + _CLEAR) * (2 if side.below else 1)
        for share in _SHARES if side.image else (0.0,):
            image = figure(side.image, _BESIDE, width, room * share, setter) if side.image else None
            above = image.height + _CLEAR if image else 0
            text = Fitted(side.texts, width, room - above, setter)
            if not text.cut:
                break
        if text.cut:
            told = f"{side.right}: its {face.rstrip('s')} is too long for a card; the text is cut"
            self.warnings.append(told)
        down = top - _LABEL_ROOM - _CLEAR - (room - text.height - above) / 2
        if image:
            self._pdf.place(image, left + (width - image.width) / 2, down)
            down -= above
        for indent, element, below in text.lines:
            self._pdf.place(element, left + indent, down)
            down -= element.height + below

    def _margin(self, face: Literal["fronts", "backs"]) -> None:
        """Below the cards, between the crop marks: which paper they are of, and how to print the sheet."""
        said = self.words
        turn = said("sheet.turn_long") if self._flip == "long" else said("sheet.turn_short")
        side = said("sheet.fronts") if face == "fronts" else said("sheet.backs")
        told = [self._foot, f"{side} · {turn}"] if self.grid.columns == 2 else [self._foot, side, turn]
        setter = self._setter.about("the title")
        for left, line in zip(self.grid.across, told, strict=False):
            element = setter.line(line, _SMALLEST, self.grid.card[0] - 2 * _CLEAR)
            self._pdf.place(element, left + _CLEAR, 20)

    def _label(self, setter: Typesetter, told: str, left: float, top: float, width: float) -> None:
        self._pdf.place(setter.line(told, _SMALL, width), left, top)
