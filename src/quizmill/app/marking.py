"""Taking in what came back of a paper, in whatever way, and marking it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from quizmill.app.inbox import CameBack, came_back
from quizmill.app.papers import kept
from quizmill.app.scanned import ReviewWish, Scans, scans_of
from quizmill.app.talk import Tell, Watch
from quizmill.bank.workbook import Choices
from quizmill.classroom.answer_table import choices, template
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.essays import essay_table
from quizmill.classroom.returned import Twice
from quizmill.classroom.scan.accounts import accounts
from quizmill.classroom.scripts import Marked
from quizmill.errors import BadRequest

Rows = list[tuple[str, ...]]


class TakenIn(msgspec.Struct, frozen=True):
    """The class set, what came back of it, and what was read from the pictures among that."""

    made: ClassSet
    back: CameBack
    scans: Scans


def taken_in(
    paper: Path, answers: Sequence[Path], review: ReviewWish, *, tell: Tell, watch: Watch
) -> TakenIn:
    """All that *answers* hold; *paper* is the file of the class set.

    Raises FileUnusable for a file that cannot be taken, BadRequest for pictures that cannot be read here.
    """
    made = kept(paper)
    back = came_back(made, answers, tell)
    command = shlex.join(["quizmill", "mark", *map(str, answers), "--paper", str(paper)])
    if review.to and not back.pictures:
        raise BadRequest("--review is of scans and photos of answer sheets; name them as ANSWERS")
    return TakenIn(made, back, scans_of(made, paper, back, review, command, tell=tell, watch=watch))


def all_marked(came: TakenIn, twice: Twice) -> Marked:
    """Everything that came, marked; what was amiss with the pictures stands before what is in the answers."""
    back, scans = came.back, came.scans
    marked = mark_scripts(
        came.made,
        *back.tables,
        handed=back.handed,
        scanned=scans.sheets,
        unusable=back.unusable,
        twice=twice,
        asking=scans.asking,
    )
    return replace(
        marked,
        faults=(*back.faults, *scans.faults, *marked.faults),
        notes=(*scans.notes, *marked.notes),
        pictures=tuple(accounts(scans.stack)) if scans.stack else (),
    )


def table_to_fill(came: TakenIn, twice: Twice) -> tuple[Rows, tuple[Choices, ...]]:
    """The rows of a table to type in, and what may stand in its cells.

    It has what was scanned, or the essays that were handed in; raises BadRequest where there are both, or a
    table already.
    """
    made, back, sheets = came.made, came.back, came.scans.sheets
    if back.tables:
        raise BadRequest(f"--template: {back.tables[0].path} is a table already; mark it without --template")
    if back.handed and sheets:
        raise BadRequest(
            "--template: name either pictures or what was handed in; each has a table of its own"
        )
    if back.handed:
        return list(essay_table(made, back.handed, twice)), ()
    return list(template(made, sheets)), () if sheets else tuple(choices(made))
