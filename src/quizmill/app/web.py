"""A quiz as a page of its own, from a bank."""

from __future__ import annotations

import msgspec

from quizmill.app.opening import SoundBank
from quizmill.app.pictures import pictures, pictures_of_lessons
from quizmill.app.sounds import sounds
from quizmill.bank.model import Name
from quizmill.compose.paper import Paper
from quizmill.compose.study import Chapter, chapters
from quizmill.export.web.media import Media
from quizmill.export.web.page import page, script
from quizmill.export.web.payload import Payload, read_first, topics_of, words_for
from quizmill.export.web.questions import Asker
from quizmill.grade.accepted.tables import tables
from quizmill.words import language_among, words_in


class Practice(msgspec.Struct, frozen=True, kw_only=True):
    """All that a page for practice is made of: what is asked and read, the bank's names, pictures, sounds."""

    paper: Paper
    names: tuple[Name, ...]
    chapters: tuple[Chapter, ...]
    pictures: dict[str, bytes]
    sounds: dict[str, bytes]


def practice(loaded: SoundBank, paper: Paper) -> Practice:
    """What the page of *paper* is made of, with what its topics have to be read.

    Raises FileUnusable for a picture or sound that cannot be read.
    """
    ids = {exercise.topic for exercise in paper.exercises}
    taught = chapters(loaded.bank, (topic for topic in loaded.bank.topics if topic.id in ids))
    return Practice(
        paper=paper,
        names=loaded.bank.names,
        chapters=taught,
        pictures=pictures(loaded.folder, paper.exercises) | pictures_of_lessons(loaded.folder, taught),
        sounds=sounds(loaded.folder, paper.exercises),
    )


def practice_page(made_of: Practice, *, language: str = "", compressed: bool = True) -> bytes:
    """The page that asks and marks at once: what there is to read, the questions, and their keys.

    *language* is that of its own words; without one, the bank's.
    """
    paper = made_of.paper
    wanted = (language, paper.language)
    words = words_in(*wanted)
    topics = topics_of(paper)
    media = Media(made_of.pictures, made_of.sounds)
    asker = Asker(media, tuple(topic.id for topic in topics), made_of.names, words)
    questions = tuple(asker.asked(each, paper.language, with_key=True) for each in paper.exercises)
    judged = tuple(record for each in questions if each.key for record in each.key.accepted)
    payload = Payload(
        title=paper.title,
        language=paper.language,
        spoken=language_among(*wanted),
        bank=paper.namespace,
        paper=paper.fingerprint,
        license=paper.license,
        topics=topics,
        chapters=read_first(made_of.chapters, topics, media, words),
        questions=questions,
        words=words_for(script(paper.language), words),
        marking=tables(judged, made_of.names, paper.language) if judged else {},
    )
    return page(payload, media.urls, words, compressed=compressed)
