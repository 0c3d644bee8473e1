"""The records of a bank. They say what is known, never where it was written or how it is shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FactRef = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(pattern=r"\S")]
Tag = Annotated[str, Meta(pattern=r"^\S+$")]


class FactKind(StrEnum):
    """What sort of thing a fact states."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    EVENT = "event"
    CAUSE = "cause"
    CLAIM = "claim"
    COMPARISON = "comparison"
    DEFINITION = "definition"
    POSITION = "position"
    LESSON = "lesson"


class NameKind(StrEnum):
    """What sort of thing bears a name."""

    PERSON = "person"
    COMPANY = "company"
    PLACE = "place"
    PRODUCT = "product"
    OTHER = "other"


class Difficulty(StrEnum):
    """The author's estimate of how hard a question is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Level(StrEnum):
    """What a question asks of the mind (Bloom's taxonomy, revised 2001, without "create")."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What every record shares: it cannot change, and a field nobody knows is a mistake.

    Nor can it hold itself, so Python's search for cycles may pass it by: a large bank has many records.
    """


class Fact(Record, frozen=True, kw_only=True):
    """One thing a document says, in our own words."""

    id: Id
    paragraph: Annotated[int, Meta(ge=1)]  # the n-th non-blank line of the document
    says: Text
    terms: tuple[Text, ...] = ()  # names and figures that must stand in that paragraph
    kind: FactKind = FactKind.CLAIM
    about: str = ""  # facts with the same `about` can be compared; different values are a conflict
    value: str = ""
    as_of: str = ""  # the time at which it was true, planned or promised
    doubt: str = ""  # why it is disputed outside the document
    allow: dict[Id, Text] = {}


class Section(Record, frozen=True, kw_only=True):
    """A part of a document, from its first paragraph up to the next section's."""

    title: Text
    first: Annotated[int, Meta(ge=1)] = msgspec.field(name="from")


class Source(Record, frozen=True, kw_only=True):
    """A document, and the facts it states."""

    id: Id
    title: Text
    short_title: str = ""
    published: datetime.date | None = None
    document: str = ""  # the file it was read from
    sha256: str = ""  # of that file's bytes
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    states_nothing: tuple[Annotated[int, Meta(ge=1)], ...] = ()

    @property
    def name(self) -> str:
        """The short title where there is one."""
        return self.short_title or self.title


class Name(Record, frozen=True, kw_only=True):
    """A person, company, place or product, and what else it is called."""

    name: Text
    kind: NameKind = NameKind.OTHER
    aliases: tuple[Text, ...] = ()


class Distractor(Record, frozen=True, kw_only=True):
    """A wrong option, and why it tempts."""

    text: Text
    why: str = ""


class Point(Record, frozen=True, kw_only=True):
    """One thing a full essay names."""

    point: Text
    facts: tuple[FactRef, ...] = ()


class Image(Record, frozen=True, kw_only=True):
    """A picture beside the question file, and what it shows in words."""

    file: Text
    alt: Text


class BaseQuestion(Record, frozen=True, kw_only=True, tag_field="type"):
    """The fields all nine kinds share. `id` never changes; the wording may."""

    id: Id
    explanation: str = ""
    facts: tuple[FactRef, ...] = ()
    difficulty: Difficulty = Difficulty.MEDIUM
    level: Level = Level.REMEMBER
    tags: tuple[Tag, ...] = ()
    hint: str = ""
    context: str = ""  # shown above the prompt: a case, a table, a quotation to work on
    image: Image | None = None
    marks: Annotated[int, Meta(ge=1, le=100)] = 1
    allow: dict[Id, Text] = {}  # rule id -> why its finding is accepted here


class MultipleChoice(BaseQuestion, frozen=True, kw_only=True, tag="multiple_choice"):
    """One right answer among wrong ones."""

    prompt: Text
    answer: Text
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=1, max_length=9)]
    shuffle: bool = True  # false: options keep the order in which they are written
    pin_last: bool = False  # true: the option written last stays last
    place: Annotated[int, Meta(ge=1, le=10)] = 1  # where the answer stands in the order as written


