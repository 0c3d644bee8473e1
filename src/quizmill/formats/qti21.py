"""QTI 2.1, a package for TAO, OpenOlat, Inspera, Blackboard and others."""

from __future__ import annotations

from quizmill.bank import guard
from quizmill.errors import FileUnusable
from quizmill.formats.format import Format
from quizmill.formats.matrix import ONLY_SOURCE, WHOLE, changed, lost, matrix
from quizmill.formats.qti21_read import is_item, read
from quizmill.formats.qti21_write import MANIFEST, write

_OF_ITEMS = b"imsqti_item_xmlv2p"  # the type of an item's file in a manifest, be it 2.0, 2.1 or 2.2
_NO_PLACE = "QTI has no place for it"


def recognises(data: bytes) -> bool:
    """Whether it is a package with items of QTI 2 in it, or one such item."""
    if not data.startswith(b"PK"):
        return is_item(data)
    try:
        return _OF_ITEMS in guard.members(data, "").get(MANIFEST, b"")
    except FileUnusable:
        return False


FORMAT = Format(
    name="qti21",
    title="QTI 2.1",
    extensions=("zip", "xml"),
    matrix=matrix(
        kinds={
            "multiple_choice": WHOLE,
            "multiple_response": WHOLE,
            "true_false": WHOLE,
            "short_answer": changed("what is typed or chosen from a list is plain text", by_content=True),
            "numerical": changed("a number is typed in digits, without its unit", by_content=True),
            "cloze": changed("a blank within a formula has no place", by_content=True),
            "matching": WHOLE,
            "ordering": changed(
                "QTI takes equal steps for different ones, so that only one order of them is right",
                by_content=True,
            ),
            "essay": WHOLE,
        },
        fields={
            **dict.fromkeys(("formerly", "allow", "own", "compare"), lost(_NO_PLACE)),
            "short_answer.compare": changed("QTI only knows whether capitals count", by_content=True),
            "cloze.compare": changed("QTI only knows whether capitals count", by_content=True),
            "origin": lost("an import writes its own"),
            "facts": lost(ONLY_SOURCE),
            "essay.facts": changed("which facts a point rests on is not told", "points"),
            "place": changed("where the answer stands is told by the order of the options", by_content=True),
            "unit": changed("the unit of the answer becomes that of the question", by_content=True),
            "accept_units": lost("a number is typed without its unit"),
            "tolerance": changed("the tolerance is an amount", by_content=True),
        },
        markup={
            "picture.credit": changed("whom to thank for a picture stands below it"),
            "table": changed("where the cells of a column stand is not told", by_content=True),
            "list": changed("a list is numbered from 1", by_content=True),
        },
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=(
        "Canvas reads more of the format canvas than of this one: answers to type have one right form here, "
        "and a text with several blanks is left out.",
        "What is typed is compared letter by letter: each other form that is right must be listed.",
        "Hints are for tutors alone, and many programs show them to nobody.",
        "An order earns all of its marks or none; essays are marked by hand, and their points are shown to "
        "whoever marks.",
        "What belongs to an option, and the explanation, is shown after the only try.",
    ),
)
