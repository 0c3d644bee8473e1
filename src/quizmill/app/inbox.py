"""What came back of a paper, as it lies on the disk: tables that were typed, and what pupils handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from quizmill.app.input_file import read_input
from quizmill.app.roster import table_in
from quizmill.app.talk import Tell, silent
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.hand_in import HandIn
from quizmill.classroom.inbox import Left, is_hidden, misplaced, opened
from quizmill.classroom.table import Table


class CameBack(msgspec.Struct, frozen=True):
    """The tables and what was handed in, in the order in which they were named; and what cannot be taken."""

    tables: tuple[Table, ...]
    handed: tuple[HandIn, ...]
    faults: tuple[str, ...]
    unusable: tuple[str, ...] = ()  # the names in what cannot be taken


def came_back(made: ClassSet, paths: Sequence[Path], tell: Tell = silent) -> CameBack:
    """All that stands in *paths*: answers, folders of such, and tables; *tell* hears notes.

    In a folder no tables are sought. Raises FileUnusable for what cannot be read, or is neither.
    """
    tables: list[Table] = []
    found: list[HandIn | Left] = []
    for path in paths:
        if path.is_dir():
            found += _in_folder(path, tell)
            continue
        data = read_input(path, "file")
        here = list(opened(data, str(path)))
        if all(isinstance(each, Left) and not each.is_answer for each in here):
            tables.append(table_in(data, path, tell))
        else:
            found += here
    handed = [each for each in found if isinstance(each, HandIn)]
    wrong = {each.place: left for each in handed if (left := misplaced(made, each))}
    faults = [each for each in found if isinstance(each, Left) and each.is_answer]
    return CameBack(
        tuple(tables),
        tuple(each for each in handed if each.place not in wrong),
        tuple(map(str, (*faults, *wrong.values()))),
        tuple(each.name for each in (*faults, *wrong.values()) if each.name),
    )


def _in_folder(folder: Path, tell: Tell) -> Iterator[HandIn | Left]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or is_hidden(path.relative_to(folder).as_posix()):
            continue
        for each in opened(read_input(path, "file"), str(path)):
            if isinstance(each, Left) and not each.is_answer:
                tell(f"note: {each}, and it is left out")
            else:
                yield each
