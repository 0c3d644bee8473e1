"""The page: its size and margins, and what stands above and below the text of every page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import Any

import msgspec
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from quizmill.compose.paper import Paper
from quizmill.export.paper.blocks import FINE
from quizmill.export.paper.markup import clean
from quizmill.export.paper.typeset import PALE, SMALL, Look, Typesetter

SIZES = {"a4": A4, "letter": LETTER}
MARGIN = 56.7  # 20 mm at the sides
_TOP, _BOTTOM = 51.0, 62.0
_HEAD = 26.0  # room for the running head of later pages
_RIGHT = Look(SMALL.size, SMALL.leading, grey=SMALL.grey, align="right")


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """What runs along the pages of one document."""

    title: str
    foot: str  # at the left below every page
    head_right: str = ""  # at the right above later pages
    continues: bool = False  # whether pages say that the paper goes on


def text_area(size: str) -> tuple[float, float]:
    """Width and height of the text of a later page, in points."""
    width, height = SIZES[size]
    return width - 2 * MARGIN, height - _TOP - _BOTTOM - _HEAD


def identity(paper: Paper) -> str:
    """What tells this paper from all others: form, fingerprint and release."""
    parts = [f"Form {paper.form}" if paper.form else "", f"paper {paper.fingerprint}"]
    parts.append(f"released {paper.released.isoformat()}" if paper.released else "")
    return " · ".join(part for part in parts if part)


def make(
    story: Sequence[Flowable], paper: Paper, size: str, running: Running, typesetter: Typesetter
) -> bytes:
    """The PDF of *story*: equal in, equal out. Raises ExportRefused for what could not be set."""
    furniture = _Furniture(running, SIZES[size], typesetter.about("the title"))
    typesetter.finish()
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=SIZES[size],
        title=clean(f"{running.title} – {identity(paper)}"),
        author=clean(f"{paper.title} ({paper.license})" if paper.license else paper.title),
        subject=identity(paper),
        creator="quizmill",
        lang=paper.language,
        displayDocTitle=1,
        invariant=1,
    )
    document.addPageTemplates([_template("first", size, 0), _template("later", size, _HEAD)])
    document.build([NextPageTemplate("later"), *story], canvasmaker=partial(_Canvas, furniture=furniture))
    return buffer.getvalue()


def _template(name: str, size: str, head: float) -> PageTemplate:
    width, height = SIZES[size]
    frame = Frame(
        MARGIN,
        _BOTTOM,
        width - 2 * MARGIN,
        height - _TOP - _BOTTOM - head,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(name, [frame])


class _Furniture:
    """Draws the running head and foot, once the number of pages is known."""

    def __init__(self, running: Running, size: tuple[float, float], typesetter: Typesetter) -> None:
        self._running = running
        self._width, self._height = size
        self._typesetter = typesetter
        typesetter.check(running.title + running.foot)

    def draw(self, canvas: Canvas, page: int, pages: int) -> None:
        """Head and foot of one page."""
        if page > 1:
            self._line(canvas, self._height - _TOP - 2, self._running.title, self._running.head_right, -5)
        more = "continues on the next page  ·  " if self._running.continues and page < pages else ""
        self._line(canvas, _BOTTOM - 26, self._running.foot, f"{more}Page {page} of {pages}", 13)

    def _line(self, canvas: Canvas, y: float, left: str, right: str, rule: float) -> None:
        room = self._width - 2 * MARGIN
        beside = self._typesetter.width(right, _RIGHT) + 2
        self._typesetter.line(left, SMALL, room - beside - 22).drawOn(canvas, MARGIN, y)
        self._typesetter.line(right, _RIGHT, beside).drawOn(canvas, self._width - MARGIN - beside, y)
        canvas.setStrokeGray(PALE)
        canvas.setLineWidth(FINE)
        canvas.line(MARGIN, y + rule, self._width - MARGIN, y + rule)


class _Canvas(Canvas):  # type: ignore[misc]
    """Keeps every page until the last, so that each can say how many there are."""

    def __init__(self, *args: Any, furniture: _Furniture, **named: Any) -> None:
        super().__init__(*args, **named)
        self._furniture = furniture
        self._kept: list[dict[str, Any]] = []
        self._entries: list[tuple[int, str]] = []

    def enter(self, title: str) -> None:
        """An outline entry that leads to the page now being made."""
        self._entries.append((len(self._kept), title))

    def showPage(self) -> None:  # noqa: N802  reportlab's name
        """Keep the page."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finish all pages and write the document."""
        pages, entries = self._kept, self._entries
        for index, page in enumerate(pages):
            self.__dict__.update(page)
            for number, (_, title) in enumerate(entries):
                if entries[number][0] == index:
                    self.bookmarkPage(f"entry-{number}")
                    self.addOutlineEntry(title, f"entry-{number}")
            self._furniture.draw(self, index + 1, len(pages))
            super().showPage()
        super().save()
