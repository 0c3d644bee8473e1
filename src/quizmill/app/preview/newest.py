"""What there is to be seen at the moment, shared by those who read the bank and those who look at it."""

from __future__ import annotations

import threading
from collections import defaultdict

import msgspec

from quizmill.app.preview.snapshot import Snapshot
from quizmill.errors import Diagnostic


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a snapshot of that *number*; 0 for none yet."""

    number: int = 0
    all: tuple[Diagnostic, ...] = ()
    by_question: dict[str, list[Diagnostic]] = {}
    by_fact: dict[str, list[Diagnostic]] = {}
    others: tuple[Diagnostic, ...] = ()  # in no question and no fact


def findings_of(number: int, found: tuple[Diagnostic, ...]) -> Findings:
    """The findings, each with what it is in."""
    by_question, by_fact = defaultdict(list), defaultdict(list)
    others: list[Diagnostic] = []
    for each in found:
        kind, _, id = each.record.partition(" ")
        if kind == "question":
            by_question[id].append(each)
        elif kind == "fact":
            by_fact[id].append(each)
        else:
            others.append(each)
    return Findings(
        number=number, all=found, by_question=dict(by_question), by_fact=dict(by_fact), others=tuple(others)
    )


class Seen(msgspec.Struct, frozen=True):
    """How far somebody has seen: the numbers of a snapshot and of findings."""

    snapshot: int = 0
    findings: int = 0


class Newest:
    """The newest snapshot and the newest findings."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._edition: Snapshot | None = None
        self._findings = Findings()
        self._is_over = False

    @property
    def snapshot(self) -> Snapshot | None:
        """The bank; None until it has been read."""
        return self._edition

    @property
    def findings(self) -> Findings:
        """What was found last, perhaps in an earlier snapshot."""
        return self._findings

    @property
    def is_over(self) -> bool:
        """Whether nothing new is to come."""
        return self._is_over

    def put(self, snapshot: Snapshot) -> None:
        """A new snapshot, with what reading it has found until it is judged."""
        with self._changed:
            self._edition = snapshot
            self._changed.notify_all()

    def found(self, findings: Findings) -> None:
        """New findings."""
        with self._changed:
            self._findings = findings
            self._changed.notify_all()

    def end(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    @property
    def now(self) -> Seen:
        """The numbers of what there is."""
        return Seen(self._edition.number if self._edition else 0, self._findings.number)

    def wait(self, seen: Seen, seconds: float) -> Seen:
        """What there is as soon as it is not what was *seen*, or when the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_over or self.now != seen, seconds)
            return self.now
