"""False alarms of the flags, and faults found: `python tests/bench/bench_items.py [CLASSES [STUDENTS…]]`.

Classes of 30, 100 and 1,000 answer 20 questions of four options by a model of its own; a hundred also
shorter and longer tests, fewer and more options, and abilities that are alike or lopsided. Who knows
(logistic, slopes and difficulties drawn) takes the right option, who does not takes what tempts them, the
right one as often as by chance. Each class has some questions with a fault, in two sets, so that most of
every test is sound; and two that nobody knows, the hardest cases for telling a wrong key: all guess, or
most believe the same error.
"""

from __future__ import annotations

import math
import random
import sys
import time
from bisect import bisect
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parents[2] / "src")]

from quizmill.analysis.answer import AnswerRow  # noqa: E402
from quizmill.analysis.counted import counted, sheets  # noqa: E402
from quizmill.analysis.flags import FlagCode, flags, of_one_cause  # noqa: E402
from quizmill.analysis.items import Offered, item_result, offered  # noqa: E402
from quizmill.analysis.sums import summed  # noqa: E402
from quizmill.bank.model.parts import Difficulty  # noqa: E402
from quizmill.grade.marking import Verdict  # noqa: E402

SEED = "told at last"
GUESSED, BELIEVED = 3, 4  # the places of what nobody knows
ONE_SET = {0: FlagCode.WRONG_KEY, 1: FlagCode.DEAD_DISTRACTOR, 2: FlagCode.MISLEADING}
OTHER_SET = {
    0: FlagCode.BELOW_CHANCE,
    1: FlagCode.TOO_EASY,
    2: FlagCode.TOO_HARD,
    5: FlagCode.ATTRACTS_STRONG,
    6: FlagCode.EASY_CONTRADICTED,
    7: FlagCode.HARD_CONTRADICTED,
}
TELLING = {code: {code} for code in FlagCode} | {  # what tells of a fault
    FlagCode.MISLEADING: {FlagCode.MISLEADING, FlagCode.WRONG_KEY}  # who knows is led to one wrong option
}
NEVER = 50.0  # a difficulty that nobody has the ability for
ABILITIES = {
    "normal": lambda chance: chance.gauss(0, 1),
    "alike": lambda chance: chance.gauss(0, 0.5),
    "few strong": lambda chance: chance.expovariate(1) - 1,
    "few weak": lambda chance: 1 - chance.expovariate(1),
}


class Design(NamedTuple):
    """A class and its test."""

    students: int
    questions: int = 20
    options: int = 4
    abilities: str = "normal"


class Model(NamedTuple):
    """A question as it works: who knows it, what they take then, and what the others take."""

    slope: float
    difficulty: float
    tempting: list[float]
    known: int = 0
    key: int = 0
    lured: float = 0.0  # the share of those who know that takes the last option all the same
    typed: bool = False
    told: Difficulty | None = None  # by the author; else after the facility

    def takes(self, theta: float) -> list[float]:
        """The chance of each option."""
        knows = 1 / (1 + math.exp(-self.slope * (theta - self.difficulty)))
        found = [(1 - knows) * each for each in self.tempting]
        found[self.known] += knows * (1 - self.lured)
        found[-1] += knows * self.lured
        return found


def drawn(at: int, fault: FlagCode | None, options: int, chance: random.Random) -> Model:
    """A question of a class, with its fault."""
    slope, difficulty = max(0.5, chance.gauss(1.2, 0.25)), max(-2.0, min(2.0, chance.gauss(0, 1)))
    weights = [chance.uniform(0.5, 1.5) for _ in range(options - 1)]
    tempting = [1 / options, *((1 - 1 / options) * each / sum(weights) for each in weights)]
    others = [1 / (options - 1)] * (options - 1)
    sound = Model(slope, NEVER if at in {GUESSED, BELIEVED} else difficulty, tempting)
    if at == BELIEVED:
        return sound._replace(tempting=[0.4 / (options - 1)] * (options - 1) + [0.6])
    return {
        FlagCode.WRONG_KEY: sound._replace(key=chance.randrange(1, options)),
        FlagCode.DEAD_DISTRACTOR: sound._replace(
            tempting=[0.3, *(0.699 / max(1, options - 2) for _ in others[1:]), 0.001]
        ),
        FlagCode.MISLEADING: sound._replace(
            difficulty=chance.uniform(-0.5, 0.5), known=1, tempting=[0.45, *(0.55 * each for each in others)]
        ),
        FlagCode.BELOW_CHANCE: sound._replace(
            difficulty=4.0, tempting=[0.05, *(0.95 * each for each in others)]
        ),
        FlagCode.TOO_EASY: sound._replace(difficulty=-6.0),
        FlagCode.TOO_HARD: sound._replace(difficulty=3.5, typed=True, tempting=[0.0, *others]),
        FlagCode.ATTRACTS_STRONG: sound._replace(
            difficulty=chance.uniform(-0.5, 0.5),
            lured=0.45,
            tempting=[0.3, *(0.7 / max(1, options - 2) for _ in others[1:]), 0.0],
        ),
        FlagCode.EASY_CONTRADICTED: sound._replace(difficulty=2.0, told=Difficulty.EASY),
        FlagCode.HARD_CONTRADICTED: sound._replace(difficulty=-3.0, told=Difficulty.HARD),
    }.get(fault, sound)  # type: ignore[arg-type]


