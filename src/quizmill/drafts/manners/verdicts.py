"""True or false? A statement as it is, or with another's year or name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.model import NameKind, TrueFalse
from quizmill.bank.values import Moment
from quizmill.drafts.known import Known, Told
from quizmill.drafts.likes import names_like, number_like, teller_of, years_like
from quizmill.drafts.manners.dates import date_in
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import dated, explained, explained_beside, placed, sentence

NAME = "true-false"
_BOUND_BEFORE = re.compile(  # by 1863, since the spring of 1870, more than about 30
    r"\b(?:by|since|until|till|before|after|from|to|between|over|under|above|below|past|within"
    r"|(?:more|less|fewer|later|earlier) than|at (?:least|most)|(?:early|late|many|much) as"
    r"|(?:minimum|maximum) of)(?: (?!(?:in|on|at)\b)[a-z]+){0,3} $",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(r" (?:(?:or|and) (?:more|less|fewer|later|earlier|before|after)|at the|onwards?)\b")


class _Exchange(NamedTuple):
    right: str
    wrong: str
    of: Told  # what says the wrong one, of something else


def proposals(known: Known) -> Iterator[Proposal]:
    """One statement for each fact with a date or a name; by its id it is left true or made false."""
    for told in known.told:
        if told.fact.doubt:
            continue  # what is called false may be right
        exchanged = _exchanged(told, known)
        whole = sentence(told)
        if exchanged is None or whole.count(exchanged.right) != 1:
            continue
        is_true = sum(map(ord, told.fact.id)) % 2 == 0 or _is_bound(exchanged.right, told)
        said = whole if is_true else whole.replace(exchanged.right, exchanged.wrong)
        question = TrueFalse(
            id=known.id_of(told, "true"),
            prompt=placed(dated(said, told), told),
            answer=is_true,
            correction="" if is_true else whole,
            explanation=explained(told) if is_true else explained_beside(told, exchanged.of),
            facts=(told.reference,),
        )
        yield Proposal(NAME, (told,), question)


def _is_bound(figure: str, told: Told) -> bool:
    """Whether it is a figure that only bounds what is so: with another the statement may be true as well."""
    if told.figure is None or figure != told.figure.text:
        return False
    before, _, after = told.text.partition(figure)
    return bool(_BOUND_BEFORE.search(before) or _BOUND_AFTER.match(after))


def _exchanged(told: Told, known: Known) -> _Exchange | None:
    """What is exchanged in a statement, and for what."""
    figure = told.figure
    if (
        figure
        and date_in(told)
        and isinstance(figure.value, Moment)
        and figure.text == str(figure.value.year)
    ):
        others = years_like(figure.value.year, told, known)
        year = others[0].text if others else ""
        teller = next((each for each in known.told if each.figure and each.figure.text == year), None)
        return _Exchange(figure.text, year, teller) if teller else None
    if figure and (other := number_like(told, known)):
        return _Exchange(figure.text, *other)
    spot = told.name
    if spot and spot.name.kind is not NameKind.PLACE:  # one may lie in the other
        others = names_like(spot.name, told, told.text.replace(spot.text, ""), known, related=True)
        return (
            _Exchange(spot.text, others[0].text, teller_of(others[0].text, told, known)) if others else None
        )
    return None
