"""Every rule that a diagnostic can name has a page."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import quizmill.bank.files
from quizmill.bank.reader.pages import PAGES
from quizmill.check.rule_pages import page_of, pages
from quizmill.errors import BadRequest, Severity

READER = Path(quizmill.bank.__file__).parent


def faults_of_the_reader() -> set[str]:
    """The rules named where the reader makes a fault: `Fault(path, rule, …)`, `fault(rule, …)`, "
    "`_repeats(rule, …)`."""
    places = {"Fault": 1, "fault": 0, "_repeats": 0}
    found = set()
    for path in READER.rglob("*.py"):
        for call in (
            node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
        ):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name in places and len(call.args) > places[name]:
                rule = call.args[places[name]]
                if isinstance(rule, ast.Constant):
                    found.add(rule.value)
                elif isinstance(rule, ast.Name) and rule.id.isupper():  # a constant of the files
                    found.add(getattr(quizmill.bank.files, rule.id))
    return found


def test_every_fault_of_the_reader_has_a_page():
    known = {page.id for page in pages()}
    faults = faults_of_the_reader()

    assert len(faults) > 25
    assert sorted(faults - known) == []


def test_no_page_is_left_of_a_fault_that_is_gone():
    assert sorted(set(PAGES) - faults_of_the_reader()) == []


def test_a_rule_has_one_page():
    ids = [page.id for page in pages()]

    assert ids == sorted(set(ids))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.id)
def test_a_page_says_what_why_and_how(page):
    heads = [part.partition(":")[0] for part in page.text.split("\n\n")[1:]]

    assert page.summary.endswith(".")
    assert [head for head in heads if head in ("Why", "Bad", "Good")] == ["Why", "Bad", "Good"]


def test_pages_are_found_by_their_id():
    assert page_of("term-missing").severity is Severity.ERROR
    assert page_of("term-missing").documents
    assert not page_of("cut-short").documents


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("tf-blance", 'there is no rule "tf-blance"; did you mean "tf-balance"?'),
        ("%%", 'there is no rule "%%"; `quizmill rules` lists them'),
    ],
)
def test_a_rule_nobody_knows(id, said):
    with pytest.raises(BadRequest) as refused:
        page_of(id)

    assert str(refused.value) == said
