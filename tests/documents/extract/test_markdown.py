"""Markdown as code hosts show it."""

from __future__ import annotations

import datetime

import pytest

from quizmill.documents.extract import Part, extract


def shown(source: str) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in extract("a.md", source.encode()).parts]


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("# A *title* #", [("heading", "A title")]),
        ("Title\n=====\n\ntext", [("heading", "Title"), ("text", "text")]),
        ("one\ntwo **three** `four`\\\nfive", [("text", "one two three four five")]),
        ("中文段落在这里\n换行继续。", [("text", "中文段落在这里换行继续。")]),
        ("1. one\n2. two\n   - three\n\n   four",
         [("text", "one"), ("text", "two"), ("text", "three"), ("text", "four")]),
        ("```py\na\n\n    b\n```", [("listing", "a"), ("listing", "    b")]),
        ("    indented", [("listing", "indented")]),
        ("| a | b |\n|---|---|\n| 1 | `x` |", [("table", "a | b"), ("table", "1 | x")]),
        ("<p align=center><img src=x></p>\n\nText &amp; more", [("text", "Text & more")]),
        ("<details><summary>More</summary>\n\nInside\n\n</details>", [("text", "More"), ("text", "Inside")]),
        ("See [the docs](https://e.org) or <https://e.org>.", [("text", "See the docs or https://e.org.")]),
        ("A note[^1] here.\n\n[^1]: What it *says*.\n\nGo on.",
         [("text", "A note here."), ("text", "Go on."), ("text", "What it says.")]),
        ("~~gone~~ kept", [("text", "gone kept")]),
        ("<!-- nothing -->\n\ntext", [("text", "text")]),
        ("## Table of Contents\n\n- [A](#a)", [("heading", "Table of Contents"), ("text", "A")]),
    ],
)  # fmt: skip
def test_what_it_shows(source: str, parts: list[tuple[str, str]]):
    assert shown(source) == parts


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "A title"  # its name\ndate: 2024-05-01\nlang: de\n---\n',
        "+++\nTitle = 'A title'\ndate = 2024-05-01T09:00:00Z\nlanguage = \"de\"\n+++\n",
    ],
)
def test_front_matter_tells_title_day_and_language(front: str):
    found = extract("a.md", f"{front}# Head\n\ntext".encode())

    assert (found.title, found.published, found.language) == ("A title", datetime.date(2024, 5, 1), "de")
    assert found.parts == (Part("Head", "heading", 1), Part("text"))


def test_the_first_heading_is_the_title_where_nothing_else_is():
    found = extract("README.md", b"# Quiz\n\n![logo](x.png)\n\n## Use\n\ntext")

    assert (found.title, found.published, found.language) == ("Quiz", None, "")
    assert found.left == ("1 picture",)
