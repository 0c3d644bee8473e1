"""Forms: the same questions in several orders, so that neighbours cannot copy letters.

Where the right option stands is left to chance. Chance sometimes puts it in one place much too often, and
pupils notice: such a form is shuffled again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from quizmill.bank.model import Bank, MultipleChoice
from quizmill.compose.arrange import evidence_of
from quizmill.compose.exercise import Evidence, Exercise, Placement, letter
from quizmill.compose.paper import Paper, compose, titled
from quizmill.compose.selection import Asked

LEVEL = 0.05  # of all papers that chance makes, at most this share is shuffled again
_TRIES = 20  # all of them uneven: once in 10**26 papers


def forms(
    bank: Bank,
    questions: tuple[Asked, ...],
    *,
    seed: int,
    count: int,
    order: str = "shuffled",
    title: str = "",
) -> tuple[Paper, ...]:
    """So many forms, A and B and so on; a single one has no letter. Every one is `even`.

    Without a *title* they are called after their only topic, or as the bank.
    """
    names = [form_name(index) for index in range(count)] if count > 1 else [""]
    told, evidence = {"order": order, "title": title}, evidence_of(bank)
    made = (even(bank, questions, seed=seed, form=name, evidence=evidence, **told) for name in names)
    return tuple(paper if title else titled(paper, bank) for paper in made)


def even(
    bank: Bank,
    questions: tuple[Asked, ...],
    *,
    seed: int,
    form: str = "",
    order: str = "shuffled",
    title: str = "",
    evidence: Mapping[str, Evidence] | None = None,
) -> Paper:
    """The paper that `compose` makes, or the first of its reshufflings in which no place is favoured."""
    for attempt in range(_TRIES):
        draws = f"{form}/{attempt}" if attempt else form
        paper = compose(bank, questions, seed=seed, form=draws, order=order, title=title, evidence=evidence)
        if not favours_a_place(paper):
            break
    return replace(paper, form=form)


def form_name(index: int) -> str:
    """A to Z, then AA; 0 is the first."""
    return letter(index).upper()


def favours_a_place(paper: Paper) -> bool:
    """Whether the right options stand in one place more often than chance would put them there.

    Judged are multiple choices whose options chance places: none that is pinned, keeps its order as
    written, or ascends. For each place an exact one-sided test of the count, by the Poisson binomial
    distribution since questions differ in the number of their options; LEVEL is shared out among the
    places (Bonferroni's correction). Why at all: Attali and Bar-Hillel 2003, Journal of Educational
    Measurement 40, 109-128.
    """
    placed = [exercise for exercise in paper.exercises if _left_to_chance(exercise)]
    widest = max((len(exercise.options) for exercise in placed), default=0)
    return any(_tail(placed, place) < LEVEL / widest for place in range(widest))


def alike(papers: tuple[Paper, ...]) -> Iterator[tuple[Paper, Paper]]:
    """Pairs of forms that came out the same: there was too little to put in another order."""
    first: dict[tuple[tuple[str, tuple[str, ...]], ...], Paper] = {}
    for paper in papers:
        posed = tuple((exercise.id, exercise.options) for exercise in paper.exercises)
        if posed in first:
            yield first[posed], paper
        else:
            first[posed] = paper


def _left_to_chance(exercise: Exercise) -> bool:
    return isinstance(exercise.question, MultipleChoice) and exercise.placement is Placement.FREE


def _tail(placed: list[Exercise], place: int) -> float:
    """The chance that as many keys as here, or more, stand at *place*."""
    count = sum(exercise.key[0] == place for exercise in placed)
    fewer = [1.0] + [0.0] * (count - 1) if count else []  # the chance of 0, 1 … count - 1 keys there
    for exercise in placed:
        here = 1 / len(exercise.options) if place < len(exercise.options) else 0.0
        fewer = [
            mass * (1 - here) + (fewer[wins - 1] * here if wins else 0.0) for wins, mass in enumerate(fewer)
        ]
    return 1.0 - sum(fewer)
