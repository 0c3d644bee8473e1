"""The options that several commands share: which bank, and which of its questions."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click
import msgspec

from quizmill.bank.default import nearest_bank, shipped_bank
from quizmill.bank.model import Bank
from quizmill.cli.naming_options import named, naming_options, offering
from quizmill.compose.paper import Paper, compose
from quizmill.compose.selection import Asked, Chosen, Selection, choose
from quizmill.errors import shown
from quizmill.faces.plain.terminal import complain

Command = TypeVar("Command", bound=Callable[..., Any])


class Choosing(Protocol):
    """A way to choose what is wanted."""

    def __call__(self, bank: Bank, selection: Selection, *, seed: int) -> Chosen: ...


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which questions a command works on, as typed."""

    selection: Selection
    seed: int | None = None

    def questions(self, bank: Bank, choosing: Choosing = choose) -> tuple[tuple[Asked, ...], int]:
        """The questions chosen, and the seed; what the person should know about either goes to stderr.

        Raises BadRequest when a name is unknown or nothing fits.
        """
        seed = drawn_unless(self.seed)
        chosen = choosing(bank, self.selection, seed=seed)
        for note in chosen.notes:
            complain(f"note: {note}")
        if self.seed is None:
            complain(f"seed: {seed} (--seed {seed} gives the same again)")
        return chosen.questions, seed

    def paper(self, bank: Bank, *, title: str = "") -> Paper:
        """The questions chosen, posed as one paper; raises BadRequest as `questions` does."""
        questions, seed = self.questions(bank)
        return compose(bank, questions, seed=seed, order=self.selection.order, title=title)


def drawn_unless(seed: int | None) -> int:
    """The *seed* that was given, or one drawn for this run: six digits, short enough to type."""
    return int.from_bytes(os.urandom(4), "big") % 1_000_000 if seed is None else seed


def bank_option(command: Command) -> Command:
    """Adds --bank: `folder` is the bank's; without it the nearest, else the shipped one, named on stderr."""
    return click.option(
        "--bank",
        "folder",
        type=click.Path(path_type=Path),
        envvar="QUIZMILL_BANK",
        metavar="DIR",
        callback=_or_default,
        help="The bank's folder.  [default: the nearest bank.yaml here or above, else the bank that comes "
        "with quizmill]",
    )(command)


def _or_default(context: click.Context, option: click.Parameter, typed: Path | None) -> Path:
    if typed is not None:
        return typed
    nearest = nearest_bank(Path.cwd())
    if not context.resilient_parsing:  # which completes a line: nobody asked for talk
        complain(f"bank: {shown(str(nearest)) if nearest else 'the one that comes with quizmill'}")
    return nearest or shipped_bank()


def paper_size_option(command: Command) -> Command:
    """Adds --paper: `size` is a4 or letter."""
    return click.option(
        "--paper",
        "size",
        type=click.Choice(["a4", "letter"]),
        default="a4",
        show_default=True,
        envvar="QUIZMILL_PAPER",
        help="The size of the sheets.",
    )(command)


def split_option(command: Command) -> Command:
    """Adds --split: `split` asks for a file for each form or student."""
    return click.option(
        "--split",
        is_flag=True,
        envvar="QUIZMILL_SPLIT",
        help="A file for each form, or with a roster for each student, instead of one for the copier.",
    )(command)


def docx_option(command: Command) -> Command:
    """Adds --docx: `docx` asks for documents to edit, and so does a name that ends so."""
    return click.option(
        "--docx",
        is_flag=True,
        envvar="QUIZMILL_DOCX",
        help="Documents for Word or LibreOffice, to edit, instead of PDFs; so does -o NAME.docx. Needs the "
        "extra office.",
    )(command)


