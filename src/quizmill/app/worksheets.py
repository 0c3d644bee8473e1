"""Worksheets: a class set from a bank, and its files: sheets, keys and the set itself, together or apart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from quizmill.app.decisions import decisions
from quizmill.app.file_kinds import KEYS, PAPER
from quizmill.app.opening import SoundBank
from quizmill.app.outlines import kept_outlines
from quizmill.app.pictures import pictures
from quizmill.app.refusals import Refusals
from quizmill.app.sheet_formats import SheetFormat, docx, pdf
from quizmill.app.talk import Tell, Watch, silent, unwatched
from quizmill.classroom.class_set import ClassSet, Copy, hand_out
from quizmill.classroom.print_run import PrintRun, Sheet, suffix, whole_run
from quizmill.classroom.roster import Roster
from quizmill.classroom.saved import save
from quizmill.compose.answer_sheet.layout import restored_layout
from quizmill.compose.forms import alike
from quizmill.compose.paper import Paper
from quizmill.compose.word_boxes import word_boxes
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.key_csv import key_csv
from quizmill.export.paper import full_pages
from quizmill.export.paper.decisions import Decisions
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.export.publish import Product
from quizmill.words import words_in

_MANY = 8  # forms that nobody marks by hand
_FEW = 3  # pairs of forms that are named


class PrintTarget(msgspec.Struct, frozen=True, kw_only=True):
    """Where the files go, and which."""

    base: Path  # a path without its ending
    options: WorksheetOptions
    split: bool = False  # a file for each form or student
    key_table: Path | None = None  # where the keys go as CSV
    docx: bool = False  # documents to edit, else PDFs


def class_set(
    loaded: SoundBank, papers: tuple[Paper, ...], roster: Roster | None = None, *, spare: int = 0
) -> ClassSet:
    """The papers with all that must be kept with them: names, pictures, and who gets which.

    Beyond the roster there are so many *spare* sheets without a name, their forms in turn.
    """
    handed = len(roster.pupils) if roster else 0
    return ClassSet(
        papers=tuple(replace(paper, code=paper.fingerprint) for paper in papers),  # worked out but once
        copies=_copies(papers, roster) if roster else (),
        names=loaded.bank.names,
        images=pictures(loaded.folder, papers[0].exercises),
        spare=tuple(papers[(handed + place) % len(papers)].form for place in range(spare)),
        separator=roster.separator if roster else ",",
    )


def with_full_pages(made: ClassSet, looks: WorksheetOptions) -> ClassSet:
    """The set with the questions of each form in the order in which its pages are full.

    To be done before anything is printed: what the set keeps is the printed order.
    """
    papers = full_pages.with_full_pages(made.papers, looks, made.images, outlines=kept_outlines())
    return replace(made, papers=papers)


def _copies(papers: tuple[Paper, ...], roster: Roster) -> tuple[Copy, ...]:
    pupils = roster.pupils
    classes, columns = [pupil.group for pupil in pupils], [pupil.columns for pupil in pupils]
    return hand_out(papers, roster.students, classes, columns)


def remark(papers: tuple[Paper, ...], tell: Tell = silent, *, asked: bool) -> None:
    """Tell of more forms than anybody marks by hand, unless they were *asked* for, and of forms alike."""
    if len(papers) > _MANY and not asked:
        tell(
            f"note: {len(papers)} forms, one for each student; `quizmill mark` marks them from the answers "
            "you type, and --forms 4 leaves four keys to mark by hand"
        )
    if pairs := [f"{one.form} and {other.form}" for one, other in alike(papers)]:
        more = f", and {len(pairs) - _FEW} more pairs" if len(pairs) > _FEW else ""
        tell(f"note: forms {', '.join(pairs[:_FEW])}{more} are alike; there is too little to reorder")


def remark_word_bank(papers: tuple[Paper, ...], tell: Tell = silent) -> None:
    """Tell of a word bank that is none, since there are too few blanks."""
    if not word_boxes(papers[0]):
        tell("note: --word-bank: no box is printed; it takes blanks with three different answers")


def base_of(output: Path) -> Path:
    """The path that all files begin with: *output* without its ending, or `worksheet` in a folder."""
    if output.is_dir():
        return output / "worksheet"
    return output.with_name(output.name.removesuffix(".pdf").removesuffix(".docx"))


def refuse_orphans(made: ClassSet, target: PrintTarget) -> None:
    """Raise FileUnusable where sheets lie whose paper is gone: they may be out, and nothing else has them."""
    paper = _path(target.base, "", "json")
    marks = [sheet.mark for sheet in whole_run(made).sheets] if target.split else [""]
    endings = ("pdf", "docx")
    lying = [
        path for mark in marks for ending in endings if (path := _path(target.base, mark, ending)).exists()
    ]
    if lying and not paper.exists():
        raise FileUnusable(
            str(lying[0]),
            f"sheets lie here without their paper, {paper.name}; choose another name, or add --overwrite if "
            "nobody has them",
        )


def sheets(made: ClassSet, target: PrintTarget, watch: Watch = unwatched) -> dict[Path, Product]:
    """Worksheets, keys and the set as JSON, by where they go; *watch* the printing, which takes longest."""
    run = whole_run(made)
    files = {**printed(made, run, target, watch), _path(target.base, "", "json"): Product(save(made), PAPER)}
    return {**files, **key_table(made, run, target, beside=files)}


def key_table(
    made: ClassSet, run: PrintRun, target: PrintTarget, *, beside: Collection[Path]
) -> dict[Path, Product]:
    """The keys of all forms in *run* as CSV, where they are asked for.

    Raises BadRequest when another file goes there.
    """
    if target.key_table is None:
        return {}
    if target.key_table in beside:
        raise BadRequest(f"--key-csv: {target.key_table} is written already; name another file")
    return {
        target.key_table: Product(
            key_csv(run.forms, made.separator, made.names, _decided(made, target)), KEYS
        )
    }


def printed(
    made: ClassSet, run: PrintRun, target: PrintTarget, watch: Watch = unwatched
) -> dict[Path, Product]:
    """What goes to the printer: one file of all sheets and one of all keys, or each in a file of its own.

    Raises ExportRefused for what cannot be printed, on sheets or on keys; BadRequest where what writes
    documents is missing.
    """
    files: dict[Path, Product] = {}
    refusals, how = Refusals(), docx() if target.docx else pdf()
    with watch(len(run.sheets) + len(run.keys), "printing") as tick:
        with refusals.caught():
            files |= (_split_sheets if target.split else _sheets)(made, run, target, how, tick)
        with refusals.caught():
            files |= (_split_keys if target.split else _keys)(made, run, target, how, tick)
    refusals.finish()
    return files


def _sheets(
    made: ClassSet, run: PrintRun, target: PrintTarget, how: SheetFormat, tick: Callable[[], None]
) -> dict[Path, Product]:
    return {_path(target.base, "", how.ending): _together(made, run.sheets, target, how, tick)}


def _keys(
    made: ClassSet, run: PrintRun, target: PrintTarget, how: SheetFormat, tick: Callable[[], None]
) -> dict[Path, Product]:
    if not run.keys:
        return {}
    own = tuple(sheet.paper for sheet in run.sheets) == run.keys
    keys = how.keys(
        run.keys,
        target.options,
        made.images,
        students=[how.name(sheet.student) for sheet in run.sheets] if own else (),
        names=made.names,
        progress=tick,
        decided=_decided(made, target),
    )
    return {_path(target.base, "-key", how.ending): Product(keys, how.kind)}


def _together(
    made: ClassSet,
    sheets: Sequence[Sheet],
    target: PrintTarget,
    how: SheetFormat,
    progress: Callable[[], None],
) -> Product:
    printed = how.sheets(
        [sheet.paper for sheet in sheets],
        target.options,
        made.images,
        students=[how.name(sheet.student) for sheet in sheets],
        classes=[how.name(sheet.group) for sheet in sheets],
        progress=progress,
        **(_rings(made, sheets) if target.options.answer_sheet else {}),
    )
    return Product(printed, how.kind)


def _rings(made: ClassSet, sheets: Sequence[Sheet]) -> dict[str, Any]:
    """What the answer sheets behind *sheets* are printed from."""
    return {"layout": restored_layout(made.layout), "copies": [sheet.copy for sheet in sheets]}


def _split_sheets(
    made: ClassSet, run: PrintRun, target: PrintTarget, how: SheetFormat, tick: Callable[[], None]
) -> dict[Path, Product]:
    return {
        _path(target.base, each.mark, how.ending): _together(made, [each], target, how, tick)
        for each in run.sheets
    }


def _split_keys(
    made: ClassSet, run: PrintRun, target: PrintTarget, how: SheetFormat, tick: Callable[[], None]
) -> dict[Path, Product]:
    return {
        _path(target.base, f"{suffix(paper)}-key", how.ending): Product(
            how.keys(
                (paper,),
                target.options,
                made.images,
                names=made.names,
                progress=tick,
                decided=_decided(made, target),
            ),
            how.kind,
        )
        for paper in run.keys
    }


def _decided(made: ClassSet, target: PrintTarget) -> Decisions:
    return decisions(made, words_in(target.options.language, made.papers[0].language))


def _path(base: Path, mark: str, ending: str) -> Path:
    return base.with_name(f"{base.name}{mark}.{ending}")
