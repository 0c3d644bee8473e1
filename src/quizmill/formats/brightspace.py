"""Brightspace's CSV of questions: read and written."""

from __future__ import annotations

from quizmill.bank.workbook import is_workbook
from quizmill.errors import FileUnusable
from quizmill.formats.brightspace_read import begins, read
from quizmill.formats.brightspace_write import write
from quizmill.formats.cells import csv_lines, first
from quizmill.formats.format import Format
from quizmill.formats.matrix import ONLY_SOURCE, WHOLE, changed, lost, matrix, otherwise

_NO_PLACE = "Brightspace's CSV has no place for it"
_PLAIN = "what is typed or chosen from a list is plain text"
_LOOKED_AT = 100  # rows: its own sample begins with some remarks


def recognises(data: bytes) -> bool:
    """Whether a row says that a question begins."""
    try:
        if is_workbook(data):
            return False
        return any(begins(cells) for _, cells in first(csv_lines(data, "", loose=True), _LOOKED_AT))
    except FileUnusable:
        return False


FORMAT = Format(
    name="brightspace",
    title="Brightspace (D2L), CSV",
    extensions=("csv",),
    matrix=matrix(
        kinds={
            "multiple_choice": WHOLE,
            "multiple_response": WHOLE,
            "true_false": WHOLE,
            "short_answer": changed(_PLAIN, by_content=True),
            "numerical": otherwise("a number is typed as a text, in one of the ways in which it is listed"),
            "cloze": changed("a text has one blank here, and none in a formula", by_content=True),
            "matching": changed(_PLAIN, by_content=True),
            "ordering": WHOLE,
            "essay": WHOLE,
        },
        fields={
            "topic": lost("one sheet holds the questions of all topics"),
            **dict.fromkeys(("importance", "level", "tags", "formerly", "allow", "own"), lost(_NO_PLACE)),
            **dict.fromkeys(("compare", "lines"), lost(_NO_PLACE)),
            "audio": lost("a sound has no place, so that the question is asked without it"),
            **dict.fromkeys(
                ("shuffle", "pin_last", "place"),
                lost("the quiz in Brightspace decides whether options are shuffled"),
            ),
            "origin": lost("an import writes its own"),
            "facts": lost(ONLY_SOURCE),
            "essay.facts": changed("which facts a point rests on is not told", "points"),
            "context": changed("it stands at the head of the prompt", "prompt"),
            "image": changed("the sheet names its file, which must lie in the course"),
            "extra": lost("a right that belongs to no left has no place"),
            "unit": changed("the unit may be typed behind the number"),
            "accept_units": lost("only what is listed is right"),
            "tolerance": lost("only what is listed is right"),
        },
        markup={
            "picture": lost("a picture within a text is named by what it shows"),
            "picture.credit": lost("whom to thank for a picture within a text is left out"),
        },
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=(
        "Import it in Brightspace: Quizzes, Question Library, Import, Upload a File. The sheet must stay "
        "CSV in UTF-8.",
        "Pictures are looked for in the course's files under the names that the Image rows give: put them "
        "there first.",
        "What is typed is compared as it is listed: each other form that is right must be listed.",
        "Nobody has said what a second import of the same IDs does: look into the library after it.",
    ),
)
