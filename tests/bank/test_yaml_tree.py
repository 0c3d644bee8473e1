"""A file is read quickly when nothing in it must be told, else with care; the tree is the same."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.reader.careful_tree import Marks
from quizmill.bank.reader.traps import lines_with_hashes
from quizmill.bank.reader.yaml_tree import parse

PIECES = (
    *("- ", "a: ", "b: ", "x", "16,000", "[", "]", ", ", "{", "}", "#", " #", " ", "\n", "\n  ", "\n    "),
    *(
        "\u00a0",
        "questions:\n",
        "<<<<<<< a\n",
        "'",
        '"',
        "|\n",
        ">\n",
        "*",
        "&a ",
        "!t ",
        "---\n",
        "?",
        "é",
        "小",
        "\t",
        "1,234",
        "- - ",
        ": ",
        '"\\f"',
        '"\\times"',
        '"\\n"',
        "“",
        "”",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_with_care_or_quickly_the_tree_and_the_faults_are_the_same(text: str):
    assert parse(text) == parse(text, Marks({}, {}))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_no_yaml_is_told(text: str):
    try:
        list(yaml.parse(text, Loader=yaml.CBaseLoader))
    except yaml.YAMLError:
        assert parse(text)[1]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("a: 1", {"a": "1"}),
        ("a: |\n  b\n\n  c\n\n", {"a": "b\n\nc"}),
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
        ("a: [b, {c: d}, [e]]", {"a": ["b", {"c": "d"}, ["e"]]}),
        ("a:\nb: ''", {"a": "", "b": ""}),
        ("- no\n- 1.10\n- ~", ["no", "1.10", "~"]),
        ("text", "text"),
        ("a: b  # a comment\nc: '#1'", {"a": "b", "c": "#1"}),
    ],
)
def test_every_scalar_is_the_text_it_is_written_as(text: str, tree: object):
    assert parse(text) == (tree, ())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# head\na: b  # note\n", []),
        ("a: b # note", [0]),
        ("\na: b\nc: d  #1", [2]),
        ("a: C#\nb: C #", [1]),
        ("a # b # c\n # d\n#e", [0]),
        ("\n\n\n\n x#\n x #", [5]),
    ],
)
def test_lines_on_which_a_comment_stands_too_close(text: str, lines: list[int]):
    assert sorted(lines_with_hashes(text)) == lines
