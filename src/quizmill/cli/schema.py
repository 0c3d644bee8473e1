"""`quizmill schema`: JSON Schema of what an author writes, for editors that complete and check YAML."""

from __future__ import annotations

import sys
from typing import Any

import click
import msgspec

from quizmill.bank.model import Name, Source, Topic
from quizmill.bank.reader.bank_file import BankFile

FILES: dict[str, type[msgspec.Struct]] = {"topic": Topic, "bank": BankFile, "source": Source, "names": Name}

_NOT_IN_FILE = {"Topic": {"id"}, "BankFile": {"topics", "sources", "names"}}
_SHORT = {"Distractor": "text", "Point": "point"}  # records that may be written as the text alone


@click.command("schema")
@click.option(
    "--for",
    "name",
    type=click.Choice(list(FILES)),
    default="topic",
    show_default=True,
    envvar="QUIZMILL_SCHEMA_FOR",
    help="Which file: a topic, bank.yaml, a source, or names.yaml.",
)
def command(name: str) -> None:
    """Print the JSON Schema of a bank file.

    An editor with YAML support uses it after `# yaml-language-server: $schema=FILE` on the first line.
    """
    sys.stdout.buffer.write(json_schema(name))


def json_schema(name: str) -> bytes:
    """The schema (draft 2020-12) of one kind of file: `topic`, `bank`, `source` or `names`."""
    schema = msgspec.json.schema(FILES[name])
    definitions = {key: _as_written(key, each) for key, each in schema["$defs"].items()}
    top: dict[str, Any] = {"$ref": schema["$ref"]}
    if name == "names":
        names = {"type": "array", "items": top}
        top = {"type": "object", "properties": {"names": names}, "additionalProperties": False}
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **top, "$defs": definitions}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _as_written(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    """A record as its author writes it: YAML's bare numbers and truths are text where text is wanted."""
    written: dict[str, Any] = _loosened(definition)
    properties = written.get("properties", {})
    for field in _NOT_IN_FILE.get(name, ()):
        del properties[field]
        written["required"] = [each for each in written["required"] if each != field]
    if name in _SHORT:
        return {"anyOf": [{**properties[_SHORT[name]]}, written]}
    return written


def _loosened(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_loosened(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if {"type": "null"} in schema.get("anyOf", []):  # a field left out is None; nobody writes null
        kept = [each for each in schema["anyOf"] if each != {"type": "null"}]
        return _loosened(kept[0])
    loosened = {key: _loosened(value) for key, value in schema.items()}
    if schema.get("type") == "string" and "format" not in schema:
        loosened["type"] = ["string", "number", "boolean"]
    return loosened
