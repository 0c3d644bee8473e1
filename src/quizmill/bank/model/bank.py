"""A bank: its topics with their questions, and the evidence."""

import datetime
from collections.abc import Iterator
from typing import Any

import msgspec

from quizmill.bank.model.evidence import DraftFact, Fact, Name, Source
from quizmill.bank.model.parts import Compare, Discussion, Lesson
from quizmill.bank.model.questions import Question
from quizmill.bank.model.record import OWN, Id, OwnFields, Record, Text


class Topic(Record, frozen=True, kw_only=True):
    """A part of the story and its questions.

    Attributes:
        id: The file's name without `.yaml`, after the names of the folders it is in: a/b.yaml is a-b.
        title: What the topic is called.
        deck: The name of its subdeck in Anki, when it is not the title. Once released it never changes.
        formerly: The id it had before, or several: its deck in Anki follows the change.
        elective: Whether it is for those who choose it: without `--topic` or `--id` nobody is asked about it.
        learn: What there is to know before being asked, lesson by lesson.
        questions: The questions, in the order of learning.
        own: The author's own fields, whose names begin with x-. They are kept and never looked at.
    """

    id: Id
    title: Text
    deck: str = ""
    formerly: tuple[Id, ...] = ()
    elective: bool = False
    learn: tuple[Lesson, ...] = ()
    questions: tuple[Question, ...] = ()
    own: OwnFields = msgspec.field(default={}, name=OWN)


class Draft(Record, frozen=True, kw_only=True):
    """A question that its author has not finished: kept as it is written, and asked nowhere.

    Attributes:
        id: The id it gives itself, which it may share with a question of an earlier release; "" for none yet.
        topic: The id of the topic whose file it stands in.
        tree: Its fields as written: text, lists and mappings of text.
    """

    id: str
    topic: Id
    tree: dict[str, Any]


class LeftOut(Record, frozen=True, kw_only=True):
    """A question that an error keeps from being asked, or a topic's file of which nothing can be read.

    Attributes:
        id: The id of the question; "" for a file.
        topic: The id of the topic.
        place: Where it stands: file, line and column.
    """

    id: str
    topic: str
    place: str


GATHERED = (
    "topics",
    "drafts",
    "left_out",
    "sources",
    "draft_facts",
    "names",
)  # of a bank: what its own file does not list


class Bank(Record, frozen=True, kw_only=True):
    """Everything there is to ask, and what it rests on.

    Attributes:
        title: What the bank is called.
        namespace: Never changes: identities in Anki are made from it and a question's id.
        formerly: The namespace it had before, or several: history follows the change, cards in Anki do not.
        language: The language it is written in, as a tag such as en, es or zh-Hans.
        license: The licence its questions are under, such as CC-BY-4.0.
        description: What it is about, shown with the deck.
        deck: The name of its deck in Anki, when it is not the title. Once released it never changes.
        released: The date of this release, such as 2026-11-22: what new and changed notes are stamped with.
        compare: How texts are compared in questions that do not say it: characters, case or spelling.
        discussions: Sittings in which a class talks over its essays; the discussion guide has them.
        topics: Its topics, in the order of learning.
        drafts: Questions that are not finished, in the order of their topics.
        left_out: Questions that errors keep from being asked, as far as their ids can be read.
        sources: The documents it rests on, with their facts.
        draft_facts: Facts that are not finished, in the order of their sources.
        names: People, companies, places and products.
        allow: Findings that have been looked at and are accepted here: the rule, and the reason.
        own: The author's own fields, whose names begin with x-. They are kept and never looked at.
    """

    title: Text
    namespace: Id
    formerly: tuple[Id, ...] = ()
    language: str = "en"
    license: str = ""
    description: str = ""
    deck: str = ""
    released: datetime.date | None = None
    compare: Compare | None = None
    discussions: tuple[Discussion, ...] = ()
    topics: tuple[Topic, ...] = ()
    drafts: tuple[Draft, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    sources: tuple[Source, ...] = ()
    draft_facts: tuple[DraftFact, ...] = ()
    names: tuple[Name, ...] = ()
    allow: dict[Id, Text] = msgspec.field(default_factory=dict)
    own: OwnFields = msgspec.field(default={}, name=OWN)

    def questions(self) -> Iterator[tuple[Topic, Question]]:
        """Every question with its topic, in the bank's order."""
        for topic in self.topics:
            for question in topic.questions:
                yield topic, question

    def by_importance(self) -> list[tuple[Topic, Question]]:
        """The same, with the core of all topics first, and details last; then elective topics alike."""
        return sorted(self.questions(), key=lambda asked: (asked[0].elective, asked[1].importance.rank))

    def facts(self) -> dict[str, tuple[Source, Fact]]:
        """Every fact by its reference `source/fact`."""
        return {f"{source.id}/{fact.id}": (source, fact) for source in self.sources for fact in source.facts}
