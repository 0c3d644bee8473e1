"""A bank in, the lines a rule reports out."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.check.run import check
from quizmill.errors import Severity

Lint = Callable[..., list[str]]


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """`lint(rule, questions, source=…, names=…, documents={file: text})`: what *rule* reports, one text each.

    Questions are the entries of t.yaml, whose first stands on line 3. Files are named from the bank's
    parent: `question_bank/t.yaml`, `seeds/tea-book.yaml`. Without a rule, everything is reported. Silence
    about what cannot be read proves nothing, and fails.
    """

    def run(
        rule: str | None, questions: str = "", documents: dict[str, str] | None = None, **files: str
    ) -> list[str]:
        topic = "title: T\nquestions:\n" + textwrap.indent(textwrap.dedent(questions).lstrip("\n"), "  ")
        bank = samples.write(tmp_path, t=topic, **{k: textwrap.dedent(v) for k, v in files.items()})
        folder = None
        if documents is not None:
            folder = tmp_path / "documents"
            folder.mkdir()
            for name, text in documents.items():
                (folder / name).write_text(text, encoding="utf-8")
        loaded = load_bank(bank)
        found = check(loaded, folder)
        if rule and not any(diagnostic.rule == rule for diagnostic in found):
            assert not [str(each) for each in loaded.diagnostics if each.severity is Severity.ERROR]
        return [
            str(diagnostic).replace(f"{tmp_path}/", "")
            for diagnostic in found
            if rule is None or diagnostic.rule == rule
        ]

    return run
