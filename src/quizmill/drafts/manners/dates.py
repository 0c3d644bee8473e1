"""When was it? A year or day is typed, or a year chosen among those of other facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quizmill.bank.figures import Figure
from quizmill.bank.model import Fact, MultipleChoice, Numerical
from quizmill.bank.values import Moment
from quizmill.drafts.english.asker import asks_date
from quizmill.drafts.english.asking import asked_adverbial, asked_complement
from quizmill.drafts.known import Known, Told
from quizmill.drafts.likes import years_like
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained

NAME = "date"


def proposals(known: Known) -> Iterator[Proposal]:
    """A typed answer for each dated fact that can be asked; for some a choice among years of other facts."""
    for told in known.told:
        figure = date_in(told)
        asked = asked_date(told, figure) if figure else None
        if figure is None or asked is None:
            continue
        shared: dict[str, Any] = {
            "prompt": attributed(asked, told, timed=False),
            "explanation": explained(told),
            "facts": (told.reference,),
        }
        year = figure.value.year if isinstance(figure.value, Moment) else 0
        others = years_like(year, told, known) if figure.text == str(year) else ()
        if len(others) == 3 and _is_chosen(told.fact):
            id = known.id_of(told, "year")
            choice = MultipleChoice(id=id, answer=figure.text, distractors=others, **shared)
            yield Proposal(NAME, (told,), choice)
        typed = Numerical(id=known.id_of(told, "when"), answer=figure.text, **shared)
        yield Proposal(NAME, (told,), typed)


def _is_chosen(fact: Fact) -> bool:
    """Every third fact's year is chosen, so that a page has both."""
    return sum(map(ord, fact.id)) % 3 == 0


def date_in(told: Told) -> Figure | None:
    """The date that is the point of a fact, unless that is when its document came out."""
    figure = told.figure
    if figure is None or not isinstance(figure.value, Moment) or not figure.value.year:
        return None
    out = told.source.published
    return None if out and figure.value == Moment(out.year, out.month, out.day) else figure


def asked_date(told: Told, figure: Figure) -> str | None:
    """The question that a date in a statement answers; None where no form is sure."""
    if not isinstance(figure.value, Moment):
        return None
    if found := _complement(told, figure) or _took_place(told, figure):
        return found
    before = r"\b(?P<preposition>in|on|to|by|from)(?P<rough> about)?(?: the year)?"
    match = re.search(rf"{before} {re.escape(figure.text)}(?![\w-])", told.text, re.IGNORECASE)
    if match is None or told.clause is None:
        return None
    asking = asks_date(figure.value, match["preposition"])
    if asking is None:
        return None
    if match["rough"]:
        asking = f"{match['preposition'].capitalize()} about which year"
    return asked_adverbial(told.clause, match[0], asking)


def _complement(told: Told, figure: Figure) -> str | None:
    found = asked_complement(told.text, figure.text, "What")
    if found is None or found[1]:
        return None
    prompt, _ = found
    head, verb, subject = prompt.partition(" is " if " is " in prompt else " was ")
    inside = told.inside(subject)
    return f"{head}{verb}{inside}" if inside and "date" in inside else None


_HAPPENING = (
    "sale|founding|launch|resignation|signing|purchase|opening|death|birth|discovery|invention|publication"
    "|foundation|takeover|merger|split|debut|release|arrival|departure|offering"
)
_TOOK_PLACE = re.compile(
    rf"(?:.+ )?(?:dates?|puts?|places?) (?P<what>(?:the )?(?:[\w.'’-]+ ){{0,6}}(?:{_HAPPENING})"
    r"(?: (?:of|from|to|in|at|as|by) [^,;]+?)?) (?:to|in|at) (?:the year )?(?P<when>[\w ]+)$"
)


def _took_place(told: Told, figure: Figure) -> str | None:
    """Where a document dates something: when that took place, if nobody says otherwise."""
    match = None if told.claimed else _TOOK_PLACE.match(told.text)
    asking = asks_date(figure.value, "in") if isinstance(figure.value, Moment) else None
    if match is None or match["when"] != figure.text or asking is None:
        return None
    return f"{asking} did {match['what']} take place?"
