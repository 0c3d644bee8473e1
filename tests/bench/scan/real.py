"""Pictures of sheets of paper, held against what the people say who marked them.

The table has a row for each picture and page. In its column `marked` stands what is marked, line by line as
the column `lines` names them, with spaces between: the labels of the rings, `_` for nothing: `B AC _ T 3`.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import pypdfium2

from quizmill.classroom.saved import restore
from quizmill.classroom.scan.reader import Layouts, read_page
from quizmill.classroom.scan.reading import Fate, PageReading
from quizmill.compose.answer_sheet.layout import Line, restored_layout

from .judged import Outcome, lines_of, wrong_lines
from .pixels import Grey

_COLUMNS = ("picture", "page", "condition", "lines", "marked")
_KINDS = (".jpg", ".jpeg", ".png", ".pdf")
_DPI = 200  # of a page of a PDF
_NOTHING = "_"


class Taken(NamedTuple):
    """A picture, or a page of a PDF, as it was read."""

    picture: str  # its path within the folder
    page: int
    reading: PageReading
    lines: tuple[Line, ...]  # of the sheet that it shows
    seconds: float

    @property
    def condition(self) -> str:
        """How it was taken: the folder in the folder says it."""
        return str(Path(self.picture).parent) if Path(self.picture).parent.name else "pictures"


def layouts_of(paper: Path) -> Layouts:
    """Those of the class set that `worksheet --answer-sheet` kept."""
    made = restore(paper.read_bytes(), str(paper))
    layout = restored_layout(made.layout)
    return {each.fingerprint: (layout, each.form) for each in made.papers}


def all_taken(folder: Path, layouts: Layouts) -> Iterator[Taken]:
    """Every picture in the folder and those within it, by name."""
    for path in sorted(each for each in folder.rglob("*") if each.suffix.lower() in _KINDS):
        for page, grey in enumerate(_pages(path), 1):
            started = time.process_time()
            reading = read_page(grey, layouts)
            seconds = time.process_time() - started
            lines: Sequence[Line] = ()
            if reading.fate is Fate.READ and reading.code:
                layout, form = layouts[reading.code.paper]
                lines = lines_of(layout, form, reading.code.page)
            yield Taken(str(path.relative_to(folder)), page, reading, tuple(lines), seconds)


def write_table(table: Path, every: Sequence[Taken]) -> None:
    """A table in which what is marked is still to be typed."""
    with table.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(_COLUMNS)
        for each in every:
            rows.writerow([each.picture, each.page, each.condition, " ".join(map(_named, each.lines)), ""])


def outcomes(table: Path, every: Sequence[Taken]) -> list[Outcome]:
    """Each picture held against the table; raises ValueError where the table cannot be understood."""
    with table.open(newline="", encoding="utf-8-sig") as file:
        rows = {(row["picture"], int(row["page"])): row for row in csv.DictReader(file)}
    found = []
    for each in every:
        row = rows.get((each.picture, each.page))
        if row is None:
            raise ValueError(f"{table}: there is no row for page {each.page} of {each.picture}; write one")
        found.append(_outcome(each, row, f"{table}, {each.picture}, page {each.page}"))
    return found


def _outcome(each: Taken, row: dict[str, str], place: str) -> Outcome:
    name = f"{each.picture} page {each.page}"
    typed = row["marked"].split()
    if not each.lines:
        return Outcome(name, row["condition"], "", len(typed), (), 0, each.reading.fate.value, each.seconds)
    if len(typed) != len(each.lines):
        raise ValueError(
            f"{place}: {len(typed)} lines are typed and the sheet has {len(each.lines)}; "
            f"type {_NOTHING} for one in which nothing is marked"
        )
    truth = {
        (line.number, line.part): _rings(line, said, place)
        for line, said in zip(each.lines, typed, strict=True)
    }
    lines = {(line.number, line.part): line for line in each.lines}
    wrong = wrong_lines(each.reading, lines, truth, dict.fromkeys(truth, "marked by hand"))
    shown = sum(line.doubt is not None for line in each.reading.lines)
    return Outcome(name, row["condition"], "", len(lines), wrong, shown, Fate.READ, each.seconds)


def _rings(line: Line, said: str, place: str) -> frozenset[int]:
    if said == _NOTHING:
        return frozenset()
    if unknown := [label for label in said if label not in line.labels]:
        known = " ".join(line.labels)
        raise ValueError(
            f"{place}, question {_named(line)}: there is no ring {unknown[0]!r}; there are {known}"
        )
    return frozenset(line.labels.index(label) for label in said)


def _named(line: Line) -> str:
    return f"{line.number}.{line.part + 1}" if line.part else str(line.number)


def _pages(path: Path) -> Iterator[Grey]:
    if path.suffix.lower() != ".pdf":
        picture = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_GRAYSCALE)
        yield np.empty((0, 0), np.uint8) if picture is None else picture.astype(np.uint8)
        return
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            picture = page.render(scale=_DPI / 72, grayscale=True).to_numpy()
            yield np.array(picture, np.uint8).reshape(picture.shape[:2])
