"""A sheet of three questions as it is seen upright, and what its reader doubts."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from quizmill.classroom.scan.cards import Card, Kind, LineDecision, PictureDecision, Shot, Whereabouts
from quizmill.classroom.scan.crops import PIXELS, Upright, ring_box
from quizmill.classroom.scan.review_page.page import Saving, SheetReview
from quizmill.compose.answer_sheet.layout import Box, FormSheet, Layout, Line, Point

CHOICE = Line(1, 0, 1, Point(50, 80), Point(7, 0), tuple("ABCD"))
RESPONSE = Line(2, 0, 1, Point(50, 90), Point(7, 0), tuple("ABC"), several=True)
DIGITS = tuple(
    Line(3, part, 1, Point(50 + 7 * part, 105), Point(0, 5), tuple("0123456789")) for part in range(2)
)
SHEET = FormSheet(form="A", pages=1, lines=(CHOICE, RESPONSE, *DIGITS))
LAYOUT = Layout(
    size="a4",
    width=210,
    height=297,
    ring=2.1,
    marker=9,
    markers=(Point(12, 12),) * 6,
    code=Box(95, 12, 20, 20),
    name=Box(30, 40, 100, 14),
    sheets=(SHEET,),
)


def upright(*marked: tuple[Line, int, int], layout: Layout = LAYOUT, light: float = 1) -> Upright:
    """White paper with grey rings, some of them filled: a line, the index of a ring, and a grey."""
    page = Image.new("L", (210 * PIXELS, 297 * PIXELS), 255)
    draw = ImageDraw.Draw(page)
    for line in SHEET.lines:
        for ring in range(len(line.labels)):
            draw.ellipse(around(line, ring), outline=128)
    for line, ring, grey in marked:
        draw.ellipse(around(line, ring), fill=grey)
    made = io.BytesIO()
    page.point(lambda grey: grey * light).save(made, "jpeg", quality=90)
    return Upright(made.getvalue(), layout)


def around(line: Line, ring: int) -> tuple[float, float, float, float]:
    """The pixels around a ring."""
    centre = line.centre(ring)
    left, top = PIXELS * (centre.x - LAYOUT.ring), PIXELS * (centre.y - LAYOUT.ring)
    return left, top, left + 2 * PIXELS * LAYOUT.ring, top + 2 * PIXELS * LAYOUT.ring


def shot(line: Line, *dark: float, picture: str = "monday.pdf, page 3") -> Shot:
    """The line on a page on which its rings are so dark."""
    page = upright(*((line, ring, round(255 * (1 - grey))) for ring, grey in enumerate(dark) if grey))
    rings = tuple(ring_box(LAYOUT, line, ring) for ring in range(len(line.labels)))
    return Shot(picture, page.line(SHEET, line), rings, dark)


FAINT = Card(
    id="faint",
    kind=Kind.FAINT,
    name="Question 1, copy 3, page 1",
    about=LineDecision(sheet="QM1:ABCD1234:3:1", question=1),
    shots=(shot(CHOICE, 0, 0.25, 0, 0),),
    labels=CHOICE.labels,
    guess=("B",),
)
SECOND = Card(
    id="second",
    kind=Kind.SECOND,
    name="Question 2, copy 3, page 1",
    about=LineDecision(sheet="QM1:ABCD1234:3:1", question=2),
    shots=(shot(RESPONSE, 0.8, 0, 0.3),),
    labels=RESPONSE.labels,
    several=True,
    guess=("A",),
)
TWICE = Card(
    id="twice",
    kind=Kind.TWICE,
    name="Question 3, column 2, copy 4, page 1",
    about=LineDecision(sheet="QM1:ABCD1234:4:1", question=3, part=1),
    shots=(
        shot(DIGITS[1], *(0,) * 7, 0.8, 0, 0, picture="a.jpg"),
        shot(DIGITS[1], *(0,) * 8, 0.8, 0, picture="b.jpg"),
    ),
    labels=DIGITS[1].labels,
)
WHOSE = Card(
    id="whose",
    kind=Kind.WHOSE,
    name="c.jpg",
    about=PictureDecision(picture="0123456789abcdef"),
    shots=(Shot("c.jpg"),),
)
NAME = Card(
    id="name",
    kind=Kind.NAME,
    name="d.jpg",
    about=PictureDecision(picture="fedcba9876543210"),
    shots=(Shot("d.jpg"),),
)
OWN = (
    PictureDecision(picture="aa", copy=4, page=1, form="A"),
    PictureDecision(picture="bb", copy=0, page=1, form="A", name="Dee"),
)
SHARED = tuple(
    Card(
        id=f"shared {own.picture}",
        kind=Kind.SHARED,
        name="copy 4, page 1",
        about=PictureDecision(picture=own.picture),
        shots=(Shot(f"{own.picture}.jpg"),),
        own=own,
    )
    for own in OWN
)
SHEETS = (Whereabouts(5, 1, "A", "5, page 1"), Whereabouts(6, 1, "B", "6, page 1"))


def review(*cards: Card) -> SheetReview:
    """Of a paper called Tea."""
    return SheetReview(
        title="Tea",
        paper="abcd1234",
        language="en",
        cards=cards,
        sheets=SHEETS,
        pupils=("Ann Lee", "Bo Li"),
        saving=Saving(
            "monday-decisions.json", "monday.json", "quizmill mark scans/*.pdf --paper monday.json"
        ),
    )
