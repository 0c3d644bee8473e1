"""The files of a bank, from their schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from making.markdown import page, prose, table
from quizmill.bank import model
from quizmill.bank.schema import FILES, json_schema

_OF_FILES = """
A bank is a folder: `bank.yaml`, and one YAML file for each topic, in it or in folders below. What its
questions rest on is in the folder that `seeds` names. [Write a bank of your own](../how-to/bank.md) tells
how to begin; `quizmill schema` prints the same as JSON Schema, for editors.

Ids are small letters and digits, with hyphens between words: `tea-plant`. Numbers, dates, `yes` and `no`
are text wherever a text is asked for. A field that is not listed here is an error, but for those that
begin with `x-`: in bank.yaml, a topic, a question, a source and a fact they are your own, kept and never
looked at.
"""
_PICTURED = "option with a picture"
_HEADINGS = {"PicturedOption": _PICTURED, "PicturedDistractor": "distractor with a picture"}
_TYPES = {"boolean": "`true` or `false`", "integer": "whole number", "object": "`rule: reason`"}
_Schema = dict[str, Any]


def bank_format() -> str:
    """Every field of every file of a bank."""
    records: dict[str, _Schema] = {}
    for name in FILES:
        records = (
            json.loads(json_schema(name))["$defs"] | records
        )  # the first tells of each what is in its file
    question = records["Topic"]["properties"]["questions"]["items"]["properties"]
    kinds = {name: records[kind.__name__] for name, kind in model.KINDS.items()}
    common = set.intersection(*(set(kind["properties"]) for kind in kinds.values()))
    every = next(iter(kinds.values()))
    parts = [
        "# The bank's files",
        *prose(_OF_FILES),
        "## bank.yaml",
        _fields(records["BankFile"]),
        *_records(records, "Discussion"),
        "## A topic",
        records["Topic"]["description"],
        _fields(records["Topic"]),
        "## Every question",
        _fields(every | {"properties": _some(every, common) | question}),
    ]
    for name, kind in kinds.items():
        own = set(kind["properties"]) - common
        parts += [f"## {name}", kind["description"], _fields(kind | {"properties": _some(kind, own)})]
    parts += [
        "## What questions are made of",
        *_records(
            records,
            *("Distractor", "PicturedOption", "PicturedDistractor", "Point", "Lesson", "Image", "Audio"),
            "Provenance",
        ),
    ]
    parts += ["## The seeds", *_records(records, "Source", "Section", "Fact", "Name")]
    return page(parts, "the records in src/quizmill/bank/model")


def _some(record: _Schema, names: set[str]) -> _Schema:
    return {name: each for name, each in record["properties"].items() if name in names}


def _records(records: dict[str, _Schema], *names: str) -> Iterator[str]:
    for name in names:
        record = records[name]
        whole = record["anyOf"][1] if "anyOf" in record else record  # or its text alone
        yield f"### {_HEADINGS.get(name, name.lower())}"
        yield whole["description"]
        yield _fields(whole)


def _fields(record: _Schema) -> str:
    required = record.get("required") or record.get("else", {}).get("required", [])
    rows = (
        [f"`{name}`", _value(field), _default(field, required=name in required), field["description"]]
        for name, field in record["properties"].items()
    )
    return table(("field", "what it holds", "unless given", "what it says"), rows)


def _default(field: _Schema, *, required: bool) -> str:
    if required:
        return "**needed**"
    default = field.get("default")
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{default}`" if default else ""


def _value(field: _Schema) -> str:
    """What is written there: `text`, `whole number, 1 to 100`, `list of ids`."""
    match field:
        case {"anyOf": [one, other, *_]}:
            return f"{_value(one)}, or {_other(other)}"
        case {"$ref": reference}:
            return _named(reference.rpartition("/")[2])
        case {"enum": words} | {"const": str() as words}:
            return _either([words] if isinstance(words, str) else words)
        case {"type": "object", "if": _}:
            return "[question](#every-question)"
        case {"type": "array", "prefixItems": _}:
            return "`[text, text]`"
        case {"type": "array"}:
            return f"list of {_value(field['items'])}{_span(field, 'minItems', 'maxItems')}"
        case {"pattern": pattern} if "[a-z0-9]" in pattern:
            return "source/fact" if "/" in pattern else "id"
        case {"format": "date"}:
            return "date"
        case {"type": str() as type}:
            return f"{_TYPES[type]}{_span(field, 'minimum', 'maximum')}"
        case _:
            return "text"


def _other(field: _Schema) -> str:
    """What may be written instead of a text."""
    return f"an [{_PICTURED}](#{_PICTURED.replace(' ', '-')})" if "$ref" in field else "a list"


def _named(name: str) -> str:
    """A record of the model, or the words of an enumeration in the order they have there."""
    found = getattr(model, name)
    return f"[{name.lower()}](#{name.lower()})" if issubclass(found, model.Record) else _either(found)


def _either(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _span(field: _Schema, least: str, most: str) -> str:
    if most in field:
        return f", {field[least]} to {field[most]}"
    return f", {field[least]} at least" if least in field else ""
