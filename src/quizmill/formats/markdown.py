"""Markdown: a document with its key at the end, to paste into a wiki or to go on writing."""

from __future__ import annotations

import re

from quizmill.bank import guard
from quizmill.errors import FileUnusable
from quizmill.formats.format import Format
from quizmill.formats.markdown_write import write
from quizmill.formats.matrix import ONLY_SOURCE, WHOLE, lost, matrix

_NOT_SAID = "a document for readers does not say it"
_BEGINS = re.compile(r"# .+\n\n(?:\*.+\*\n\n)?(?:## .+\n\n)?\*\*1\.\*\*")


def recognises(data: bytes) -> bool:
    """Whether a text begins as what is written here does."""
    try:
        return _BEGINS.match(guard.text(data, "")) is not None
    except FileUnusable:
        return False


FORMAT = Format(
    name="markdown",
    title="Markdown",
    extensions=("md",),
    matrix=matrix(
        kinds={
            "multiple_choice": WHOLE,
            "multiple_response": WHOLE,
            "true_false": WHOLE,
            "short_answer": WHOLE,
            "numerical": WHOLE,
            "cloze": WHOLE,
            "matching": WHOLE,
            "ordering": WHOLE,
            "essay": WHOLE,
        },
        fields={
            "id": lost("questions are numbered"),
            **dict.fromkeys(("importance", "difficulty", "level", "tags", "formerly"), lost(_NOT_SAID)),
            **dict.fromkeys(("allow", "origin", "own", "compare", "accept_units", "lines"), lost(_NOT_SAID)),
            "facts": lost(ONLY_SOURCE),
        },
    ),
    write=write,
    recognises=recognises,
    media_beside=True,
    remarks=(
        "The key is the last section: cut it off for learners, or export the questions again for a file "
        "that you keep.",
        "Formulas stand in $…$, which GitHub, Obsidian and Pandoc set; other wikis may need an extension.",
    ),
)
