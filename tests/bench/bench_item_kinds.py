"""False alarms by kind of question: `python tests/bench/bench_item_kinds.py [CLASSES [STUDENTS…]]`.

A paper has 24 questions, four of each kind, on two forms: each form has half of them, and each student one
form. One row in twenty is missing. Who knows (logistic, slopes and difficulties drawn) takes what is right;
who does not takes anything, of several things each by itself. The last question of each kind whose options
are known has a wrong key.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parents[2] / "src")]

from quizmill.analysis.answer import AnswerRow  # noqa: E402
from quizmill.analysis.counted import counted, sheets  # noqa: E402
from quizmill.analysis.flags import FlagCode, flags, of_one_cause  # noqa: E402
from quizmill.analysis.items import Offered, item_result, offered  # noqa: E402
from quizmill.analysis.sums import summed  # noqa: E402
from quizmill.grade import credit  # noqa: E402
from quizmill.grade.marking import Verdict  # noqa: E402

SEED = "kinds"
OF_EACH, MISSING = 4, 0.05


class Kind(NamedTuple):
    """How many options it has, what is right, what a wrong key says, and what blind guesses earn."""

    options: int
    right: tuple[int, ...]
    wrong_key: tuple[int, ...]
    chance: float


KINDS = {
    "multiple_choice": Kind(4, (0,), (1,), 0.25),
    "true_false": Kind(2, (0,), (1,), 0.5),
    "multiple_response": Kind(4, (0, 1), (0, 2), 0.25),
    "matching": Kind(4, (0, 1, 2, 3), (1, 0, 2, 3), 0.25),
    "ordering": Kind(4, (0, 1, 2, 3), (1, 0, 2, 3), 17 / 36),
    "short_answer": Kind(0, (), (), 0.0),
}


class Asked(NamedTuple):
    """A question of a class."""

    kind: str
    at: int
    slope: float
    difficulty: float

    @property
    def is_faulty(self) -> bool:
        """Whether its key is wrong."""
        return self.at == OF_EACH - 1 and bool(KINDS[self.kind].options)

    @property
    def key(self) -> tuple[int, ...]:
        """What is taken for right."""
        return KINDS[self.kind].wrong_key if self.is_faulty else KINDS[self.kind].right

    def chosen(self, theta: float, chance: random.Random) -> tuple[int, ...] | None:
        """What somebody takes; None: nothing, being wrong in writing."""
        kind = KINDS[self.kind]

        def knows() -> bool:
            return chance.random() < 1 / (1 + math.exp(-self.slope * (theta - self.difficulty)))

        if self.kind == "short_answer":
            return () if knows() else None
        if self.kind == "multiple_response":
            return tuple(
                option
                for option in range(kind.options)
                if (option in kind.right if knows() else chance.random() < 0.5)
            )
        if len(kind.right) == 1:
            return kind.right if knows() else (chance.randrange(kind.options),)
        unknown = [place for place in range(kind.options) if not knows()]
        drawn = dict(zip(unknown, chance.sample(unknown, len(unknown)), strict=True))
        return tuple(drawn.get(place, place) for place in range(kind.options))

    def share(self, chosen: tuple[int, ...] | None) -> float:
        """Of the marks, as quizmill gives them."""
        if chosen is None or not KINDS[self.kind].options:
            return float(chosen is not None)
        if self.kind == "multiple_response":
            return credit.picks(chosen, self.key)
        if self.kind == "ordering":
            return credit.order([self.key.index(step) for step in chosen], len(chosen))
        return sum(map(int.__eq__, chosen, self.key)) / len(self.key)


def rows(asked: list[Asked], students: int, chance: random.Random):
    """What a class answers, half of it each form."""
    for student in range(students):
        theta = chance.gauss(0, 1)
        own = [each for number, each in enumerate(asked) if (number // OF_EACH + each.at + student) % 2]
        for number, each in enumerate(own, 1):
            chosen = each.chosen(theta, chance)
            share = each.share(chosen)
            if chance.random() < MISSING:
                continue
            yield AnswerRow(
                answered=0,
                namespace="bench",
                question=f"{each.kind}-{each.at}",
                digest="0",
                kind=each.kind,
                student=f"{student:05}",
                paper="monday",
                form="AB"[student % 2],
                number=number,
                place="paper",
                chosen=chosen or (),
                verdict=Verdict.RIGHT if share == 1 else Verdict.PARTIAL if share else Verdict.WRONG,
                earned=share,
                possible=1.0,
                source="scan",
            )


def class_(students: int, chance: random.Random):
    """The questions of a class, each with what is told of it."""
    asked = [
        Asked(kind, at, max(0.5, chance.gauss(1.2, 0.25)), max(-2.0, min(2.0, chance.gauss(0, 1))))
        for kind in KINDS
        for at in range(OF_EACH)
    ]
    items = summed(counted(sheets(rows(asked, students, chance))))
    by_name = {key.question: sums for key, sums in items.items()}
    for each in asked:
        kind = KINDS[each.kind]
        known = offered(each.kind, kind.options, each.key, kind.chance or None)
        result = item_result(by_name[f"{each.kind}-{each.at}"], known if kind.options else Offered())
        (told,) = of_one_cause([flags(result)])
        yield each, {flag.code for flag in told}


def measure(students: int, classes: int) -> None:
    """Print by kind how often each flag is raised against what is sound, and wrong keys found."""
    chance = random.Random(f"{SEED} {students}")
    false: Counter[tuple[str, FlagCode]] = Counter()
    found: Counter[str] = Counter()
    for _ in range(classes):
        for each, codes in class_(students, chance):
            if each.is_faulty:
                found[each.kind] += FlagCode.WRONG_KEY in codes
            else:
                false.update((each.kind, code) for code in codes)
    print(f"\n{students} students, half of them each question, {classes} classes")
    for kind in KINDS:
        sound = classes * (OF_EACH - bool(KINDS[kind].options))
        told = ", ".join(
            f"{code} {100 * false[kind, code] / sound:.1f} %" for code in FlagCode if false[kind, code]
        )
        print(f"  {kind:<18} wrong keys found {100 * found[kind] / classes:5.1f} %; false: {told or 'none'}")
    sys.stdout.flush()


def main() -> None:
    """Measure the sizes that are asked for."""
    classes, *sizes = map(int, sys.argv[1:] or ["200"])
    for students in sizes or (60, 200, 2000):
        measure(students, classes)


if __name__ == "__main__":
    main()
