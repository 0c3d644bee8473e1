"""Where records were written. Kept beside a bank, never in it, so that records compare by content."""

from __future__ import annotations

import os
from pathlib import Path as FilePath

import msgspec

from quizmill.bank.reader.careful_tree import Marks
from quizmill.bank.reader.fault import Path
from quizmill.bank.reader.yaml_tree import parse
from quizmill.errors import Location


class Origin(msgspec.Struct, frozen=True, gc=False):
    """The file a record was written in, and its path in that file's tree."""

    file: str
    path: Path = ()


def file_record(folder: FilePath, file: str) -> str:
    """The record of what stands in *file* and in none of its entries; *folder* is the bank's."""
    try:
        inside = os.path.relpath(file, folder)
    except ValueError:  # it is on another drive
        inside = file
    return f"file {FilePath(inside).as_posix()}"


class Origins:
    """Answers where anything was written; a file is read for places only once, and only when asked."""

    def __init__(self) -> None:
        self.questions: dict[str, Origin] = {}  # by id, drafts among them
        self.topics: dict[str, Origin] = {}  # by id
        self.drafts: list[Origin] = []  # in the order of Bank.drafts
        self.facts: dict[str, Origin] = {}  # by source/fact
        self.sources: dict[str, Origin] = {}  # by id
        self.names: list[Origin] = []  # in the order of Bank.names
        self.asked_in_vain: set[str] = set()  # facts that drafts and files with errors name
        self.texts: dict[str, str] = {}  # by file
        self._marks: dict[str, Marks] = {}

    def locate(self, origin: Origin, path: Path = (), *, at_key: bool = False) -> Location:
        """The place of *path* inside the record, or of the nearest thing around it."""
        if origin.file not in self._marks:
            marks = self._marks[origin.file] = Marks({}, {})
            parse(self.texts.get(origin.file, ""), marks)
        place = self._marks[origin.file].find((*origin.path, *path), key=at_key)
        return Location(origin.file, place.line, place.column)

    def records(self) -> dict[Origin, str]:
        """The source or fact that was written at each origin, as a diagnostic names it."""
        kinds = (("source", self.sources), ("fact", self.facts))
        return {origin: f"{kind} {id}" for kind, placed in kinds for id, origin in placed.items()}

    def forget(self, file: str) -> None:
        """Let go of the places in *file*, which are many; asked again, it is read again."""
        self._marks.pop(file, None)

    def of_question(self, question: str, path: Path = ()) -> Location:
        """The place of *path* inside the question with that id."""
        return self.locate(self.questions[question], path)
