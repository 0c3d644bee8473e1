"""How long markup takes: `python tests/bench/bench_markup.py [OTHER]`, in nanoseconds a text.

OTHER is a folder of sources to compare with, such as the `src` of another checkout, side by side.
"""

from __future__ import annotations

import subprocess
import sys
import timeit
from pathlib import Path

from quizmill.bank import markup

SOURCES = Path(__file__).parents[2] / "src"
PLAIN = "How much did Amazon offer for Joyo.com, all in cash, in 2004?"
LISTING = "What does it print?\n```python\nfor n in range(3):\n    print(n)\n```"
TEXTS = {
    "no mark": PLAIN,
    "lines without a mark": f"{PLAIN}\n{PLAIN}\n\n{PLAIN}",
    "emphasis and code": "How much did *Amazon* offer for `Joyo.com` in **2004**?",
    "a listing": LISTING,
    "a table": "Air:\n| Gas | Share |\n|-----|------:|\n| N2 | 78 % |\n| O2 | 21 % |",
    "a megabyte of backticks": "`" * 1_000_000,
    r"a megabyte of \(": r"\(" * 500_000,
    "a megabyte of bars": "|" * 1_000_000,
}


def measured() -> dict[str, tuple[float, float, float]]:
    """For each of the texts the nanoseconds that `plain` takes the first time and again, and `spans`."""
    return {
        name: (_first(text), _each(markup.plain, text), _each(markup.spans, text))
        for name, text in TEXTS.items()
    }


def _first(text: str) -> float:
    """Of texts that were never met before, but for their hashes, which reading a bank needs anyway."""
    number = 1 if len(text) > 10_000 else 2_000
    best = float("inf")
    for repeat in range(5 if number == 1 else 20):
        texts = [f"{repeat}.{n} {text}" for n in range(number)]
        for each in texts:
            hash(each)
        timer = timeit.Timer(
            "for text in texts: plain(text)", globals={"plain": markup.plain, "texts": texts}
        )
        best = min(best, timer.timeit(1))
    return 1e9 * best / number


def _each(function: object, text: str) -> float:
    timer = timeit.Timer("function(text)", globals={"function": function, "text": text})
    number = 1 if len(text) > 10_000 else 20_000
    return 1e9 * min(timer.repeat(5, number)) / number


def main(folders: list[Path]) -> None:
    """Each in a process of its own."""
    print(f"{'plain first, again, spans in ns':32}", *(f"{folder!s:>38}" for folder in folders))
    found = []
    for folder in folders:
        run = [sys.executable, __file__, "--measure"]
        said = subprocess.run(
            run, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=True
        )
        found.append(said.stdout.splitlines())
    for name, *rows in zip(TEXTS, *found, strict=True):
        print(f"{name:32}", *(f"{row:>38}" for row in rows))


if __name__ == "__main__":
    if sys.argv[1:] == ["--measure"]:
        for first, again, spans in measured().values():
            print(f"{first:,.0f}, {again:,.0f}, {spans:,.0f}")
    else:
        main([Path(each).resolve() for each in sys.argv[1:]] + [SOURCES])
