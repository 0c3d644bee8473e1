"""JSON Schema of what an author writes, for editors that complete, check and explain YAML.

What a field means is said once, under `Attributes` in its record's docstring, and read from there.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from quizmill.bank.model import GATHERED, KINDS, OWN, Name, Record, Source, Topic
from quizmill.bank.ranges import RANGES
from quizmill.bank.reader.bank_file import BankFile
from quizmill.bank.reader.pictured import FIELDS, PicturedDistractor, PicturedOption

FILES: dict[str, type[Record]] = {"topic": Topic, "bank": BankFile, "source": Source, "names": Name}

_Schema = dict[str, Any]

_NOT_IN_FILE = {"Topic": ("id",), "BankFile": GATHERED}
# Records that may be written as the text alone.
_SHORT = {"Distractor": "text", "Point": "point", "Lesson": "text"}
_ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)
_TYPE = "What kind of question it is; each has fields of its own."
_STATE = "A draft need not be whole: it keeps its place and its id, and is asked nowhere."
_STATE_OF_FACT = "A draft need not be whole: it keeps its place and its id, and nothing rests on it."


def json_schema(name: str) -> bytes:
    """The schema (draft 2020-12) of one kind of file: `topic`, `bank`, `source` or `names`."""
    schema = msgspec.json.schema(FILES[name])
    if name == "topic":
        schema["$defs"] |= msgspec.json.schema_components((PicturedOption, PicturedDistractor))[1]
    records = {record.__name__: record for record in _records(Record)}
    definitions = {
        key: _of_record(records[key], each) if key in records else each
        for key, each in schema["$defs"].items()
    }
    if name == "topic":
        definitions["Topic"]["properties"]["questions"]["items"] = _any_question()
        _picture_options(definitions)
    if "Fact" in definitions:
        definitions["Fact"] = _or_draft(definitions["Fact"])
    top: _Schema = {"$ref": schema["$ref"]}
    if name == "names":
        names = {"type": "array", "items": top}
        top = {"type": "object", "properties": {"names": names}, "additionalProperties": False}
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **top, "$defs": definitions}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def descriptions(record: type[Record]) -> dict[str, str]:
    """What each field of a record means, by its name in Python, those it inherits first."""
    found: dict[str, str] = {}
    for each in reversed(record.__mro__):
        _, _, attributes = inspect.cleandoc(each.__dict__.get("__doc__") or "").partition("\nAttributes:\n")
        found |= {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(attributes)}
    return found


def _records(base: type[Record]) -> Iterator[type[Record]]:
    for each in base.__subclasses__():
        yield each
        yield from _records(each)


def _of_record(record: type[Record], definition: _Schema) -> _Schema:
    """A record as its author writes it: YAML's bare numbers and truths are text where text is wanted."""
    written: _Schema = _loosened(definition)
    written["description"] = written["description"].partition("\n\nAttributes:")[0]
    properties: _Schema = written["properties"]
    described = descriptions(record)
    for field in msgspec.structs.fields(record):
        properties[field.encode_name]["description"] = described[field.name]
    if "type" in properties:
        properties["type"]["description"] = _TYPE
    for name in _NOT_IN_FILE.get(record.__name__, ()):
        del properties[name]
        written["required"] = [each for each in written["required"] if each != name]
    if OWN in properties:
        own = properties.pop(OWN)["description"]
        written["patternProperties"] = {f"^{OWN}": {"description": own}}
    if "formerly" in properties:
        properties["formerly"] = _one_or_several(properties["formerly"])
    if "states_nothing" in properties:
        numbers = properties["states_nothing"]
        ranges = {"type": "string", "pattern": f"^(?:{RANGES})$"}
        numbers["items"] = {"anyOf": [numbers["items"], ranges]}
        properties["states_nothing"] = _one_or_several(numbers)
    if short := _SHORT.get(record.__name__):
        return {"anyOf": [properties[short], written]}
    return written


def _one_or_several(listed: _Schema) -> _Schema:
    return {"description": listed["description"], "anyOf": [listed["items"], listed]}


def _any_question() -> _Schema:
    """An entry of `questions`: what its type says, so that an editor names all nine and checks the one."""
    by_type = []
    for name, kind in KINDS.items():
        is_it = {"properties": {"type": {"const": name}}, "required": ["type"]}
        by_type.append({"if": is_it, "then": {"$ref": f"#/$defs/{kind.__name__}"}})
    return {
        "type": "object",
        "properties": {
            "type": {"enum": list(KINDS), "description": _TYPE},
            "state": {"const": "draft", "description": _STATE},
        },
        "if": {"required": ["state"]},
        "else": {"required": ["id", "type"], "allOf": by_type},
    }


def _or_draft(fact: _Schema) -> _Schema:
    """An entry of `facts`: a fact, or a draft of one, that need not say anything yet."""
    required = {"required": fact.pop("required")}
    fact["properties"]["state"] = {"const": "draft", "description": _STATE_OF_FACT}
    return fact | {"if": {"required": ["state"]}, "else": required}


def _picture_options(definitions: dict[str, _Schema]) -> None:
    """An option may be a mapping with a picture, instead of a text."""
    definitions["Distractor"]["anyOf"].append({"$ref": "#/$defs/PicturedDistractor"})
    for kind, fields in FIELDS.items():
        properties = definitions[KINDS[kind].__name__]["properties"]
        for name, depth in fields.items():
            if name != "distractors":
                properties[name] = _or_pictured(properties[name], depth)


def _or_pictured(schema: _Schema, depth: int) -> _Schema:
    """The schema of a field with options, around each of which there are *depth* lists."""
    if "prefixItems" in schema:
        return schema | {"prefixItems": [_or_pictured(each, depth - 1) for each in schema["prefixItems"]]}
    if depth:
        return schema | {"items": _or_pictured(schema["items"], depth - 1)}
    described = {"description": schema["description"]} if "description" in schema else {}
    text = {name: value for name, value in schema.items() if name != "description"}
    return {**described, "anyOf": [text, {"$ref": "#/$defs/PicturedOption"}]}


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
