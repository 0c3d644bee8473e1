"""What has changed on a note, in a learner's words."""

from __future__ import annotations

from quizmill.export.anki.notes import Note
from quizmill.export.anki.schema import FAMILIES

# What a field is to a learner. A change of what is not here (its day, ids, what marks it in Anki's browser)
# goes without saying.
_WORDS = {
    "Context": "the context",
    "Prompt": "the question",
    "Image": "the picture",
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
    "Explanation": "the explanation",
    "Hint": "the hint",
    "Source": "the source",
    "Topic": "the topic",
    "Licence": "the licence",
}
_OTHERWISE = "the tags"


def changed_parts(old: Note, new: Note) -> tuple[str, ...]:
    """What differs between two states of one note, in a learner's words, each once."""
    names = FAMILIES[new.family].field_names
    differing = (name for name, a, b in zip(names, old.fields, new.fields, strict=True) if a != b)
    return tuple(dict.fromkeys(_WORDS[name] for name in differing if name in _WORDS)) or (_OTHERWISE,)
