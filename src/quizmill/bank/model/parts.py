"""What topics and questions are made of: lessons, options, points, pictures, sounds, and words that rank."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from quizmill.bank.model.record import FactRef, Id, Record, Text


class Importance(StrEnum):
    """How much a question matters; core is what somebody who has an hour should know."""

    CORE = "core"
    USEFUL = "useful"
    DETAIL = "detail"

    @property
    def rank(self) -> int:
        """0 for what comes first."""
        return list(Importance).index(self)


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


class Compare(StrEnum):
    """What tells two texts apart that a reader would mostly call the same."""

    CHARACTERS = "characters"
    CASE = "case"
    SPELLING = "spelling"


class Distractor(Record, frozen=True, kw_only=True):
    """A wrong option, and why it tempts; written as its text alone, or with both fields.

    Attributes:
        text: The option as it is shown.
        why: Why it tempts, shown to whoever picks it.
    """

    text: Text
    why: str = ""


class Point(Record, frozen=True, kw_only=True):
    """One thing a full essay names; written as its text alone, or with its facts.

    Attributes:
        point: What the essay should name.
        facts: The facts it rests on, as source/fact.
    """

    point: Text
    facts: tuple[FactRef, ...] = ()


class Lesson(Record, frozen=True, kw_only=True):
    """Something to read before being asked; written as its text alone, or with its facts.

    Attributes:
        text: What there is to know, in one paragraph or block or in several.
        facts: The facts it rests on, as source/fact.
    """

    text: Text
    facts: tuple[FactRef, ...] = ()


class Discussion(Record, frozen=True, kw_only=True):
    """A sitting in which a class talks over one essay or several.

    Attributes:
        title: What it is about.
        opening: What to begin with: something that everybody can answer without having read.
        questions: The essays to talk over, by id, in the order of the talk.
        closing: What to end with: something that takes what was said home.
        minutes: How long it takes.
    """

    title: Text
    opening: str = ""
    questions: Annotated[tuple[Id, ...], Meta(min_length=1)]
    closing: str = ""
    minutes: Annotated[int, Meta(ge=1)] = 45


class Image(Record, frozen=True, kw_only=True):
    """A picture, and what it shows in words.

    Attributes:
        file: Its path from the bank's folder.
        alt: What it shows, for those who cannot see it.
        credit: Who made it and under which licence, where that must be said.
    """

    file: Text
    alt: Text
    credit: str = ""


class Audio(Record, frozen=True, kw_only=True):
    """A sound, and what is said in it.

    Attributes:
        file: Its path from the bank's folder.
        transcript: What is said or heard, for those who cannot hear it and for paper. Shown with the answer.
        credit: Who made it and under which licence, where that must be said.
    """

    file: Text
    transcript: Text
    credit: str = ""


class Provenance(Record, frozen=True, kw_only=True):
    """Where an import found a question, so that a second import knows it again. Machines write it.

    Attributes:
        format: The format it came in, such as gift.
        file: The name of the file, without its folder.
        id: What the question is called there: an identifier, a name or a number.
    """

    format: Id
    file: str = ""
    id: str = ""
