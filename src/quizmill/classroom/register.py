"""Whom of a class a row speaks of: by the name, and where two have it by class or id."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from quizmill.bank.fold import fold
from quizmill.classroom.class_set import ClassSet, Copy
from quizmill.classroom.names import Called
from quizmill.classroom.titles import identifies


class Student(msgspec.Struct, frozen=True):
    """Somebody on the roster: the place there, what to call them, and their copy."""

    place: int
    label: str
    copy: Copy


class Register:
    """Everybody on the roster of a class set; nobody when it has none."""

    def __init__(self, made: ClassSet) -> None:
        self.students = tuple(
            Student(place, label, copy)
            for place, (label, copy) in enumerate(zip(made.labels, made.copies, strict=True))
        )
        self._called = Called(self.students, lambda student: student.copy.student)
        self._labelled = Called(self.students, lambda student: student.label)
        self._by_id: dict[tuple[str, str], list[Student]] = {}
        for student in self.students:
            for key in _ids(student.copy.columns):
                self._by_id.setdefault(key, []).append(student)

    def find(
        self, name: str, group: str = "", columns: Mapping[str, str] | None = None
    ) -> tuple[Student, ...]:
        """Those who are meant: one, several whom nothing tells apart, or nobody.

        *columns* are further cells of the row by their titles. An id that somebody has decides alone where it
        is theirs whose name it is, or where there is no name.
        """
        cells = columns or {}
        owners = [owner for key in _ids(cells) for owner in self._by_id.get(key, ())]
        named = self._called.find(name) or self._labelled.find(name)
        found = tuple(student for student in named or owners if not owners or student in owners) or named
        for alike in (lambda s: s.copy.group == group, lambda s: _agrees(s.copy, cells)):
            if len(found) > 1:
                found = tuple(filter(alike, found)) or found
        return found


def _ids(cells: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(fold(title), fold(cell)) for title, cell in cells.items() if cell and identifies(title)]


def _agrees(copy: Copy, cells: Mapping[str, str]) -> bool:
    """Whether what both say is the same."""
    told = {fold(title): cell for title, cell in copy.columns.items()}
    return all(told.get(fold(title), cell) == cell for title, cell in cells.items() if cell)
