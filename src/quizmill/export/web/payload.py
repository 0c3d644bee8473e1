"""All that a page knows, as data, and as the text that stands in the page."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Mapping

import msgspec

from quizmill.compose.paper import Paper
from quizmill.compose.study import Chapter
from quizmill.export.web.markup_html import Setter
from quizmill.export.web.media import Media
from quizmill.export.web.questions import AskedQuestion
from quizmill.words import Forms, Words

# In a script's element these would end it or be read as something else.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_KEY = re.compile(r'"([a-z]+(?:\.[a-z_0-9]+)+)"')  # of a text, as a script names it


class Passage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A lesson as HTML, where it stands, and what of it is doubted, in plain text."""

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
    words: dict[str, str | Forms]


def topics_of(paper: Paper) -> tuple[WebTopic, ...]:
    """The topics of a paper, in the order in which they come up."""
    titles = {exercise.topic: exercise.topic_title for exercise in paper.exercises}
    return tuple(WebTopic(id, title) for id, title in titles.items())


def read_first(
    chapters: tuple[Chapter, ...], topics: tuple[WebTopic, ...], media: Media, words: Words
) -> tuple[WebChapter, ...]:
    """What is read before being asked, for those of the *topics* that have something."""
    html, ids = Setter(media).html, [topic.id for topic in topics]
    return tuple(
        WebChapter(
            topic=ids.index(chapter.topic),
            minutes=chapter.minutes,
            passages=tuple(
                Passage(html(each.text), tuple(place.told(words) for place in each.places), each.doubts)
                for each in chapter.passages
            ),
        )
        for chapter in chapters
        if chapter.topic in ids
    )


def words_for(script: str, words: Words) -> dict[str, str | Forms]:
    """The texts whose keys stand in the script, as they are written in the language's file."""
    return {key: text for key in sorted(set(_KEY.findall(script))) if (text := words.text(key)) is not None}


def packed(payload: Payload) -> str:
    """The payload deflated, in base64."""
    return base64.b64encode(zlib.compress(msgspec.json.encode(payload), 9)).decode()


def as_text(payload: Payload | Mapping[str, str]) -> str:
    """The payload as JSON in which nothing ends an element of a page."""
    text = msgspec.json.encode(payload).decode()
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
