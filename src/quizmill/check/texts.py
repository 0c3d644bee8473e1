"""The texts that an author wrote, each with its path; and what of a question's is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import NamedTuple

import msgspec

from quizmill.bank import cloze, verbatim
from quizmill.bank.markup import beside_pictures, escape, plain
from quizmill.bank.model import Cloze, Matching, Numerical, Question, Record
from quizmill.bank.reader.fault import Path
from quizmill.compose.exercise import prompt_of
from quizmill.grade.also_right import also_right

_NO_PROSE = frozenset(
    "id facts tags allow unit accept_units tolerance file credit formerly origin own questions document"
    " sha256".split()
)
_LISTING = re.compile(r"^(?:\t| {2,})\S.*", re.MULTILINE)
_UNPRINTED = _NO_PROSE | {"hint", "image"}  # whose words stand where there is no picture


class WrittenText(NamedTuple):
    """A text as it is written, and where."""

    path: Path
    text: str


class Texts(msgspec.Struct, frozen=True, dict=True):
    """The texts of one question, fact, source or topic, without those of the records in it."""

    record: Record
    bank: str = ""  # its title

    @cached_property
    def written(self) -> tuple[WrittenText, ...]:
        """All of them, in the order of the record's fields."""
        return tuple(WrittenText(path, text) for path, text in _texts_in(self.record, (), _NO_PROSE))

    @cached_property
    def about(self) -> str:
        """Everything that tells what the record is about: its texts, its id and tags, the bank's title."""
        labels = (getattr(self.record, "id", ""), *getattr(self.record, "tags", ()), self.bank)
        return "\n".join((*(text for _, text in self.written), *labels))


def prose(text: str) -> str:
    """The text without code, mathematics and lines that are indented, as those of a listing are."""
    return _LISTING.sub("…", verbatim.without(text))


def prompt_path(question: Question) -> Path:
    """Where the prompt is written."""
    return ("text",) if isinstance(question, Cloze) else ("prompt",)


def asked_text(question: Question) -> str:
    """What a learner reads before answering, without markup: context, prompt and the lefts of a matching."""
    lefts = (left for left, _ in question.pairs) if isinstance(question, Matching) else ()
    return "\n".join(plain(text) for text in (question.context, prompt_of(question), *lefts) if text)


def filled_prompt(question: Question) -> str:
    """The prompt without markup; of a cloze the text with its blanks filled in."""
    return plain(cloze.filled(question.text) if isinstance(question, Cloze) else question.prompt)


def texts_of(question: Question) -> Iterator[tuple[Path, str]]:
    """Every text of the question, without markup; the blanks of a cloze are filled in."""
    for path, text in _texts_in(question, (), _NO_PROSE):
        filled = cloze.filled(text) if path == ("text",) and isinstance(question, Cloze) else text
        yield path, plain(filled)


def printed_texts(question: Question) -> Iterator[tuple[Path, str]]:
    """Every text of the question that sheets, keys and flashcards show, as markup."""
    if question.image:
        yield ("image", "credit"), question.image.credit
    for path, text in _printed_in(question):
        if path == ("text",) and isinstance(question, Cloze):
            for part in cloze.segments(text):
                yield from ((path, each) for each in _forms(part))
        else:
            yield path, text
    if question.audio:  # the sheet says which file is to be played, the key whose it is
        yield ("audio", "file"), escape(question.audio.file)
        yield ("audio", "credit"), escape(question.audio.credit)
    if isinstance(question, Numerical):
        yield ("unit",), question.unit
        yield ("tolerance",), also_right(question)[0].within


def _printed_in(question: Question) -> Iterator[tuple[Path, str]]:
    """Each text, with whom to thank in the place of its pictures."""
    for path, text in _texts_in(question, (), _UNPRINTED):
        yield path, beside_pictures(text)


def _forms(part: str | cloze.Blank) -> tuple[str, ...]:
    return (part.answer, *part.accept) if isinstance(part, cloze.Blank) else (part,)


def _texts_in(value: object, path: Path, without: frozenset[str]) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str) and not isinstance(value, Enum):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for i, each in enumerate(value):
            yield from _texts_in(each, (*path, i), without)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            if field not in without:
                yield from _texts_in(getattr(value, field), (*path, field), without)
