"""What a rule yields: what is wrong inside one record of the bank, before it has a line and a column."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from quizmill.bank.reader.fault import Path
from quizmill.errors import Severity


class Subject(NamedTuple):
    """A record a finding can be about, and so the place where an `allow` silences it."""

    kind: Literal["bank", "topic", "source", "fact", "question"]
    id: str = ""  # of the topic, source or question; `source/fact` for a fact


BANK = Subject("bank")


def question_subject(id: str) -> Subject:
    """The question with that id."""
    return Subject("question", id)


def fact_subject(source: str, fact: str) -> Subject:
    """The fact `source/fact`."""
    return Subject("fact", f"{source}/{fact}")


def source_subject(id: str) -> Subject:
    """The source with that id."""
    return Subject("source", id)


def topic_subject(id: str) -> Subject:
    """The topic with that id."""
    return Subject("topic", id)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a rule found; a message that rests on a measure says it beside its threshold."""

    message: str  # lower case, no full stop, quotes the culprit
    help: str = ""
    path: Path = ()  # inside the subject, as it is written in YAML
    at_key: bool = False  # the field's name is at fault, not its value
    subject: Subject | None = None  # what a rule over the whole bank speaks of; others: what they were given
    severity: Severity | None = None  # where the measure makes it worse or milder than the rule's own
