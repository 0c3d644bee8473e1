"""Canvas's quizzes, a package of QTI 1.2."""

from __future__ import annotations

from quizmill.errors import FileUnusable
from quizmill.formats.canvas_package import has_quiz, is_quiz
from quizmill.formats.canvas_read import read
from quizmill.formats.canvas_write import write
from quizmill.formats.format import Format
from quizmill.formats.matrix import ONLY_SOURCE, WHOLE, changed, lost, matrix

_NO_PLACE = "Canvas's QTI has no place for it"


def recognises(data: bytes) -> bool:
    """Whether it is a quiz of QTI 1.2, or a package with one in it."""
    if not data.startswith(b"PK"):
        return is_quiz(data)
    try:
        return has_quiz(data)
    except FileUnusable:
        return False


FORMAT = Format(
    name="canvas",
    title="Canvas, QTI 1.2",
    extensions=("zip", "imscc", "xml", "qti"),
    matrix=matrix(
        kinds={
            "multiple_choice": WHOLE,
            "multiple_response": WHOLE,
            "true_false": WHOLE,
            "short_answer": WHOLE,
            "numerical": changed("a number is typed in digits, without its unit", by_content=True),
            "cloze": changed("a blank within a formula has no place", by_content=True),
            "matching": changed("what is matched is plain text", by_content=True),
            "ordering": changed("only New Quizzes asks for an order", by_content=True),
            "essay": changed("the points of an essay stand at the end of the explanation", "points"),
        },
        fields={
            "topic": lost("one quiz holds the questions of all topics"),
            **dict.fromkeys(("tags", "hint", "importance", "difficulty", "level"), lost(_NO_PLACE)),
            **dict.fromkeys(("formerly", "allow", "own", "lines", "compare"), lost(_NO_PLACE)),
            **dict.fromkeys(
                ("shuffle", "pin_last", "place"),
                lost("the quiz in Canvas decides whether options are shuffled"),
            ),
            "origin": lost("an import writes its own"),
            "facts": lost(ONLY_SOURCE),
            "context": changed("it stands at the head of the prompt", "prompt"),
            "image": changed("it stands below the prompt", "prompt"),
            "audio": changed("it is a link below the prompt", "prompt"),
            "unit": changed("the unit stands behind the prompt", by_content=True),
            "accept_units": lost("a number is typed without its unit"),
            "tolerance": changed("the tolerance is an amount", by_content=True),
        },
        markup={"picture.credit": changed("whom to thank for a picture stands below it")},
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=(
        "Import it in the course under Settings, Import Course Content, QTI .zip file; a box there makes a "
        "New Quiz of it.",
        "Canvas compares what is typed without capitals, but otherwise letter by letter: each other form "
        "that is right must be listed.",
        "Canvas gives parts of the marks for several right options, pairs and blanks by its own rules.",
        "Essays are marked by hand; whoever has handed one in is shown its points.",
    ),
)
