"""Pictures and sounds in a deck.

They are named by their content, because Anki never replaces a file whose name it knows.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from quizmill.bank import picture, sound
from quizmill.bank.model import Image
from quizmill.bank.pictures import pictures
from quizmill.compose.exercise import Exercise
from quizmill.compose.study import Chapter
from quizmill.errors import ExportRefused

_NAME = re.compile(r"quizmill-[0-9a-f]{32}\.[a-z0-9]{3,4}")


def name_images(
    exercises: Iterable[Exercise], chapters: Iterable[Chapter], media: Mapping[str, bytes]
) -> dict[str, str]:
    """The name in the deck of each picture, by its file.

    Raises ExportRefused for every question, and every topic with something to read, with a picture that is
    not in *media* or is none that Anki shows.
    """
    names: dict[str, str] = {}
    refusals: dict[str, None] = {}
    asked = ((exercise.id, image) for exercise in exercises for image in pictures(exercise.question))
    read = ((chapter.topic, image) for chapter in chapters for image in chapter.pictures)
    for id, image in itertools.chain(asked, read):
        if image.file in names:
            continue
        if refusal := _refusal(image, media):
            refusals[f"{id}: {refusal}"] = None
        else:
            names[image.file] = _content_name(image, media[image.file])
    if refusals:
        raise ExportRefused(tuple(refusals))
    return names


def name_sounds(exercises: Iterable[Exercise], media: Mapping[str, bytes]) -> dict[str, str]:
    """The name in the deck of each sound, by `audio.file`.

    Raises ExportRefused for every question whose sound is not in *media* or is none that Anki plays.
    """
    names: dict[str, str] = {}
    refusals: list[str] = []
    for exercise in exercises:
        audio = exercise.question.audio
        if audio is None:
            continue
        refusal = _silence(audio.file, media)
        if refusal:
            refusals.append(f"{exercise.id}: {refusal}")
        else:
            suffix = PurePosixPath(audio.file).suffix.lower()
            names[audio.file] = f"{_stem(media[audio.file])}{suffix}"
    if refusals:
        raise ExportRefused(tuple(refusals))
    return names


def harmless(media: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pictures as they go into the deck: drawings without what does more than draw."""
    return {file: picture.harmless(data) for file, data in media.items()}


def referred_to(fields: Iterable[str]) -> set[str]:
    """The names of ours that stand in the fields."""
    return {name for field in fields for name in _NAME.findall(field)}


def is_ours(name: str) -> bool:
    """Whether it is such a name as pictures and sounds get here."""
    return _NAME.fullmatch(name) is not None


def is_named_so(name: str, data: bytes) -> bool:
    """Whether *name*, one of ours, is the one for that content."""
    return name.startswith(_stem(data))


def _refusal(image: Image, media: Mapping[str, bytes]) -> str | None:
    if _suffix(image) not in picture.SUFFIXES:
        return (
            f'the image "{image.file}" is not one that Anki shows; use {", ".join(sorted(picture.SUFFIXES))}'
        )
    if image.file not in media:
        return f'the image "{image.file}" is missing; put it beside the question or take it out'
    flaw = picture.flaw(image.file, media[image.file])
    return f'the image "{image.file}" cannot be shown: {flaw}; save it anew' if flaw else None


def _silence(file: str, media: Mapping[str, bytes]) -> str | None:
    if file not in media:
        return f'the sound "{file}" is missing; put it beside the question or take it out'
    flaw = sound.flaw(file, media[file])
    return f'the sound "{file}" cannot be played: {flaw}' if flaw else None


def _content_name(image: Image, data: bytes) -> str:
    return f"{_stem(data)}{_suffix(image)}"


def _stem(data: bytes) -> str:
    return f"quizmill-{hashlib.sha256(data).hexdigest()[:32]}"


def _suffix(image: Image) -> str:
    return PurePosixPath(image.file).suffix.lower()
