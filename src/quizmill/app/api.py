"""The promised functions of the Python API; see the package's docstring for them at work."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack, cast

if TYPE_CHECKING:
    from quizmill.app.opening import SoundBank
    from quizmill.compose.exercise import Exercise
    from quizmill.compose.paper import Paper
    from quizmill.formats.report import Loss
    from quizmill.grade import Mark

_NOT = "not_"


def open_bank(folder: str | os.PathLike[str]) -> SoundBank:
    """The bank in *folder*, when nothing in it is wrong.

    Raises BankUnreadable without a bank, BankInvalid with the `diagnostics` when reading or checking finds
    an error.
    """
    from quizmill.app.opening import open_for_writing

    return open_for_writing(Path(folder))


class Named(TypedDict, total=False):
    """Names of what to choose; what is named as `not_…` is left out."""

    topics: Iterable[str]
    sources: Iterable[str]
    types: Iterable[str]
    importances: Iterable[str]
    difficulties: Iterable[str]
    levels: Iterable[str]
    tags: Iterable[str]
    ids: Iterable[str]
    not_topics: Iterable[str]
    not_sources: Iterable[str]
    not_types: Iterable[str]
    not_importances: Iterable[str]
    not_difficulties: Iterable[str]
    not_levels: Iterable[str]
    not_tags: Iterable[str]
    not_ids: Iterable[str]


def choose(
    bank: SoundBank,
    *,
    count: int | None = None,
    electives: bool = False,
    search: str = "",
    seed: int = 0,
    shuffled: bool = True,
    **named: Unpack[Named],
) -> Paper:
    """The questions that fit, *count* at most, posed as a paper; the same *seed* gives the same again.

    They are chosen by `topics`, `sources`, `types`, `importances`, `difficulties`, `levels`, `tags` and
    `ids`, and left out by `not_topics` and so on. Those of elective topics are among them when topics or ids
    are named, or *electives* are wanted. A *search* keeps what says all its words, as `--search` does. Raises
    BadRequest when a name is unknown or nothing fits.
    """
    from quizmill.compose.paper import compose
    from quizmill.compose.selection import Selection
    from quizmill.compose.selection import choose as chosen
    from quizmill.compose.traits import Traits

    order = "shuffled" if shuffled else "bank"
    names = {trait: tuple(each) for trait, each in cast("dict[str, Iterable[str]]", named).items()}
    without = {trait: names.pop(trait) for trait in tuple(names) if trait.startswith(_NOT)}
    selection = Selection(
        **names,
        search=search,
        without=Traits(**{trait.removeprefix(_NOT): each for trait, each in without.items()}),
        electives=electives,
        count=count,
        order=order,
    )
    return compose(bank.bank, chosen(bank.bank, selection, seed=seed).questions, seed=seed, order=order)


def mark_answer(exercise: Exercise, answer: str, bank: SoundBank) -> Mark:
    """What *answer* earns, typed as at the plain face: `b`, `a,c`, `t`, `$75 million`, `1b 2a`, `3 1 2`.

    Blanks are parted by `|`; an empty answer is skipped. Raises BadRequest, with what to do, for a line that
    cannot be an answer to this exercise.
    """
    from quizmill.errors import BadRequest
    from quizmill.faces.phrases import misread
    from quizmill.grade import Misread, Skipped, mark, read_response
    from quizmill.words import words_in

    language = bank.bank.language
    response = read_response(exercise, answer, language) if answer.strip() else Skipped()
    if isinstance(response, Misread):
        raise BadRequest(misread(response, words_in(language)))
    return mark(exercise, response, bank.bank.names, language=language)


def feedback(mark: Mark, bank: SoundBank) -> str:
    """Why *mark* is what it is, in the bank's language, and how it is spelt, where a slip was forgiven.

    Empty when there is nothing to say. `mark.slips` has what of it tells of slips, as codes.
    """
    from quizmill.grade import feedback as told
    from quizmill.words import words_in

    return told(mark.reasons, words_in(bank.bank.language))


def write_deck(bank: SoundBank, path: str | os.PathLike[str], paper: Paper | None = None) -> None:
    """Write the Anki deck at *path*, with the questions of *paper* or all; one there is the release before.

    Raises FileUnusable when *path* holds something else, or cannot be written; ExportRefused for what no deck
    can hold, such as a new question under an id that another one had.
    """
    from quizmill.app.deck import make_deck
    from quizmill.app.deck_place import DECK, release_before
    from quizmill.export.publish import Product, publish

    output = Path(path)
    before = release_before(output, None, bank.bank.namespace, fresh=False)
    release = make_deck(bank, paper or choose(bank, electives=True, shuffled=False), before)
    publish({output: Product(release.data, DECK)})


def write_worksheet(
    bank: SoundBank, base: str | os.PathLike[str], paper: Paper, *, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write `BASE.pdf`, `BASE-key.pdf` and `BASE.json`, the paper itself; return where they are.

    Another paper that lies there stays, and so do sheets without theirs, unless they are to be *overwritten*.
    Raises FileUnusable for them and when a file cannot be written, ExportRefused for what cannot be printed.
    """
    from quizmill.app.refusals import placed
    from quizmill.app.worksheets import PrintTarget, class_set, refuse_orphans, sheets
    from quizmill.export.paper.worksheet_options import WorksheetOptions
    from quizmill.export.publish import publish

    target = PrintTarget(base=Path(base), options=WorksheetOptions())
    made = class_set(bank, (paper,))
    if not overwrite:
        refuse_orphans(made, target)
    with placed(bank.folder):
        files = sheets(made, target)
    publish(files, overwrite=overwrite)
    return tuple(files)


