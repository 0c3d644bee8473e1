"""When was it? A year or day is typed, or a year chosen among those of other facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quizmill.bank.figures import Figure
from quizmill.bank.model import Fact, Importance, MultipleChoice, Numerical
from quizmill.bank.values import Moment
from quizmill.drafts.english.asker import asks_date
from quizmill.drafts.english.asking import asked_adverbial
from quizmill.drafts.known import Known, Told
from quizmill.drafts.likes import years_like
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained

NAME = "date"


def proposals(known: Known) -> Iterator[Proposal]:
    """A typed answer for each dated fact that can be asked; for some a choice among years of other facts."""
    for told in known.told:
        figure = date_in(told)
        whole = known.importance((told,)) is Importance.CORE
        asked = asked_date(told, figure, whole=whole) if figure else None
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
        answer = figure.text if whole else year_of(figure)
        typed = Numerical(id=known.id_of(told, "when"), answer=answer, **shared)
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


def year_of(figure: Figure) -> str:
    """Its year where it is a day, which few keep in mind; else the date as it is."""
    value = figure.value
    return str(value.year) if isinstance(value, Moment) and value.year and value.day else figure.text


def asked_date(told: Told, figure: Figure, *, whole: bool) -> str | None:
    """The question that a date in a statement answers; None where no form is sure.

    *whole* asks for a day where one is told, else its year.
    """
    if not isinstance(figure.value, Moment):
        return None
    value = figure.value if whole or not figure.value.day else Moment(figure.value.year)
    if found := _birth(told, figure) or _took_place(told, figure, value):
        return found
    before = r"\b(?P<preposition>in|on|to|by|from)(?P<rough> about)?(?: the year)?"
    match = re.search(rf"{before} {re.escape(figure.text)}(?![\w-])", told.text, re.IGNORECASE)
    if match is None or told.clause is None:
        return None
    preposition = match["preposition"] if value is figure.value else "in"
    asking = asks_date(value, preposition)
    if asking is None:
        return None
    if match["rough"]:
        asking = f"{match['preposition'].capitalize()} about which year"
    return asked_adverbial(told.clause, match[0], asking)


def _birth(told: Told, figure: Figure) -> str | None:
    match = re.match(rf"(?P<who>[A-Z].+)'s date of birth is {re.escape(figure.text)}$", told.text)
    return f"In which year was {match['who']} born?" if match else None


_HAPPENINGS = {  # what is said of it, and the verb to ask with
    "sale": "was sold",
    "founding": "was founded",
    "foundation": "was founded",
    "launch": "was launched",
    "signing": "was signed",
    "signature under": "was signed",
    "purchase": "was bought",
    "opening": "was opened",
    "discovery": "was discovered",
    "invention": "was invented",
    "publication": "was published",
    "takeover": "was taken over",
    "release": "was released",
    "birth": "was born",
    "death": "did die",
    "resignation": "did resign",
    "arrival": "did arrive",
    "departure": "did depart",
    "debut": "did take place",
    "public offering": "did take place",
}
_NOUNS = "|".join(_HAPPENINGS)
_BEHIND = r"(?P<behind>(?: (?:from|to|at|as|by) [^,;]+?)?)"
_WHEN = r" (?:to|in|at) (?:the year )?(?P<when>[\w ]+)$"
_DATED = re.compile(
    rf"(?:.+ )?(?:dates?|puts?|places?) (?:the (?P<noun>{_NOUNS})(?: of)? (?P<thing>[^,;]+?)"
    rf"|(?P<whose>(?:[\w.'’-]+ ){{0,3}}[\w.-]+)'s (?P<own>(?:[a-z]+ )??(?:{_NOUNS}))){_BEHIND}{_WHEN}"
)


def _took_place(told: Told, figure: Figure, value: Moment) -> str | None:
    """Where a document dates something: when that was."""
    match = _DATED.match(told.text)
    asking = asks_date(value, "in")
    if match is None or match["when"] != figure.text or asking is None:
        return None
    noun = match["noun"] or match["own"]
    if noun not in _HAPPENINGS or "take" in (did := _HAPPENINGS[noun]):
        thing = f"{match['whose']}'s {noun}" if match["whose"] else f"the {noun} of {match['thing']}"
        return f"{asking} did {thing}{match['behind']} take place?"
    helper, verb = did.split(" ", 1)
    return f"{asking} {helper} {match['whose'] or match['thing']} {verb}{match['behind']}?"
