"""A bank as the files its author would have written. Reading them gives the same bank.

What a field says by default is left out; what comes first to mind stands first.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from quizmill.bank import yaml_out
from quizmill.bank.files import BANK_FILE
from quizmill.bank.model import (
    GATHERED,
    OWN,
    Bank,
    ComparedQuestion,
    Draft,
    DraftFact,
    Question,
    Record,
    Source,
    Topic,
    compare_of,
)
from quizmill.bank.ranges import gathered
from quizmill.bank.reader.folder import TOPIC
from quizmill.bank.reader.seeds import NAMES_FILE

SEEDS = "seeds"
_FIRST = ("id", "type")
# Entries with these fields alone are their text.
_SHORT = {"distractors": ("text",), "points": ("point",), "learn": ("text",)}


def bank_files(bank: Bank) -> dict[str, str]:
    """The text of every file of *bank*, by its path from the bank's folder.

    Raises ValueError for a topic called `bank`, since its file would be bank.yaml.
    """
    if any(topic.id == "bank" for topic in bank.topics):
        raise ValueError('a topic cannot be called "bank": bank.yaml says what the bank is')
    files = {BANK_FILE: yaml_out.text(_bank_fields(bank))}
    for topic in bank.topics:
        drafts = [draft for draft in bank.drafts if draft.topic == topic.id]
        files[f"{topic.id}{TOPIC}"] = topic_text(_as_written(topic, bank), drafts)
    for name, source in _source_files(bank.sources).items():
        begun = [draft for draft in bank.draft_facts if draft.source == source.id]
        files[f"{SEEDS}/{name}"] = source_text(source, begun)
    if bank.names:
        files[f"{SEEDS}/{NAMES_FILE}"] = yaml_out.text({"names": [_fields(name) for name in bank.names]})
    return files


def topic_text(topic: Topic, drafts: Iterable[Draft] = ()) -> str:
    """A topic file: its own fields, then its questions, then the drafts as they were."""
    own = {name: value for name, value in _fields(topic).items() if name not in ("id", "questions")}
    questions = [question_fields(question) for question in topic.questions]
    questions += [draft.tree for draft in drafts]
    return yaml_out.text(own) + _listed("questions", questions)


def _as_written(topic: Topic, bank: Bank) -> Topic:
    """The topic without what its questions have from the bank."""
    if bank.compare is None:
        return topic
    questions = (
        msgspec.structs.replace(each, compare=None) if compare_of(each) is bank.compare else each
        for each in topic.questions
    )
    return msgspec.structs.replace(topic, questions=tuple(questions))


def source_text(source: Source, drafts: Iterable[DraftFact] = ()) -> str:
    """A source file: what the document is, then what it says, fact by fact, then the drafts as they were."""
    own = {name: value for name, value in _fields(source).items() if name != "facts"}
    if source.states_nothing:
        own["states_nothing"] = gathered(source.states_nothing)
    facts = [*map(_fields, source.facts), *(draft.tree for draft in drafts)]
    return yaml_out.text(own) + _listed("facts", facts)


def question_fields(question: Question) -> dict[str, Any]:
    """A question's fields as its author would write them, its kind's own before those all kinds share."""
    fields = _fields(question)
    shared = ComparedQuestion.__struct_encode_fields__
    first = {name: fields[name] for name in _FIRST}
    kinds = {name: value for name, value in fields.items() if name not in shared}
    return first | kinds | fields


def _bank_fields(bank: Bank) -> dict[str, Any]:
    fields = {name: value for name, value in _fields(bank).items() if name not in GATHERED}
    ids = [topic.id for topic in bank.topics]
    placed = {"seeds": SEEDS} if bank.sources or bank.names else {}
    if ids != sorted(ids, key=lambda id: f"{id}{TOPIC}"):
        placed["order"] = ids  # type: ignore[assignment]
    return fields | placed


def _source_files(sources: tuple[Source, ...]) -> dict[str, Source]:
    """The sources by the names of their files, which keep their order."""
    plain = {f"{source.id}{TOPIC}": source for source in sources}
    if list(plain) == sorted(plain) and NAMES_FILE not in plain:
        return plain
    return {f"{number:04}-{source.id}{TOPIC}": source for number, source in enumerate(sources, 1)}


def _listed(name: str, entries: list[dict[str, Any]]) -> str:
    """A list of records with a blank line between any two."""
    if not entries:
        return ""
    records = ["".join(f"  {line}\n" if line else "\n" for line in yaml_out.item(each)) for each in entries]
    return f"{name}:\n" + "\n".join(records)


def _fields(record: Record) -> dict[str, Any]:
    """The fields that say something, as trees; the author's own among them."""
    found: dict[str, Any] = {}
    if tag := record.__struct_config__.tag:
        found["type"] = tag
    for name, written, default in _written(type(record)):
        value = getattr(record, name)
        if written == OWN:
            found |= value
        elif value != default:
            found[written] = _tree(written, value)
    return found


@cache
def _written(kind: type[Record]) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a record, how files call them, and what they are unless said: msgspec takes long to tell.

    A required one has NODEFAULT there, which no value equals.
    """
    return tuple(
        (
            field.name,
            field.encode_name,
            field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory(),
        )
        for field in msgspec.structs.fields(kind)
    )


def _tree(name: str, value: Any) -> Any:
    if isinstance(value, Record):
        return _fields(value)
    if isinstance(value, tuple):
        if name == "formerly" and len(value) == 1:
            return value[0]
        return [_entry(name, each) for each in value]
    return value if isinstance(value, datetime.date | dict | int) else str(value)


def _entry(name: str, value: Any) -> Any:
    tree = _tree("", value)
    short = _SHORT.get(name)
    return tree[short[0]] if short and tuple(tree) == short else tree
