"""A class set: the forms of a paper, who gets which, and all that is needed to print and mark them again.

Kept as JSON beside the PDFs (see `saved`) it needs no bank: the sheets can be printed again and the answers
marked years later, even if the bank has changed or is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from quizmill.bank.model import Name
from quizmill.compose.paper import Paper


class Copy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sheet with a name on it, and what else the roster says of the student."""

    student: str
    form: str
    group: str = msgspec.field(default="", name="class")
    columns: dict[str, str] = {}  # other cells of the roster, by the titles of their columns


class ClassSet(msgspec.Struct, frozen=True, kw_only=True):
    """Forms in order, and the copies with names, in the order of the roster; none without a roster."""

    papers: tuple[Paper, ...]
    copies: tuple[Copy, ...] = ()
    names: tuple[Name, ...] = ()  # the bank's: their aliases are right answers
    images: dict[str, bytes] = {}  # by the file that a question names
    separator: str = ","  # in the roster, so in the tables that the same spreadsheet shall open
    looks: dict[str, Any] = {}  # how it was printed, as the printer keeps it; empty when nobody kept it
    layout: dict[str, Any] = {}  # where on a sheet answers are read; empty on sheets that nobody scans

    @property
    def title(self) -> str:
        """What stands at the top of every form."""
        return self.papers[0].title

    def paper(self, form: str) -> Paper | None:
        """The form of that letter, in either case."""
        return next((paper for paper in self.papers if paper.form.casefold() == form.casefold()), None)


def hand_out(
    papers: tuple[Paper, ...],
    students: Sequence[str],
    classes: Sequence[str] = (),
    columns: Sequence[dict[str, str]] = (),
) -> tuple[Copy, ...]:
    """A copy for each student, the forms in turn, so that neighbours on the roster differ.

    *classes* and *columns* have one for each student, or none at all.
    """
    groups, others = classes or [""] * len(students), columns or [{} for _ in students]
    return tuple(
        Copy(student=student, form=papers[index % len(papers)].form, group=group, columns=other)
        for index, (student, group, other) in enumerate(zip(students, groups, others, strict=True))
    )
