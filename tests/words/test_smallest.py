"""A new language is one file: the one that the page shows is put in, and speaks where it can."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import quizmill.words
import samples
from commands import environment, run_here

PAGE = Path(__file__).parents[2] / "docs/developing/new-language.md"
CACHED = (quizmill.words.languages, quizmill.words._read)


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The file of the page, beside those there are."""
    shown = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    folder = tmp_path / "words"
    folder.mkdir()
    for path in Path(quizmill.words.__file__).parent.glob("*.toml"):
        shutil.copy(path, folder)
    (folder / "nl.toml").write_text(shown[1], encoding="utf-8")
    monkeypatch.setattr(quizmill.words, "_FOLDER", folder)
    for each in CACHED:
        each.cache_clear()
    for name in [name for name in sys.modules if name.startswith("quizmill.cli.commands.")]:
        monkeypatch.delitem(sys.modules, name)  # whose options were made of the languages there were
    yield
    for each in CACHED:
        each.cache_clear()


def test_the_smallest_language_speaks_and_leaves_the_rest_to_english(dutch, tmp_path):
    bank = str(samples.write(tmp_path))
    typed = ["quiz", "--bank", bank, "--id", "tea-herbs", "--language", "nl", "--seed", "1"]
    run = run_here(typed, "t\n", tmp_path, environment(tmp_path / "cache"))
    asked, marked = run.stdout.split("\n> ")

    assert asked.splitlines()[-1] == "Type t for true, f for false."
    assert marked.splitlines()[:2] == ["t", "Fout: 0 of 1 mark."]
