"""What documents say: sources and their facts, and the names of people, companies and things."""

import datetime
from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from quizmill.bank.model.record import OWN, Id, OwnFields, Record, Text


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


class Cut(StrEnum):
    """What parts the paragraphs of a document."""

    LINE = "line"
    BLANK_LINE = "blank-line"


class Fact(Record, frozen=True, kw_only=True):
    """One thing a document says, in our own words.

    Attributes:
        id: Names the fact within its source, for ever: questions refer to it as source/fact.
        paragraph: Where it stands: the n-th paragraph of the document, counted from 1.
        says: What the document says, in our own words, never in the document's.
        terms: Names and figures that must stand in that paragraph.
        kind: What sort of thing it states.
        about: What it is about. Facts about the same thing can be compared; different values are a conflict.
        value: The date, number or name it states, to be compared.
        as_of: The time at which it was true, planned or promised.
        doubt: Why it is disputed outside the document; it is then asked only as somebody's claim.
        allow: Findings that have been looked at and are accepted here: the rule, and the reason.
        own: The author's own fields, whose names begin with x-. They are kept and never looked at.
    """

    id: Id
    paragraph: Annotated[int, Meta(ge=1)]
    says: Text
    terms: tuple[Text, ...] = ()
    kind: FactKind = FactKind.CLAIM
    about: str = ""
    value: str = ""
    as_of: str = ""
    doubt: str = ""
    allow: dict[Id, Text] = msgspec.field(default_factory=dict)
    own: OwnFields = msgspec.field(default={}, name=OWN)


class DraftFact(Record, frozen=True, kw_only=True):
    """A fact that its author has not finished: kept as it is written, and nothing rests on it.

    Attributes:
        id: The id it gives itself; "" for none yet.
        source: The id of the source whose file it stands in.
        paragraph: The paragraph it names; 0 for none that can be read.
        tree: Its fields as written: text, lists and mappings of text.
    """

    id: str
    source: Id
    paragraph: int
    tree: dict[str, Any]

    @property
    def terms(self) -> tuple[str, ...]:
        """Its terms, as far as they are texts."""
        listed = self.tree.get("terms")
        return tuple(each for each in listed if isinstance(each, str)) if isinstance(listed, list) else ()


class Section(Record, frozen=True, kw_only=True):
    """A part of a document, from its first paragraph up to the next section's.

    Attributes:
        title: Its heading.
        first: Its first paragraph.
    """

    title: Text
    first: Annotated[int, Meta(ge=1)] = msgspec.field(name="from")


class Source(Record, frozen=True, kw_only=True):
    """A document, and the facts it states.

    Attributes:
        id: Names the source, for ever: questions refer to its facts as source/fact.
        title: The document's full title.
        short_title: How it is called where there is little room.
        published: The day on which it was published, such as 2025-08-30.
        document: The name of the file it was read from.
        sha256: That file's fingerprint, its line ends read as those of Unix.
        paragraphs: What a paragraph is: a line that is not blank (line), or the lines between two that are.
        sections: The document's parts, in order.
        facts: What it says, fact by fact.
        states_nothing: Paragraphs that were looked at and state nothing, such as headings: 1, 4-7, 9 to 20.
        own: The author's own fields, whose names begin with x-. They are kept and never looked at.
    """

    id: Id
    title: Text
    short_title: str = ""
    published: datetime.date | None = None
    document: str = ""
    sha256: str = ""
    paragraphs: Cut = Cut.LINE
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    states_nothing: tuple[Annotated[int, Meta(ge=1)], ...] = ()
    own: OwnFields = msgspec.field(default={}, name=OWN)

    @property
    def name(self) -> str:
        """The short title where there is one."""
        return self.short_title or self.title


class Name(Record, frozen=True, kw_only=True, cache_hash=True):  # every mark looks them up
    """A person, company, place or product, and what else it is called.

    Attributes:
        name: The name as it is usually written.
        kind: What sort of thing bears it.
        aliases: Other names and spellings of the same; each is right where the name is.
    """

    name: Text
    kind: NameKind = NameKind.OTHER
    aliases: tuple[Text, ...] = ()
