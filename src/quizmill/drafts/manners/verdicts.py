"""True or false? A statement as it is, or with another's year or name in it."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import NameKind, TrueFalse
from quizmill.bank.values import Moment
from quizmill.drafts.known import Known, Told
from quizmill.drafts.likes import names_like, number_like, years_like
from quizmill.drafts.manners.dates import date_in
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import dated, explained, placed, sentence

NAME = "true-false"


def proposals(known: Known) -> Iterator[Proposal]:
    """One statement for each fact with a date or a name; by its id it is left true or made false."""
    for told in known.told:
        if told.fact.doubt:
            continue  # what is called false may be right
        exchanged = _exchanged(told, known)
        whole = sentence(told)
        if exchanged is None or whole.count(exchanged[0]) != 1:
            continue
        right, wrong = exchanged
        is_true = sum(map(ord, told.fact.id)) % 2 == 0
        said = whole if is_true else whole.replace(right, wrong)
        question = TrueFalse(
            id=known.id_of(told, "true"),
            prompt=placed(dated(said, told), told),
            answer=is_true,
            correction="" if is_true else whole,
            explanation=explained(told),
            facts=(told.reference,),
        )
        yield Proposal(NAME, (told,), question)


def _exchanged(told: Told, known: Known) -> tuple[str, str] | None:
    """What is exchanged in a statement, and for what."""
    figure = told.figure
    if (
        figure
        and date_in(told)
        and isinstance(figure.value, Moment)
        and figure.text == str(figure.value.year)
    ):
        others = years_like(figure.value.year, told, known)
        return (figure.text, others[0].text) if others else None
    if figure and (other := number_like(told, known)):
        return figure.text, other
    spot = told.name
    if spot and spot.name.kind is not NameKind.PLACE:  # one may lie in the other
        others = names_like(spot.name, told, told.text.replace(spot.text, ""), known, related=True)
        return (spot.text, others[0].text) if others else None
    return None
