"""What came back of a paper, as it lies on the disk: typed tables, pictures, and what was handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from quizmill.app.input_file import read_input
from quizmill.app.picture_files import PictureFile, picture_files
from quizmill.app.roster import table_in
from quizmill.app.talk import Tell, silent
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.hand_in import HandIn
from quizmill.classroom.inbox import Left, is_hidden, misplaced, opened
from quizmill.classroom.scan.decisions import SheetDecisions, is_decisions, read_decisions
from quizmill.classroom.table import Table


class CameBack(msgspec.Struct, frozen=True):
    """The tables and what was handed in, in the order in which they were named; and what cannot be taken."""

    tables: tuple[Table, ...]
    handed: tuple[HandIn, ...]
    faults: tuple[str, ...]
    unusable: tuple[str, ...] = ()  # the names in what cannot be taken
    pictures: tuple[PictureFile, ...] = ()
    decisions: tuple[SheetDecisions, ...] = ()


def came_back(made: ClassSet, paths: Sequence[Path], tell: Tell = silent) -> CameBack:
    """All that stands in *paths*: answers, pictures, folders and zips of such, tables; *tell* hears notes.

    In a folder no tables are sought. Raises FileUnusable for what cannot be read, or is none of these.
    """
    box = _Box(made, tell)
    for path in paths:
        box.take(path)
    handed = [each for each in box.found if isinstance(each, HandIn)]
    wrong = {each.place: left for each in handed if (left := misplaced(made, each))}
    faults = [each for each in box.found if isinstance(each, Left) and each.is_answer]
    return CameBack(
        tuple(box.tables),
        tuple(each for each in handed if each.place not in wrong),
        tuple(map(str, (*faults, *wrong.values()))),
        tuple(each.name for each in (*faults, *wrong.values()) if each.name),
        tuple(box.pictures),
        tuple(box.decisions),
    )


class _Box:
    """What was found so far."""

    def __init__(self, made: ClassSet, tell: Tell) -> None:
        self._made = made
        self._tell = tell
        self.tables: list[Table] = []
        self.found: list[HandIn | Left] = []
        self.pictures: list[PictureFile] = []
        self.decisions: list[SheetDecisions] = []

    def take(self, path: Path) -> None:
        """What somebody named."""
        if path.is_dir():
            for inner in _files_in(path):
                self._take_in_folder(inner)
            return
        pictures = picture_files(path)
        data = self._besides(path, pictures)
        if data is None:
            return
        here = self._without_pictures(opened(data, str(path)))
        if isinstance(data, bytes) and all(isinstance(each, Left) and not each.is_answer for each in here):
            self.tables.append(table_in(data, path, self._tell))
        else:
            self.found += here

    def _take_in_folder(self, path: Path) -> None:
        """What lies there may be something else, which is told; pictures too, where none can be read."""
        data = self._besides(path, picture_files(path) if self._made.layout else [])
        for each in self._without_pictures(opened(data, str(path))) if data is not None else ():
            if isinstance(each, Left) and not each.is_answer:
                self._tell(f"note: {each}, and it is left out")
            else:
                self.found.append(each)

    def _besides(self, path: Path, pictures: list[PictureFile]) -> bytes | Path | None:
        """The file, once its *pictures* are taken; None if it is one, or decisions, which are taken, too.

        A zip of pictures, which may be larger than any other file, is its path.
        """
        self.pictures += pictures
        if pictures:
            return path if pictures[0].inside else None
        data = read_input(path, "file")
        if not is_decisions(data):
            return data
        self.decisions.append(read_decisions(data, str(path), self._made))
        return None

    def _without_pictures(self, found: Iterator[HandIn | Left]) -> list[HandIn | Left]:
        """What else is in a zip."""
        taken = {each.called for each in self.pictures}
        return [each for each in found if not (isinstance(each, Left) and each.place in taken)]


def _files_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not is_hidden(path.relative_to(folder).as_posix()):
            yield path
