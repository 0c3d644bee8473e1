"""The picture files that exercises and lessons name, read for an export."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizmill.app.media import read_all
from quizmill.bank.model import Image, Question
from quizmill.bank.picture import read_picture
from quizmill.bank.pictures import pictures as pictures_of
from quizmill.compose.discussion import DiscussionGuide
from quizmill.compose.exercise import Exercise
from quizmill.compose.study import Chapter


def pictures(folder: Path, exercises: Iterable[Exercise]) -> dict[str, bytes]:
    """The bytes of each picture, by the path that its question gives.

    Raises FileUnusable for one that cannot be read, that is too large, or that lies outside *folder*.
    """
    return pictures_of_questions(folder, (exercise.question for exercise in exercises))


def pictures_of_questions(folder: Path, questions: Iterable[Question]) -> dict[str, bytes]:
    """The same of questions as they are written; raises FileUnusable as `pictures` does."""
    return _all(folder, (image for question in questions for image in pictures_of(question)))


def pictures_of_lessons(folder: Path, chapters: Iterable[Chapter]) -> dict[str, bytes]:
    """The same of what there is to read; raises FileUnusable as `pictures` does."""
    return _all(folder, (image for chapter in chapters for image in chapter.pictures))


def pictures_of_talks(folder: Path, guide: DiscussionGuide) -> dict[str, bytes]:
    """The same of what is talked over; raises FileUnusable as `pictures` does."""
    essays = (talk.essay for sitting in guide.sittings for talk in sitting.talks)
    return _all(folder, (image for essay in essays for image in pictures_of(essay)))


def _all(folder: Path, images: Iterable[Image]) -> dict[str, bytes]:
    return read_all(folder, (image.file for image in images), "picture", read_picture)
