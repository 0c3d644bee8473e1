"""A cloze over the fact's own words: its figure or its name is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Cloze, NameKind
from quizmill.bank.values import Moment
from quizmill.drafts.english.clause import MONTHS
from quizmill.drafts.known import Known, Told
from quizmill.drafts.manners.dates import date_in
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.sorts import PLACES
from quizmill.drafts.wording import dated, explained, placed, sentence

NAME = "cloze"


def proposals(known: Known) -> Iterator[Proposal]:
    """One cloze for each fact whose point, a date, a number or a name, stands in it once."""
    for told in known.told:
        whole = _first_part(sentence(told))
        hidden = next((each for each in _hidden(told) if whole.count(each) == 1), "")
        if not hidden or f"{hidden}'s" in whole:
            continue
        text = _gapped(whole, hidden, known)
        if not text:
            continue
        question = Cloze(
            id=known.id_of(told, "cloze"),
            text=placed(text if hidden in told.fact.as_of else dated(text, told), told),
            explanation=explained(told),
            facts=(told.reference,),
        )
        yield Proposal(NAME, (told,), question)


def _first_part(whole: str) -> str:
    """The sentence up to its first semicolon: what follows tells of something else."""
    first, semicolon, _ = whole.partition("; ")
    return f"{first}." if semicolon else whole


def _gapped(whole: str, hidden: str, known: Known) -> str:
    """The text with the gap, and before it what is hidden: of `in ___` nobody knows if a year or a city is.

    It is "" for a place of which no fact says whether it is a city.
    """
    gap = f"{{{{{hidden}}}}}"
    before, _, after = whole.partition(hidden)
    if known.bank.language != _ENGLISH:
        return f"{before}{gap}{after}"
    noun = _noun(hidden, known)
    if not before and noun == "company":
        return f"The company {gap}{after}"
    if _YEAR.fullmatch(hidden) and _TWO_READINGS.search(before):
        return f"{before}the year {gap}{after}"
    if noun is not None and _TWO_READINGS.search(before):
        return f"{before}the {noun} of {gap}{after}" if noun in PLACES else ""
    return f"{before}{gap}{after}"


_ENGLISH = "en"
_YEAR = re.compile(r"[12]\d{3}")
_TWO_READINGS = re.compile(r"\b(?:to|in|from|into|at) $")


def _noun(hidden: str, known: Known) -> str | None:
    """What a place or a company is the name of, "" where no fact tells; None for anything else."""
    name = known.named.get(hidden)
    if name is None or name.kind not in (NameKind.PLACE, NameKind.COMPANY):
        return None
    if name.kind is NameKind.COMPANY:
        return "company"
    return next((sort for sort in sorted(known.sorts.get(name.name, ())) if sort in PLACES), "")


_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_SUM = re.compile(rf"^((?:[\d.,]+|[a-z]+){_SCALE}) (?!{MONTHS}|thousand|million|billion|trillion)\w")


def _amount(figure: str) -> str:
    """The number of a sum, whose currency stays to be read."""
    match = _SUM.match(figure)
    return match[1] if match and " " in figure else figure


def _hidden(told: Told) -> Iterator[str]:
    """What may be hidden: what the fact is about."""
    if told.figure and not (isinstance(told.figure.value, Moment) and date_in(told) is None):
        value = told.figure.value
        yield str(value.year) if isinstance(value, Moment) and value.month else _amount(told.figure.text)
    if told.name:
        yield told.name.text
