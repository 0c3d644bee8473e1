"""Whom to thank for several pictures, where it is the same for all of them."""

from __future__ import annotations

from collections.abc import Container, Iterable

from quizmill.bank.markup.block import Picture
from quizmill.bank.markup.picture_line import without_credits
from quizmill.bank.markup.structure import placed_blocks


def thanked_once(texts: Iterable[str], drawn: Container[str]) -> tuple[tuple[str, ...], str]:
    """The texts without the credit that all of their pictures share, and that credit.

    Where the pictures that are *drawn*, by file, are fewer than two or have not all the same credit, the
    texts are as they were, and there is none.
    """
    told = tuple(texts)
    if not any("![" in text for text in told):
        return told, ""
    placed = [each.block for text in told for each in placed_blocks(text)]
    found = [block for block in placed if isinstance(block, Picture)]
    thanks = [picture.credit for picture in found if picture.file in drawn]
    if len(thanks) < 2 or len(set(thanks)) > 1 or not thanks[0]:
        return told, ""
    return tuple(map(_bare, told)), thanks[0]


def _bare(text: str) -> str:
    """The text whose pictures thank nobody; in a listing such a line is no picture."""
    told, end = "", 0
    for start, after, block, _ in placed_blocks(text):
        shown = text[start:after]
        told += text[end:start] + (without_credits(shown) if isinstance(block, Picture) else shown)
        end = after
    return told + text[end:]
