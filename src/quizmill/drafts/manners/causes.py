"""Why? What stands behind `because` is chosen among the reasons for other things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from quizmill.bank.model import Distractor, MultipleChoice
from quizmill.drafts.english.asking import question
from quizmill.drafts.english.verbs import form_of
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained, italic

NAME = "cause"
_BECAUSE = re.compile(r"^(?P<effect>[^,;:]+?)(?:,? because|, since) (?!of )(?P<cause>[^;:]+)$")
_AND = re.compile(r" and (\w+)")
_POINTS_BACK = re.compile(r"^(?:it|he|she|they|this|that|these|those|its|his|her|their|of)\b", re.IGNORECASE)
_LEAST, _MOST = 2, 3


class Reason(NamedTuple):
    """Why something is so."""

    told: Told
    asked: str
    effect: str
    cause: str


def proposals(known: Known) -> Iterator[Proposal]:
    """One choice for each statement with a reason, where there are reasons of things nearby."""
    found = [each for told in known.told if (each := reason(told))]
    for each in found:
        others = tuple(_others(each, found))
        shared: dict[str, Any] = {
            "prompt": attributed(each.asked, each.told),
            "explanation": explained(each.told),
            "facts": (each.told.reference,),
        }
        if len(others) >= _LEAST:
            id = known.id_of(each.told, "why")
            choice = MultipleChoice(id=id, answer=_sentence(each.cause), distractors=others, **shared)
            yield Proposal(NAME, (each.told,), choice)


def reason(told: Told) -> Reason | None:
    """The reason in a statement, where what it is the reason of can be asked."""
    match = _BECAUSE.match(told.text)
    if match is None:
        return None
    if any((form := form_of(word)) and form.helper == "did" for word in _AND.findall(match["effect"])):
        return None  # two verbs, of which a question turns one
    clause = told.cut(match["effect"])
    return (
        Reason(told, question("Why", clause, clause.rest), match["effect"], match["cause"])
        if clause
        else None
    )


def _others(own: Reason, found: list[Reason]) -> Iterator[Distractor]:
    near = [each for each in found if each is not own and _may_tempt(each, own)]
    near.sort(
        key=lambda each: (each.told.source.id != own.told.source.id, abs(len(each.cause) - len(own.cause)))
    )
    for each in near[:_MOST]:
        yield Distractor(text=_sentence(each.cause), why=italic(each.told.fact.says, each.told))


def _may_tempt(other: Reason, own: Reason) -> bool:
    """Whether another thing's reason can be read here: it is of the same document or thing."""
    if _pointed(other) not in ("", _pointed(own)) or stems(other.cause) & stems(own.told.text):
        return False
    if other.told.source.id == own.told.source.id:
        return True
    return not {spot.name.name for spot in own.told.spots}.isdisjoint(
        spot.name.name for spot in other.told.spots
    )


def _pointed(reason: Reason) -> str:
    """The word by which a cause points back to what it is the cause of; "" for none."""
    match = _POINTS_BACK.match(reason.cause)
    return match[0].lower() if match else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