class MultipleResponse(BaseQuestion, frozen=True, kw_only=True, tag="multiple_response"):
    """Several right answers among wrong ones."""

    prompt: Text
    answers: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=9)]
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=1, max_length=9)]


class TrueFalse(BaseQuestion, frozen=True, kw_only=True, tag="true_false"):
    """A statement to judge."""

    prompt: Text
    answer: bool
    correction: str = ""  # what is true instead, when the statement is false


class ShortAnswer(BaseQuestion, frozen=True, kw_only=True, tag="short_answer"):
    """A few words to recall."""

    prompt: Text
    answer: Text
    accept: tuple[Text, ...] = ()


class Numerical(BaseQuestion, frozen=True, kw_only=True, tag="numerical"):
    """A number, sum of money, percentage, year or date to recall or work out."""

    prompt: Text
    answer: Text  # as written; `bank.values` reads it
    unit: str = ""
    tolerance: Text = "0"  # absolute, or `N%` of the answer


class Cloze(BaseQuestion, frozen=True, kw_only=True, tag="cloze"):
    """A text with blanks: `In {{2004}} Joyo.com was bought by {{Amazon|Amazon.com}}.`"""

    text: Text


class Matching(BaseQuestion, frozen=True, kw_only=True, tag="matching"):
    """Lefts to be joined to their rights; `extra` rights belong to nobody."""

    prompt: Text
    pairs: Annotated[tuple[tuple[Text, Text], ...], Meta(min_length=2, max_length=26)]
    extra: tuple[Text, ...] = ()


class Ordering(BaseQuestion, frozen=True, kw_only=True, tag="ordering"):
    """Steps to be put in order; `sequence` is the right one."""

    prompt: Text
    sequence: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=26)]


class Essay(BaseQuestion, frozen=True, kw_only=True, tag="essay"):
    """A question answered at length and marked against its points."""

    prompt: Text
    points: Annotated[tuple[Point, ...], Meta(min_length=1)]
    lines: Annotated[int, Meta(ge=1, le=200)] | None = None  # of space on paper; by the points unless said


Question = (
    MultipleChoice
    | MultipleResponse
    | TrueFalse
    | ShortAnswer
    | Numerical
    | Cloze
    | Matching
    | Ordering
    | Essay
)

KINDS: dict[str, type[Question]] = {
    "multiple_choice": MultipleChoice,
    "multiple_response": MultipleResponse,
    "true_false": TrueFalse,
    "short_answer": ShortAnswer,
    "numerical": Numerical,
    "cloze": Cloze,
    "matching": Matching,
    "ordering": Ordering,
    "essay": Essay,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


def kind_of(question: Question) -> str:
    """The question's `type`, as written in YAML."""
    return _NAMES[type(question)]


def references_of(question: Question) -> tuple[str, ...]:
    """The facts a question rests on, as `source/fact`, those of an essay's points included."""
    points = question.points if isinstance(question, Essay) else ()
    return (*question.facts, *(fact for point in points for fact in point.facts))


class Topic(Record, frozen=True, kw_only=True):
    """A part of the story and its questions; the id is the file's name."""

    id: Id
    title: Text
    deck: str = ""  # the Anki subdeck's name, when it is not the title
    questions: tuple[Question, ...] = ()


class Bank(Record, frozen=True, kw_only=True):
    """Everything there is to ask, and what it rests on."""

    title: Text
    namespace: Id  # never changes: identities in Anki are made from it and a question's id
    language: str = "en"  # BCP 47
    license: str = ""
    description: str = ""
    deck: str = ""  # the Anki deck's name, when it is not the title
    released: datetime.date | None = None
    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()
    names: tuple[Name, ...] = ()
    allow: dict[Id, Text] = {}

    def questions(self) -> Iterator[tuple[Topic, Question]]:
        """Every question with its topic, in the bank's order."""
        for topic in self.topics:
            for question in topic.questions:
                yield topic, question

    def facts(self) -> dict[str, tuple[Source, Fact]]:
        """Every fact by its reference `source/fact`."""
        return {f"{source.id}/{fact.id}": (source, fact) for source in self.sources for fact in source.facts}
