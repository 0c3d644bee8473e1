"""The digest of a question's wording: answers to one wording are told from answers to another by it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from quizmill.bank.markup import without_credits
from quizmill.bank.model import Image, Question
from quizmill.compose.exercise import Exercise, key_of, options_of, prompt_of


def digest(exercise: Exercise) -> str:
    """Sixteen characters that change when what is asked, or its right answer, is put into other words.

    They stand in histories and in logs of answers, so the same wording must give them for ever: a test spells
    them out.
    """
    return hashlib.blake2b(wording(exercise), digest_size=8).hexdigest()


def wording(exercise: Exercise) -> bytes:
    """What is asked and what is right, as written, in JSON: kind, context, prompt, options, key, files.

    Options stand in the bank's order, so no form has a wording of its own. Version 0.1 knew no pictures and
    no sounds: where there are none, nothing stands for them. Nor does whom to thank for one.
    """
    told = _told(exercise.kind, exercise.question)
    return _told(exercise.kind, _uncredited(exercise.question)) if b"![" in told else told


def _told(kind: str, question: Question) -> bytes:
    asked = (kind, question.context, prompt_of(question), options_of(question), key_of(question))
    pictures = [(picture.file, picture.alt) for picture in _pictures(question)]
    if question.audio:  # not its transcript, which is read when all is over
        return msgspec.json.encode((*asked, pictures, question.audio.file))
    return msgspec.json.encode((*asked, pictures) if pictures else asked)


def _uncredited(part: Any) -> Any:
    """The part of a question with the pictures in its texts as they are where nobody is thanked for them."""
    if type(part) is str:
        return without_credits(part)
    if isinstance(part, tuple):
        return tuple(map(_uncredited, part))
    if isinstance(part, msgspec.Struct):
        fields = {name: _uncredited(getattr(part, name)) for name in part.__struct_fields__}
        return msgspec.structs.replace(part, **fields)
    return part


def _pictures(part: object) -> Iterator[Image]:
    """Every picture in *part*, whichever field holds it."""
    if isinstance(part, Image):
        yield part
    elif isinstance(part, msgspec.Struct):
        for field in part.__struct_fields__:
            yield from _pictures(getattr(part, field))
    elif isinstance(part, tuple):
        for each in part:
            yield from _pictures(each)
