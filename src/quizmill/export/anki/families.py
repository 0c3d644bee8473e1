"""The four note types, as every learner who ever imports a deck will have them for good.

Frozen with the first public deck. Anki matches a note type by its id, and its fields and templates by theirs.
What must never change, and what happens in every learner's collection if it does:

- a note type's id: every update of its notes is skipped, and a second note type appears;
- the number, order or ids of the fields and templates: the same ("notes skipped, note type has changed");
- a family's kind, ordinary or cloze: Anki does not notice, and silently turns the cards into the other kind;
- which family a kind of question belongs to: its notes are withdrawn and come again without their history.

What may change: the *name* of a field, a template or a note type (the ids say which is meant), the text of
the templates, and the CSS. Something new to show goes into a reserved field, which is then given a name.

`STYLED` must move whenever a template, the CSS or a field's name or setting does, else no learner ever sees
the change; when it moves without need, it overwrites the CSS learners have made their own.
"""

from __future__ import annotations

from functools import cached_property
from typing import assert_never

import msgspec

from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)

STYLED = 1796054400  # 2026-11-30 16:00 UTC, when the note types last changed in any way; seconds


class Field(msgspec.Struct, frozen=True):
    """A field of a note: its id is what Anki knows it by, its name is what the templates say."""

    id: int
    name: str


class Family(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A note type: kinds of question that share their fields and their look."""

    id: str  # stands in every GUID
    note_type: int
    name: str
    cloze: bool
    template: int  # the id of the one template
    listed: str  # what Anki's browser lists as the answer
    fields: tuple[Field, ...]

    @cached_property  # asked for with every note
    def field_names(self) -> tuple[str, ...]:
        """The names in the order in which Anki stores the fields."""
        return tuple(field.name for field in self.fields)


# The first field is what the browser lists: plain text, no marks.
_TITLE = Field(731820455100101, "Title")
_PROMPT = Field(731820455100105, "Prompt")
_HEAD = (
    _TITLE,
    Field(731820455100102, "Task"),  # what to do, in two or three words; empty when withdrawn
    Field(731820455100103, "Kind"),  # as in YAML; a class for the CSS
    Field(731820455100104, "Context"),
    _PROMPT,
    Field(731820455100106, "Image"),
)
_SOURCE = Field(731820455100306, "Source")
_ABOUT = (
    Field(731820455100307, "Topic"),
    Field(731820455100308, "Id"),
    Field(731820455100309, "Released"),  # the day this note last changed
    Field(731820455100310, "Language"),
    Field(731820455100311, "Licence"),
)
_SPARE = tuple(Field(731820455100312 + n, f"Reserved{n}") for n in range(5, 13))
_TAIL = (
    Field(731820455100301, "Answer"),  # at a glance
    Field(731820455100302, "Accepted"),  # what else is right
    Field(731820455100303, "Correction"),
    Field(731820455100304, "Explanation"),
    Field(731820455100305, "Hint"),
    _SOURCE,
    *_ABOUT,
    Field(731820455100312, "Marks"),
    Field(731820455100313, "Compare"),  # what counts in a typed answer, as in YAML; for the card's script
    Field(731820455100314, "Forms"),  # what is right, compiled; for the card's script
    Field(731820455100315, "Audio"),  # asked with the question, on the front alone: it plays by itself
    Field(731820455100316, "Transcript"),
    Field(731820455100317, "Wording"),  # a digest of what is asked, as histories have it
    Field(731820455100318, "Doubts"),  # what is disputed of the facts, in view while the source is folded
    *_SPARE[2:],
)

CHOICE = Family(
    id="choice",
    note_type=1735723918401,
    name="quizmill choice",
    cloze=False,
    template=731820455100001,
    listed="{{Answer}}",
    fields=(
        *_HEAD,
        Field(731820455100201, "Options"),  # as asked
        Field(731820455100202, "Key"),  # the same options, marked
        *_TAIL,
    ),
)
RECALL = Family(
    id="recall",
    note_type=1735723918402,
    name="quizmill recall",
    cloze=False,
    template=731820455100002,
    listed="{{Answer}}{{Points}}",
    fields=(
        *_HEAD,
        Field(731820455100211, "Typed"),  # what a typed answer is compared with; empty for an essay
        Field(731820455100212, "Unit"),
        Field(731820455100213, "Points"),
        *_TAIL,
    ),
)
CLOZE = Family(
    id="cloze",
    note_type=1735723918403,
    name="quizmill cloze",
    cloze=True,
    template=731820455100003,
    listed="{{cloze-only:Text}}",
    fields=(
        *_HEAD,
        Field(731820455100221, "Text"),  # the deletions
        Field(731820455100222, "Choices"),  # the rights of a matching
        *_TAIL,
    ),
)
STUDY = Family(
    id="study",
    note_type=1735723918404,
    name="quizmill study",
    cloze=False,
    template=731820455100004,
    listed="{{Source}}",
    fields=(
        _TITLE,
        _PROMPT,  # only on a withdrawn note
        Field(731820455100231, "Lessons"),
        _SOURCE,
        *_ABOUT,
        *_SPARE,
    ),
)
FAMILIES = {family.id: family for family in (CHOICE, RECALL, CLOZE, STUDY)}

# Fields nobody edits: folded away in Anki's editor.
FOLDED = {
    *("Task", "Kind", "Id", "Released", "Language", "Licence", "Marks", "Compare", "Forms", "Wording"),
    *(field.name for field in _SPARE),
}

# Fields that no search should find a note by, unless they are named.
UNSEARCHED = {"Forms", "Wording"}


def family_of(question: Question) -> Family:
    """The family whose note a question becomes."""
    match question:
        case MultipleChoice() | MultipleResponse() | TrueFalse():
            return CHOICE
        case ShortAnswer() | Numerical() | Essay():
            return RECALL
        case Cloze() | Matching() | Ordering():
            return CLOZE
        case _:
            assert_never(question)


def guid_of(namespace: str, family: Family, id: str) -> str:
    """A note's identity for good: never made from text, so that a reworded question keeps its history.

    *id* is a question's, or a topic's for what there is to study. Neither a namespace nor an id holds a dot,
    so no two notes share one.
    """
    return f"{namespace}.{family.id}.{id}"
