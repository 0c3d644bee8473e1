"""How long reading a bank takes beside the YAML events alone.

`python tests/bench/bench_reading.py [QUESTIONS …]` reads the same files both ways, by turns; the least
processor time of each counts. The memory is what the process used at its most, texts of files included.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import yaml

from quizmill.bank.load import load_bank

WORDS = (
    "ship tea captain river market price company founder product letter harbour winter report paper city "
    "year sold bought carried offered wrote promised reached opened the a of in to for with by from at on its"
).split()
IN_A_FILE = 2_000
ROUNDS = 3


def text(chance: Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def choice(chance: Random, number: int) -> str:
    """A question as authors write most of them."""
    return f"""\
  - id: question-{number}
    type: multiple_choice
    prompt: {text(chance, 10)}?
    answer: {text(chance, 2)} {number}
    distractors:
      - {text(chance, 3)} 1
      - {{text: {text(chance, 3)} 2, why: {text(chance, 6)}.}}
      - {text(chance, 3)} 3
    explanation: {text(chance, 14)}.
    facts: [log/leaf]
    difficulty: easy
    tags: [{chance.choice(WORDS)}]
"""


def write_bank(folder: Path, questions: int) -> Path:
    chance = Random(7)
    (folder / "seeds").mkdir()
    (folder / "seeds" / "log.yaml").write_text(
        "id: log\ntitle: L\nfacts: [{id: leaf, paragraph: 1, says: S}]\n"
    )
    (folder / "bank.yaml").write_text("title: B\nnamespace: b\nseeds: seeds\n")
    for first in range(0, questions, IN_A_FILE):
        entries = "".join(choice(chance, n) for n in range(first, min(first + IN_A_FILE, questions)))
        (folder / f"topic-{first}.yaml").write_text(f"title: T\nquestions:\n{entries}")
    return folder


def events(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        loader = yaml.CBaseLoader(path.read_text(encoding="utf-8"))
        while loader.get_event() is not None:
            pass
        loader.dispose()


def read(folder: Path) -> None:
    assert not load_bank(folder).diagnostics


def seconds(task: Callable[[Path], None], folder: Path) -> float:
    began = time.process_time()
    task(folder)
    return time.process_time() - began


def main(sizes: list[int]) -> None:
    for size in sizes or [10_000, 100_000]:
        with tempfile.TemporaryDirectory() as name:
            folder = write_bank(Path(name), size)
            rounds = [(seconds(events, folder), seconds(read, folder)) for _ in range(ROUNDS)]
        alone, whole = map(min, zip(*rounds, strict=True))
        print(
            f"{size:7,} questions: events {alone:6.2f} s, reading {whole:6.2f} s, {whole / alone:.2f} times"
        )
    print(f"memory at its most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]])
