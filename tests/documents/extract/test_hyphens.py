"""Words that a line's end parted."""

from __future__ import annotations

import pytest

from quizmill.documents.extract.hyphens import Hyphens

_WORDS = "an atoll here and here like that, and a coast by the line of it"


@pytest.mark.parametrize(
    ("elsewhere", "parted", "whole"),
    [
        ((_WORDS,), ("an atoll-", "like reef"), "an atoll-like reef"),  # no word has three l
        ((_WORDS,), ("a coast-", "line of sand"), "a coast-line of sand"),
        ((_WORDS, "the reef-", "s a reefs b"), ("a coast-", "line of sand"), "a coastline of sand"),
        ((_WORDS, "the reef-", "s a reefs b"), ("an atoll-", "like reef"), "an atoll-like reef"),
        ((_WORDS,), ("a Brenn-", "nessel there"), "a Brennnessel there"),  # which German has
    ],
)
def test_a_hyphen_stays_between_two_words_of_the_document(
    elsewhere: tuple[str, ...], parted: tuple[str, ...], whole: str
):
    """Unless the document is seen to part words; three same letters stand in few of them."""
    assert Hyphens((*elsewhere, *parted)).joined(parted) == whole
