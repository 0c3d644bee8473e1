"""All that a page knows, as data, and as the text that stands in the page."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from quizmill.compose.paper import Paper
from quizmill.compose.study import Chapter, Taught
from quizmill.export.web.hand_in import HandInPage
from quizmill.export.web.markup_html import Setter
from quizmill.export.web.media import Media
from quizmill.export.web.questions import AskedQuestion
from quizmill.grade.accepted.tables import Tables
from quizmill.words import Forms, Words

# In a script's element these would end it or be read as something else.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_KEY = re.compile(r'"([a-z]+(?:\.[a-z_0-9]+)+)"')  # of a text, as a script names it
_PART = re.compile(r"`([a-z]+\.)\$\{")  # a part of such keys, to which one of several names is added


class Passage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A lesson as HTML, where it stands, and what of it is doubted, in plain text."""

    heading: str = ""
    html: str
    places: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


class WebChapter(msgspec.Struct, frozen=True):
    """What a topic has to be read."""

    topic: int
    minutes: int
    passages: tuple[Passage, ...]


class WebTopic(msgspec.Struct, frozen=True):
    """A topic by its id and its title."""

    id: str
    title: str


class Payload(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a page asks, in which words, and what it is."""

    title: str
    language: str  # of the bank
    spoken: str  # the language of *words*
    bank: str  # its namespace
    paper: str  # the fingerprint
    form: str = ""
    license: str = ""
    topics: tuple[WebTopic, ...]
    chapters: tuple[WebChapter, ...] = ()
    questions: tuple[AskedQuestion, ...]
    hand_in: HandInPage | None = None  # None: to practise
    words: dict[str, str | Forms]
    marking: Tables = msgspec.field(default_factory=dict)  # by which a page with keys judges what is typed


def topics_of(paper: Paper) -> tuple[WebTopic, ...]:
    """The topics of a paper, in the order in which they come up."""
    titles = {exercise.topic: exercise.topic_title for exercise in paper.exercises}
    return tuple(WebTopic(id, title) for id, title in titles.items())


def read_first(
    chapters: tuple[Chapter, ...], topics: tuple[WebTopic, ...], media: Media, words: Words
) -> tuple[WebChapter, ...]:
    """What is read before being asked, for those of the *topics* that have something."""
    setter, ids = Setter(media), [topic.id for topic in topics]
    return tuple(
        WebChapter(
            topic=ids.index(chapter.topic),
            minutes=chapter.minutes,
            passages=tuple(_passage(each, setter, words) for each in chapter.passages),
        )
        for chapter in chapters
        if chapter.topic in ids
    )


def _passage(taught: Taught, setter: Setter, words: Words) -> Passage:
    heading, html = setter.headed(taught.text)
    places = tuple(place.told(words) for place in taught.places)
    return Passage(heading=heading, html=html, places=places, doubts=taught.doubts)


def words_for(script: str, words: Words) -> dict[str, str | Forms]:
    """The texts whose keys stand in the script, as they are written in the language's file."""
    named = {*_KEY.findall(script), *(key for part in _PART.findall(script) for key in words.keys(part))}
    return {key: text for key in sorted(named) if (text := words.text(key)) is not None}


def as_text(payload: Payload | Mapping[str, str]) -> str:
    """The payload as JSON in which nothing ends an element of a page."""
    text = msgspec.json.encode(payload).decode()
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
