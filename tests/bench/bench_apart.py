"""How many questions of a sheet may answer another of it, before they were parted and since.

    PYTHONPATH=src python tests/bench/bench_apart.py

counts pairs on twelve sheets of each topic of the shipped bank, and the core questions that stand on them.
"""

from __future__ import annotations

from pathlib import Path

from quizmill.app.sheet_questions import leaks_among
from quizmill.bank.load import load_bank
from quizmill.bank.model import Importance
from quizmill.compose.apart import GiveAways
from quizmill.compose.selection import Asked, Selection, choose

BANK = Path(__file__).parents[2] / "question_bank"
SHEETS = 12


def counted(sheets: list[tuple[Asked, ...]]) -> tuple[int, int]:
    """The pairs, and the core questions."""
    asked = [[question for _, question in sheet] for sheet in sheets]
    pairs = sum(len(list(GiveAways(each, leaks_among).pairs(each))) for each in asked)
    return pairs, sum(question.importance is Importance.CORE for each in asked for question in each)


def main() -> None:
    bank = load_bank(BANK).bank
    for count in (8, 12, 20):
        told = []
        for leaks in (None, leaks_among):
            every = [
                choose(bank, Selection(topics=(topic.id,), count=count), seed=seed, leaks=leaks).questions
                for topic in bank.topics
                for seed in range(SHEETS)
            ]
            told.append(counted(every))
        (before, core), (after, core_after) = told
        print(f"{len(every)} sheets of {count}: {before} pairs, parted {after}; core {core}, {core_after}")


if __name__ == "__main__":
    main()