def export_bank(
    bank: SoundBank,
    format: str,
    path: str | os.PathLike[str],
    paper: Paper | None = None,
    *,
    evidence: bool = True,
    overwrite: bool = False,
) -> tuple[Loss, ...]:
    """Write the questions of *paper*, or all, as another program's file at *path*; return what they lose.

    The source of an answer stands at the end of its explanation, unless there is to be no *evidence*. Another
    file of the format gives way only when it is to be *overwritten*. Raises BadRequest for a format that
    there is not, or that has no place for any of the questions; FileUnusable when a file cannot be read or
    written.
    """
    from quizmill.app.exporting import export_bank as exported
    from quizmill.export.publish import publish
    from quizmill.formats.table import named

    asked = paper or choose(bank, electives=True, shuffled=False)
    made = exported(bank, (asked,), named(format), Path(path), evidence=evidence)
    publish(made.files, overwrite=overwrite)
    return made.losses


def import_files(
    files: Iterable[str | os.PathLike[str]],
    folder: str | os.PathLike[str],
    *,
    format: str | None = None,
    language: str = "en",
    unexplained: bool = False,
) -> tuple[Loss, ...]:
    """Make a bank of other programs' *files*, or update the one in *folder*; return what is lost of them.

    What the files are is told by their content unless a *format* is named; *language* is that of a new bank.
    What lacks its explanation is a draft unless it is to be asked *unexplained*. Raises FileUnusable for a
    file that cannot be read or written, or a folder that holds something else; BadRequest for a format that
    there is not; BankInvalid for a bank with errors.
    """
    from quizmill.app.import_into import import_into
    from quizmill.app.importing import File, import_files
    from quizmill.app.input_file import read_input
    from quizmill.bank.files import BANK_FILE
    from quizmill.export.publish import publish

    given = [Path(name) for name in files]
    read = [File(str(path), read_input(path, "file")) for path in given]
    target = Path(folder)
    if (target / BANK_FILE).exists():
        made = import_into(read, target, format=format, unexplained=unexplained)
    else:
        tail = secrets.token_hex(3)
        made = import_files(read, target, tail, format=format, language=language, unexplained=unexplained)
    publish(made.files, read=given)
    return made.report.losses
