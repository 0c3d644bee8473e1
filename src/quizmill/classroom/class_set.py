"""A class set: the forms of a paper, who gets which, and all that is needed to print and mark them again.

Kept as JSON beside the PDFs (see `saved`) it needs no bank: the sheets can be printed again and the answers
marked years later, even if the bank has changed or is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from quizmill.bank.model import Name
from quizmill.classroom.names import same_name
from quizmill.compose.paper import Paper
from quizmill.words import Words, words_in


class Copy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sheet with a name on it, and what else the roster says of the student."""

    student: str
    form: str
    group: str = msgspec.field(default="", name="class")
    columns: dict[str, str] = {}  # other cells of the roster, by the titles of their columns


class Ruling(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was decided of a question after the test."""

    id: str
    void: bool = False  # it counts for nobody
    accept: tuple[str, ...] = ()  # what is right as well, as it is copied from the first form


class Clock(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How long the page gives that is handed in, and whether its clock can be stopped."""

    minutes: float
    no_pause: bool = False


class ClassSet(msgspec.Struct, frozen=True, kw_only=True):
    """Forms in order, and the copies with names, in the order of the roster; none without a roster."""

    papers: tuple[Paper, ...]
    copies: tuple[Copy, ...] = ()
    names: tuple[Name, ...] = ()  # the bank's: their aliases are right answers
    images: dict[str, bytes] = {}  # by the file that a question names
    separator: str = ","  # in the roster, so in the tables that the same spreadsheet shall open
    spare: tuple[str, ...] = ()  # the forms of further sheets, without a name
    looks: dict[str, Any] = {}  # how it was printed, as the printer keeps it; empty when nobody kept it
    rulings: tuple[Ruling, ...] = ()
    layout: dict[str, Any] = {}  # where on a sheet answers are read; empty on sheets that nobody scans
    clock: Clock | None = None  # of the pages that are handed in; None gives all the time there is

    @property
    def columns(self) -> tuple[str, ...]:
        """The titles of what the roster says of the students besides name and class."""
        return tuple(dict.fromkeys(title for copy in self.copies for title in copy.columns))

    def ruling(self, id: str) -> Ruling:
        """What was decided of the question with that id."""
        return next((each for each in self.rulings if each.id == id), Ruling(id=id))

    @property
    def words(self) -> Words:
        """What is said to the class and its teacher, in the language of the sheets' own words."""
        return words_in(str(self.looks.get("language", "")), self.papers[0].language)

    @property
    def possible(self) -> int:
        """The marks of a perfect script."""
        void = {each.id for each in self.rulings if each.void}
        return sum(each.question.marks for each in self.papers[0].exercises if each.id not in void)

    @property
    def labels(self) -> tuple[str, ...]:
        """What each copy's student is called where names stand alone: two of one name are told apart."""
        return tuple(_labels(self.copies))

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


def beside_class(label: str, group: str) -> str:
    """A label where the class stands beside it, which then need not tell two of one name apart."""
    return label.removesuffix(f" ({group})") if group else label


def _labels(copies: tuple[Copy, ...]) -> Iterator[str]:
    """`Ann Lee (7A)`, or by what else tells the two apart, where there is another Ann Lee."""
    namesakes: dict[str, list[Copy]] = {}
    for copy in copies:
        namesakes.setdefault(same_name(copy.student), []).append(copy)
    for copy in copies:
        others = [_telling(each) for each in namesakes[same_name(copy.student)] if each is not copy]
        own = (cell for cell in _telling(copy).values() if cell)
        apart = (cell for cell in own if not any(cell in other.values() for other in others))
        told = next(apart, "") if others else ""
        yield f"{copy.student} ({told})" if told else copy.student


def _telling(copy: Copy) -> dict[str, str]:
    """What may tell somebody from another of the name, the class first."""
    return {"": copy.group, **copy.columns}
