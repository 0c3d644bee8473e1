"""What does it say about that? What the facts under one heading say is told at length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from quizmill.bank.model import Essay, FactKind, Level, Point, Section, Source
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import italic
from quizmill.words import words_in

NAME = "essay"
_TELLING = frozenset(
    {FactKind.CAUSE, FactKind.LESSON, FactKind.CLAIM, FactKind.POSITION, FactKind.COMPARISON, FactKind.EVENT}
)
_LEAST, _MOST = 3, 5
_GENERAL = stems(
    "takeaways introduction conclusion summary history overview background learn lessons key points more"
)
_NUMBERED = re.compile(r"^(?:\(\w{1,3}\)|\w{1,2}[.)]|Act [IVX]+:|Chapter \w+:|Epilogue:|Prologue:) +")


def proposals(known: Known) -> Iterator[Proposal]:
    """One essay for each part of a document in which three facts and more tell of what its heading says."""
    for source in known.bank.sources:
        for section, told in _parts(source, known):
            points = [each for each in told if each.fact.kind in _TELLING and not each.fact.doubt][:_MOST]
            if len(points) < _LEAST or section.title in (source.title, source.name):
                continue
            title = _NUMBERED.sub("", section.title).rstrip(".")
            if not _is_about(title, points, known):
                continue
            prompt = words_in(known.bank.language)(
                "draft.tell_at_length", source=f"*{source.name}*", title=title, n=_LEAST
            )
            question = Essay(
                id=known.id_of(points[0], "essay"),
                prompt=prompt,
                points=tuple(
                    Point(point=italic(_full(each), each), facts=(each.reference,)) for each in points
                ),
                explanation=words_in(known.bank.language)(
                    "draft.stands_under", source=f"*{source.name}*", title=title
                ),
                facts=tuple(each.reference for each in points),
                level=Level.UNDERSTAND,
                marks=len(points),
            )
            yield Proposal(NAME, tuple(points), question)


def _is_about(title: str, points: list[Told], known: Known) -> bool:
    """Whether a heading says what its facts are about: two of them share a word with it."""
    own = stems(title) - stems(" ".join(known.hubs)) - _GENERAL
    return sum(bool(own & each.stems) for each in points) > 1


def _full(told: Told) -> str:
    return told.text if told.text.endswith((".", "?", "!")) else f"{told.text}."


def _parts(source: Source, known: Known) -> Iterator[tuple[Section, list[Told]]]:
    own = [told for told in known.told if told.source.id == source.id]
    last = max((told.fact.paragraph for told in own), default=0)
    for section, following in zip_longest(source.sections, source.sections[1:]):
        end = following.first if following else last + 1
        yield section, [told for told in own if section.first <= told.fact.paragraph < end]
