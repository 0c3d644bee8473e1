"""Answer sheets of a class set: planned once, and kept with it, so that a reprint reads the same."""

from __future__ import annotations

from msgspec.structs import replace

from quizmill.app.talk import Tell, silent
from quizmill.classroom.class_set import ClassSet
from quizmill.compose.answer_sheet.layout import kept_layout, restored_layout
from quizmill.compose.answer_sheet.plan import answer_sheets
from quizmill.errors import BadRequest
from quizmill.export.paper.worksheet_options import WorksheetOptions

_NO_RINGS = (
    "--answer-sheet: rings are for choices, orders and numbers, and this paper asks for none; leave it out"
)
_OF_SIZE = {"a4": "A4", "letter": "Letter"}


def with_answer_sheets(made: ClassSet, looks: WorksheetOptions, tell: Tell = silent) -> ClassSet:
    """The set with a layout, if *looks* want answer sheets and it has none.

    Raises BadRequest where no question has rings, or the layout is of another size of paper.
    """
    if not looks.answer_sheet:
        return made
    if made.layout:
        _refuse_other_size(made, looks)
        return made
    layout = answer_sheets(made.papers, looks.size, looks.language)
    if not layout.sheets[0].lines:
        raise BadRequest(_NO_RINGS)
    pages = max(sheet.pages for sheet in layout.sheets)
    if pages > 1 and not made.copies:
        tell(
            f"note: the answer sheet has {pages} pages, and without a roster nothing but the name on each "
            "tells that they belong together: let everybody write it on every page, or add --roster FILE"
        )
    return replace(made, layout=kept_layout(layout))


def _refuse_other_size(made: ClassSet, looks: WorksheetOptions) -> None:
    size = restored_layout(made.layout).size
    if size != looks.size:
        raise BadRequest(
            f"--paper {looks.size}: the answer sheets of this paper are laid out on {_OF_SIZE[size]}, and "
            f"read so; say --paper {size}, or add --no-answer-sheet"
        )


def refuse_documents(looks: WorksheetOptions, *, docx: bool) -> None:
    """Raise BadRequest where an answer sheet is wanted in a document to edit."""
    if docx and looks.answer_sheet:
        raise BadRequest(
            "--answer-sheet: rings have to stand exactly where they are looked for, so they are in PDFs "
            "alone; leave --docx out, or add --no-answer-sheet"
        )
