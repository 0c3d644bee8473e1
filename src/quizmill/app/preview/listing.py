"""The list of a bank's questions: all that is to be seen of them at once, and what is wrong elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from quizmill.app.preview.newest import Findings, Seen
from quizmill.app.preview.snapshot import Shown, Snapshot
from quizmill.errors import Diagnostic, Severity
from quizmill.export.web.page import direction


class ToldFinding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A finding as it is shown."""

    severity: str
    rule: str
    message: str
    help: str = ""
    place: str  # file, line and column

    @classmethod
    def of(cls, found: Diagnostic) -> ToldFinding:
        """The finding."""
        return cls(
            severity=found.severity,
            rule=found.rule,
            message=found.message,
            help=found.help,
            place=str(found.location),
        )


class ListRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A question in the list."""

    key: str
    topic: int  # its place among the topics
    kind: str
    title: str
    state: str
    worst: str = ""  # the severity of its worst finding


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the list shows."""

    seen: Seen
    title: str
    language: str
    direction: str
    topics: tuple[str, ...]  # their titles
    rows: tuple[ListRow, ...]
    trouble: str  # why the bank cannot be read, or what is unknown of the selection
    others: tuple[ToldFinding, ...]  # findings in no question


def listing(
    snapshot: Snapshot, findings: Findings, chosen: Sequence[tuple[str, Shown]], note: str
) -> Listing:
    """The list of the *chosen* entries; a *note* says what is wrong with the choice."""
    places = {topic: place for place, topic in enumerate(snapshot.titles)}
    return Listing(
        seen=Seen(snapshot.number, findings.number),
        title=snapshot.bank.title,
        language=snapshot.bank.language,
        direction=direction(snapshot.bank.language),
        topics=tuple(snapshot.titles.values()),
        rows=tuple(
            ListRow(
                key=key,
                topic=places[entry.topic],
                kind=entry.kind,
                title=entry.title,
                state=entry.state,
                worst=_worst(findings.by_question.get(entry.id, ())),
            )
            for key, entry in chosen
        ),
        trouble=snapshot.trouble or note,
        others=tuple(map(ToldFinding.of, _elsewhere(snapshot, findings))),
    )


def _elsewhere(snapshot: Snapshot, findings: Findings) -> Iterable[Diagnostic]:
    """What is in no question: until it is judged, what reading has found."""
    if findings.number == snapshot.number:
        return findings.others
    return (each for each in snapshot.found if each.question is None)


def _worst(found: Sequence[Diagnostic]) -> str:
    severities = {each.severity for each in found}
    return next((severity for severity in Severity if severity in severities), "")
