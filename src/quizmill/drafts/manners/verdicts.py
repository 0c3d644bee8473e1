"""True or false? A statement as it is, or with another's year or name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import TrueFalse
from quizmill.bank.values import Moment
from quizmill.drafts.known import Known, Told
from quizmill.drafts.likes import names_like, years_like
from quizmill.drafts.manners.dates import date_in
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import dated, explained, italic, sentence

NAME = "true-false"


def proposals(known: Known) -> Iterator[Proposal]:
    """One statement for each fact with a date or a name; by its id it is left true or made false."""
    for told in known.told:
        exchanged = _exchanged(told, known)
        if exchanged is None:
            continue
        whole = sentence(told)
        right, wrong = exchanged
        if whole.count(right) != 1:
            continue
        is_true = sum(map(ord, told.fact.id)) % 2 == 0
        said = whole if is_true else whole.replace(right, wrong)
        question = TrueFalse(
            id=known.id_of(told, "true"),
            prompt=dated(said, told),
            answer=is_true,
            correction="" if is_true else whole,
            explanation=explained(told),
            facts=(told.reference,),
        )
        yield Proposal(NAME, (told,), question)
    yield from _contradicted(known)


def _exchanged(told: Told, known: Known) -> tuple[str, str] | None:
    """What is exchanged in a statement, and for what."""
    figure = date_in(told)
    if figure and isinstance(figure.value, Moment) and figure.text == str(figure.value.year):
        others = years_like(figure.value.year, told, known)
        return (figure.text, others[0].text) if others else None
    if spot := told.name:
        others = names_like(spot.name, told, told.text.replace(spot.text, ""), known)
        return (spot.text, others[0].text) if others else None
    return None


def _contradicted(known: Known) -> Iterator[Proposal]:
    """What one document says, put into another's mouth."""
    for members in known.rivals.values():
        for told in members:
            if told.reference not in known.disputed or not told.fact.value:
                continue
            rivals = [
                each
                for each in members
                if each.source.id != told.source.id and each.reference in known.disputed and each.fact.value != told.fact.value
            ]
            own = [each.fact.value for each in members if each.source.id == told.source.id]
            text = told.statement.whole
            for rival in rivals:
                if rival.fact.value in own or not re.search(rf"(?<!\w){re.escape(told.fact.value)}(?!\w)", text):
                    continue
                if not _alike(told.fact.value, rival.fact.value):
                    continue
                said = text.replace(told.fact.value, rival.fact.value)
                question = TrueFalse(
                    id=known.id_of(told, "whose"),
                    prompt=dated(italic(said, told), told),
                    answer=False,
                    correction=italic(text, told),
                    explanation=explained(told, rival),
                    facts=(told.reference, rival.reference),
                )
                yield Proposal(NAME, (told,), question)
                break


def _alike(one: str, other: str) -> bool:
    return one.isdigit() == other.isdigit() and one[:1].isupper() == other[:1].isupper()
