"""How long a large bank takes to become other programs' files and to come back, and what memory that needs.

Run: `python tests/bench/bench_formats.py [QUESTIONS [FORMAT...]]`; each way is to take at most 10 s, both at
most 500 MB.
"""

from __future__ import annotations

import resource
import sys
import time

from msgspec.structs import replace

from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.compose.paper import Paper, compose
from quizmill.formats.format import Format, Settings
from quizmill.formats.losses import is_lost, losses
from quizmill.formats.questions import Maker
from quizmill.formats.report import Report
from quizmill.formats.table import named

QUESTIONS = 10_000
NAMES = ("moodle", "gift", "csv", "xlsx")


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
    """Say for each format the seconds of each way, the size of the file and the most memory used so far."""
    names, (many, *_) = sys.argv[2:] or NAMES, [*map(int, sys.argv[1:2]), QUESTIONS]
    paper = large(many)
    for name in names:
        tell(paper, named(name))


def tell(paper: Paper, format: Format) -> None:
    """Write the paper, read it again, and say what that took."""
    assert format.write
    assert format.read
    begun, report = time.process_time(), Report()
    report.add(losses(paper.exercises, format.matrix))
    kept = tuple(each for each in paper.exercises if not is_lost(each, format.matrix))
    data = format.write(replace(paper, exercises=kept), Settings(), report)
    written = time.process_time()
    found = format.read(data, f"large.{format.extensions[0]}", report)
    made = Maker(report).made(found.items, format.name, "large")
    read = time.process_time()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{format.name:8}{len(kept)} questions, {len(data) / 2**20:.1f} MB, {len(made)} read: ", end="")
    print(f"out {written - begun:.1f} s, back {read - written:.1f} s, at most {most:.0f} MB")


if __name__ == "__main__":
    main()
