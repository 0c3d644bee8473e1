"""How many? A number or a sum is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank import values
from quizmill.bank.figures import Figure
from quizmill.bank.model import Numerical
from quizmill.bank.values import Quantity, units
from quizmill.drafts.english.asking import asked_count
from quizmill.drafts.known import Known, Told
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained

NAME = "number"
_VERBS = "were|are|have|had|can|could|took|made|came|went|died|sank|lived|stood"
_UNIT = r"(?P<unit>%|percent|per cent|US dollars|[a-z]+(?: [a-z]+)?|[A-Z]{2,4}|°C)"
_SUM = re.compile(r"(?P<amount>[\d.,]+(?: (?:thousand|million|billion|trillion))?) (?P<unit>[A-Za-z ]+)$")
_ABOUT = "(?P<about>about |around |nearly |almost )?"
_NO_THING = re.compile(r"[,;:]|\b(?:there|it|he|she|what|how|where)\b")
_A_THING = re.compile(r"(?:the|its|his|her|[A-Z][\w ]*'s) ")


class _Asked(NamedTuple):
    prompt: str
    answer: str
    unit: str


def proposals(known: Known) -> Iterator[Proposal]:
    """One typed answer for each fact with a number that can be asked for."""
    for told in known.told:
        figure = number_in(told)
        asked = _asked(told, figure) if figure else None
        if asked is None:
            continue
        question = Numerical(
            id=known.id_of(told, "number"),
            prompt=attributed(asked.prompt, told),
            answer=asked.answer,
            unit=asked.unit,
            explanation=explained(told),
            facts=(told.reference,),
        )
        yield Proposal(NAME, (told,), question)


def number_in(told: Told) -> Figure | None:
    """The number that is the point of a fact."""
    figure = told.figure
    if figure is None or not isinstance(figure.value, Quantity) or figure.value.unit == "ordinal":
        return None
    return figure


def _asked(told: Told, figure: Figure) -> _Asked | None:
    measured = _measured(told, figure)
    if measured and _is_measure(measured):
        return measured
    return _how_old(told, figure) or _counted(told, figure) or _counted_first(told, figure) or measured


def _is_measure(asked: _Asked) -> bool:
    """Whether it is asked for in a unit or a currency, and not in things that are counted."""
    value = values.read(f"{asked.answer} {asked.unit}")
    return isinstance(value, Quantity) and (bool(value.currency) or units.is_measure(value.unit))


def _how_old(told: Told, figure: Figure) -> _Asked | None:
    """Lei Jun was 40 years old when he did it."""
    clause = told.clause
    begun = f"{figure.text} years old"
    if clause is None or clause.verb not in ("is", "was") or not clause.rest.startswith(begun):
        return None
    return _Asked(f"How old {clause.verb} {clause.subject}{clause.rest[len(begun) :]}?", figure.text, "years")


def _counted(told: Told, figure: Figure) -> _Asked | None:
    """The number stands behind the verb: Amazon offered 75 dollars."""
    parts = _SUM.match(figure.text)  # a sum is read with its currency
    amount = parts["amount"] if parts else figure.text
    counted = asked_count(told.clause, amount) if told.clause else None
    return _Asked(counted[0], amount, _unit(amount, counted[1])) if counted else None


def _counted_first(told: Told, figure: Figure) -> _Asked | None:
    """The number begins the statement: Ten ships sank."""
    what = r"(?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?)"
    match = re.match(rf"{re.escape(figure.text)} {what} (?P<verb>{_VERBS}) (?P<rest>.+)$", told.text)
    if match is None:
        return None
    prompt = f"How many {match['what']} {match['verb']} {match['rest']}?"
    return _Asked(prompt, figure.text, _unit(figure.text, match["what"]))


def _unit(figure: str, what: str) -> str:
    """What is counted, as a unit that a typed answer may have behind it, where it can be read."""
    return what if " " not in what and values.read(f"{figure} {what}") else ""


def _measured(told: Told, figure: Figure) -> _Asked | None:
    """The number ends the statement: The price was 3,999 yuan."""
    match = re.match(
        rf"(?P<subject>.+?) (?P<verb>is|was) {_ABOUT}{re.escape(figure.text)}(?: {_UNIT})?$", told.text
    )
    inside = told.inside(match["subject"]) if match else ""
    if match is None or _NO_THING.search(inside.lower()) or not _A_THING.match(inside):
        return None
    parts = _SUM.match(figure.text)
    amount, unit = (parts["amount"], parts["unit"]) if parts else (figure.text, match["unit"] or "")
    named = "percent" if "%" in (*unit, *amount) else unit
    asking = "About what" if match["about"] else "What"
    return _Asked(f"{asking} {match['verb']} {inside}{f', in {named}' if named else ''}?", amount, unit)
