"""How many? A number or a sum is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.figures import Figure
from quizmill.bank.model import Numerical
from quizmill.bank.values import Quantity
from quizmill.drafts.english.asking import asked_complement, asked_count
from quizmill.drafts.known import Known, Told
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained

NAME = "number"


def proposals(known: Known) -> Iterator[Proposal]:
    """One typed answer for each fact with a number that can be asked for."""
    for told in known.told:
        figure = number_in(told)
        asked = asked_number(told, figure) if figure else None
        if figure is None or asked is None:
            continue
        prompt, answer, unit = asked
        question = Numerical(
            id=known.id_of(told, "number"),
            prompt=attributed(prompt, told),
            answer=answer,
            unit=unit,
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


def asked_number(told: Told, figure: Figure) -> tuple[str, str, str] | None:
    """The prompt, the answer and its unit."""
    if told.clause and (counted := asked_count(told.clause, figure.text)):
        prompt, what = counted
        unit = _unit(figure.text, what)
        return prompt, _bare(figure.text), unit
    if counted := _counted_first(told, figure):
        return counted
    return _complement(told, figure)


def _bare(text: str) -> str:
    return text


def _unit(figure: str, what: str) -> str:
    """What is counted, as a unit that a typed answer may have behind it, where it can be read."""
    return what if " " not in what and values.read(f"{figure} {what}") else ""


def _counted_first(told: Told, figure: Figure) -> tuple[str, str, str] | None:
    """A statement that begins with the number: Ten ships sank."""
    match = re.match(
        rf"{re.escape(figure.text)} (?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?) (?P<verb>were|are|have|had|can|could|took|made|came|went|died|sank|lived|stood) (?P<rest>.+)$",
        told.text,
    )
    if match is None:
        return None
    what = match["what"]
    return f"How many {what} {match['verb']} {match['rest']}?", figure.text, _unit(figure.text, what)


_UNIT = r"(?P<unit>%|percent|per cent|[a-z]+(?: [a-z]+)?|[A-Z]{2,4}|US dollars|km|m|kg|°C)"


def _complement(told: Told, figure: Figure) -> tuple[str, str, str] | None:
    """The price of X was 3,999 yuan: asked for in its unit."""
    match = re.match(
        rf"(?P<subject>.+?) (?P<verb>is|was) (?P<about>about |around |nearly |almost )?{re.escape(figure.text)}(?: {_UNIT})?$", told.text
    )
    if match is None or re.search(r"[,;:]|\b(?:there|it|he|she|what|how|where)\b", match["subject"].lower()):
        return None
    inside = told.inside(match["subject"])
    if not inside or not re.match(r"(?:the|its|his|her|[A-Z][\w ]*'s) ", inside):
        return None
    about = "About what" if match["about"] else "What"
    unit = match["unit"] or ""
    asked_in = f", in {unit}" if unit and unit != "%" else ", in percent" if unit == "%" or "%" in figure.text else ""
    return f"{about} {match['verb']} {inside}{asked_in}?", figure.text, unit
