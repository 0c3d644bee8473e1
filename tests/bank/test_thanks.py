"""One credit for several pictures: where it is the same for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.markup import picture_line, plain, thanked_once

FILES = ("a.png", "b.png")
A, B = '![A](a.png "Ann \\"O\\", CC BY")', 'Words:\n![B](b.png "Ann \\"O\\", CC BY")'


def test_pictures_that_all_have_one_credit_thank_once():
    assert thanked_once([A, "None", B], FILES) == (
        ("![A](a.png)", "None", "Words:\n![B](b.png)"),
        'Ann "O", CC BY',
    )


@pytest.mark.parametrize(
    ("texts", "drawn"),
    [
        ((A, "None"), FILES),
        ((A, "![B](b.png)"), FILES),
        ((A, '![B](b.png "Bo")'), FILES),
        ((A, B), ("a.png",)),
        ((A, B), ()),
        (("![A](a.png)", "![B](b.png)"), FILES),
        (("one", "two"), FILES),
    ],
    ids=["one alone", "one of nobody", "others", "one is not drawn", "none is", "nobody's", "no pictures"],
)
def test_else_each_thanks_for_itself(texts: tuple[str, ...], drawn: tuple[str, ...]):
    assert thanked_once(texts, drawn) == (texts, "")


def test_a_line_of_a_listing_is_no_picture():
    listing = f"```markdown\n{A}\n```"

    assert thanked_once([f"{listing}\n{A}", B], FILES)[0][0] == f"{listing}\n![A](a.png)"


@given(st.lists(st.sampled_from(["a.png", "b.png", "c.png"])), st.text().filter(str.strip))
def test_what_is_said_is_the_same(files: list[str], credit: str):
    credit = "".join(sign for sign in credit if sign not in "{}_\u2800") or "Ann"
    texts = tuple(picture_line(file, "what it shows", credit) for file in files)

    bare, thanks = thanked_once(texts, FILES)

    assert list(map(plain, bare)) == list(map(plain, texts))
    assert thanks in ("", " ".join(credit.split()))
