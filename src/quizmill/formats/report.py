"""The report of every loss: what of which question was left out, changed, or is worth knowing, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec
from msgspec.structs import replace


class Harm(StrEnum):
    """How bad an entry is, worst first."""

    LOST = "lost"
    CHANGED = "changed"
    NOTE = "note"


class Loss(msgspec.Struct, frozen=True, kw_only=True):
    """One entry: of which question (by id, or by its place in the file), which field, why, and what.

    *rule* is a whole sentence that is the same for all that are lost alike: they are told of together. The
    field `question` stands for the whole, `type` for what changed its kind.
    """

    id: str
    field: str
    rule: str
    was: str = ""
    became: str = ""
    severity: Harm
    file: str = ""  # of the files that were read together; empty where there was one


class Report:
    """Gathers what is lost on the way; readers, writers and the matrix all tell it."""

    def __init__(self) -> None:
        self._found: dict[Loss, None] = {}
        self._file = ""

    def begin(self, file: str) -> None:
        """From here on of that one of several files."""
        self._file = file

    def lost(self, id: str, field: str, rule: str, was: str = "") -> None:
        """Something is not there any more."""
        self._add(Loss(id=id, field=field, rule=rule, was=was, severity=Harm.LOST))

    def changed(self, id: str, field: str, rule: str, was: str = "", became: str = "") -> None:
        """Something is there in another way."""
        self._add(Loss(id=id, field=field, rule=rule, was=was, became=became, severity=Harm.CHANGED))

    def note(self, id: str, field: str, rule: str, was: str = "", became: str = "") -> None:
        """Nothing is lost, but somebody should know; an empty *id* means the whole file."""
        self._add(Loss(id=id, field=field, rule=rule, was=was, became=became, severity=Harm.NOTE))

    def add(self, losses: Iterable[Loss]) -> None:
        """What was found elsewhere."""
        for loss in losses:
            self._add(loss)

    def call(self, names: Mapping[tuple[str, str], str]) -> None:
        """Have what was told of places in a file told of the questions that came of them, by their ids.

        *names* has them by the file's name, and what a place in it is called.
        """
        renamed = (replace(loss, id=names.get((loss.file, loss.id), loss.id)) for loss in self._found)
        self._found = dict.fromkeys(renamed)

    @property
    def file(self) -> str:
        """The one of several files that is told of now."""
        return self._file

    @property
    def losses(self) -> tuple[Loss, ...]:
        """All entries in the order in which they were told, each once; of a lost question only that it is."""
        gone = {(loss.file, loss.id) for loss in self._found if _is_gone(loss)}
        return tuple(loss for loss in self._found if (loss.file, loss.id) not in gone or _is_gone(loss))

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost and nothing changed; what is only to be known does not count."""
        return all(loss.severity is Harm.NOTE for loss in self._found)

    def _add(self, loss: Loss) -> None:
        self._found[replace(loss, file=self._file) if self._file else loss] = None


def _is_gone(loss: Loss) -> bool:
    return loss.severity is Harm.LOST and loss.id != "" and loss.field == "question"
