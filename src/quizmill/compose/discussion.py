"""A discussion guide: what a class talks over, sitting by sitting, and what to listen for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from quizmill.bank.model import Bank, Discussion, Essay, Fact, Source, Topic, references_of
from quizmill.compose.study import Whereabouts, doubts, where
from quizmill.compose.traits import refuse_unknown
from quizmill.errors import BadRequest


class Heard(msgspec.Struct, frozen=True):
    """A point to listen for, as markup, and where it stands."""

    point: str
    places: tuple[Whereabouts, ...] = ()


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """One essay as it is talked over."""

    essay: Essay
    points: tuple[Heard, ...]
    doubts: tuple[str, ...] = ()  # what is disputed outside the documents


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """What is talked over in one go; *opening* and *closing* are markup."""

    title: str
    minutes: int
    read_before: tuple[str, ...]  # titles of topics that have something to read
    opening: str = ""
    talks: tuple[Talk, ...]
    closing: str = ""


class DiscussionGuide(msgspec.Struct, frozen=True, kw_only=True):
    """The sittings, in the order of bank.yaml."""

    title: str
    language: str = "en"
    license: str = ""
    sittings: tuple[Sitting, ...]


def discussion_guide(bank: Bank, topics: Sequence[str] = ()) -> DiscussionGuide:
    """The discussions of the bank; with *topics*, those that talk over an essay of one of them.

    Raises BadRequest for an id that no topic has, and where there is no discussion.
    """
    refuse_unknown("topic", topics, (topic.id for topic in bank.topics))
    asked = {
        question.id: _Placed(topic, question)
        for topic, question in bank.questions()
        if isinstance(question, Essay)  # another is an error of the bank, and there may be broken ones
    }
    facts = bank.facts()
    sittings = [_sitting(each, asked, facts) for each in bank.discussions if _is_about(each, asked, topics)]
    found = tuple(each for each in sittings if each.talks)
    if not found:
        where = "these topics have" if topics else "this bank has"
        raise BadRequest(f"{where} no discussion; they stand below `discussions:` in bank.yaml")
    return DiscussionGuide(title=bank.title, language=bank.language, license=bank.license, sittings=found)


class _Placed(NamedTuple):
    topic: Topic
    essay: Essay


def _is_about(discussion: Discussion, asked: Mapping[str, _Placed], topics: Sequence[str]) -> bool:
    return not topics or any(id in asked and asked[id].topic.id in topics for id in discussion.questions)


def _sitting(
    discussion: Discussion, asked: Mapping[str, _Placed], facts: Mapping[str, tuple[Source, Fact]]
) -> Sitting:
    found = [asked[id] for id in discussion.questions if id in asked]
    return Sitting(
        title=discussion.title,
        minutes=discussion.minutes,
        read_before=tuple(dict.fromkeys(topic.title for topic, _ in found if topic.learn)),
        opening=discussion.opening,
        talks=tuple(_talk(essay, facts) for _, essay in found),
        closing=discussion.closing,
    )


def _talk(essay: Essay, facts: Mapping[str, tuple[Source, Fact]]) -> Talk:
    def told(references: Iterable[str]) -> list[tuple[Source, Fact]]:
        return [facts[reference] for reference in references]

    return Talk(
        essay=essay,
        points=tuple(Heard(each.point, where(told(each.facts))) for each in essay.points),
        doubts=doubts(told(references_of(essay))),
    )
