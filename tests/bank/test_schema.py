"""What an editor is told about a bank's files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

import samples
from quizmill.bank.model import KINDS, Essay, Record
from quizmill.bank.schema import FILES, descriptions, json_schema


def records(base: type[Record] = Record) -> Iterator[type[Record]]:
    for each in base.__subclasses__():
        yield each
        yield from records(each)


def schema(name: str) -> dict[str, Any]:
    return json.loads(json_schema(name))


def found(name: str, text: str) -> list[str]:
    """What an editor underlines in a file of that kind."""
    errors = Draft202012Validator(schema(name)).iter_errors(yaml.safe_load(text))
    return sorted(f"{'/'.join(map(str, error.path))}: {error.message}" for error in errors)


@pytest.mark.parametrize("record", [*records()], ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_described_where_it_is_declared(record: type[Record]):
    """And nothing else is: `Attributes` names its fields in their order."""
    own = tuple(name for name in record.__annotations__ if name in record.__struct_fields__)
    _, _, attributes = (record.__doc__ or "").partition("Attributes:\n")

    assert tuple(re.findall(r"^        (\w+): [A-Za-z]", attributes, re.MULTILINE)) == own


def test_a_description_is_one_line_and_an_inherited_one_comes_first():
    described = descriptions(Essay)

    assert (next(iter(described)), next(reversed(described))) == ("id", "lines")
    assert described["lines"] == "Lines of space on paper; by the points unless said."
    assert not any("\n" in text for text in described.values())


@pytest.mark.parametrize("name", FILES)
def test_hovering_over_any_field_shows_what_it_means(name: str):
    for definition in schema(name)["$defs"].values():
        written = definition["anyOf"][1] if "anyOf" in definition else definition
        for field, told in written.get("properties", {}).items():
            assert told["description"].endswith((".", "}}.", "]")), field


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("topic", samples.TOPIC),
        (
            "bank",
            samples.BANK.replace("2026-11-22", '"2026-11-22"') + "order: [tea]\nformerly: [a, b]\nx-a: 1\n",
        ),
        ("source", samples.SOURCE.replace("2020-05-01", '"2020-05-01"')),
        ("names", samples.NAMES),
        ("topic", "title: T\nquestions:\n- {state: draft, promt: unfinished}\n"),
        (
            "topic",
            "title: T\nformerly: u\nquestions:\n- {id: a, type: true_false, prompt: P, answer: true, "
            "x-note: [a], formerly: b, origin: {format: gift}, importance: core, "
            "image: {file: a, alt: b, credit: c}}\n",
        ),
        (
            "topic",
            "title: T\nquestions:\n"
            "- {id: a, type: multiple_choice, prompt: P, answer: {image: {file: a, alt: b}}, "
            "distractors: [b, {text: c, image: {file: a, alt: b, credit: c}, why: d}, {text: e, why: f}]}\n"
            "- {id: b, type: matching, prompt: P, "
            "pairs: [[{text: a, image: {file: a, alt: b}}, b], [c, d]]}\n"
            "- {id: c, type: ordering, prompt: P, sequence: [{image: {file: a, alt: b}}, b]}\n",
        ),
    ],
)
def test_what_an_author_writes_is_right(name: str, text: str):
    assert found(name, text) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "{id: a, type: essai, prompt: P}",
            [f"questions/0/type: 'essai' is not one of {list(KINDS)}"],
        ),
        ("{id: a, prompt: P}", ["questions/0: 'type' is a required property"]),
        (
            "{id: a, type: essay, prompt: P, points: [p], colour: red}",
            ["questions/0: 'colour' does not match any of the regexes: '^x-'"],
        ),
        (
            "{id: a, type: true_false, prompt: P, answer: true, state: ready}",
            ["questions/0/state: 'draft' was expected"],
        ),
        (
            "{id: a, type: short_answer, prompt: P, answer: A, importance: high}",
            ["questions/0/importance: 'high' is not one of ['core', 'detail', 'useful']"],
        ),
    ],
)
def test_what_is_wrong_is_told_of_the_one_kind_that_is_meant(question: str, expected: list[str]):
    told = found("topic", f"title: T\nquestions:\n- {question}\n")

    assert [
        re.sub(r"Additional.*unexpected\)|'colour' does", "'colour' does", line) for line in told
    ] == expected


def test_a_fact_needs_to_say_something_unless_it_is_a_draft():
    source = "id: s\ntitle: S\nparagraphs: blank-line\nfacts: [{id: f, paragraph: 1, terms: ['1'], STATE}]\n"

    assert found("source", source.replace("STATE", "state: draft")) == []
    assert found("source", source.replace("STATE", "kind: name")) == [
        "facts/0: 'says' is a required property"
    ]
