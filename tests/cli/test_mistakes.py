"""What a newcomer does wrong, and whether what is said first has the right place and the right words.

`mistakes.toml` beside this file is the table: read it as one who has made the mistake.
"""

from __future__ import annotations

import json
import shlex
import tomllib
from pathlib import Path

import pytest

import samples

TABLE = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text(encoding="utf-8"))
DOCUMENT = (
    "A Short Book of Tea\n"
    "Every true tea is made from Camellia sinensis.\n"
    "The Cutty Sark was launched in 1869.\n"
    "Her cargo was worth ¥9,000.\n"
)
# What `check` says of the sample with this document before anybody makes a mistake.
SAID_ANYWAY = {"readability", "fingerprint-missing", "paragraph-unread"}
WORST_FIRST = ["error", "warning", "advice"]


def made(folder: Path, mistake: dict[str, str]) -> None:
    """The sample bank, in which somebody has made the mistake."""
    samples.write(folder)
    (folder / "documents").mkdir()
    (folder / "documents" / "tea.txt").write_text(DOCUMENT, encoding="utf-8")
    path = folder / mistake["file"]
    if "bytes" in mistake:
        path.write_bytes(bytes.fromhex(mistake["bytes"]))
        return
    right, typed = mistake.get("right"), mistake["typed"]
    if right is not None:
        before = path.read_text(encoding="utf-8")
        assert right in before
        typed = before.replace(right, typed, 1)
    path.write_text(typed, encoding="utf-8")


@pytest.mark.parametrize("mistake", TABLE["mistake"], ids=lambda mistake: mistake["name"].replace(" ", "-"))
def test_a_mistake_in_a_file(quizmill, tmp_path, mistake):
    made(tmp_path, mistake)
    run = quizmill("check", "--bank", "question_bank", "--documents", "documents", "--format", "json")
    found = [each for each in json.loads(run.stdout) if each["rule"] not in SAID_ANYWAY]
    first = min(found, key=lambda each: WORST_FIRST.index(each["severity"]))
    place = f"{first['file']}:{first['line']}:{first['column']}"

    assert f"{place}: {first['severity']}[{first['rule']}] {first['message']}" == mistake["told"]
    assert first["help"] == mistake["help"]


@pytest.mark.parametrize("line", TABLE["line"], ids=lambda line: line["typed"].replace(" ", "_"))
def test_a_mistake_in_a_line(quizmill, bank, line):
    run = quizmill(*shlex.split(line["typed"])[1:])
    said = [each for each in run.stderr.splitlines() if each.strip()]

    assert (run.returncode, run.stdout, said[-1]) == (line["code"], "", line["told"])


def test_the_sample_has_none_of_them(quizmill, tmp_path):
    made(tmp_path, {"file": "question_bank/tea.yaml", "typed": samples.TOPIC})
    run = quizmill("check", "--bank", "question_bank", "--documents", "documents", "--format", "json")

    assert {each["rule"] for each in json.loads(run.stdout)} <= SAID_ANYWAY
