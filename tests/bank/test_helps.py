"""Whatever is wrong with a bank's files, there is something to write."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import samples
from quizmill.bank import reader
from quizmill.bank.closest import nearest
from quizmill.bank.model import KINDS, Fact, Name, Source
from quizmill.bank.reader.bank_file import BankFile
from quizmill.bank.reader.decode import decode, decode_question
from quizmill.bank.reader.fault import Fault

ANYTHING: tuple[object, ...] = (
    *("", "x", " ", "0", "-1", "0.5", "1000", "- a", "A B", "a: b"),
    *([], ["x"], [""], [[]], [["a"]], [["a", "b", "c"]], [{"x": "y"}], ["x"] * 40),
    *({}, {"a": "b"}, {"a": []}, {"a": "b", "c": "d"}),
)
RECORDS = (*KINDS.values(), BankFile, Source, Fact, Name)


def fields() -> Iterator[tuple[type[msgspec.Struct], str]]:
    for kind in RECORDS:
        yield from ((kind, name) for name in kind.__struct_encode_fields__)


@pytest.mark.parametrize(("kind", "field"), [*fields()], ids=str)
def test_a_field_of_any_other_sort_is_told_with_what_to_write(kind: type[msgspec.Struct], field: str):
    """Alone in its record, so that every field that is missing is told as well."""
    for value in ANYTHING:
        found = decode({field: value}, kind, ())
        faults = found if isinstance(found, tuple) else ()
        assert [fault for fault in faults if not fault.help.strip()] == []


@pytest.mark.parametrize("tree", ["x", [], {}, {"type": []}, {"type": "x"}, {"type": "essay", "id": "A"}])
def test_so_is_what_is_no_question(tree):
    found = decode_question(tree, ())

    assert isinstance(found, tuple)
    assert all(fault.help for fault in found)


def test_no_fault_is_made_without_a_help():
    """The field has no default, and nobody leaves it empty."""
    assert "help" in [each.name for each in msgspec.structs.fields(Fault) if each.required]
    modules = sorted(Path(reader.__path__[0]).glob("*.py"))
    calls = [
        node
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault"
    ]
    assert len(calls) > 30
    assert [call.lineno for call in calls for each in call.args[3:4] if ast.unparse(each) == "''"] == []


def test_an_unknown_field_of_the_names(tmp_path: Path):
    loaded = samples.load(tmp_path, names="name: []\nid: x\n")

    assert [str(each).partition("names.yaml:")[2] for each in loaded.diagnostics] == [
        '1:1: error[unknown-field] unknown field "name"\n  help: did you mean "names"?',
        '2:1: error[unknown-field] unknown field "id"\n  help: delete it: a names file has `names` alone',
    ]


def test_a_text_that_a_comma_has_cut_is_to_be_quoted(tmp_path: Path):
    question = "id: q, type: essay, explanation: E, prompt: P, marks: 1"
    point = "{point: Its skeleton shows, so it looks white, a bit.}"
    loaded = samples.load(tmp_path, t=f"title: T\nquestions:\n  - {{{question}, points: [{point}]}}\n")
    found = [each for each in loaded.diagnostics if each.rule == "unknown-field"]

    assert [(each.message, each.help) for each in found] == [
        (
            f'unknown field "{rest}"',
            "within braces a comma ends a text; write "
            '`point: "Its skeleton shows, so it looks white, a bit."`',
        )
        for rest in ("so it looks white", "a bit.")
    ]


def test_where_nothing_else_can_stand_no_empty_list_is_named():
    assert nearest("x", []) == "leave it out: nothing else can stand here"
