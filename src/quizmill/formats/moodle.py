"""Moodle XML: read and written."""

from __future__ import annotations

import re

from quizmill.formats.format import Format
from quizmill.formats.matrix import ONLY_SOURCE, WHOLE, changed, lost, matrix
from quizmill.formats.moodle_read import read
from quizmill.formats.moodle_write import write

_ROOT = re.compile(rb"<(?:quiz|MOODLE_BACKUP)[\s>/]")
_HEAD = 4096  # bytes in which the outermost element begins, whatever stands before it
_NO_PLACE = "Moodle has no place for it"


def recognises(data: bytes) -> bool:
    """Whether the outermost element is Moodle's."""
    head = data[:_HEAD].replace(b"\0", b"")  # of UTF-16
    return b"<" in head and _ROOT.search(head) is not None


FORMAT = Format(
    name="moodle",
    title="Moodle XML",
    extensions=("xml",),
    matrix=matrix(
        kinds={
            "multiple_choice": WHOLE,
            "multiple_response": WHOLE,
            "true_false": WHOLE,
            "short_answer": WHOLE,
            "numerical": changed("a date is typed as a text", by_content=True),
            "cloze": changed("a blank within a formula has no place", by_content=True),
            "matching": changed("a right is plain text, and no longer than 255 characters", by_content=True),
            "ordering": WHOLE,
            "essay": WHOLE,
        },
        fields={
            **dict.fromkeys(("formerly", "allow", "own", "compare"), lost(_NO_PLACE)),
            "short_answer.compare": changed("Moodle only knows whether capitals count", by_content=True),
            "cloze.compare": changed("Moodle only knows whether capitals count", by_content=True),
            "origin": lost("an import writes its own"),
            "facts": lost(ONLY_SOURCE),
            "essay.facts": changed("which facts a point rests on is not told", "points"),
            "essay.hint": lost("an essay has no hints in Moodle"),
            "context": changed("it stands at the head of the question text", "prompt"),
            "image": changed("it stands below the question text", "prompt"),
            "audio": changed("it stands below the question text", "prompt"),
            "pin_last": lost("Moodle shuffles all options or none; these stay as this paper has them"),
            "place": changed("where the answer stands is told by the order of the options", by_content=True),
            "shuffle": changed("options that are values stay in their order", by_content=True),
            "cloze.marks": changed(
                "each blank earns whole marks, and the question their sum", by_content=True
            ),
            "unit": changed("the unit of the answer becomes that of the question", by_content=True),
            "tolerance": changed("the tolerance is an amount", by_content=True),
            "lines": changed("Moodle's form knows some numbers of lines only", by_content=True),
        },
        markup={"picture.credit": changed("whom to thank for a picture stands below it")},
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=(
        "Moodle never updates a question: what is imported twice stands there twice. Each release has a "
        "category of its own.",
        "Difficulty, level and importance become tags, such as difficulty:easy.",
        "Hints are shown only in quizzes with several tries (Interactive with multiple tries, or Adaptive "
        "mode).",
        "Moodle compares what is typed letter by letter: each other form that is right must be listed.",
        "The ordering type is a part of Moodle from 4.4 on; an older one without it leaves those questions "
        "out.",
        "Essays are marked by hand; their points are shown to whoever marks.",
    ),
)