def rows(models: list[Model], design: Design, chance: random.Random):
    """What a class answers."""
    seen: dict[float, list[list[float]]] = {}
    for student in range(design.students):
        theta = round(ABILITIES[design.abilities](chance), 1)
        if theta not in seen:
            seen[theta] = [list(accumulate(model.takes(theta))) for model in models]
        for at, (model, bounds) in enumerate(zip(models, seen[theta], strict=True)):
            taken = min(bisect(bounds, chance.random()), design.options - 1)
            right = taken == model.key
            yield AnswerRow(
                answered=0,
                namespace="bench",
                question=f"{at:02}",
                digest="0",
                kind="short_answer" if model.typed else "multiple_choice",
                student=str(student),
                number=at + 1,
                place="exam",
                chosen=() if model.typed else (taken,),
                verdict=Verdict.RIGHT if right else Verdict.WRONG,
                earned=float(right),
                possible=1.0,
                source="hand",
            )


def is_true(code: FlagCode, model: Model, shares: list[float], choice, options: int) -> bool:
    """Whether the flag holds of all students there could be, and so is no false alarm."""
    facility = shares[model.key]
    return {
        FlagCode.MISLEADING: model.difficulty == NEVER,
        FlagCode.TOO_EASY: facility > 0.95,
        FlagCode.TOO_HARD: facility < 0.20,
        FlagCode.BELOW_CHANCE: facility < 1 / options - 1e-9,
        FlagCode.DEAD_DISTRACTOR: choice is not None and shares[choice.option] < 0.05,
    }.get(code, False)


def told(facility: float) -> Difficulty:
    """What an author says who knows the facility, with a little doubt."""
    return Difficulty.EASY if facility > 0.65 else Difficulty.HARD if facility < 0.5 else Difficulty.MEDIUM


class Tally(NamedTuple):
    """How often each flag was raised, and of how many questions."""

    raised: Counter[FlagCode]
    of: Counter[str]

    def share(self, code: FlagCode) -> float:
        """In per cent."""
        return 100 * self.raised[code] / max(1, self.of["questions"])

    def take(self, codes: set[FlagCode]) -> None:
        """Count one question more."""
        self.raised.update(codes)
        self.of["questions"] += 1


def measure(design: Design, classes: int) -> None:
    """Print a row of the table."""
    began = time.process_time()
    sound, guessed, believed = (Tally(Counter(), Counter()) for _ in range(3))
    found: Counter[FlagCode] = Counter()
    for faults in (ONE_SET, OTHER_SET):
        chance = random.Random(f"{SEED} {design} {sorted(faults.values())}")
        people = [ABILITIES[design.abilities](chance) for _ in range(500)]
        for _ in range(classes if faults is ONE_SET else classes // 4):
            models = [drawn(at, faults.get(at), design.options, chance) for at in range(design.questions)]
            items = summed(counted(sheets(rows(models, design, chance))))
            for at, (model, sums) in enumerate(zip(models, items.values(), strict=True)):
                shares = [sum(each) / 500 for each in zip(*map(model.takes, people), strict=True)]
                known = offered("multiple_choice", design.options, (model.key,), 1 / design.options)
                result = item_result(sums, Offered() if model.typed else known)
                (raised,) = of_one_cause([flags(result, model.told or told(shares[model.key]))])
                if at in faults:
                    found[faults[at]] += not {flag.code for flag in raised}.isdisjoint(TELLING[faults[at]])
                    continue
                tally = {GUESSED: guessed, BELIEVED: believed}.get(at, sound)
                tally.take(
                    {
                        flag.code
                        for flag in raised
                        if not is_true(flag.code, model, shares, flag.choice, design.options)
                    }
                )
    seconds = time.process_time() - began
    print(f"\n{design}, {classes} + {classes // 4} classes ({seconds:.0f} s of the processor)")
    for code in FlagCode:
        with_it = classes if code in ONE_SET.values() else classes // 4
        print(
            f"  {code:<18} found {100 * found[code] / with_it:5.1f} %; false {sound.share(code):5.2f} %,"
            f" all guess {guessed.share(code):4.1f} %, most err alike {believed.share(code):4.1f} %"
        )
    sys.stdout.flush()


def main() -> None:
    """Measure all designs, or the classes of the sizes that are asked for."""
    classes, *sizes = map(int, sys.argv[1:] or ["200"])
    for students in sizes or (30, 100, 1000):
        measure(Design(students), classes)
    if not sizes:
        for questions, options, abilities in (
            (10, 4, "normal"),
            (40, 4, "normal"),
            (20, 3, "normal"),
            (20, 5, "normal"),
            (20, 4, "alike"),
            (20, 4, "few strong"),
            (20, 4, "few weak"),
        ):
            measure(Design(100, questions, options, abilities), classes // 2)


if __name__ == "__main__":
    main()
