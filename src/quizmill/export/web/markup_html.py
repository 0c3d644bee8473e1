"""A bank's texts as the HTML that a page shows: made here, never in the page."""

from __future__ import annotations

import re

import msgspec

from quizmill.bank import cloze
from quizmill.bank.html import literal, printable
from quizmill.bank.html_blocks import Ways, in_html, in_line, stacked
from quizmill.bank.listing_colours import CLASSES, CodePart, coloured
from quizmill.bank.markup import Listing, Paragraph, Picture, Style, blocks
from quizmill.export.web.media import Media

_FORMULA = re.compile("<math[^>]*>")  # which says in an attribute how the formula is read out


class Setter:
    """Sets texts for one page."""

    def __init__(self, media: Media) -> None:
        self._media = media
        self._ways = Ways(picture=self._picture, listing=_listing)

    def html(self, markup: str) -> str:
        """Markup with all it may hold, block by block."""
        return in_html(markup, self._ways)

    def headed(self, markup: str) -> tuple[str, str]:
        """What heads a lesson, where its first paragraph is strong as a whole, and the rest."""
        first, *rest = blocks(markup)
        if isinstance(first, Paragraph) and all(span.style is Style.STRONG for span in first.spans):
            heading = tuple(msgspec.structs.replace(span, style=Style.PLAIN) for span in first.spans)
            return in_line(heading, self._ways), stacked(rest, self._ways)
        return "", stacked((first, *rest), self._ways)

    def gapped(self, text: str) -> str:
        """The text of a cloze, each blank an empty `<span data-gap>` with its number from 1."""
        sign = "Gap"
        while sign in text:
            sign += "p"
        made = self.html(cloze.with_named_gaps(text, lambda number: f"{sign}{number}p"))
        gap = re.compile(f"{sign}([0-9]+)p")
        told = _FORMULA.sub(lambda tag: gap.sub(r"[\1]", tag[0]), made)
        return gap.sub(r'<span data-gap="\1"></span>', told)

    def _picture(self, picture: Picture) -> str:
        return self._media.image(picture)


def _listing(listing: Listing) -> str:
    lines = coloured(printable(listing.code), listing.language)
    code = "\n".join("".join(map(_part, line)) for line in lines)
    return f'<pre dir="ltr"><code>{code}</code></pre>'


def _part(part: CodePart) -> str:
    kind = CLASSES.get(part.kind)
    shown = literal(part.text)
    return f'<span class="{kind}">{shown}</span>' if kind else shown
