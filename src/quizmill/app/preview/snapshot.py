"""A bank as it was read at one moment: what can be shown of it, and what was good before it broke."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from quizmill.bank.load import LoadedBank
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Draft, LeftOut, Question, Topic, kind_of
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.unfinished import question_in
from quizmill.compose.exercise import prompt_of
from quizmill.errors import Diagnostic, Severity


class State(StrEnum):
    """What is to be thought of a question."""

    SOUND = "sound"
    DRAFT = "draft"  # it is asked nowhere
    BROKEN = "broken"  # an error keeps it from being asked


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A question of the bank, or what is to become one."""

    id: str
    topic: str
    state: State = State.SOUND
    kind: str = ""
    question: Question | None = None  # as far as there is one to be shown
    is_earlier: bool = False  # it is shown as it was before it broke
    origin: Origin | None = None
    line: int = 0  # in its file, where an error has cost its origin

    @property
    def title(self) -> str:
        """What it asks, as plain text."""
        return " ".join(plain(prompt_of(self.question)).split()) if self.question else ""


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A bank as it was read for the *number*-th time."""

    number: int
    loaded: LoadedBank  # the last whose bank.yaml could be read
    entries: dict[str, Shown]  # in the bank's order, by id; a number is added where that is none or taken
    titles: dict[str, str]  # of the topics, by id
    found: tuple[Diagnostic, ...]  # what reading the files as they are now has found
    trouble: str = ""  # why they cannot be read at all

    @property
    def bank(self) -> Bank:
        """The bank that is shown."""
        return self.loaded.bank

    @property
    def is_current(self) -> bool:
        """Whether that is the bank as it is now, but for questions that are broken."""
        return not self.trouble and self.found is self.loaded.diagnostics


def snapshot_of(loaded: LoadedBank, before: Snapshot | None) -> Snapshot:
    """The bank as it was read; what is broken in it is as it was *before*, with bank.yaml all of it."""
    number = before.number + 1 if before else 1
    if before and _is_broken(loaded, loaded.bank_file):
        return msgspec.structs.replace(before, number=number, found=loaded.diagnostics, trouble="")
    entries: dict[str, Shown] = {}
    for entry in _entries(loaded, before):
        entries[_key(entry, entries)] = entry
    return Snapshot(
        number=number,
        loaded=loaded,
        entries=entries,
        titles=_titles(loaded.bank, before.titles if before else {}),
        found=loaded.diagnostics,
    )


def unreadable(before: Snapshot, trouble: str) -> Snapshot:
    """What was *before*, since the bank cannot be read at all."""
    return msgspec.structs.replace(before, number=before.number + 1, trouble=trouble)


def _is_broken(loaded: LoadedBank, file: str) -> bool:
    return any(each.severity is Severity.ERROR and each.location.file == file for each in loaded.diagnostics)


def _titles(bank: Bank, before: dict[str, str]) -> dict[str, str]:
    """Of a topic whose file is broken, the title it had."""
    broken = {each.topic for each in bank.left_out}
    return {
        topic.id: before.get(topic.id, topic.title)
        if topic.id in broken and topic.title == topic.id
        else topic.title
        for topic in bank.topics
    }


def _key(entry: Shown, taken: dict[str, Shown]) -> str:
    first = entry.id or f"{entry.topic}~"
    numbered = (f"{first}~{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (first, *numbered) if key not in taken) if first in taken else first


def _entries(loaded: LoadedBank, before: Snapshot | None) -> Iterator[Shown]:
    drafts, lost = defaultdict(list), defaultdict(list)
    for draft, origin in zip(loaded.bank.drafts, loaded.origins.drafts, strict=True):
        drafts[draft.topic].append(_draft(draft, origin, loaded.bank.language))
    for each in loaded.bank.left_out:
        lost[each.topic].append(_broken(each, before))
    for topic in loaded.bank.topics:
        yield from _in_file(loaded, topic, drafts[topic.id], lost[topic.id])


def _in_file(loaded: LoadedBank, topic: Topic, drafts: list[Shown], lost: list[Shown]) -> list[Shown]:
    """The entries of a topic in the order in which they are written."""
    origins = loaded.origins
    found = [_sound(topic, question, origins.questions[question.id]) for question in topic.questions]
    if not drafts and not lost:
        return found

    def place(entry: Shown) -> int:
        if entry.origin is None:
            return entry.line
        return origins.locate(entry.origin).line if lost else int(entry.origin.path[-1])

    return sorted((*found, *drafts, *lost), key=place)


def _sound(topic: Topic, question: Question, origin: Origin) -> Shown:
    return Shown(id=question.id, topic=topic.id, kind=kind_of(question), question=question, origin=origin)


def _draft(draft: Draft, origin: Origin, language: str) -> Shown:
    kind, question = draft.tree.get("type"), question_in(draft, language)
    return Shown(
        id=draft.id,
        topic=draft.topic,
        state=State.DRAFT,
        kind=kind if isinstance(kind, str) else "",
        question=question,
        origin=origin,
    )


def _broken(lost: LeftOut, before: Snapshot | None) -> Shown:
    earlier = before.entries.get(lost.id) if before else None
    line = int(lost.place.rsplit(":", 2)[1])
    if earlier is None or earlier.question is None:
        return Shown(id=lost.id, topic=lost.topic, state=State.BROKEN, line=line)
    return Shown(
        id=lost.id,
        topic=lost.topic,
        state=State.BROKEN,
        kind=earlier.kind,
        question=earlier.question,
        is_earlier=True,
        line=line,
    )
