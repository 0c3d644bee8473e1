"""A box below each page for the marks that were earned on it."""

from __future__ import annotations

from collections.abc import Iterable

from quizmill.bank.markup import escape
from quizmill.export.paper.elements import Target
from quizmill.export.paper.flow import Page, Placed
from quizmill.export.paper.look import Looks
from quizmill.export.paper.page_layout import MARGIN, Sheet
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

_APART = 6.0  # points between text, box and total


def room(looks: Looks) -> float:
    """The points that it takes below the text."""
    return looks.body.leading * 1.3


def put(pages: Iterable[Page], sheet: Sheet, looks: Looks, words: Words, setter: Typesetter) -> None:
    """Adds it to each of *pages* on which a question begins, right above the foot."""
    box = setter.make(Target, "box", looks.body)
    top = sheet.bottom - 4
    for page in pages:
        if not page.marks:
            continue
        left = MARGIN + sheet.measure
        told = (f"/ {page.marks}", looks.strong), (words("sheet.page_score"), looks.body)
        for place, (text, look) in enumerate(told):
            width = setter.width(escape(text), look)
            left -= width
            page.placed.append(Placed(left, top, setter.set(escape(text), look, width)))
            if place == 0:
                left -= box.width + _APART
                page.placed.append(Placed(left, top, box))
                left -= _APART
