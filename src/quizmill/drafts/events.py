"""What happened when: statements whose date can be taken away, for matching and ordering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.values import Moment
from quizmill.drafts.english.clause import without
from quizmill.drafts.known import Known, Told
from quizmill.drafts.manners.dates import date_in

_TOLD_DATE = r"(?:dates?|puts?|places?) (?P<what>(?:the )?[^,;]+?) (?:to|in|at) (?:the year )?"
_AFTER = re.compile(r"[,;:]|\b(?:that|which|who|because|when|while|after|before)\b")
_LONGEST = 14  # words


class Event(NamedTuple):
    """Something that happened, without its date."""

    told: Told
    text: str
    when: Moment
    year: str


def events(known: Known) -> Iterator[Event]:
    """The events of undisputed facts that say when, in the bank's order; one of each text."""
    seen: set[str] = set()
    for told in known.told:
        figure = date_in(told)
        if (
            figure is None
            or not isinstance(figure.value, Moment)
            or told.fact.doubt
            or told.reference in known.disputed
        ):
            continue
        text = _undated(told, figure.text)
        if text and text not in seen and len(text.split()) <= _LONGEST:
            seen.add(text)
            yield Event(told, text, figure.value, str(figure.value.year))


def _undated(told: Told, date: str) -> str:
    """The statement without its date; "" where that leaves no sure sentence."""
    if told.names_source:
        match = re.search(_TOLD_DATE + re.escape(date) + "$", told.text)
        return match["what"][:1].upper() + match["what"][1:] if match else ""
    if told.clause and told.clause.lead:
        begun = told.text.startswith((f"In {date}, ", f"On {date}, "))
        rest = told.text.partition(", ")[2]
        return rest[:1].upper() + rest[1:] if begun and not _AFTER.search(rest) else ""
    match = re.search(rf" (?:in|on)(?: about)?(?: the year)? {re.escape(date)}$", told.text)
    if match is None or told.clause is None or _AFTER.search(told.text[: match.start()]):
        return ""
    return without(told.text, [match[0]])
