"""A timeline to fill in, and its solution: events down a line, further apart where more years lie between."""

from __future__ import annotations

from typing import Literal

import msgspec

from quizmill.bank.markup import escape
from quizmill.compose.chance import draw
from quizmill.compose.timeline import Event, Hidden, Timeline
from quizmill.export.paper import page_layout
from quizmill.export.paper.elements import FINE, THIN, Element, Rule, Surface, WritingLine
from quizmill.export.paper.flow import Block, block, flow
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.look import BLACK, GREY, NORMAL, SMALL, Look
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.rows import Cell, Row
from quizmill.export.paper.sheet_head import NOBODY, fields, title_row
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import words_in

_DATES = 118.0  # points for a date, left of the line
_AFTER = 26.0  # points from the line to what happened
_BOX = 44.0  # points of height to write in, whatever belongs there
_ROOMY = (1.0, 0.85, 0.7)  # of these heights; less where that saves a page
_YEAR, _FARTHEST = 3.0, 36.0  # points that a year keeps two events apart, and that many keep them at most
_DATE = Look(11, 15.5, "heavy", align="right")


class TimelineOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the sheet is printed."""

    size: Literal["a4", "letter"] = "a4"
    language: str = ""  # of the sheet's own words; the bank's when there are words for it, else English


def timeline_sheet(timeline: Timeline, options: TimelineOptions, outlines: Outlines | None = None) -> bytes:
    """The PDF to fill in; equal in, equal out. Raises ExportRefused for what cannot be printed.

    *outlines* are formulas that need not be drawn again.
    """
    return _Drawn(timeline, options, outlines).sheet()


def timeline_solution(
    timeline: Timeline, options: TimelineOptions, outlines: Outlines | None = None
) -> bytes:
    """The same with everything filled in, and where each event stands."""
    return _Drawn(timeline, options, outlines).solution()


class _Drawn:
    """One timeline on paper."""

    def __init__(self, timeline: Timeline, options: TimelineOptions, outlines: Outlines | None) -> None:
        self._timeline = timeline
        self._size = options.size
        self._words = words_in(options.language, timeline.language)
        self._sheet = page_layout.Sheet(options.size, NORMAL.small)
        self._setter = Typesetter("the timeline", formulas=Formulas(outlines))
        self._title = self._words("sheet.timeline", title=timeline.title)

    def sheet(self) -> bytes:
        before, after = [self._head()], self._choices()
        return self._made(before, after, self._title, solved=False)

    def solution(self) -> bytes:
        title = f"{self._title} – {self._words('sheet.solution')}"
        width, words = self._sheet.measure, self._words
        head = Row([*title_row(title, "", width, NORMAL, words, self._setter).cells], after=16)
        return self._made([block([head])], [], title, solved=True)

    def _made(self, before: list[Block], after: list[Block], title: str, *, solved: bool) -> bytes:
        """The PDF with the events in between, as roomy as the fewest pages allow."""
        drafts = (
            flow([*before, *self._events(roomy, solved=solved), *after], self._sheet.frames(0))
            for roomy in _ROOMY
        )
        made = min(drafts, key=len)
        known = self._words("sheet.paper", fingerprint=self._timeline.fingerprint)
        running = page_layout.Running(title=title, foot=(known, self._timeline.title), continues=True)
        page_layout.furnish(made, self._sheet, running, self._words, self._setter)
        self._setter.finish()
        pdf = page_layout.new_pdf(self._size, self._timeline, title, known)
        pdf.print(made)
        return pdf.finish()

    def _head(self) -> Block:
        width, words, setter = self._sheet.measure, self._words, self._setter
        rule = setter.make(Rule, width, 0.0, BLACK)
        told = setter.set(escape(words("sheet.timeline_cue")), NORMAL.cue, width)
        return block(
            [
                title_row(self._title, "", width, NORMAL, words, setter),
                *fields(width, NOBODY, f"/ {self._timeline.blanks}", NORMAL, words, setter),
                Row([(0, rule)], before=12, after=4),
                Row([(0, told)], after=18),
            ]
        )

    def _events(self, roomy: float, *, solved: bool) -> list[Block]:
        events = self._timeline.events
        blocks: list[Block] = []
        for place, event in enumerate(events):
            after = events[place + 1].when.year - event.when.year if place + 1 < len(events) else 0
            below = roomy * (min(after * _YEAR, _FARTHEST) + 12)
            cells = self._solved(event) if solved else self._asked(event, roomy * _BOX)
            height = max(element.height for _, element in cells) + below
            line = _Segment(height, last=place + 1 == len(events))
            blocks.append(block([Row([cells[0], (_DATES + 12, line), *cells[1:]])]))
        return blocks

    def _asked(self, event: Event, height: float) -> list[Cell]:
        date, told = self._date(event), self._text(event.says)
        if event.hidden is Hidden.DATE:
            date, told = self._setter.make(WritingLine, _DATES, NORMAL.body), self._text(event.undated)
        elif event.hidden is Hidden.EVENT:
            told = self._setter.make(_Box, self._room, height)
        return [(0, date), (_DATES + _AFTER, told)]

    def _solved(self, event: Event) -> list[Cell]:
        words = self._words
        place = words("sheet.places", n=1, name=event.source, numbers=event.paragraph)
        told = _Over(
            self._text(event.says, heavy=event.hidden is Hidden.EVENT),
            self._setter.set(escape(f"{words('sheet.source')} {place}"), SMALL, self._room),
        )
        return [(0, self._date(event, heavy=event.hidden is Hidden.DATE)), (_DATES + _AFTER, told)]

    def _choices(self) -> list[Block]:
        """The events left out, together and in an order that tells nothing."""
        texts = [event.undated for event in self._timeline.events if event.hidden is Hidden.EVENT]
        if not texts:
            return []
        texts.sort(key=lambda text: (draw(0, "choice", text), text))
        width, setter = self._sheet.measure, self._setter
        title = Row(
            [(0, setter.set(escape(self._words("sheet.timeline_choose")), NORMAL.strong, width))], after=4
        )
        listed = [
            Row(
                [
                    (0, setter.set("•", NORMAL.body, 14)),
                    (14, setter.set(escape(text), NORMAL.body, width - 14)),
                ],
                after=3,
            )
            for text in texts
        ]
        return [block([title, *listed], apart=14)]

    @property
    def _room(self) -> float:
        return self._sheet.measure - _DATES - _AFTER

    def _date(self, event: Event, *, heavy: bool = True) -> Element:
        look = _DATE if heavy else msgspec.structs.replace(_DATE, weight="light")
        return self._setter.set(escape(event.date), look, _DATES)

    def _text(self, says: str, *, heavy: bool = False) -> Element:
        return self._setter.set(escape(says), NORMAL.strong if heavy else NORMAL.body, self._room)


class _Segment(Element):
    """The line beside one event, with its dot; the last one ends in an arrow."""

    def __init__(self, height: float, *, last: bool) -> None:
        self.width, self.height = 0.0, height
        self._last = last

    def draw(self, surface: Surface) -> None:
        """From top to bottom."""
        surface.setStrokeGray(GREY)
        surface.setFillGray(BLACK)
        surface.setLineWidth(THIN * 2)
        surface.line(0, 0, 0, self.height)
        surface.circle(0, self.height - 9, 3.2, stroke=0, fill=1)
        if self._last:
            surface.line(-4, 6, 0, 0)
            surface.line(4, 6, 0, 0)


class _Box(Element):
    """A box to write in."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height

    def draw(self, surface: Surface) -> None:
        """The outline alone."""
        surface.setStrokeGray(BLACK)
        surface.setLineWidth(FINE)
        surface.rect(0, 0, self.width, self.height)


class _Over(Element):
    """One element above another."""

    def __init__(self, upper: Element, lower: Element) -> None:
        self._upper, self._lower = upper, lower
        self.width, self.height = upper.width, upper.height + lower.height

    def draw(self, surface: Surface) -> None:
        """Both."""
        surface.place(self._upper, 0, self.height)
        surface.place(self._lower, 0, self._lower.height)
