"""From a bank to a format and back: the same questions, but for what the report names.

This runs for every format of the table that is both read and written; a new one needs nothing here.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import samples
import sound_banks
from quizmill.bank.markup import plain
from quizmill.bank.model import OWN, Bank, Question, Topic, kind_of
from quizmill.compose.paper import Paper, compose
from quizmill.formats.format import Format, Settings
from quizmill.formats.losses import is_lost, losses
from quizmill.formats.matrix import How
from quizmill.formats.questions import Maker
from quizmill.formats.report import Report
from quizmill.formats.table import formats, named

BOTH = [each.name for each in formats() if each.read and each.write]
_WHOLE = {"question", "type"}  # fields of a report that speak of all the others
_CALLED = {OWN: "own", "text": "prompt"}  # fields of records, as reports call them
_UNORDERED = ("answers", "distractors", "extra", "tags")
_NEVER = {"type", "origin"}  # told above, and written by the import itself


def returned(paper: Paper, format: Format) -> tuple[dict[str, dict[str, Any]], Report]:
    """The fields of every question that comes back, by id, and all that was told on the way."""
    report = Report()
    report.add(losses(paper.exercises, format.matrix))
    kept = tuple(each for each in paper.exercises if not is_lost(each, format.matrix))
    assert format.write
    assert format.read
    if not kept:
        return {}, report  # an export writes no such file
    data = format.write(msgspec.structs.replace(paper, exercises=kept), Settings(), report)
    left_out = {loss.id for loss in report.losses if loss.field == "question"}
    if left_out.issuperset(each.id for each in kept):
        return {}, report
    assert data == format.write(msgspec.structs.replace(paper, exercises=kept), Settings(), Report())
    assert format.recognises(data)
    found = format.read(data, f"a.{format.extensions[0]}", report)
    maker = Maker(
        report, unexplained=True, facts={"s/f", "tea-book/leaf", "tea-book/clipper", "tea-book/cargo"}
    )
    made = maker.made(found.items, format.name, "a")
    report.call(maker.names)
    return {each.id: each.fields for each in made}, report


def differing(question: Question, back: dict[str, Any] | None, *, exactly: bool) -> set[str]:
    """The fields in which a question has changed, `question` where it is not there at all."""
    if back is None:
        return {"question"}
    if back["type"] != kind_of(question):
        return {"type"}
    own = msgspec.to_builtins(question)
    told = _spelt_out(back)
    names = set(own) - _NEVER
    pairs = {name: (own[name], told.get(name, _default(question, name))) for name in names}
    return {_CALLED.get(name, name) for name, pair in pairs.items() if not _same(name, *pair, exactly)}


def _default(question: Question, name: str) -> Any:
    field = next(each for each in msgspec.structs.fields(question) if each.encode_name == name)
    if field.required:
        return None
    value = field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
    return msgspec.to_builtins(value)


def _spelt_out(back: dict[str, Any]) -> dict[str, Any]:
    """The fields of a file as the record has them."""
    told = {name: value for name, value in back.items() if not name.startswith(OWN)}
    told[OWN] = {name: value for name, value in back.items() if name.startswith(OWN)}
    for name, text in (("distractors", "text"), ("points", "point")):
        if name in told:
            told[name] = [{text: each} if isinstance(each, str) else each for each in told[name]]
    if isinstance(told.get("formerly"), str):
        told["formerly"] = [told["formerly"]]
    return told


def _same(name: str, own: Any, back: Any, exactly: bool) -> bool:
    one, other = _read(own, exactly), _read(back, exactly)
    if name in _UNORDERED and not exactly:
        return sorted(one, key=str) == sorted(other, key=str)
    return one == other


def _read(value: Any, exactly: bool) -> Any:
    """A value without what says nothing, and texts as they are read where a format is not our own."""
    if isinstance(value, dict):
        return {name: _read(each, exactly) for name, each in value.items() if each not in ("", [], (), None)}
    if isinstance(value, list | tuple):
        return [_read(each, exactly) for each in value]
    if isinstance(value, str) and not exactly:
        return " ".join(plain(value).split())
    return value


def unnamed(paper: Paper, format: Format) -> dict[str, set[str]]:
    """By question, the fields that came back otherwise without a word in the report."""
    back, report = returned(paper, format)
    nameless = format.matrix.fields["id"].how is How.LOST
    told_of: dict[str, set[str]] = {}
    for loss in report.losses:
        told_of.setdefault(loss.id, set()).add(_CALLED.get(loss.field, loss.field))
    found = {}
    for exercise in paper.exercises:
        told = told_of.get(exercise.id, set())
        # Where no id travels, a question is whichever of those that came back differs in what was told alone.
        met = [back.get(exercise.id)] if not nameless else [*back.values()] or [None]
        changed = min(
            (
                differing(_as_told(exercise.question, told), _back(each, told), exactly=format.ids_are_ours)
                for each in met
            ),
            key=lambda changed: len(changed - told) + 9 * bool(changed & _WHOLE - told),
        )
        if changed - told and not told & _WHOLE - {"type" if format.ids_are_ours else ""}:
            found[exercise.id] = changed - told
    return found


def _as_told(question: Question, told: set[str]) -> Question:
    """The question without why its options tempt, where that is what is lost or changed of them."""
    if "why" not in told:
        return question
    wrong = tuple(msgspec.structs.replace(each, why="") for each in question.distractors)
    return msgspec.structs.replace(question, distractors=wrong)


def _back(fields: dict[str, Any] | None, told: set[str]) -> dict[str, Any] | None:
    """What came back, likewise without why its options tempt."""
    if fields is None or "why" not in told or "distractors" not in fields:
        return fields
    wrong = [each if isinstance(each, str) else each["text"] for each in fields["distractors"]]
    return {**fields, "distractors": wrong}


def paper_of(bank: Bank) -> Paper:
    return compose(bank, tuple(bank.questions()), seed=1, order="bank")


@pytest.mark.parametrize("name", BOTH)
def test_the_sample_comes_back_but_for_what_is_named(name, tmp_path):
    assert unnamed(paper_of(samples.load(tmp_path).bank), named(name)) == {}


@pytest.mark.parametrize("name", BOTH)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    asked=st.lists(sound_banks.questions(), min_size=1, max_size=3, unique_by=lambda question: question.id)
)
def test_any_question_comes_back_but_for_what_is_named(name, asked):
    bank = Bank(title="B", namespace="b", topics=(Topic(id="t", title="T", questions=tuple(asked)),))

    assert unnamed(paper_of(bank), named(name)) == {}
