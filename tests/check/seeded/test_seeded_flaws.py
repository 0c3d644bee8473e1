"""Clean questions are spoilt in one way each, and the checker must say so and little else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

import samples
from check.seeded.banks import BANKS
from check.seeded.ground_flaws import GROUND
from check.seeded.mutations import MUTATIONS
from check.seeded.pictures import PICTURES
from check.seeded.planting import Field, Outcome
from check.seeded.twins import TWINS
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.check import registry

LEAST_CAUGHT, MOST_ELSE = 0.95, 0.02
OF_BANKS = {mutation.rule for mutation in (*BANKS, *TWINS, *GROUND)}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, ...]:
    pictures = tmp_path_factory.mktemp("pictures")
    for file, data in PICTURES.items():
        (pictures / file).write_bytes(data)
    shipped = Field(load_bank(shipped_bank()), pictures)
    sample = Field(samples.load(tmp_path_factory.mktemp("sample")), pictures)
    return (
        *shipped.outcomes(MUTATIONS),
        *sample.outcomes(MUTATIONS, 1),
        *shipped.outcomes_of_twins(TWINS),
        *shipped.outcomes_of_banks(BANKS),
        *shipped.outcomes_of_ground(GROUND),
    )


def test_flaws_are_aimed_at_every_rule_and_at_nothing_else() -> None:
    known = {rule.ID for rule in registry.rules()}
    assert {mutation.rule for mutation in (*MUTATIONS, *TWINS, *BANKS, *GROUND)} == known


@pytest.mark.proof
def test_at_least_three_flaws_are_planted_for_nearly_each_rule_45_of_them_of_questions(
    outcomes: tuple[Outcome, ...],
) -> None:
    """For three there are fewer: few choices of the bank are figures or names, and few texts have blanks."""
    planted = Counter(outcome.rule for outcome in outcomes)
    assert len(outcomes) >= 600
    assert len([rule for rule, count in planted.items() if count < 3]) <= 3
    assert len(planted.keys() - OF_BANKS) >= 45


@pytest.mark.proof
def test_95_of_100_flaws_are_caught_by_the_rule_they_are_aimed_at(outcomes: tuple[Outcome, ...]) -> None:
    missed = [outcome for outcome in outcomes if not outcome.caught]
    share = 1 - len(missed) / len(outcomes)
    print(f"\n{share:.1%} of {len(outcomes)} flaws are caught; missed:{_listed(missed)}")
    assert share >= LEAST_CAUGHT, _listed(missed)


@pytest.mark.proof
def test_2_of_100_flaws_at_most_make_other_rules_warn(outcomes: tuple[Outcome, ...]) -> None:
    noisy = [outcome for outcome in outcomes if outcome.others]
    share = len(noisy) / len(outcomes)
    print(f"\n{share:.1%} of {len(outcomes)} flaws make other rules warn:{_listed(noisy)}")
    assert share <= MOST_ELSE, _listed(noisy)


def _listed(outcomes: Sequence[Outcome]) -> str:
    return "".join(
        f"\n  {each.rule}: {each.name} ({each.question}) {', '.join(each.others)}" for each in outcomes
    )
