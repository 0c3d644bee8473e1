"""What text2qti writes for Canvas is the measure: elements and attributes that it has, where it has them."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import samples
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.compose.paper import compose
from quizmill.formats.canvas_read import read
from quizmill.formats.canvas_write import write
from quizmill.formats.format import Settings
from quizmill.formats.item import Choice
from quizmill.formats.report import Report

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
PEER = """\
Quiz title: T

1.  Choice?
... General.
a)  wrong
... why
*b)  right

2.  Several?
[*] a
[ ] b
[*] c

3.  Typed?
*   Einstein
*   Albert Einstein

4.  Number?
=   1.5 +- 0.1

5.  Essay?
____

6.  Statement.
a)  True
... why
*b)  False
"""
KINDS = (
    *("multiple_choice_question", "multiple_answers_question", "short_answer_question"),
    *("numerical_question", "essay_question", "true_false_question"),
)


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> bytes:
    """What text2qti writes; without it the tests skip, and say so."""
    folder = tmp_path_factory.mktemp("text2qti")
    command = [sys.executable, "-m", "venv", str(folder / "venv")]
    got = subprocess.run(command, capture_output=True, check=False).returncode
    programs = folder / "venv" / "bin"
    if not got:
        command = [str(programs / "pip"), "install", "-q", "text2qti==0.8.0"]
        got = subprocess.run(command, capture_output=True, check=False).returncode
    if got:
        pytest.skip("text2qti cannot be had from PyPI: nobody else's QTI stands beside ours")
    (folder / "quiz.txt").write_text(PEER, encoding="utf-8")
    subprocess.run([str(programs / "text2qti"), "quiz.txt"], cwd=folder, capture_output=True, check=True)
    return Path(folder / "quiz.zip").read_bytes()


@pytest.fixture(scope="module")
def peer(package) -> dict[str, etree._Element]:
    """An item of each kind of it."""
    return items(package)


def items(data: bytes) -> dict[str, etree._Element]:
    """The first item of each kind; every file of the package must be well formed."""
    found: dict[str, etree._Element] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        trees = [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")]
    for tree in trees:
        for item in tree.iter(f"{QTI}item"):
            found.setdefault(item.findtext(f".//{QTI}fieldentry"), item)
    return found


def shape(element: etree._Element) -> set[str]:
    """The paths of all elements within, with their attributes."""
    found = set()
    for each in element.iter():
        above = [parent.tag.removeprefix(QTI) for parent in each.iterancestors()]
        path = "/".join(
            [*reversed(above[: above.index("item")] if "item" in above else []), each.tag.removeprefix(QTI)]
        )
        found.add(f"{path} {' '.join(sorted(each.attrib))}")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_has_the_shape_of_the_peers(peer, tmp_path, kind):
    bank = samples.load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    ours = items(write(paper, Settings(), Report()))

    assert shape(ours[kind]) - shape(peer[kind]) - shape(peer["multiple_choice_question"]) == set()


def test_the_whole_shipped_bank_is_well_formed():
    bank = load_bank(shipped_bank()).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    report = Report()
    found = items(write(paper, Settings(), report))

    assert set(found) >= set(KINDS) | {"fill_in_multiple_blanks_question", "matching_question"}


def test_what_the_peer_writes_is_read(package):
    report = Report()
    found = read(package, "quiz.zip", report)
    choice, several, typed, number, essay, statement = found.items

    assert found.title == "T"
    assert [(each.prompt, each.explanation) for each in found.items] == [
        ("Choice?", "General."),
        ("Several?", ""),
        ("Typed?", ""),
        ("Number?", ""),
        ("Essay?", ""),
        ("Statement.", ""),
    ]
    assert choice.choices == (Choice("wrong", False, "why"), Choice("right", True))
    assert [each.right for each in several.choices] == [True, False, True]
    assert typed.answers == ("Einstein", "Albert Einstein")
    assert (number.answers, number.tolerance) == (("1.5",), "0.1")
    assert essay.kind == "essay"
    assert (statement.truth, statement.correction) == (False, "why")
    assert report.losses == ()
