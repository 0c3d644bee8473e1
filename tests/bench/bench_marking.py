"""How long marking takes: `python tests/bench/bench_marking.py [ANSWERS]` prints marks a second.

With 200 names that each have two aliases, as a large bank has.
"""

from __future__ import annotations

import sys
import time

from quizmill.bank.model import Name, Numerical, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.grade import Text, mark

BOUGHT = ShortAnswer(id="q", prompt="Which company bought Joyo.com in 2004?", answer="Amazon")
PRICE = Numerical(id="q", prompt="How much did Amazon offer for Joyo.com?", answer="$75 million")
YEAR = Numerical(id="q", prompt="In which year was Joyo.com sold?", answer="2004")
GIVEN = ((BOUGHT, "Amazn"), (BOUGHT, "Kingsoft"), (PRICE, "75 million dollars"), (YEAR, "August 2004"))


def main(answers: int) -> None:
    names = tuple(Name(name=f"Person Number{n}", aliases=(f"P{n}", f"N{n}")) for n in range(200))
    posed = [
        (Exercise(question=question, topic="t", topic_title="T"), Text(said)) for question, said in GIVEN
    ]
    started = time.perf_counter()
    for n in range(answers):
        exercise, said = posed[n % len(posed)]
        mark(exercise, said, names)
    seconds = time.perf_counter() - started
    print(f"{answers} answers in {seconds:.2f} s: {answers / seconds:.0f} a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
