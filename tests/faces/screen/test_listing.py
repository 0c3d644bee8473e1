"""The colours of listings on the screen."""

from __future__ import annotations

from textual.content import Content

from quizmill.bank.markup import Listing
from quizmill.faces.screen.listing import Code, in_colours
from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.signs import SYMBOLS

PEN = Pen(SYMBOLS)


def looks(content: Content) -> list[tuple[str, str]]:
    """The stretches that have a look, and which."""
    return [(content.plain[span.start : span.end], str(span.style)) for span in content.spans]


def test_words_of_the_language_have_colours():
    found = in_colours(Listing("for n in range(3):\n\tprint('a')  # b", "python"), PEN)

    assert found.plain == "for n in range(3):\n    print('a')  # b"
    assert looks(found) == [
        ("for", "bold $code-keyword"),
        ("in", "bold $code-keyword"),
        ("range", "$code-name"),
        ("3", "$code-number"),
        ("print", "$code-name"),
        ("'a'", "$code-string"),
        ("# b", "italic $code-comment"),
    ]


def test_a_listing_in_no_language_or_in_an_unknown_one_has_none():
    assert looks(in_colours(Listing("for n in 3"), PEN)) == []
    assert looks(in_colours(Listing("for n in 3", "gobbledygook"), PEN)) == []


def test_a_gap_in_a_string_is_seen_as_a_gap():
    gap = Content.styled("____", "$accent")
    found = in_colours(Listing("print('a \u2800 b')", "python"), Pen(SYMBOLS, gaps={"\u2800": gap}))

    assert found.plain == "print('a ____ b')"
    assert ("____", "$accent") in looks(found)


def test_a_line_that_goes_on_keeps_its_colours():
    code = Code(in_colours(Listing("return 'abcdefghij'", "python"), PEN), SYMBOLS)

    assert [line.plain.rstrip() for line in code.made_for(13)] == ["│ return 'ab", "↪ cdefghij'"]
    assert ("cdefghij'", "$code-string") in looks(code.made_for(13)[1])