def format_option(*formats: str, variable: str, help: str) -> Callable[[Command], Command]:
    """Adds --format: `form` is one of *formats*, by default the first or what *variable* says."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        envvar=variable,
        help=help,
    )


def documents_option(command: Command) -> Command:
    """Adds --documents: `documents` is where the documents lie, None for where bank.yaml says."""
    return click.option(
        "--documents",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Where the documents lie.  [default: the folder that bank.yaml names]",
    )(command)


def search_option(command: Command) -> Command:
    """Adds --search: `search` are words that questions are found by."""
    return click.option(
        "--search",
        default="",
        envvar="QUIZMILL_SEARCH",
        metavar="WORDS",
        help="Only what says all these words, or words that begin with them, in prompt, answers, explanation "
        'or facts; "…" is a phrase, -WORD leaves out.',
    )(command)


def topics_option(help: str) -> Callable[[Command], Command]:
    """Adds --topic alone: `topics` are the ids typed."""
    return click.option(
        "--topic",
        "topics",
        multiple=True,
        envvar="QUIZMILL_TOPIC",
        metavar="ID",
        help=f"{help} Repeatable.",
        shell_complete=offering("topic"),
    )


def output_option(default: str, metavar: str, help: str) -> Callable[[Command], Command]:
    """Adds -o and --output: `output` is where the product goes."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        default=default,
        show_default=True,
        metavar=metavar,
        help=help,
    )


def overwrite_option(what: str) -> Callable[[Command], Command]:
    """Adds --overwrite: `overwrite` lets *what* of the same name go, which somebody may miss."""
    return click.option("--overwrite", is_flag=True, help=f"Write over {what} of that name.")


def key_csv_option(command: Command) -> Command:
    """Adds --key-csv: `keys` is where the keys go as CSV."""
    return click.option(
        "--key-csv",
        "keys",
        envvar="QUIZMILL_KEY_CSV",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Also write the keys of all forms as a table, for a spreadsheet.",
    )(command)


def results_option(command: Command) -> Command:
    """Adds --results: `results` is where the results go as JSON."""
    return click.option(
        "--results",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Keep the results in FILE, as JSON.",
    )(command)


def minutes_option(command: Command) -> Command:
    """Adds --minutes: `minutes` is how long a sitting may take, None for as long as it takes."""
    length = click.FloatRange(min=0, min_open=True)
    return click.option("--minutes", type=length, metavar="N", help="Stop after N minutes.")(command)


def selection_options(
    *, order: str, seed: int | None = None, electives: bool = False
) -> Callable[[Command], Command]:
    """Adds the options that choose questions; the command gets them as `wanted`, a :class:`Wanted`.

    *order* and *seed* are the defaults; without a seed one is drawn for each run. *electives* are chosen too
    where a command shows or makes the whole bank.
    """

    def add(command: Command) -> Command:
        @functools.wraps(command)
        def gathered(*args: Any, **typed: Any) -> Any:
            chosen, without = named(typed)
            selection = Selection(
                **msgspec.structs.asdict(chosen),
                without=without,
                search=typed.pop("search"),
                electives=electives,
                count=typed.pop("count"),
                order=typed.pop("order"),
            )
            return command(*args, wanted=Wanted(selection=selection, seed=typed.pop("seed")), **typed)

        for option in reversed(_selection(order, seed)):
            option(gathered)
        return gathered  # type: ignore[return-value]  # it takes the options instead of `wanted`

    return add


def _selection(order: str, seed: int | None) -> list[Callable[[Any], Any]]:
    by_chance = "Repeats a choice made by chance." + (
        "" if seed is not None else "  [default: drawn, and printed]"
    )
    return [
        naming_options,
        search_option,
        click.option(
            "-n",
            "--count",
            type=int,
            metavar="N",
            envvar="QUIZMILL_COUNT",
            help="At most so many, by chance.",
        ),
        click.option(
            "--seed",
            type=int,
            metavar="N",
            default=seed,
            show_default=True,
            envvar="QUIZMILL_SEED",
            help=by_chance,
        ),
        click.option(
            "--order",
            type=click.Choice(["shuffled", "bank"]),
            default=order,
            show_default=True,
            envvar="QUIZMILL_ORDER",
            help="By chance, or as the bank has them.",
        ),
    ]
