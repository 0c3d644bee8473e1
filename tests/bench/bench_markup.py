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


def measured() -> dict[str, tuple[float, float]]:
    """For each of the texts the nanoseconds that `plain` takes again, and `spans`."""
    return {name: (_each(markup.plain, text), _each(markup.spans, text)) for name, text in TEXTS.items()}


def _each(function: object, text: str) -> float:
    timer = timeit.Timer("function(text)", globals={"function": function, "text": text})
    number = 1 if len(text) > 10_000 else 20_000
    return 1e9 * min(timer.repeat(5, number)) / number


def main(folders: list[Path]) -> None:
    """Each in a process of its own."""
    print(f"{'plain, spans in ns':26}", *(f"{folder!s:>32}" for folder in folders))
    found = []
    for folder in folders:
        run = [sys.executable, __file__, "--measure"]
        said = subprocess.run(
            run, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=True
        )
        found.append(said.stdout.splitlines())
    for name, *rows in zip(TEXTS, *found, strict=True):
        print(f"{name:26}", *(f"{row:>32}" for row in rows))


if __name__ == "__main__":
    if sys.argv[1:] == ["--measure"]:
        for plain, spans in measured().values():
            print(f"{plain:,.0f}, {spans:,.0f}")
    else:
        main([Path(each).resolve() for each in sys.argv[1:]] + [SOURCES])
