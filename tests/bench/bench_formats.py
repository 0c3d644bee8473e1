"""How long a large bank takes to become Moodle XML and to come back, and what memory that needs.

Run: `python tests/bench/bench_formats.py [QUESTIONS]`; each way is to take at most 10 s, both at most 500 MB.
"""

from __future__ import annotations

import resource
import sys
import time

from msgspec.structs import replace

from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.compose.paper import Paper, compose
from quizmill.formats.format import Settings
from quizmill.formats.losses import losses
from quizmill.formats.questions import Maker
from quizmill.formats.report import Report
from quizmill.formats.table import named

QUESTIONS = 10_000


def large(count: int) -> Paper:
    """A paper of so many questions: those of the shipped bank again and again, each with an id of its own."""
    bank = load_bank(shipped_bank()).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    asked = paper.exercises
    many = (asked[at % len(asked)] for at in range(count))
    return replace(
        paper,
        exercises=tuple(
            replace(each, question=replace(each.question, id=f"{each.id}-{at}"))
            for at, each in enumerate(many)
        ),
    )


def main() -> None:
    """Say the seconds of each way, the size of the file and the most memory used."""
    paper = large(int(sys.argv[1]) if len(sys.argv) > 1 else QUESTIONS)
    format = named("moodle")
    assert format.write
    assert format.read
    begun, report = time.process_time(), Report()
    report.add(losses(paper.exercises, format.matrix))
    data = format.write(paper, Settings(), report)
    written = time.process_time()
    found = format.read(data, "large.xml", report)
    made = Maker(report).made(found.items, format.name, "large.xml")
    read = time.process_time()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(paper.exercises)} questions, {len(data) / 2**20:.1f} MB, {len(made)} read")
    print(f"out {written - begun:.1f} s, back {read - written:.1f} s, at most {most:.0f} MB")


if __name__ == "__main__":
    main()
