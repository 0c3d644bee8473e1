"""A question as cards: its note as Anki renders it, each side in a page like Anki's."""

from __future__ import annotations

import datetime
import html
import re

import msgspec

from quizmill.app.preview.files import page, text_of
from quizmill.app.preview.posed import Posed
from quizmill.bank.html_blocks import mathml
from quizmill.export.anki.rendered import rendered

_FORMULA = re.compile(
    r'(?P<before><span class="mathematics">)\\(?P<sign>[(\[])(?P<source>.*?)\\[)\]](?=</span>)', re.DOTALL
)


class Cards(msgspec.Struct, frozen=True):
    """The cards of a question: each side a page of its own, and the pictures and sounds these name."""

    sides: tuple[dict[str, str], ...]  # front and back, by that name
    media: dict[str, bytes]


def cards(posed: Posed) -> Cards:
    """The cards; raises FileUnusable and ExportRefused for what no card shows or plays."""
    released = (posed.bank.released or datetime.datetime.now(datetime.UTC).date()).isoformat()
    made = rendered(posed.bank, posed.exercise, posed.media(), released)

    def shown(side: str) -> str:
        return page("card.html", style=made.style, side=_drawn(side), script=text_of("card_frame.js"))

    return Cards(
        tuple({"front": shown(each.front), "back": shown(each.back)} for each in made.cards), made.media
    )


def _drawn(side: str) -> str:
    """The side with its formulas drawn by the browser, which has no MathJax here."""

    def drawn(found: re.Match[str]) -> str:
        return found["before"] + mathml(html.unescape(found["source"]), found["sign"] == "[")

    return _FORMULA.sub(drawn, side)
