"""What does it say about that? What the facts under one heading say is told at length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from quizmill.bank.model import Essay, FactKind, Point, Section, Source
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.manners.choices import NUMBERS
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import explained, italic
from quizmill.words import words_in

NAME = "essay"
_TELLING = frozenset({FactKind.CAUSE, FactKind.LESSON})  # several of which are reasons or lessons together
_COUNTED = re.compile(
    r"^(?P<own>.+?) (?:is|are|was|were) (?:a|the) (?:first|second|third|fourth|fifth)"
    r" (?P<noun>[a-z]+[a-rt-z]) (?P<of>(?:of|for|why) .+)$"
)
_LIST = re.compile(
    r"^(?P<members>[^;:]+, [^;:]+ and [^,;:]+) are the (?P<n>[a-z]+) (?P<what>[a-z]+ of [^,;:]+)$"
)
_SEPARATOR = re.compile(r", | and ")
_ADDED = 1  # words by which a point must say more than the heading
_LEAST, _MOST = 3, 5
_GENERAL = stems(
    "takeaways introduction conclusion summary history overview background learn lessons key points more"
    " why how what"
)
_NUMBERED = re.compile(r"^(?:\(\w{1,3}\)|\w{1,2}[.)]|Act [IVX]+:|Chapter \w+:|Epilogue:|Prologue:) +")


def proposals(known: Known) -> Iterator[Proposal]:
    """What counted lists name; and each part of a document where three facts and more tell of its heading."""
    yield from filter(None, map(_listed, known.told))
    for source in known.bank.sources:
        for section, told in _parts(source, known):
            title = _NUMBERED.sub("", section.title).rstrip(".")
            found = [each for each in told if not each.fact.doubt and not _repeats(each, title)]
            points, what = _related(found)
            if len(points) < _LEAST or section.title in (source.title, source.name):
                continue
            if not what and not _is_about(title, points, known):
                continue
            prompt = words_in(known.bank.language)(
                "draft.tell_at_length", source=f"*{source.name}*", title=title, n=len(points)
            )
            if what:
                prompt = f"Which {NUMBERS[len(points)]} {what} does *{source.name}* name?"
            question = Essay(
                id=known.id_of(points[0], "essay"),
                prompt=prompt,
                points=tuple(
                    Point(point=italic(_full(each, what), each), facts=(each.reference,)) for each in points
                ),
                explanation=words_in(known.bank.language)(
                    "draft.stands_under", source=f"*{source.name}*", title=title
                ),
                facts=tuple(each.reference for each in points),
                marks=len(points),
            )
            yield Proposal(NAME, tuple(points), question)


def _listed(told: Told) -> Proposal | None:
    """Which three classes of reefs are there? Each that a fact lists is a point."""
    match = None if told.claimed or told.names_source else _LIST.match(told.text)
    members = _SEPARATOR.split(match["members"]) if match else []
    if match is None or NUMBERS.get(len(members)) != match["n"]:
        return None
    question = Essay(
        id=told.id_for("members"),
        prompt=italic(f"Which {match['n']} {match['what']} are there?", told),
        points=tuple(
            Point(point=f"{each[:1].upper()}{each[1:]}.", facts=(told.reference,)) for each in members
        ),
        explanation=explained(told),
        facts=(told.reference,),
        marks=len(members),
    )
    return Proposal(NAME, (told,), question)


def _related(found: list[Told]) -> tuple[list[Told], str]:
    """The facts that tell like things, and what these are where the facts count them: strengths of a model.

    Else they are those of one kind, causes or lessons, of which there are most.
    """
    counted: dict[str, list[Told]] = {}
    kinds: dict[FactKind, list[Told]] = {}
    for told in found:
        if match := _COUNTED.match(told.text):
            counted.setdefault(f"{match['noun']}s {match['of']}", []).append(told)
        if told.fact.kind in _TELLING:
            kinds.setdefault(told.fact.kind, []).append(told)
    what = max(counted, key=lambda each: len(counted[each]), default="")
    if what and len(counted[what]) >= _LEAST:
        return counted[what][:_MOST], what
    return max(kinds.values(), key=len, default=[])[:_MOST], ""


def _repeats(told: Told, title: str) -> bool:
    """Whether a point says no more than the heading."""
    own = stems(title) - _GENERAL
    return bool(own) and own <= told.stems and len(told.stems) - len(own) <= _ADDED


def _is_about(title: str, points: list[Told], known: Known) -> bool:
    """Whether a heading says what its facts are about: two of them share a word with it."""
    own = stems(title) - stems(" ".join(known.hubs)) - _GENERAL
    return sum(bool(own & each.stems) for each in points) > 1


def _full(told: Told, what: str) -> str:
    """The point, without the words that the prompt has."""
    match = _COUNTED.match(told.text) if what else None
    if match:
        return f"{match['own'].rstrip(',')}."
    return told.text if told.text.endswith((".", "?", "!")) else f"{told.text}."


def _parts(source: Source, known: Known) -> Iterator[tuple[Section, list[Told]]]:
    own = [told for told in known.told if told.source.id == source.id]
    last = max((told.fact.paragraph for told in own), default=0)
    for section, following in zip_longest(source.sections, source.sections[1:]):
        end = following.first if following else last + 1
        yield section, [told for told in own if section.first <= told.fact.paragraph < end]
