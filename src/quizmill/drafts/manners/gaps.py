"""A cloze over the fact's own words: its figure or its name is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Cloze
from quizmill.bank.values import Moment
from quizmill.drafts.english.clause import MONTHS
from quizmill.drafts.known import Known, Told
from quizmill.drafts.manners.dates import date_in
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import dated, explained, sentence

NAME = "cloze"


def proposals(known: Known) -> Iterator[Proposal]:
    """One cloze for each fact whose point, a date, a number or a name, stands in it once."""
    for told in known.told:
        whole = sentence(told)
        hidden = next((each for each in _hidden(told) if whole.count(each) == 1), "")
        if not hidden or f"{hidden}'s" in whole:
            continue
        text = whole.replace(hidden, f"{{{{{hidden}}}}}")
        question = Cloze(
            id=known.id_of(told, "cloze"),
            text=text if hidden in told.fact.as_of else dated(text, told),
            explanation=explained(told),
            facts=(told.reference,),
        )
        yield Proposal(NAME, (told,), question)


_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_SUM = re.compile(rf"^((?:[\d.,]+|[a-z]+){_SCALE}) (?!{MONTHS}|thousand|million|billion|trillion)\w")


def _amount(figure: str) -> str:
    """The number of a sum, whose currency stays to be read."""
    match = _SUM.match(figure)
    return match[1] if match and " " in figure else figure


def _hidden(told: Told) -> Iterator[str]:
    """What may be hidden: what the fact is about."""
    if told.figure and not (isinstance(told.figure.value, Moment) and date_in(told) is None):
        yield _amount(told.figure.text)
    if told.name:
        yield told.name.text
