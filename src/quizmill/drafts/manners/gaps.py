"""A cloze over the fact's own words: its figure or its name is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Cloze
from quizmill.bank.values import Moment
from quizmill.drafts.known import Known, Told
from quizmill.drafts.manners.dates import date_in
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import dated, explained, sentence

NAME = "cloze"


def proposals(known: Known) -> Iterator[Proposal]:
    """One cloze for each fact in which a date, a number or a name stands once."""
    for told in known.told:
        whole = sentence(told)
        for hidden in _hidden(told):
            if whole.count(hidden) != 1:
                continue
            text = dated(whole.replace(hidden, f"{{{{{hidden}}}}}"), told) if hidden not in told.fact.as_of else whole.replace(hidden, f"{{{{{hidden}}}}}")
            id = known.id_of(told, "cloze")
            yield Proposal(NAME, (told,), Cloze(id=id, text=text, explanation=explained(told), facts=(told.reference,)))
            break


def _hidden(told: Told) -> Iterator[str]:
    """What may be hidden: what the fact is about."""
    if told.figure and not (isinstance(told.figure.value, Moment) and date_in(told) is None):
        yield told.figure.text
    if told.name:
        yield told.name.text
