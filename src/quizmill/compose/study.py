"""What there is to read before being asked: the lessons of some topics, with where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Fact, Image, Lesson, Source, Topic
from quizmill.bank.pictures import pictures_in
from quizmill.bank.ranges import in_ranges
from quizmill.compose.traits import refuse_unknown
from quizmill.errors import BadRequest
from quizmill.words import Words

_A_MINUTE = 1000  # letters that somebody reads, Chinese ones twice: two hundred words


class Whereabouts(msgspec.Struct, frozen=True):
    """Where in a document something stands."""

    name: str  # the document's short title
    paragraphs: tuple[int, ...]

    def told(self, words: Words) -> str:
        """The document and the paragraphs, as sheets and screens name them."""
        numbers = in_ranges(self.paragraphs)
        return words("sheet.places", n=len(self.paragraphs), name=self.name, numbers=numbers)


class Taught(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson as it is read: markup, where it stands, and what of it is doubted outside its documents."""

    text: str
    places: tuple[Whereabouts, ...] = ()
    doubts: tuple[str, ...] = ()


class Chapter(msgspec.Struct, frozen=True):
    """What a topic has to be read."""

    topic: str  # its id
    title: str
    passages: tuple[Taught, ...]

    @property
    def pictures(self) -> Iterator[Image]:
        """Those in its passages, in reading order."""
        return (image for passage in self.passages for image in pictures_in(passage.text))

    @property
    def minutes(self) -> int:
        """How long it takes to read, at least one."""
        letters = "".join(plain(passage.text) for passage in self.passages)
        wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in letters)
        return max(1, round((len(letters) + wide) / _A_MINUTE))


class Study(msgspec.Struct, frozen=True, kw_only=True):
    """Chapters in the order of learning."""

    title: str
    language: str = "en"
    license: str = ""
    chapters: tuple[Chapter, ...]

    def has_title_of(self, chapter: Chapter) -> bool:
        """Whether its own title is the chapter's too, and need not stand there twice."""
        return len(self.chapters) == 1 and chapter.title == self.title


def together(passages: Iterable[Taught]) -> tuple[Whereabouts, ...]:
    """Where all of them stand, each document once."""
    places = (place for passage in passages for place in passage.places)
    return whereabouts((place.name, paragraph) for place in places for paragraph in place.paragraphs)


def study(bank: Bank, topics: Sequence[str] = ()) -> Study:
    """What the topics with these ids have to be read; without any, what all have.

    Raises BadRequest for an id that no topic has, and where there is nothing to read.
    """
    refuse_unknown("topic", topics, (topic.id for topic in bank.topics))
    chosen = [topic for topic in bank.topics if topic.learn and (not topics or topic.id in topics)]
    if not chosen:
        where = "in these topics" if topics else "in this bank"
        raise BadRequest(f"there is nothing to read {where}; it stands below `learn:` in a topic's file")
    alone = len(chosen) == 1 and bool(topics)
    return Study(
        title=chosen[0].title if alone else bank.title,
        language=bank.language,
        license=bank.license,
        chapters=chapters(bank, chosen),
    )


def whereabouts(found: Iterable[tuple[str, int]]) -> tuple[Whereabouts, ...]:
    """Paragraphs, each with the short title of its document, document by document."""
    numbers: dict[str, set[int]] = {}
    for name, paragraph in found:
        numbers.setdefault(name, set()).add(paragraph)
    return tuple(Whereabouts(name, tuple(sorted(each))) for name, each in numbers.items())


def where(facts: Iterable[tuple[Source, Fact]]) -> tuple[Whereabouts, ...]:
    """Where these facts stand."""
    return whereabouts((source.name, fact.paragraph) for source, fact in facts)


def in_one_line(places: Iterable[Whereabouts], words: Words) -> str:
    """All the places, one after the other; empty without any."""
    return words("list.between").join(place.told(words) for place in places)


def doubts(facts: Iterable[tuple[Source, Fact]]) -> tuple[str, ...]:
    """What is disputed of them outside their documents, each said once."""
    return tuple(dict.fromkeys(fact.doubt for _, fact in facts if fact.doubt))


def chapters(bank: Bank, topics: Iterable[Topic]) -> tuple[Chapter, ...]:
    """What those of *topics* have to be read that have anything."""
    facts = bank.facts()

    def passage(lesson: Lesson) -> Taught:
        found = [facts[reference] for reference in lesson.facts]
        return Taught(text=lesson.text, places=where(found), doubts=doubts(found))

    return tuple(
        Chapter(topic.id, topic.title, tuple(map(passage, topic.learn))) for topic in topics if topic.learn
    )
