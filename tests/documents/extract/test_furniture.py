"""What belongs to the page is told by what it says."""

from __future__ import annotations

import pytest

from quizmill.documents.extract.furniture import is_said, marked
from quizmill.documents.extract.parts import Part


@pytest.mark.parametrize(
    "line",
    [
        "Posted on 14 March 2019 by Admin | 3 comments",
        "Last updated 3 May 2020 · Share · Print",
        "4 June 2021 · 9 min read",
        "Related pages",
        "Sign up for our newsletter!",
        "Copyright 2019. All rights reserved. Theme by WordPress.",
        "© 2019, Ann Smith",
    ],
)
def test_a_line_of_the_page(line: str):
    assert is_said(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Smith, August 30, 2025",
        "Copyright 1710 began with an act of Queen Anne.",
        "Soldiers were posted on the wall.",
        "A newsletter was printed in 1622.",
    ],
)
def test_a_line_of_the_text(line: str):
    assert not is_said(line)


def test_contents_are_all_that_are_headings_later():
    items = [Part("1. Pedals", "heading", 2), Part("Racing")]
    body = [Part("Pedals", "heading", 2), Part("They came."), Part("Racing", "heading", 2), Part("Soon.")]
    kinds = [part.kind for part in marked([Part("Contents", "heading", 2), *items, *body])]

    assert kinds == ["furniture", "furniture", "furniture", "heading", "text", "heading", "text"]


def test_a_page_that_asks_to_be_shared():
    parts = [Part("Share this", "heading", 2), Part("Facebook"), Part("The end came in 1901.")]

    assert [part.kind for part in marked(parts)] == ["furniture", "furniture", "text"]
