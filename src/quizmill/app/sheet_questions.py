"""Which questions stand on a worksheet: by selection or blueprint, not again, and none answering another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec.structs import replace

from quizmill.app.input_file import read_input
from quizmill.app.papers import kept
from quizmill.bank.model import Bank, Question
from quizmill.compose.apart import Pair
from quizmill.compose.blueprint import Part, read_blueprint
from quizmill.compose.by_blueprint import choose_by
from quizmill.compose.selection import Chosen, Selection, choose
from quizmill.compose.traits import ids_of
from quizmill.errors import BadRequest, FileUnusable


def sheet_questions(
    bank: Bank,
    selection: Selection,
    *,
    seed: int,
    parts: Sequence[Part] = (),
    earlier: Sequence[Path] = (),
) -> Chosen:
    """The questions of a sheet: those of a blueprint's *parts*, else of the selection alone.

    None stood on a paper in the files *earlier*, and none answers another where there are enough others.
    Raises BadRequest and FileUnusable for what cannot be met or read.
    """
    selection = replace(selection, earlier=_stood(earlier, bank))
    if not parts:
        return choose(bank, selection, seed=seed, leaks=leaks_among)
    if selection.count is not None:
        raise BadRequest("-n: the blueprint says how many; leave one of the two out")
    return choose_by(parts, bank, selection, seed=seed, leaks=leaks_among)


def blueprint_of(typed: str) -> tuple[Part, ...]:
    """The parts of what was *typed*: a blueprint, or the name of a file that has one.

    Raises BadRequest or FileUnusable, with the place of what cannot be read.
    """
    path = Path(typed)
    if not path.is_file():
        if ":" in typed:
            return read_blueprint(typed)
        raise BadRequest(f'--blueprint: "{typed}" is no file, and has no part such as joyo-sale:5')
    data = read_input(path, "blueprint")
    try:
        return read_blueprint(data.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise FileUnusable(str(path), "this blueprint is no text in UTF-8") from error


def leaks_among(questions: Sequence[Question]) -> Collection[Pair]:
    """Those pairs of *questions* of which the text of one says what the other asks, as `check` finds them."""
    from quizmill.check.measure.leaks import leaks, wording_of  # as slow to import as to begin checking

    found = leaks(questions, [wording_of(question) for question in questions])
    return {frozenset((leak.question, id)) for leak in found for id in leak.answers}


def _stood(files: Sequence[Path], bank: Bank) -> tuple[str, ...]:
    """The ids of the questions on these papers, and those that they had before."""
    ids = dict[str, None]()
    for path in files:
        for paper in kept(path).papers:
            if paper.namespace not in (bank.namespace, *bank.formerly):
                why = f'it is of another bank, whose namespace is "{paper.namespace}"'
                raise FileUnusable(str(path), f"no question of this paper can come again; {why}")
            ids.update(dict.fromkeys(id for each in paper.exercises for id in ids_of(each.question)))
    return tuple(ids)
