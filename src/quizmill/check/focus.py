"""Which of a bank's findings are asked for: by topic, question and rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import PurePosixPath

import msgspec

from quizmill.bank.files import topic_of
from quizmill.bank.model import Bank, Draft, LeftOut
from quizmill.compose.traits import refuse_unknown
from quizmill.errors import Diagnostic, Severity

Found = tuple[Diagnostic, ...]


class Focus(msgspec.Struct, frozen=True, kw_only=True):
    """What to choose. Values of one field are alternatives; fields narrow each other.

    A question is also found by an id that it had before.
    """

    topics: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def of(self, found: Found, bank: Callable[[], Bank]) -> Found:
        """The findings that fit; at the *bank* they are in is looked only where its questions matter.

        Raises BadRequest for a name nobody knows, with the nearest that exist.
        """
        chosen = found
        if self.rules:
            _refuse_unknown_rules(self.rules, found)
            chosen = tuple(each for each in chosen if each.rule in self.rules)
        if self.topics:
            topics = _topics(bank())
            refuse_unknown("topic", self.topics, topics.values())
            chosen = tuple(each for each in chosen if _topic(each.record, topics) in self.topics)
        if self.ids:
            records = _records(self.ids, bank(), found)
            files = _unread_files(records, bank(), found)
            chosen = tuple(each for each in chosen if each.record in records or each in files)
        return chosen

    def questions(self, bank: Bank) -> set[str]:
        """The ids of the questions that fit, whatever the rules; raises as `of` does."""
        topics = _topics(bank)
        refuse_unknown("topic", self.topics, topics.values())
        records = _records(self.ids, bank, ()) if self.ids else topics
        return {
            question.id
            for topic, question in bank.questions()
            if f"question {question.id}" in records and (not self.topics or topic.id in self.topics)
        }


def _refuse_unknown_rules(wanted: Iterable[str], found: Found) -> None:
    missing = set(wanted).difference(each.rule for each in found)
    if missing:
        from quizmill.check.rule_pages import pages  # with the rules, which a kept report does not need

        refuse_unknown("rule", sorted(missing), (page.id for page in pages()))


def _topics(bank: Bank) -> dict[str, str]:
    """The topic of each record in a topic's file; of an empty topic, under its own id."""
    topics = {topic.id: topic.id for topic in bank.topics}
    topics |= {f"question {each.id}": each.topic for each in _unasked(bank)}
    return topics | {f"question {question.id}": topic.id for topic, question in bank.questions()}


def _unasked(bank: Bank) -> Iterator[LeftOut | Draft]:
    yield from bank.left_out
    yield from bank.drafts


def _topic(record: str, topics: dict[str, str]) -> str | None:
    kind, _, name = record.partition(" ")
    return topic_of(PurePosixPath(name)) if kind == "file" else topics.get(record)


def _records(ids: Collection[str], bank: Bank, found: Found) -> set[str]:
    """The records of the questions with these ids, which they may have had before."""
    now = {old: question.id for _, question in bank.questions() for old in question.formerly}
    now |= {id: id for id in _ids(bank, found)}
    refuse_unknown("id", ids, now)
    return {f"question {now[id]}" for id in ids}


def _unread_files(records: Collection[str], bank: Bank, found: Found) -> Found:
    """The errors that may keep one of the questions from being read: in its file, in no known record."""
    topics = _topics(bank)
    wanted = {topics.get(record) for record in records}
    errors = (each for each in found if each.severity is Severity.ERROR and each.record.startswith("file "))
    return tuple(each for each in errors if _topic(each.record, topics) in wanted)


def _ids(bank: Bank, found: Found) -> Iterator[str]:
    """The ids of all questions, those among them that are asked nowhere."""
    yield from (question.id for _, question in bank.questions())
    yield from (each.id for each in _unasked(bank) if each.id)
    yield from (each.question for each in found if each.question)
