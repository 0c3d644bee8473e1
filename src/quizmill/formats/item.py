"""A question as another program's file has it, before it is one of ours: anything may be missing.

All texts are our markup already: a reader turns what it finds by `from_html` or `markup.escape`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from quizmill.bank.model import Audio, Image


class Choice(msgspec.Struct, frozen=True):
    """An option, whether it is right, and what is said to whoever picks it."""

    text: str
    right: bool = False
    why: str = ""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One question of a file.

    Attributes:
        kind: One of the nine kinds.
        place: Where it stands in the file, for who looks for it: `line 12`, `row 3`, `item 4`.
        id: What the file calls it, an identifier or a name; empty where it has none.
        prompt: What is asked; of a cloze the whole text with its blanks in double braces.
        choices: The options of the two kinds of multiple choice, in the file's order.
        answers: The right answer of a short answer or number as it is shown, then other accepted forms.
        truth: Whether a statement is true; None where the file does not say.
        correction: What is true instead.
        pairs: Lefts with their rights.
        extra: Rights that belong to no left.
        steps: In the right order.
        points: What a full essay names.
        unit: The unit of a number.
        tolerance: How far off it may be.
        explanation: Why the answer is right.
        hint: A help on the way.
        context: What stands above the prompt.
        tags: Words to choose by; spaces in them become hyphens.
        topic: The title of the topic, category or deck it is in; empty for that of the file.
        marks: What it earns.
        image: The picture shown with it; its file is one that the reader gives.
        audio: The sound heard with it.
        ours: Fields that only formats of ours carry, as bank files have them: importance, facts, shuffle …
        exported: Digests of the fields as they were when our own table was written; empty for other files.
    """

    kind: str
    place: str
    id: str = ""
    prompt: str = ""
    choices: tuple[Choice, ...] = ()
    answers: tuple[str, ...] = ()
    truth: bool | None = None
    correction: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    unit: str = ""
    tolerance: str = ""
    explanation: str = ""
    hint: str = ""
    context: str = ""
    tags: tuple[str, ...] = ()
    topic: str = ""
    marks: int = 1
    image: Image | None = None
    audio: Audio | None = None
    ours: dict[str, Any] = {}
    exported: dict[str, str] = {}

    @property
    def called(self) -> str:
        """What a report calls it: by its id, else by its place."""
        return self.id or self.place
