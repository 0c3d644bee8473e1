"""`quizmill answers items`: what the answers say of the questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizmill.app.history import local_now
from quizmill.app.opening import SoundBank, open_for_asking
from quizmill.classroom.returned import Twice
from quizmill.cli.answer_options import log_in, log_option_named
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.naming_options import id_option, topic_option
from quizmill.cli.options import bank_option
from quizmill.cli.twice_option import twice_option
from quizmill.compose.traits import Traits
from quizmill.errors import BadRequest
from quizmill.faces.plain.charts import Plotter
from quizmill.faces.plain.terminal import complain, stdout_screen

if TYPE_CHECKING:
    from quizmill.analysis.summary import Summary
    from quizmill.app.item_report import ItemReport
    from quizmill.app.items_shown import Looks

_PLACES = ("exam", "practice", "review", "cram", "paper", "anki", "html")
_SORTS = ("worst", "bank", "facility", "discrimination")


@click.command("items")
@click.argument("files", metavar="[FILE…]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--paper",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PAPER.json",
    help="The paper to which sheets and pages are, as for `quizmill mark`.",
)
@twice_option("As for `quizmill mark`.")
@log_option_named("log")
@bank_option
@topic_option
@id_option
@click.option(
    "--place",
    "places",
    multiple=True,
    type=click.Choice(_PLACES),
    envvar="QUIZMILL_ANSWERS_PLACE",
    help="Only what was answered there; html is a page that was handed in. Repeatable.",
)
@click.option(
    "--sort",
    type=click.Choice(_SORTS),
    default="worst",
    show_default=True,
    envvar="QUIZMILL_ANSWERS_SORT",
    help="What to look at first, as the bank has them, the hardest, or what tells least.",
)
@click.option(
    "--engine",
    envvar="QUIZMILL_ANSWERS_ENGINE",
    metavar="URL",
    help="What sums the log, as ibis.connect takes it: pyspark://, trino://…  [default: DuckDB here]",
)
@click.option(
    "--all",
    "whole",
    is_flag=True,
    envvar="QUIZMILL_ANSWERS_ALL",
    help="Every question of each place, not only the first twenty.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    envvar="QUIZMILL_ANSWERS_JSON",
    help="For programs: the keys are documented and stay.",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write a page to read through: each question beside how it did.",
)
@click.option(
    "--aggregate",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write what may leave the school, as JSON: of all questions, no group under ten, in tens.",
)
@click.option("--plain", is_flag=True, help="Bars of common signs, for any terminal and font.")
def command(
    files: tuple[Path, ...],
    log: Path,
    folder: Path,
    sort: str,
    whole: bool,
    as_json: bool,
    html: Path | None,
    aggregate: Path | None,
    plain: bool,
    **typed: Any,
) -> ExitCode:
    """Show what the answers say of the questions: how hard each is, what it tells, and who chose what.

    Without FILE it reads the log, which needs the extra scale. FILE is what `answers add` takes: sheets and
    pages with --paper, histories, collections of Anki's, tables with the columns of a log; a class needs
    neither a log for that nor a key. Places are never put together, and neither are an old and a new wording.
    """
    from quizmill.app.answer_items import narrowed
    from quizmill.app.item_report import item_report
    from quizmill.app.items_shown import Looks

    bank = open_for_asking(folder, complain)
    traits = Traits(ids=typed.pop("ids"), topics=typed.pop("topics"))
    places = typed.pop("places")
    summed, faults = _summed(files, log, **typed)
    report = narrowed(item_report(summed, bank, places), bank, traits)
    if html:
        _write_page(html, report, SoundBank(folder, bank), (*files, *filter(None, [typed["paper"]])))
    if aggregate:
        _write_aggregate(aggregate, summed, files)
    _show(report, Looks(sort=sort, whole=whole, options=bool(traits.ids)), as_json=as_json, plain=plain)
    return _complained(faults)


def _show(report: ItemReport, looks: Looks, *, as_json: bool, plain: bool) -> None:
    if as_json:
        from quizmill.app.items_json import as_json as written

        sys.stdout.buffer.write(written(report))
        return
    from quizmill.app.items_shown import show

    screen = stdout_screen()
    plotter = Plotter(screen.width, words=False, encoding=None if plain else sys.stdout.encoding)
    show(screen, report, plotter, looks)


def _write_page(path: Path, report: ItemReport, loaded: SoundBank, read: tuple[Path, ...]) -> None:
    from quizmill.app.file_kinds import ITEMS_PAGE
    from quizmill.app.items_page.page import items_page  # Jinja2, which the tables do not need
    from quizmill.app.pictures import pictures_of_questions
    from quizmill.export.publish import Product, publish

    asked = (item.question for item in report.items if item.question)
    page = items_page(report, loaded.bank, pictures_of_questions(loaded.folder, asked))
    publish({path: Product(page, ITEMS_PAGE)}, read=read)
    complain(f"note: wrote {path}")


def _write_aggregate(path: Path, summed: Summary, read: tuple[Path, ...]) -> None:
    from quizmill.analysis.aggregate import aggregate, as_json
    from quizmill.app.file_kinds import AGGREGATE
    from quizmill.export.publish import Product, publish

    publish({path: Product(as_json(aggregate(summed)), AGGREGATE)}, read=read)
    complain(f"note: wrote {path}")


def _summed(
    files: tuple[Path, ...], log: Path, *, paper: Path | None, twice: str, engine: str | None
) -> tuple[Summary, tuple[str, ...]]:
    """What the files say, else what the log does; and what of sheets could not be used."""
    if files:
        if engine:
            raise BadRequest("--engine sums a log: leave the files out, or add them to the log first")
        from quizmill.analysis.summary import summary
        from quizmill.app.answer_files import Wishes
        from quizmill.app.answer_items import answers_in

        found = answers_in(files, Wishes(paper=paper, twice=Twice(twice)), local_now(), complain)
        return summary(found.rows), found.faults
    if paper:
        raise BadRequest("--paper says to which paper sheets or pages are: name their files too")
    opened = log_in(log)
    from quizmill.app.answer_engine import log_summary

    return log_summary(opened, engine), ()


def _complained(faults: tuple[str, ...]) -> ExitCode:
    for fault in faults:
        complain(fault)
    if not faults:
        return ExitCode.FINE
    entries = "1 entry" if len(faults) == 1 else f"{len(faults)} entries"
    complain(f"quizmill: {entries} could not be used; the rest is summed up")
    return ExitCode.WORLD
