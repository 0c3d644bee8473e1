"""A picture on paper, and below it in small print whom to thank for it; one that is not there in words."""

from __future__ import annotations

from msgspec.structs import replace

from quizmill.bank.markup import Picture, Span, escape
from quizmill.bank.model import Image
from quizmill.export.paper.elements import Element
from quizmill.export.paper.look import BLACK, GREY, Look
from quizmill.export.paper.printed_picture import picture
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.typeset import Typesetter

TALLEST = 200.0  # points, of a picture in a text
_OPTION = 90 / 11  # of the type size, of one that is an option
_SMALL, _SMALLEST = 0.65, 6.0  # of the type size, and points: the credit
_ENDLESS = 1e4  # points
_LEAST = 90.0  # points that a credit needs beside nothing, however narrow its picture


def as_block(image: Image) -> Picture:
    """A question's own picture as one that stands in a text."""
    return Picture(image.file, image.alt, image.credit)


def figure(found: Picture, look: Look, width: float, tallest: float, setter: Typesetter) -> Element:
    """The picture at its own size, or smaller to fit *width* and *tallest* in points.

    It stands among texts of that look. One that cannot be printed is noted.
    """
    data = setter.images.get(found.file)
    if data is None:
        if not setter.check(found.alt):
            return Stack([])
        return setter.set((Span(f"[{found.alt}]"),), replace(look, weight="slanted"), width)
    try:
        drawn = setter.make(picture, data, width, tallest, look.least)
    except ValueError as error:
        setter.refuse(f"the picture {found.file} cannot be printed; {error}")
        return Stack([])
    if not found.credit:
        return drawn
    below = thanks(found.credit, look, min(max(drawn.width, _LEAST), width), setter)
    return Stack([Row([(0, drawn)], after=1.5), Row([(0, below)])])


def thanks(credit: str, look: Look, width: float, setter: Typesetter) -> Element:
    """The credit of pictures in small print below them, as they stand among texts of that look."""
    size = max(look.size * _SMALL, _SMALLEST, look.least)
    grey = BLACK if look.least else GREY
    return setter.set(escape(credit), Look(size, size * 1.3, grey=grey), width)


def figure_width(found: Picture, look: Look, setter: Typesetter) -> float:
    """The width in points that it takes as an option where it has all the room it wants."""
    if found.file not in setter.images:
        return setter.width((Span(f"[{found.alt}]"),), replace(look, weight="slanted"))
    return figure(found, look, _ENDLESS, tallest_option(look), setter).width


def tallest_option(look: Look) -> float:
    """The points that a picture is high at most as an option: 90, and more in large print."""
    return look.size * _OPTION
