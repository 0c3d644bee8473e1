"""The files of a class set: sheets, keys and the set itself, together or a file each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

import msgspec

from quizmill.cli.progress import progress
from quizmill.compose.class_set import ClassSet, Copy, save
from quizmill.compose.paper import Paper
from quizmill.errors import BadRequest
from quizmill.export.key_csv import key_csv
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.worksheet import worksheets

_UNSAFE = re.compile(r"[^\w -]+")  # in a file's name, on one system or another
_ROOM = 80  # bytes of a student's name in a file's name; many disks hold 255 in all


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Where the files go, and which."""

    base: Path  # a path without its ending
    options: WorksheetOptions
    split: bool = False  # a file for each form or student
    key_table: Path | None = None  # where the keys go as CSV


def base_of(output: Path) -> Path:
    """The path that all files begin with: *output* without `.pdf`, or `worksheet` in a folder."""
    return output / "worksheet" if output.is_dir() else output.with_name(output.name.removesuffix(".pdf"))


def sheets(made: ClassSet, wish: Wish) -> dict[Path, bytes]:
    """Worksheets, keys and the set as JSON, by where they go."""
    files = {**printed(made, wish), _path(wish.base, "", "json"): save(made)}
    return {**files, **key_table(made, wish, beside=files)}


def key_table(made: ClassSet, wish: Wish, *, beside: Collection[Path]) -> dict[Path, bytes]:
    """The keys as CSV, where they are wished for; raises BadRequest when another file goes there."""
    if wish.key_table is None:
        return {}
    if wish.key_table in beside:
        raise BadRequest(f"--key-csv: {wish.key_table} is written already; name another file")
    return {wish.key_table: key_csv(made.papers, made.separator)}


def printed(made: ClassSet, wish: Wish) -> dict[Path, bytes]:
    """What goes to the printer: one PDF of all sheets and one of all keys, or each in a file of its own."""
    if wish.split:
        return {**_split_sheets(made, wish), **_split_keys(made, wish)}
    papers = _handed(made)
    students = [copy.student for copy in made.copies]
    classes = [copy.group for copy in made.copies]
    own = students if papers == made.papers else ()
    with progress(len(papers) + len(made.papers), "printing") as tick:
        return {
            _path(wish.base, "", "pdf"): worksheets(
                papers, wish.options, made.images, students=students, classes=classes, progress=tick
            ),
            _path(wish.base, "-key", "pdf"): answer_keys(
                made.papers, wish.options, students=own, progress=tick
            ),
        }


def _handed(made: ClassSet) -> tuple[Paper, ...]:
    """Every sheet to print, in the order of the copies; without a roster each form once."""
    return tuple(_form(made, copy) for copy in made.copies) or made.papers


def _form(made: ClassSet, copy: Copy) -> Paper:
    return next(paper for paper in made.papers if paper.form == copy.form)


def _split_sheets(made: ClassSet, wish: Wish) -> dict[Path, bytes]:
    if not made.copies:
        return {
            _path(wish.base, _suffix(paper), "pdf"): worksheets((paper,), wish.options, made.images)
            for paper in made.papers
        }
    files: dict[Path, bytes] = {}
    digits = len(str(len(made.copies)))
    for place, copy in enumerate(made.copies, start=1):
        mark = f"-{place:0{digits}}-{_file_name(copy.student)}"
        files[_path(wish.base, mark, "pdf")] = worksheets(
            (_form(made, copy),), wish.options, made.images, students=[copy.student], classes=[copy.group]
        )
    return files


def _split_keys(made: ClassSet, wish: Wish) -> dict[Path, bytes]:
    return {
        _path(wish.base, f"{_suffix(paper)}-key", "pdf"): answer_keys((paper,), wish.options)
        for paper in made.papers
    }


def _suffix(paper: Paper) -> str:
    return f"-{paper.form}" if paper.form else ""


def _file_name(student: str) -> str:
    """The name with letters and digits of any script, and nothing that a system forbids."""
    words = _UNSAFE.sub(" ", unicodedata.normalize("NFC", student))
    name = "-".join(words.replace("_", " ").split())
    return name.encode()[:_ROOM].decode(errors="ignore").rstrip("-")


def _path(base: Path, mark: str, ending: str) -> Path:
    return base.with_name(f"{base.name}{mark}.{ending}")
