"""What is it called? A thing is asked for by what it is, and chosen among others that are the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.model import Distractor, FactKind, MultipleChoice, NameKind, ShortAnswer
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained, italic

NAME = "definition"
_MOST, _LEAST = 3, 2
_SHORTEST, _LONGEST = 4, 16  # words that say what a thing is: a few fit many a thing
_LONGEST_TERM = 4  # words
_SOLE = "the (?:only|first|last|largest|smallest|oldest)"
_IS = re.compile(rf"(?P<subject>[^,;:]+?) (?P<verb>is|was) (?P<what>(?:an?|{_SOLE}) [^;:]+)$")
_DEFINED = re.compile(r"(?P<subject>[^,;:]+?) (?:(?P<verb>is) (?P<what>(?:an?|the) [^;:]+))$")
_OWN = re.compile(
    r"\b(?:that|which) (?:has|had) .*\bits\b"
)  # its own: a reef that has a lagoon in its middle
_STANDS = re.compile(r"(?P<subject>[^,;:]+?) (?P<verb>stands|stood) for (?P<what>[^,;:\d]+)$")
_HEAD = re.compile(
    r"(?:an?|the) (?P<head>(?:[\w-]+ )*?[\w-]+)(?= (?:that|which|who|in|of|with|at|for|by|on|from)\b|$)"
)
_THINGS = (NameKind.PRODUCT, NameKind.OTHER)  # of others one asks who they are, or where
_ARTICLE = re.compile(r"(?:a|an|the) ", re.IGNORECASE)


class Defined(NamedTuple):
    """A thing, and what it is."""

    told: Told
    subject: str  # as inside a sentence
    verb: str
    what: str

    @property
    def term(self) -> str:
        """The thing without its article."""
        return _ARTICLE.sub("", self.subject, count=1)

    @property
    def head(self) -> str:
        """The noun that says what it is: dance, of a dance that tells of food."""
        match = _HEAD.match(self.what)
        return match["head"].split()[-1] if match else ""


def proposals(known: Known) -> Iterator[Proposal]:
    """One question for each thing that is said to be something."""
    yield from filter(None, map(_stands_for, known.told))
    found = list(defined(known))
    for each in found:
        others = tuple(_others(each, found))
        # A name takes "the", of which there is one; a word for many things keeps its "a".
        what = each.what if _ARTICLE.match(each.subject) else re.sub(r"^an? ", "the ", each.what)
        what = _owned(what, each.told)
        prompt = attributed(f"What {each.verb} {what} called?", each.told)
        facts = (each.told.reference,)
        told = explained(each.told)
        if len(others) >= _LEAST:
            id = known.id_of(each.told, "called")
            choice = MultipleChoice(
                id=id,
                prompt=prompt,
                answer=_capital(each.subject),
                distractors=others,
                explanation=told,
                facts=facts,
            )
            yield Proposal(NAME, (each.told,), choice)
        id = known.id_of(each.told, "term")
        typed = ShortAnswer(id=id, prompt=prompt, answer=each.term, explanation=told, facts=facts)
        yield Proposal(NAME, (each.told,), typed)


def _owned(what: str, told: Told) -> str:
    """Whose the one thing is that has a name: a car by Benz, of which there are others, is Benz's car."""
    match = re.match(r"(?:an?|the) (?P<thing>[^,]+) (?:by|from) (?P<whose>[A-Z].*)$", what)
    made = match and any(
        spot.text == match["whose"] and spot.name.kind is NameKind.COMPANY for spot in told.spots
    )
    return f"{match['whose']}'s {match['thing']}" if match and made else what


def _stands_for(told: Told) -> Proposal | None:
    """What letters stand for."""
    match = _STANDS.match(told.text)
    if match is None or (
        not match["subject"].isupper() and not re.fullmatch(r"[A-Z]\w*[A-Z]\w*", match["subject"])
    ):
        return None
    helper = "does" if match["verb"] == "stands" else "did"
    question = ShortAnswer(
        id=told.id_for("meaning"),
        prompt=attributed(f"What {helper} {match['subject']} stand for?", told),
        answer=match["what"],
        explanation=explained(told),
        facts=(told.reference,),
    )
    return Proposal(NAME, (told,), question)


def defined(known: Known) -> Iterator[Defined]:
    """The things that statements say what they are, in words enough to know them by."""
    for told in known.told:
        defines = told.fact.kind is FactKind.DEFINITION
        whole = _DEFINED.match(told.text) if defines else None  # what was is told of, and not defined
        match = whole or _IS.match(told.text)
        if match is None or told.claimed or told.names_source or (told.figures and not whole):
            continue
        subject = told.inside(match["subject"]) or (match["subject"] if defines else "")
        length = len(match["what"].split())
        named = any(spot.text == match["subject"] and spot.name.kind in _THINGS for spot in told.spots)
        fits = _SHORTEST < length <= _LONGEST and len(subject.split()) <= _LONGEST_TERM
        is_term = (
            named or bool(_ARTICLE.match(subject)) or (defines and " " not in subject and not told.spots)
        )
        is_whole = not re.search(r",|\b(?:its|his|her|their|it)\b", _OWN.sub("", match["what"]))
        found = Defined(told, subject, match["verb"], match["what"])
        if subject and fits and is_term and is_whole and not _says_its_name(found, defines=defines):
            yield found


def _says_its_name(found: Defined, *, defines: bool) -> bool:
    """Whether what a thing is says its name; a definition may say its sort."""
    shared = stems(found.subject) & stems(found.what)
    return bool(shared) and not (defines and shared == stems(found.head) < stems(found.subject))


def _others(own: Defined, found: list[Defined]) -> Iterator[Distractor]:
    """What other things of the sort are called."""
    given: set[str] = {own.subject}
    for each in found:
        if each.subject not in given and each.head == own.head and len(given) <= _MOST:
            given.add(each.subject)
            yield Distractor(text=_capital(each.subject), why=italic(each.told.fact.says, each.told))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
