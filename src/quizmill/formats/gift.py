"""GIFT, Moodle's text format: read and written."""

from __future__ import annotations

import re

from quizmill.bank import guard
from quizmill.errors import FileUnusable
from quizmill.formats.format import Format
from quizmill.formats.gift_read import read
from quizmill.formats.gift_write import write
from quizmill.formats.matrix import ONLY_SOURCE, WHOLE, changed, lost, matrix

_NO_PLACE = "GIFT has no place for it"
# What names a question or a category, or answers one: braces alone stand in LaTeX and in programs too.
_MARKS = re.compile(
    r"^\s*::.*?::|^\$CATEGORY:|(?<!\\)\{\s*(?:[=~#}]|(?:T|F|TRUE|FALSE)\s*[#}])", re.MULTILINE
)


def recognises(data: bytes) -> bool:
    """Whether a text names a question, a category, or has an answer in braces as GIFT does."""
    try:
        text = guard.text(data, "")
    except FileUnusable:
        return False
    return not text.lstrip().startswith(("<", "{", "[")) and _MARKS.search(text) is not None


FORMAT = Format(
    name="gift",
    title="GIFT, Moodle's text",
    extensions=("gift", "txt"),
    matrix=matrix(
        kinds={
            "multiple_choice": WHOLE,
            "multiple_response": WHOLE,
            "true_false": WHOLE,
            "short_answer": WHOLE,
            "numerical": changed("a number is typed in digits, without its unit", by_content=True),
            "cloze": changed("only one blank can stand in a sentence", by_content=True),
            "matching": WHOLE,
            "ordering": changed("only a Moodle that has the ordering type reads it", by_content=True),
            "essay": changed("its points stand at the end of the feedback", "points"),
        },
        fields={
            "topic": changed("the topic becomes a category of this release", by_content=True),
            **dict.fromkeys(("hint", "image", "audio", "marks", "compare", "lines"), lost(_NO_PLACE)),
            **dict.fromkeys(
                ("importance", "difficulty", "level", "formerly", "allow", "own"), lost(_NO_PLACE)
            ),
            **dict.fromkeys(
                ("shuffle", "pin_last", "place"), lost("Moodle decides whether options are shuffled")
            ),
            "origin": lost("an import writes its own"),
            "facts": lost(ONLY_SOURCE),
            "ordering.explanation": lost("Moodle's ordering type reads no feedback here"),
            "context": changed("it stands at the head of the prompt", "prompt"),
            "unit": changed("the unit stands in the prompt", by_content=True),
            "accept_units": lost("a number is typed without its unit"),
            "tolerance": changed("the tolerance is an amount", by_content=True),
            "extra": changed("a spare right has an empty left", by_content=True),
        },
        markup={
            "picture": lost("a picture is named by what it shows"),
            "picture.credit": lost("whom to thank for a picture within a text is left out"),
        },
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=(
        "Moodle never updates a question: what is imported twice stands there twice. Each release has a "
        "category of its own.",
        "Each question earns one mark; the quiz that takes it says how many.",
    ),
)
