r"""Formulas on paper: a thousand different ones, drawn and as they were kept; a sheet of twenty in forms.

    PYTHONPATH=src python tests/bench/bench_formulas.py

prints seconds of the clock, a new process each; then how long it takes to refuse what is hostile.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from quizmill.app.store import Store
from quizmill.bank import mathematics
from quizmill.bank.model import Bank, ShortAnswer, Topic
from quizmill.compose.paper import Paper, compose
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

PATTERNS = (
    r"x_{%d} = \frac{-b \pm \sqrt{b^2 - %dac}}{2a}",
    r"\sum_{i=1}^{%d} i^2 = \frac{n(n+%d)(2n+1)}{6}",
    r"\begin{pmatrix} %d & 2 \\ 3 & %d \end{pmatrix}",
    r"\int_0^{%d} e^{-x^{%d}}\,\mathrm{d}x",
    r"\lim_{x\to %d} \left(1 + \frac{%d}{x}\right)^x = e",
    r"%d\,\mathrm{H_2} + \mathrm{O_2} \to %d\,\mathrm{H_2O}",
    r"f(x) = \begin{cases} x & \text{if } x > %d \\ %d & \text{else} \end{cases}",
    r"\vec{F}_{%d} = m_{%d}\,\vec{a}",
)
HOSTILE = {
    "10,000 braces": "{" * 10_000,
    "3,000 fractions": r"\frac{" * 1_600,
    "\\href": r"\href{javascript:alert(1)}{x}",
    "\\input": r"\input{/etc/passwd}",
    "\\def": r"\def\x{\x\x}\x",
    "a megabyte": "x^" * 500_000,
}


def formula(number: int) -> str:
    """A formula unlike all others."""
    pattern = PATTERNS[number % len(PATTERNS)]
    return pattern % (number + 2, number + 3)


def papers(count: int, forms: int) -> list[Paper]:
    """So many forms of a paper of that many formulas, five to a question."""
    questions = tuple(
        ShortAnswer(
            id=f"q{start}",
            prompt=" and ".join(rf"\({formula(n)}\)" for n in range(start, min(start + 5, count))),
            answer="x",
        )
        for start in range(0, count, 5)
    )
    bank = Bank(title="Formulas", namespace="bench", topics=(Topic(id="a", title="A", questions=questions),))
    return [
        compose(bank, tuple(bank.questions()), seed=1, form=str(form), order="bank") for form in range(forms)
    ]


def once(count: int, forms: int, cache: Path) -> None:
    """Print one document."""
    made = papers(count, forms)
    began = time.perf_counter()
    data = worksheets(made, WorksheetOptions(), outlines=Outlines(Store(cache)))
    took = time.perf_counter() - began
    print(f"{took:6.2f} s, {len(data) / 1e6:.1f} MB")


def told(count: int, forms: int, cache: Path) -> str:
    """What a process of its own says."""
    command = [sys.executable, __file__, "--once", str(count), str(forms), str(cache)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def refused(source: str) -> float:
    """Milliseconds until a formula is refused, the fastest of three."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        assert isinstance(mathematics.read(source), mathematics.Misread)
        took.append(time.perf_counter() - began)
    return min(took) * 1000


def main() -> None:
    """Print every figure."""
    for count, forms in ((1000, 1), (20, 1), (20, 100)):
        with TemporaryDirectory() as folder:
            cache = Path(folder) / "cache"
            for what in ("drawn", "kept "):
                print(f"{count:5} formulas, {forms:3} forms, {what}: {told(count, forms, cache)}")
            kept = sum(file.stat().st_size for file in cache.iterdir())
            print(f"{'':28}kept in {kept / 1e6:.2f} MB")
    for name, source in HOSTILE.items():
        print(f"{name:16} refused in {refused(source):6.2f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--once", nargs=3)
    given = parser.parse_args()
    if given.once:
        once(int(given.once[0]), int(given.once[1]), Path(given.once[2]))
    else:
        main()
