"""A quiz as a page of its own, from a bank."""

from __future__ import annotations

from quizmill.app.opening import SoundBank
from quizmill.app.pictures import pictures, pictures_of_lessons
from quizmill.app.sounds import sounds
from quizmill.compose.paper import Paper
from quizmill.compose.study import chapters
from quizmill.export.web.media import Media
from quizmill.export.web.page import page, script
from quizmill.export.web.payload import Payload, read_first, topics_of, words_for
from quizmill.export.web.questions import Asker
from quizmill.grade.accepted.tables import tables
from quizmill.words import language_among, words_in


def practice_page(loaded: SoundBank, paper: Paper, *, language: str = "", compressed: bool = True) -> bytes:
    """The page that asks *paper* and marks at once: what there is to read, the questions, and their keys.

    *language* is that of its own words; without one, the bank's. Raises FileUnusable for a picture or sound
    that cannot be read.
    """
    bank = loaded.bank
    wanted = (language, bank.language)
    words = words_in(*wanted)
    topics = topics_of(paper)
    ids = tuple(topic.id for topic in topics)
    taught = chapters(bank, (topic for topic in bank.topics if topic.id in ids))
    shown = pictures(loaded.folder, paper.exercises) | pictures_of_lessons(loaded.folder, taught)
    media = Media(shown, sounds(loaded.folder, paper.exercises))
    asker = Asker(media, ids, bank.names, words)
    questions = tuple(asker.asked(each, bank.language, with_key=True) for each in paper.exercises)
    judged = tuple(record for each in questions if each.key for record in each.key.accepted)
    payload = Payload(
        title=paper.title,
        language=bank.language,
        spoken=language_among(*wanted),
        bank=bank.namespace,
        paper=paper.fingerprint,
        license=paper.license,
        topics=topics,
        chapters=read_first(taught, topics, media, words),
        questions=questions,
        words=words_for(script(bank.language), words),
        marking=tables(judged, bank.names, bank.language) if judged else {},
    )
    return page(payload, media.urls, words, compressed=compressed)
