"""What following a document takes: `python tests/bench/bench_editions.py [PARAGRAPHS]` prints figures.

A document of 5,000 paragraphs of 20 to 100 words, of which one in 25 is a rule or the word "chapter", is
followed into editions of itself: one paragraph in twenty changed in one of five ways, all in another order,
all lines broken anew, and into another document altogether. Seconds are of the processor. The aim: 2 s for
the first. Measured: 0.3, 0.2, 4.4 and 3.5 s. Then 400 numbers change in one file of seeds: 0.05 s, of 1 s.
"""

from __future__ import annotations

import sys
import textwrap
import time
from collections.abc import Callable
from random import Random

from quizmill.bank.edit import Edit, with_edits
from quizmill.documents.moved import moved

WORDS = [f"word{n}" for n in range(8000)]
OFTEN = [1 / (n + 1) for n in range(8000)]
FACTS = 400


def paragraph(chance: Random) -> str:
    return " ".join(chance.choices(WORDS, OFTEN, k=chance.randint(20, 100)))


def document(count: int, chance: Random) -> list[str]:
    rules = {0: "chapter", 25: "* * *"}
    return [rules.get(n % 50) or paragraph(chance) for n in range(count)]


def changed(old: list[str], chance: Random) -> list[str]:
    """One paragraph in twenty inserted, deleted, reworded, split or joined."""
    new = list(old)
    for _ in range(len(old) // 20):
        at = chance.randrange(len(new) - 1)
        words = new[at].split()
        half = len(words) // 2
        ways: list[tuple[int, list[str]]] = [  # how many paragraphs become what
            (1, [paragraph(chance), new[at]]),
            (1, []),
            (1, [" ".join([*words[:half], "other", *words[half + 1 :]])]),
            (1, [" ".join(words[: half + 1]), " ".join(words[half + 1 :]) or "rest"]),
            (2, [f"{new[at]} {new[at + 1]}"]),
        ]
        count, become = ways[chance.randrange(5)]
        new[at : at + count] = become
    return new


def timed(name: str, work: Callable[[], object]) -> None:
    began = time.process_time()
    work()
    print(f"{name:<28} {time.process_time() - began:5.2f} s")


def seeds(count: int) -> str:
    says = "says: What a paragraph states, in a sentence of some length that somebody has written."
    return "facts:\n" + "".join(
        f"  - id: fact-{n}\n    paragraph: {n}  # there\n    {says}\n    terms: [one, two]\n\n"
        for n in range(1, count + 1)
    )


def main() -> None:
    chance = Random(1)
    old = document(int(sys.argv[1]) if len(sys.argv) > 1 else 5000, chance)
    shuffled = chance.sample(old, len(old))
    broken = [line for text in old for line in textwrap.wrap(text, 72)]
    other = document(len(old), chance)
    new = changed(old, chance)
    timed("one in twenty changed", lambda: moved(old, new))
    timed("in another order", lambda: moved(old, shuffled))
    timed("all lines broken anew", lambda: moved(old, broken))
    timed("another document", lambda: moved(old, other))
    text = seeds(FACTS)
    edits = [Edit(("facts", n, "paragraph"), n + 2) for n in range(FACTS)]
    timed(f"{FACTS} numbers in one file", lambda: with_edits(text, edits))


if __name__ == "__main__":
    main()
