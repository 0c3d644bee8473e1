"""What `formerly` says: an old name leads to one thing, which no other thing still bears."""

from __future__ import annotations

from collections.abc import Container, Iterable

from quizmill.bank.model import Bank
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.reading import Reading

Renamed = tuple[str, tuple[str, ...], Origin]  # a name, the names before it, and where they are written


def report_former(reading: Reading, bank: Bank, bank_file: Origin, topics: dict[str, Origin]) -> None:
    """Note every former name in *bank* that is somebody's name, or was somebody else's too."""
    questions = [(question.id, question.formerly) for _, question in bank.questions() if question.formerly]
    placed = [(id, formerly, reading.origins.questions[id]) for id, formerly in questions]
    _report(reading, "question", placed, reading.origins.questions)
    renamed = [(t.id, t.formerly, topics[t.id]) for t in bank.topics if t.formerly]
    _report(reading, "topic", renamed, topics)
    _report(reading, "bank", [(bank.namespace, bank.formerly, bank_file)], (bank.namespace,))


def _report(reading: Reading, what: str, renamed: Iterable[Renamed], taken: Container[str]) -> None:
    owners: dict[str, str] = {}
    for name, formerly, origin in renamed:
        for place, old in enumerate(formerly):
            if old in taken:
                said = f'"{old}" is the name of a {what} still'
            elif old in owners:
                said = f'"{old}" is said to be the former name of "{owners[old]}" already'
            else:
                owners[old] = name
                continue
            help = "a former name is one that nothing has any more, and that one thing had"
            reading.report(origin, Fault(("formerly", place), "taken-name", said, help))
