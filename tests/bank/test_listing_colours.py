"""What stands in a listing, by its language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizmill.bank.listing_colours import CodePart, TokenKind, coloured


def told(code: str, language: str) -> list[str]:
    """Line by line what each part is, plain ones by themselves."""
    return [
        " ".join(text if kind is TokenKind.PLAIN else f"{kind}<{text}>" for text, kind in line)
        for line in coloured(code, language)
    ]


def test_words_are_told_apart_by_what_they_are():
    code = '@cached\ndef f(x: int) -> None:\n    """Say\n    it."""\n    return x and 1.5  # why'

    assert told(code, "python") == [
        "name<@cached>",
        "keyword<def>   name<f> (x:  name<int> ) ->  keyword<None> :",
        '     string<"""Say>',
        '     string<it.""">',
        "     keyword<return>  x  keyword<and>   number<1.5>    comment<# why>",
    ]


@pytest.mark.parametrize(
    ("language", "code", "found"),
    [
        ("c", "#include <stdio.h>", CodePart("#include", TokenKind.KEYWORD)),
        ("sql", "select 1", CodePart("select", TokenKind.KEYWORD)),
        ("html", "<b>x</b>", CodePart("b", TokenKind.NAME)),
        ("C++", "class A {};", CodePart("class", TokenKind.KEYWORD)),
        ("js", "let s = 'a'", CodePart("'a'", TokenKind.STRING)),
        ("bash", "echo a # b", CodePart("# b", TokenKind.COMMENT)),
    ],
)
def test_a_language_is_known_by_each_of_its_names(language, code, found):
    assert found in coloured(code, language)[0]


@pytest.mark.parametrize("language", ["", "gobbledygook", "text", "../python"])
def test_what_is_in_no_known_language_is_plain(language):
    assert coloured("for x\n\n  in y", language) == (
        (CodePart("for x", TokenKind.PLAIN),),
        (),
        (CodePart("  in y", TokenKind.PLAIN),),
    )


@pytest.mark.parametrize("code", ["x = 1\n" * 1_000, "x" * 501, "x\n" + " \n" * 20])
def test_what_could_take_long_to_read_is_plain(code):
    assert {part.kind for line in coloured(code, "python") for part in line} == {TokenKind.PLAIN}


def test_what_a_line_is_indented_by_is_plain():
    assert coloured("/* a\n   b */", "c") == (
        (CodePart("/* a", TokenKind.COMMENT),),
        (CodePart("   ", TokenKind.PLAIN), CodePart("b */", TokenKind.COMMENT)),
    )


LANGUAGES = (
    "python pycon java c c++ c# js ts html css sql bash rust go ruby php haskell lisp diff json".split()
)
CODE = st.text(st.sampled_from("ab0 \n\t\r\ufeff\u2028(){}[]<>'\"#/*\\$%@`=:;.!-é小\u2800"), max_size=80)


@given(CODE, st.sampled_from(LANGUAGES))
@settings(max_examples=400, deadline=None)
def test_the_parts_are_the_code(code, language):
    lines = coloured(code, language)

    assert "\n".join("".join(part.text for part in line) for line in lines) == code
    for line in lines:
        assert all(part.text for part in line)
        assert all(one.kind is not other.kind for one, other in pairwise(line))


@pytest.mark.proof
def test_every_language_there_is_gives_the_code_back():
    from pygments.lexers import get_all_lexers

    code = (
        '#!/bin/x\n# a "b"\n\tdef f(x):\n\n  """doc\n s"""\nreturn {\'a\': 1.5} // x /* c */\n<a b="c">&amp;'
    )
    for title, names, _, _ in get_all_lexers(plugins=False):
        for name in names[:1]:
            assert "\n".join("".join(p.text for p in line) for line in coloured(code, name)) == code, title
