"""The workbooks that are exported, as LibreOffice opens them: every cell says what it says in the file."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.workbook import read_workbook
from quizmill.compose.paper import compose
from quizmill.formats.format import Settings
from quizmill.formats.losses import is_lost
from quizmill.formats.report import Report
from quizmill.formats.table import named

NAMES = ("xlsx", "kahoot", "wayground")
pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here"),
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Path:
    """A folder with each export of the shipped bank, and beside it what LibreOffice makes of that as CSV."""
    folder = tmp_path_factory.mktemp("sheets")
    bank = load_bank(shipped_bank()).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    files = []
    for name in NAMES:
        format = named(name)
        kept = tuple(each for each in paper.exercises if not is_lost(each, format.matrix))
        file = folder / f"{name}.{format.extensions[0]}"
        assert format.write
        file.write_bytes(format.write(replace(paper, exercises=kept), Settings(), Report()))
        files.append(str(file))
    as_text = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
    out = ["--outdir", str(folder / "out")]
    subprocess.run([*command, as_text, *out, *files], capture_output=True, check=True, timeout=120)
    return folder


def rows(file: Path) -> list[list[str]]:
    """The rows of a CSV file, without empty cells at their ends."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [trimmed(row) for row in csv.reader(lines)]


def trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return list(row)


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_says_there_what_it_says(opened, name):
    written, _ = read_workbook((opened / f"{name}.xlsx").read_bytes(), name)

    assert rows(opened / "out" / f"{name}.csv") == [trimmed([*row]) for row in written]
