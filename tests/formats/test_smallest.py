"""A new format is one module and one line: the one that the page shows is put in and works."""

from __future__ import annotations

import re
import sys
import types
from pathlib import Path

import pytest

import samples
from formats.test_round_trips import paper_of, unnamed
from quizmill import app
from quizmill.formats import table

PAGE = Path(__file__).parents[2] / "docs/developing/new-format.md"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module of the page, and its line in the table."""
    shown = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    module = types.ModuleType("quizmill.formats.lines")
    exec(shown[1], module.__dict__)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(table._MODULES, "lines", "lines")


def test_the_smallest_format_goes_out_comes_back_and_tells_its_losses(lines, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    bank = app.open_bank(samples.write(tmp_path))
    told = app.export_bank(bank, "lines", tmp_path / "a.txt", app.choose(bank, types=["short_answer"]))
    app.import_files([tmp_path / "a.txt"], tmp_path / "again", format="lines", unexplained=True)
    (again,) = app.choose(app.open_bank(tmp_path / "again")).exercises

    assert (tmp_path / "a.txt").read_bytes() == (
        b"Which clipper was launched in 1869 to carry tea from China?\tCutty Sark\n"
    )
    assert (again.prompt, again.question.answer) == (
        "Which clipper was launched in 1869 to carry tea from China?",
        "Cutty Sark",
    )
    assert {each.rule for each in told} == {"a line has no place for it"}


def test_the_law_of_the_round_trip_holds_for_it(lines, tmp_path):
    assert unnamed(paper_of(samples.load(tmp_path).bank), table.named("lines")) == {}
