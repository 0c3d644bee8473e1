"""The pages that are made from the code are as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generate import PAGES, superfluous

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_the_code_says(name: str):
    written = (DOCS / name).read_text(encoding="utf-8")

    assert written == PAGES[name](), f"docs/{name} is behind the code: run `python docs/generate.py`"


def test_no_page_tells_of_a_rule_that_there_is_not():
    assert superfluous() == []
