"""A learner's 45 days with the shipped bank: `python tests/bench/bench_days.py [DAYS]` prints figures.

Reviews as `quizmill review` plans and keeps them, with a clock that is set by hand, by somebody who forgets
as FSRS says: day after day; with eight days off; with a clock that stands in 2031, or in 2000, for a day.
"""

from __future__ import annotations

import datetime
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parents[1])]

from learner_days import Sat, days  # noqa: E402
from quizmill.app.opening import open_for_asking  # noqa: E402
from quizmill.bank.default import shipped_bank  # noqa: E402

YEAR = datetime.timedelta(days=365)


def main() -> None:
    """Live through each of them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 45
    told("day after day", count)
    told("eight days off", count, off=frozenset(range(16, 24)))
    told("2031 on day 20", count, clock=lambda day: 5 * YEAR * (day == 20))
    told("2000 on day 20", count, clock=lambda day: -26 * YEAR * (day == 20))


def told(what: str, count: int, **how) -> None:
    """What the days came to."""
    bank = open_for_asking(shipped_bank())
    core = {question.id for _, question in bank.questions() if question.importance == "core"}
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        sat = list(days(bank, Path(folder) / "history.db", count, **how))
    seconds = time.perf_counter() - began
    print(
        f"\n{what}: {sum(len(each.asked) for each in sat):,} questions in {len(sat)} days ({seconds:.1f} s)"
    )
    print(
        "  a day, at most:",
        max(len(each.asked) for each in sat),
        "questions,",
        max(each.shown for each in sat),
        "shown",
    )
    print(
        "  right at once:",
        f"{100 * sum(each.right for each in sat) / sum(len(each.asked) for each in sat):.0f} %",
    )
    print("  siblings on one day:", f"{sum(each.siblings for each in sat) / len(sat):.1f} a day")
    print(
        "  core met by day",
        met_by(sat, core),
        "· questions met:",
        len({id for each in sat for id in each.asked}),
    )
    print("  day: due+new (waiting)", " ".join(f"{e.day}:{e.due}+{e.new}({e.waiting})" for e in sat))


def met_by(sat: list[Sat], wanted: set[str]) -> int | None:
    """The day by which all of *wanted* was asked."""
    left = set(wanted)
    for each in sat:
        left -= set(each.asked)
        if not left:
            return each.day
    return None


if __name__ == "__main__":
    main()
