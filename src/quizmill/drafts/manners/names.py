"""Who, which company, what? A name is chosen among others of its kind, or typed where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quizmill.bank.model import MultipleChoice, NameKind, ShortAnswer
from quizmill.drafts.english.asker import IS, WHICH
from quizmill.drafts.english.asking import asked_adverbial, asked_complement, asked_subject
from quizmill.drafts.known import Known, Told
from quizmill.drafts.likes import names_like
from quizmill.drafts.point import Spot
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.sorts import PLACES
from quizmill.drafts.wording import attributed, explained

NAME = "name"
_LEAST = 2  # wrong options
_PASSIVE = r"\b(?:was|were|is|are|been) [a-z]+(?:ed|[^s]en|wn|ld|un|ght|nd)"
_CALLED = re.compile(r"the (?:name|make|brand|title|term|word|nickname)\b")
_PREPOSITIONS = "to|by|for|with|from|at|against"


def proposals(known: Known) -> Iterator[Proposal]:
    """One question for each fact whose point is a name."""
    for told in known.told:
        spot = told.name
        asked = asked_name(told, spot) if spot else None
        if spot is None or asked is None:
            continue
        prompt = attributed(asked, told)
        shared: dict[str, Any] = {
            "prompt": prompt,
            "explanation": explained(told),
            "facts": (told.reference,),
        }
        others = names_like(spot.name, told, prompt, known) if spot.name.kind is not NameKind.PLACE else ()
        if len(others) >= _LEAST:
            id = known.id_of(told, "name")
            choice = MultipleChoice(id=id, answer=spot.name.name, distractors=others, **shared)
            yield Proposal(NAME, (told,), choice)
        typed = ShortAnswer(id=known.id_of(told, "typed"), answer=spot.name.name, **shared)
        yield Proposal(NAME, (told,), typed)


def asked_name(told: Told, spot: Spot) -> str | None:
    """The question that a name in a statement answers; None where no form is sure."""
    if spot.start == 0 and told.clause and told.clause.subject == spot.text and not told.clause.lead:
        verb = told.clause.verb
        asking = IS if verb in ("is", "was") else WHICH
        if _CALLED.match(told.clause.rest):
            return asked_subject(told.text, spot.text, "What", verb)
        if spot.name.kind in (NameKind.OTHER, NameKind.PRODUCT) and verb not in ("is", "was"):
            return None
        return asked_subject(told.text, spot.text, asking[spot.name.kind], verb)
    if match := re.match(rf"(?P<who>[A-Z].+)'s birthplace is {re.escape(spot.text)}\b", told.text):
        noun = next((sort for name, sort in told.sorts if name == spot.name.name and sort in PLACES), "")
        return f"{f'In which {noun}' if noun else 'Where'} was {match['who']} born?"
    if found := asked_complement(told.text, spot.text, IS[spot.name.kind]):
        return _begun(found[0], told)
    part = rf"(?P<part>(?P<preposition>{_PREPOSITIONS}) (?:the )?{re.escape(spot.text)})(?![\w'’-])"
    match = re.search(rf"{_PASSIVE} {part}", told.text)
    if match and told.clause and spot.name.kind in (NameKind.PERSON, NameKind.COMPANY):
        whom = "whom" if spot.name.kind is NameKind.PERSON else "which company"
        return asked_adverbial(told.clause, match["part"], f"{match['preposition'].capitalize()} {whom}")
    return None


def _begun(prompt: str, told: Told) -> str | None:
    """The prompt with what stood at the beginning of the statement as it stands inside a sentence."""
    match = re.match(r"(?P<head>(?:Who|What|Which \w+) (?:is|was) )(?P<subject>.+)$", prompt)
    inside = told.inside(match["subject"]) if match else ""
    return f"{match['head']}{inside}" if match and inside else None
