"""Whose sheet a picture is of: by the number on it, or by the name that a person said."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.names import near_name
from quizmill.classroom.register import Register
from quizmill.classroom.scan.decisions import SheetDecisions
from quizmill.compose.answer_sheet.code import SheetCode


class Owners:
    """What was decided of the pictures of a class set; a picture is known by its digest."""

    def __init__(
        self, made: ClassSet, decisions: SheetDecisions, seen: Iterable[tuple[str, SheetCode]]
    ) -> None:
        """*seen* is what each picture says of itself."""
        self._labels = made.labels
        self._register = Register(made)
        self._said = {
            each.picture: self._on_roster(each.name) for each in decisions.pictures if each.name is not None
        }
        self._placed = {each.picture for each in decisions.pictures if each.copy is not None}
        self._named: dict[int, set[str]] = {}  # by the number of a copy: the names that its pictures have
        for picture, code in seen:
            if name := self.said(picture):
                self._named.setdefault(code.copy, set()).add(near_name(name))

    def said(self, picture: str) -> str:
        """The name that somebody said, as the roster has it; "" where nobody did."""
        return self._said.get(picture, "")

    def is_confirmed(self, picture: str, code: SheetCode) -> bool:
        """Whether somebody said that it is whose it is taken for."""
        return picture in self._placed or bool(code.copy and self.said(picture))

    def printed(self, copy: int) -> str:
        """Whose name stands on that copy."""
        return self._labels[copy - 1] if 0 < copy <= len(self._labels) else ""

    def code(self, picture: str, code: SheetCode) -> SheetCode:
        """What the picture says, without the number where it is another pupil's: of a copy of that sheet."""
        said, printed = self.said(picture), self.printed(code.copy)
        owners = {near_name(printed)} if printed else self._named.get(code.copy, set())
        return replace(code, copy=0) if said and owners != {near_name(said)} else code

    def _on_roster(self, name: str) -> str:
        found = self._register.find(name)
        return found[0].label if len(found) == 1 else name
