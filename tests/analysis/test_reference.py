"""The formulas beside R's psych, eRm and psychotools and Moodle's own tests, to the digits these print."""

from __future__ import annotations

import json
from decimal import Decimal, localcontext
from functools import cache
from pathlib import Path

import pytest

from answered import items, marked
from quizmill.analysis.counted import sheets
from quizmill.analysis.paper import paper_results, reliability
from quizmill.analysis.rasch import rasch

REFERENCE = json.loads((Path(__file__).parent / "reference.json").read_text(encoding="utf-8"))
CLASSES = ("lsat6", "lsat7", "verbal")


@cache
def patterns(name: str) -> list[list[int]]:
    own = REFERENCE[name]
    if "patterns" in own:
        return [
            [bits >> (4 - i) & 1 for i in range(5)]
            for bits, count in enumerate(own["patterns"])
            for _ in range(count)
        ]
    return [line for score, (n, right) in enumerate(own["scores"]) for line in with_margins(score, n, right)]


def with_margins(score: int, persons: int, right: list[int]) -> list[list[int]]:
    """So many persons of one score of whom so many have each question right (Ryser 1957)."""
    left, made = list(right), []
    for _ in range(persons):
        most = set(sorted(range(len(left)), key=lambda i: -left[i])[:score])
        made.append([int(i in most) for i in range(len(left))])
        left = [count - (i in most) for i, count in enumerate(left)]
    assert not any(left)
    return made


@cache
def results(name: str):
    return list(items(marked(patterns(name))).values())


def near(expected, places: int = 5):
    """Some of the values were rounded twice."""
    return pytest.approx(expected, abs=0.6 * 10**-places, rel=0)


@pytest.mark.parametrize("name", CLASSES)
def test_an_item_is_as_hard_and_as_telling_as_r_says(name: str):
    own = REFERENCE[name]

    assert [each.facility for each in results(name)] == near(own["facility"])
    assert [each.discrimination.r for each in results(name)] == near(own["r_drop"])
    assert [each.spread for each in results(name)] == near(own["d27"])
    assert {(each.lower_n, each.upper_n) for each in results(name)} == {tuple(own["d27_groups"])}


@pytest.mark.parametrize("name", CLASSES)
def test_a_test_is_as_reliable_as_r_says(name: str):
    own = REFERENCE[name]
    (paper,) = paper_results(sheets(marked(patterns(name))))
    found = paper.reliability

    assert (found.persons, len(paper.items)) == (sum(map(bool, patterns(name))), len(own["facility"]))
    assert (found.mean, found.sd) == (near(own["mean"]), near(own["sd"]))
    assert (found.alpha, found.error) == (near(own["alpha"]), near(own["sem"]))
    assert [each.alpha_without for each in found.questions] == near(own["alpha_if_dropped"])


@pytest.mark.parametrize("name", CLASSES)
def test_rasch_difficulties_are_those_of_erm_and_psychotools(name: str):
    own = REFERENCE[name]["rasch_cml"]
    found = rasch(patterns(name))

    # Of many questions R stops 3e-5 before the maximum; see below
    digits, fit = (5e-6, 5.1e-6) if name != "verbal" else (4e-5, 4e-5)
    assert [each.difficulty for each in found.items] == pytest.approx(own["b"], abs=digits, rel=0)
    assert [each.error for each in found.items] == pytest.approx(own["se"], abs=min(digits, 1e-5), rel=0)
    assert [each.infit for each in found.items] == pytest.approx(own["infit"], abs=fit, rel=0)
    assert [each.outfit for each in found.items] == pytest.approx(own["outfit"], abs=fit, rel=0)
    assert found.likelihood == near(own["loglik"], 4)


def test_marks_of_several_points_are_summed_up_as_moodle_does():
    own = REFERENCE["moodle"]
    expected = own["expected"]
    rows = marked(own["marks"], own["possible"])
    found = items(rows).values()
    (paper,) = paper_results(sheets(rows))
    sums = [100 * value for value in expected["effectiveweight"]]
    sd = [reliability([column]).sd for column in zip(*own["marks"], strict=True)]

    assert [100 * each.facility for each in found] == near(expected["facility"], 8)
    assert [100 * each.discrimination.r for each in found] == near(expected["discriminationindex"], 7)
    assert [1000 * each for each in sd] == pytest.approx(expected["sd"], abs=1e-6, rel=0)
    assert [10_000 * each.weight for each in paper.reliability.questions] == near(sums, 6)
    assert [100 * each.efficiency for each in paper.reliability.questions] == near(
        expected["discriminativeefficiency"], 8
    )


@pytest.mark.parametrize("name", CLASSES)
def test_the_difficulties_are_at_the_maximum_in_forty_digits(name: str):
    b = [each.difficulty for each in rasch(patterns(name)).items]

    assert max(map(abs, slope(name, b))) < Decimal("1e-9")


def test_questions_that_as_many_solve_are_equally_hard_where_r_stops_before_the_maximum():
    solved, b = REFERENCE["verbal"]["facility"], REFERENCE["verbal"]["rasch_cml"]["b"]
    found = rasch(patterns("verbal")).items

    assert (solved[0], b[0]) == (solved[1], pytest.approx(b[1] + 2e-5))
    assert found[0].difficulty == pytest.approx(found[1].difficulty, abs=1e-12)


def slope(name: str, b: list[float]) -> list[Decimal]:
    """How the likelihood changes with each difficulty: who is expected right less who is, in 40 digits."""
    own = [each for each in patterns(name) if 0 < sum(each) < len(each)]
    with localcontext() as context:
        context.prec = 40
        e = [(-Decimal(each)).exp() for each in b]
        whole = gammas(e)
        without = [gammas(e[:at] + e[at + 1 :]) for at in range(len(e))]
        return [
            sum(e[at] * without[at][sum(each) - 1] / whole[sum(each)] for each in own)
            - sum(each[at] for each in own)
            for at in range(len(e))
        ]


def gammas(e: list[Decimal]) -> list[Decimal]:
    found = [Decimal(1)]
    for each in e:
        found = [a + each * b for a, b in zip([*found, Decimal()], [Decimal(), *found], strict=True)]
    return found
