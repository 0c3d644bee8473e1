"""The files of a class set: sheets, keys and the set itself, together or a file each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import msgspec

from quizmill.cli.pile import Pile, Sheet, everything, suffix
from quizmill.cli.progress import progress
from quizmill.compose.class_set import ClassSet, save
from quizmill.errors import BadRequest
from quizmill.export.key_csv import key_csv
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.worksheet import worksheets


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
    pile = everything(made)
    files = {**printed(made, pile, wish), _path(wish.base, "", "json"): save(made)}
    return {**files, **key_table(made, pile, wish, beside=files)}


def key_table(made: ClassSet, pile: Pile, wish: Wish, *, beside: Collection[Path]) -> dict[Path, bytes]:
    """The keys of all forms in *pile* as CSV, where they are wished for.

    Raises BadRequest when another file goes there.
    """
    if wish.key_table is None:
        return {}
    if wish.key_table in beside:
        raise BadRequest(f"--key-csv: {wish.key_table} is written already; name another file")
    return {wish.key_table: key_csv(pile.forms, made.separator)}


def printed(made: ClassSet, pile: Pile, wish: Wish) -> dict[Path, bytes]:
    """What goes to the printer: one PDF of all sheets and one of all keys, or each in a file of its own."""
    if wish.split:
        return {**_split_sheets(made, pile, wish), **_split_keys(pile, wish)}
    with progress(len(pile.sheets) + len(pile.keys), "printing") as tick:
        files = {_path(wish.base, "", "pdf"): _together(made, pile.sheets, wish, tick)}
        if pile.keys:
            own = tuple(sheet.paper for sheet in pile.sheets) == pile.keys
            files[_path(wish.base, "-key", "pdf")] = answer_keys(
                pile.keys,
                wish.options,
                students=[sheet.student for sheet in pile.sheets] if own else (),
                progress=tick,
            )
    return files


def _together(
    made: ClassSet, pile: Sequence[Sheet], wish: Wish, progress: Callable[[], None] = lambda: None
) -> bytes:
    return worksheets(
        [sheet.paper for sheet in pile],
        wish.options,
        made.images,
        students=[sheet.student for sheet in pile],
        classes=[sheet.group for sheet in pile],
        progress=progress,
    )


def _split_sheets(made: ClassSet, pile: Pile, wish: Wish) -> dict[Path, bytes]:
    return {_path(wish.base, each.mark, "pdf"): _together(made, [each], wish) for each in pile.sheets}


def _split_keys(pile: Pile, wish: Wish) -> dict[Path, bytes]:
    return {
        _path(wish.base, f"{suffix(paper)}-key", "pdf"): answer_keys((paper,), wish.options)
        for paper in pile.keys
    }


def _path(base: Path, mark: str, ending: str) -> Path:
    return base.with_name(f"{base.name}{mark}.{ending}")
