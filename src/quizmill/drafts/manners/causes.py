"""Why? What stands behind `because` is chosen among the reasons for other things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.model import Distractor, MultipleChoice
from quizmill.drafts.english.asking import question
from quizmill.drafts.english.clause import clause_of
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained, italic

NAME = "cause"
_BECAUSE = re.compile(r"^(?P<effect>[^,;:]+?),? because (?P<cause>[^;:]+)$")
_POINTS_BACK = re.compile(r"^(?:it|he|she|they|this|that|these|those|its|his|her|their|of)\b", re.IGNORECASE)
_LEAST, _MOST = 2, 3


class Reason(NamedTuple):
    """Why something is so."""

    told: Told
    asked: str
    cause: str


def proposals(known: Known) -> Iterator[Proposal]:
    """One choice for each statement with a reason, where there are reasons of other things that are as long."""
    found = [each for told in known.told if (each := reason(told, known))]
    for each in found:
        others = tuple(_others(each, found))
        if len(others) < _LEAST:
            continue
        drawn = MultipleChoice(
            id=known.id_of(each.told, "why"),
            prompt=attributed(each.asked, each.told),
            answer=_sentence(each.cause),
            distractors=others,
            explanation=explained(each.told),
            facts=(each.told.reference,),
        )
        yield Proposal(NAME, (each.told,), drawn)


def reason(told: Told, known: Known) -> Reason | None:
    """The reason in a statement, where what it is the reason of can be asked."""
    match = _BECAUSE.match(told.text)
    if match is None:
        return None
    clause = clause_of(match["effect"], told._starts, known.is_proper)
    return Reason(told, question("Why", clause, clause.rest), match["cause"]) if clause else None


def _others(own: Reason, found: list[Reason]) -> Iterator[Distractor]:
    said = stems(own.told.text)
    names = {spot.name.name for spot in own.told.spots}
    near = [each for each in found if each is not own and not _POINTS_BACK.match(each.cause)]
    near.sort(key=lambda each: (each.told.source.id != own.told.source.id, abs(len(each.cause) - len(own.cause))))
    for each in [each for each in near if not stems(each.cause) & said and names & {spot.name.name for spot in each.told.spots}][:_MOST]:
        yield Distractor(text=_sentence(each.cause), why=italic(each.told.fact.says, each.told))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
