"""How many? A number or a sum is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from quizmill.bank import values
from quizmill.bank.figures import Figure, figures
from quizmill.bank.model import Numerical
from quizmill.bank.values import Quantity, units
from quizmill.drafts.english.asking import asked_adverbial, asked_count
from quizmill.drafts.known import Known, Told
from quizmill.drafts.proof import is_proved
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained

NAME = "number"
_VERBS = "were|are|have|had|can|could|took|made|came|went|died|sank|lived|stood"
_UNIT = r"(?P<unit>%|percent|per cent|US dollars|[a-z]+(?: [a-z]+)?|[A-Z]{2,4}|°C)"
_SUM = re.compile(r"(?P<amount>[\d.,]+(?: (?:thousand|million|billion|trillion))?) (?P<unit>[A-Za-z ]+)$")
_LARGE_WORD = re.compile(r" (?:thousand|million|billion|trillion)$")
_TIMES = frozenset("years months weeks days hours minutes seconds centuries decades".split())
_PREPOSITIONS = frozenset("to in on at from with by of up down out away".split())
_ROUGHLY, _LARGE = "2%", 100
_HOW = "old|high|tall|long|wide|deep|thick|heavy|large|fast"
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
        if asked is None or figure is None:
            continue
        question = Numerical(
            id=known.id_of(told, "number"),
            prompt=attributed(asked.prompt, told),
            answer=_whole(asked.answer),
            unit=asked.unit,
            tolerance=_tolerance(asked),
            explanation=explained(told),
            facts=(told.reference,),
        )
        if is_proved(question, told.text, figure.text, known.bank):
            yield Proposal(NAME, (told,), question)


def _whole(answer: str) -> str:
    """A number in thousands or millions written out, as the question asks for it: 10,000."""
    quantity = values.read(answer)
    if not _LARGE_WORD.search(answer) or not isinstance(quantity, Quantity):
        return answer
    return f"{quantity.amount:,f}"


def _tolerance(asked: _Asked) -> str:
    """How far off a number may be that is told roughly, and is too long to be kept in mind."""
    quantity = values.as_quantity(values.read(asked.answer))
    rough = asked.prompt.lower().partition(" how")[0].endswith("about") or asked.prompt.startswith("About")
    return _ROUGHLY if rough and quantity and quantity.amount > _LARGE else "0"


def number_in(told: Told) -> Figure | None:
    """The number that is the point of a fact."""
    figure = told.figure
    if figure is None or not isinstance(figure.value, Quantity) or figure.value.unit == "ordinal":
        return None
    return figure


def _goes_on(told: Told, figure: Figure) -> bool:
    """Whether a second figure is told beside it: six stages and 60 riders."""
    return any(figures(told.text.partition(figure.text)[2].partition(" and ")[2]))


def _asked(told: Told, figure: Figure) -> _Asked | None:
    if _goes_on(told, figure):
        return None
    measured = _measured(told, figure)
    if measured and _is_measure(measured):
        return measured
    return (
        _how_large(told, figure)
        or _behind(told, figure)
        or _counted(told, figure)
        or _counted_first(told, figure)
        or measured
    )


def _is_measure(asked: _Asked) -> bool:
    """Whether it is asked for in a unit or a currency, and not in things that are counted."""
    value = values.read(f"{asked.answer} {asked.unit}")
    return isinstance(value, Quantity) and (bool(value.currency) or units.is_measure(value.unit))


def _how_large(told: Told, figure: Figure) -> _Asked | None:
    """The tower is 22 metres high; somebody was 40 years old when it was built."""
    clause = told.clause
    if clause is None or clause.verb not in ("is", "was", "are", "were"):
        return None
    match = re.match(
        rf"{_ABOUT}{re.escape(figure.text)} (?P<unit>[a-z]+) (?P<how>{_HOW})\b(?P<rest>.*)$", clause.rest
    )
    if match is None or match["rest"][:1] in (",", ";"):
        return None
    asking = f"{'About how' if match['about'] else 'How'} {match['how']}"
    asked_in = "" if match["how"] == "old" else f", in {match['unit']}"
    return _Asked(
        f"{asking} {clause.verb} {clause.subject}{match['rest']}{asked_in}?", figure.text, match["unit"]
    )


def counted_each(told: Told) -> _Asked | None:
    """The same of each of several things, where the number stands behind the verb."""
    figure = number_in(told)
    return _counted(told, figure, "each of these") if figure and not _goes_on(told, figure) else None


def _counted(told: Told, figure: Figure, subject: str = "") -> _Asked | None:
    """The number stands behind the verb: Amazon offered 75 dollars."""
    amount, _ = _parted(figure)
    clause = told.clause
    if clause and subject:
        form = (
            clause.form._replace(helper="does") if clause.form and clause.form.helper == "do" else clause.form
        )
        clause = msgspec.structs.replace(clause, subject=subject, form=form)
    counted = asked_count(clause, amount) if clause else None
    return _Asked(counted[0], amount, _unit(amount, counted[1])) if counted else None


def _behind(told: Told, figure: Figure) -> _Asked | None:
    """The number stands behind a preposition: A worker lives for about six weeks."""
    part = rf"(?P<before>for|after|within|with|from) {_ABOUT}{re.escape(figure.text)} (?P<what>[a-z]+)"
    match = re.search(rf"\b(?P<part>{part})(?P<rest>.*)$", told.text)
    if match is None or told.clause is None:
        return None
    lasts = match["what"] in _TIMES
    if match["rest"] and not (lasts and re.match(r" (?:in|on|at|from|by|without) ", match["rest"])):
        return None
    between = told.clause.rest.partition(match["part"])[0].split()
    if between and between[0] not in _PREPOSITIONS:  # it may belong to what stands there
        return None
    asking = f"{match['before'].capitalize()} {'about ' if match['about'] else ''}how many {match['what']}"
    prompt = asked_adverbial(told.clause, match["part"], asking)
    return _Asked(prompt, figure.text, _unit(figure.text, match["what"])) if prompt else None


def _counted_first(told: Told, figure: Figure) -> _Asked | None:
    """The number begins the statement: Ten ships sank."""
    what = r"(?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?)"
    match = re.match(rf"{re.escape(figure.text)} {what} (?P<verb>{_VERBS}) (?P<rest>.+)$", told.text)
    if match is None:
        return None
    prompt = f"How many {match['what']} {match['verb']} {match['rest']}?"
    return _Asked(prompt, figure.text, _unit(figure.text, match["what"]))


def _parted(figure: Figure) -> tuple[str, str]:
    """The amount of a sum, and its currency, which is read with it; "" for what is no sum."""
    sum_of = isinstance(figure.value, Quantity) and figure.value.currency
    parts = _SUM.match(figure.text) if sum_of else None
    return (parts["amount"], parts["unit"]) if parts else (figure.text, "")


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
    amount, currency = _parted(figure)
    unit = currency or match["unit"] or ""
    named = "percent" if "%" in (*unit, *amount) else unit
    asking = "About what" if match["about"] else "What"
    return _Asked(f"{asking} {match['verb']} {inside}{f', in {named}' if named else ''}?", amount, unit)
