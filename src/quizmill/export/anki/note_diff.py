"""What differs between notes, in a learner's words."""

from __future__ import annotations

import html
import re

import msgspec

from quizmill.export.anki.families import FAMILIES
from quizmill.export.anki.notes import Note

# What a field is to a learner. A change of what is not here (its day, what marks it in Anki's browser)
# goes without saying.
_WORDS = {
    "Context": "the context",
    "Prompt": "the question",
    "Image": "the picture",
    "Audio": "the sound",
    "Options": "the options",
    "Text": "the text",
    "Choices": "the options",
    "Unit": "the unit",
    "Key": "the answer",
    "Typed": "the answer",
    "Points": "the answer",
    "Answer": "the answer",
    "Accepted": "what else is right",
    "Correction": "the answer",
    "Transcript": "what is said",
    "Explanation": "the explanation",
    "Hint": "the hint",
    "Source": "the source",
    "Topic": "the topic",
    "Id": "the id",
    "Licence": "the licence",
}
_LOOK = "how it looks"
_TAGS = "the tags"
_TAG = re.compile(r"<(?:img src=\"([^\"]*)\")?[^>]*>")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between two states of one note."""

    parts: tuple[str, ...] = ()  # in a learner's words, each once
    moved: bool = False  # to another topic
    former: str = ""  # the id it had, where it has another now


def change(old: Note, new: Note) -> Change:
    """What differs; a move and a new id are no parts of their own beside that."""
    moved = _topics(old) != _topics(new)
    id, former = _id(new), _id(old)
    told = {"the topic" if moved else "", "the id" if id != former else ""}
    parts = _changed_parts(old, new)
    left = tuple(part for part in parts if part not in told)
    return Change(parts=left, moved=moved, former=former if id != former else "")


def _topics(note: Note) -> set[str]:
    return {tag for tag in note.tags if tag.split("::")[1] == "topic"}


def _id(note: Note) -> str:
    return note.fields[FAMILIES[note.family].field_names.index("Id")]


def _changed_parts(old: Note, new: Note) -> tuple[str, ...]:
    names = FAMILIES[new.family].field_names
    differing = [
        (_WORDS[name], a, b)
        for name, a, b in zip(names, old.fields, new.fields, strict=True)
        if a != b and name in _WORDS
    ]
    reworded = dict.fromkeys(word for word, a, b in differing if _read(a) != _read(b))
    return tuple(reworded) or (_LOOK if differing else _TAGS,)


def wording(note: Note) -> str:
    """What the note asks and what is right, as words alone."""
    fields = dict(zip(FAMILIES[note.family].field_names, note.fields, strict=True))
    words = (word for name in ("Title", "Answer", "Points") for word in _read(fields.get(name, "")))
    return " ".join(words).casefold()


def _read(field: str) -> list[str]:
    """The words of a field, and the files it shows."""
    return html.unescape(_TAG.sub(r" \1 ", field)).split()
