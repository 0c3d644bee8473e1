"""False alarms of the flags, and faults found: `python tests/bench/bench_items.py [CLASSES [SIZE…]]`.

Classes of 30, 100 and 1,000 answer 20 questions of four options by a model of its own: abilities are normal;
who knows (logistic, slopes and difficulties drawn) takes the right option, who does not takes what tempts
them, the right one a quarter of the time. In each class three questions have a fault: a wrong key, a
distractor that nobody believes, and a wrong option that the strong take for right. A fourth nobody knows:
all guess, the hardest case for telling a wrong key.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parents[2] / "src")]

from quizmill.analysis.answer import AnswerRow  # noqa: E402
from quizmill.analysis.counted import counted, sheets  # noqa: E402
from quizmill.analysis.flags import FlagCode, flags  # noqa: E402
from quizmill.analysis.items import item_result, offered  # noqa: E402
from quizmill.analysis.sums import summed  # noqa: E402
from quizmill.bank.model.parts import Difficulty  # noqa: E402
from quizmill.grade.marking import Verdict  # noqa: E402

QUESTIONS, OPTIONS, GUESSED = 20, 4, 3
PLANTED = {0: FlagCode.WRONG_KEY, 1: FlagCode.DEAD_DISTRACTOR, 2: FlagCode.MISLEADING}
ABILITIES = [(x / 5, math.exp(-((x / 5) ** 2) / 2)) for x in range(-20, 21)]


class Model(NamedTuple):
    """A question as it works: who knows it, what they take then, and what the others take."""

    slope: float
    difficulty: float
    known: int
    tempting: list[float]
    key: int = 0

    def takes(self, theta: float) -> list[float]:
        """The chance of each option."""
        knows = 1 / (1 + math.exp(-self.slope * (theta - self.difficulty)))
        return [(1 - knows) * each + knows * (at == self.known) for at, each in enumerate(self.tempting)]

    def shares(self) -> list[float]:
        """Of all students there could be."""
        whole = sum(weight for _, weight in ABILITIES)
        taken = [(weight, self.takes(theta)) for theta, weight in ABILITIES]
        return [sum(weight * each[at] for weight, each in taken) / whole for at in range(OPTIONS)]


def drawn(at: int, chance: random.Random) -> Model:
    """A question of a class, with the fault that its place plants."""
    slope, difficulty = max(0.5, chance.gauss(1.2, 0.25)), max(-2.0, min(2.0, chance.gauss(0, 1)))
    weights = [chance.uniform(0.5, 1.5) for _ in range(OPTIONS - 1)]
    tempting = [0.25, *(0.75 * each / sum(weights) for each in weights)]
    fault = PLANTED.get(at)
    if fault is FlagCode.WRONG_KEY:
        return Model(slope, difficulty, 0, tempting, key=chance.randrange(1, OPTIONS))
    if fault is FlagCode.DEAD_DISTRACTOR:
        return Model(slope, difficulty, 0, [0.3, 0.35, 0.349, 0.001])
    if fault is FlagCode.MISLEADING:
        return Model(slope, chance.uniform(-0.5, 0.5), 1, [0.45, 0.25, 0.15, 0.15])
    return Model(slope, 50.0 if at == GUESSED else difficulty, 0, tempting)


def rows(models: list[Model], students: int, chance: random.Random):
    """What a class answers."""
    for student in range(students):
        theta = chance.gauss(0, 1)
        for at, model in enumerate(models):
            (taken,) = chance.choices(range(OPTIONS), model.takes(theta))
            right = taken == model.key
            yield AnswerRow(
                answered=0,
                namespace="bench",
                question=f"{at:02}",
                digest="0",
                kind="multiple_choice",
                student=str(student),
                number=at + 1,
                place="exam",
                chosen=(taken,),
                verdict=Verdict.RIGHT if right else Verdict.WRONG,
                earned=float(right),
                possible=1.0,
                source="hand",
            )


def is_true(code: FlagCode, model: Model, shares: list[float], choice) -> bool:
    """Whether the flag holds of all students there could be, and so is no false alarm."""
    facility = shares[model.key]
    return {
        FlagCode.MISLEADING: model.difficulty == 50.0,
        FlagCode.TOO_EASY: facility > 0.95,
        FlagCode.TOO_HARD: facility < 0.20,
        FlagCode.BELOW_CHANCE: facility < 0.25,
        FlagCode.DEAD_DISTRACTOR: choice is not None and shares[choice.option] < 0.05,
    }.get(code, False)


def told(facility: float) -> Difficulty:
    """What an author says who knows the facility, with a little doubt."""
    return Difficulty.EASY if facility > 0.65 else Difficulty.HARD if facility < 0.5 else Difficulty.MEDIUM


def measure(students: int, classes: int) -> None:
    """Print a row of the table."""
    began, chance = time.process_time(), random.Random(students)
    false, guessed, found, sound = Counter(), Counter(), Counter(), 0
    for _ in range(classes):
        models = [drawn(at, chance) for at in range(QUESTIONS)]
        items = summed(counted(sheets(rows(models, students, chance))))
        for at, (model, sums) in enumerate(zip(models, items.values(), strict=True)):
            shares = model.shares()
            known = offered("multiple_choice", OPTIONS, (model.key,), 1 / OPTIONS)
            raised = flags(item_result(sums, known), told(shares[model.key]))
            alarms = {flag.code for flag in raised if not is_true(flag.code, model, shares, flag.choice)}
            if at in PLANTED:
                found[PLANTED[at]] += PLANTED[at] in {flag.code for flag in raised}
            elif at == GUESSED:
                guessed.update(alarms)
            else:
                sound += 1
                false.update(alarms)
    print(f"\n{classes} classes of {students} ({time.process_time() - began:.0f} s of the processor)")
    for code in FlagCode:
        line = f"  {code:<18} false alarms {100 * false[code] / sound:5.2f} %"
        line += f", where all guess {100 * guessed[code] / classes:4.1f} %"
        if code in PLANTED.values():
            line += f", found {100 * found[code] / classes:5.1f} %"
        print(line)


def main() -> None:
    """Measure all sizes, or those that are asked for."""
    classes, *sizes = map(int, sys.argv[1:] or ["200"])
    for students in sizes or (30, 100, 1000):
        measure(students, classes)


if __name__ == "__main__":
    main()
