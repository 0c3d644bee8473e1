"""The page: its size and margins, and what stands above and below the text of every page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import Any

import msgspec
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

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


class Part(msgspec.Struct, frozen=True):
    """One paper of a document; its pages are counted from 1."""

    story: Sequence[Flowable]
    running: Running


def text_area(size: str) -> tuple[float, float]:
    """Width and height of the text of a later page, in points."""
    width, height = SIZES[size]
    return width - 2 * MARGIN, height - _TOP - _BOTTOM - _HEAD


def identity(paper: Paper) -> str:
    """What tells this paper from all others: form, fingerprint and release."""
    parts = [f"Form {paper.form}" if paper.form else "", f"paper {paper.fingerprint}"]
    parts.append(f"released {paper.released.isoformat()}" if paper.released else "")
    return " · ".join(part for part in parts if part)


def identities(papers: Sequence[Paper]) -> str:
    """What tells these papers from all others: `identity` of one, forms and release of several."""
    first, last = papers[0], papers[-1]
    return identity(first) if len(papers) == 1 else f"{identity(first)} – {identity(last)}"


def make(
    parts: Sequence[Part], papers: Sequence[Paper], size: str, title: str, typesetter: Typesetter
) -> bytes:
    """The PDF of *parts*, each beginning on an odd page; equal in, equal out.

    Raises ExportRefused for what could not be set.
    """
    furniture = [_Furniture(part.running, SIZES[size], typesetter.about("the title")) for part in parts]
    typesetter.finish()
    paper = papers[0]
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=SIZES[size],
        title=clean(f"{title} – {identities(papers)}"),
        author=clean(f"{paper.title} ({paper.license})" if paper.license else paper.title),
        subject=identities(papers),
        creator="quizmill",
        lang=paper.language,
        displayDocTitle=1,
        invariant=1,
    )
    document.addPageTemplates([_template("first", size, 0), _template("later", size, _HEAD)])
    story: list[Flowable] = []
    for part in parts:
        between = [NextPageTemplate("first"), PageBreak()] if story else []
        story += [*between, _Begin(), NextPageTemplate("later"), *part.story]
    document.build(story, canvasmaker=partial(_Canvas, furniture=furniture))
    return buffer.getvalue()


class _Begin(Flowable):  # type: ignore[misc]
    """The first page of a part; takes no room."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Nothing."""
        return 0, 0

    def draw(self) -> None:
        """Tells the canvas."""
        self.canv.begin()


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
    """Keeps every page until the last, so that each can say how many its part has."""

    def __init__(self, *args: Any, furniture: Sequence[_Furniture], **named: Any) -> None:
        super().__init__(*args, **named)
        self._furniture = furniture
        self._parts: list[list[dict[str, Any]]] = []  # the pages of each
        self._entries: list[tuple[int, int, str]] = []  # part, page, title

    def begin(self) -> None:
        """The page now being made is the first of a part."""
        self._parts.append([])

    def enter(self, title: str) -> None:
        """An outline entry that leads to the page now being made."""
        self._entries.append((len(self._parts) - 1, len(self._parts[-1]), title))

    def showPage(self) -> None:  # noqa: N802  reportlab's name
        """Keep the page."""
        self._parts[-1].append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finish all pages and write the document."""
        parts, entries, furniture = self._parts, self._entries, self._furniture
        shown = 0
        for part, pages in enumerate(parts):
            if shown % 2:
                self._startPage()
                super().showPage()  # the back of the last leaf
                shown += 1
            for index, page in enumerate(pages):
                self.__dict__.update(page)
                for number, (*place, title) in enumerate(entries):
                    if place == [part, index]:
                        self.bookmarkPage(f"entry-{number}")
                        self.addOutlineEntry(title, f"entry-{number}")
                furniture[part].draw(self, index + 1, len(pages))
                super().showPage()
                shown += 1
        super().save()
