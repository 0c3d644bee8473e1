r"""A bank's markup: text becomes a small tree, once and here, and every output renders that.

Within a line there are `*emphasis*`, `**strong**`, `` `code` `` and mathematics as `\(…\)`. Texts with
blocks may have paragraphs, fenced listings, pipe tables, lists, displayed mathematics, `\[…\]`, and pictures
on lines of their own. A backslash before a mark is the mark itself, and no text is ever refused: a mark
without its partner is literal. Nobody else looks for asterisks.
"""

from quizmill.bank.markup.block import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Side,
    Table,
)
from quizmill.bank.markup.picture_line import Unfit, picture_line, without_credits
from quizmill.bank.markup.plain_text import cased, escape, is_code, kept_spaces, plain, same, shown
from quizmill.bank.markup.span import Span, Spans, Style
from quizmill.bank.markup.thanks import thanked_once
from quizmill.bank.markup.whole_text import beside_pictures, blocks, pictured, spans, whole

__all__ = [
    "Block",
    "Display",
    "ItemList",
    "Listing",
    "Paragraph",
    "Picture",
    "Side",
    "Span",
    "Spans",
    "Style",
    "Table",
    "Unfit",
    "beside_pictures",
    "blocks",
    "cased",
    "escape",
    "is_code",
    "kept_spaces",
    "picture_line",
    "pictured",
    "plain",
    "same",
    "shown",
    "spans",
    "thanked_once",
    "whole",
    "without_credits",
]
