"""`quizmill web`: a quiz as one page that anybody opens in a browser, to practise or to be handed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec
from click.core import ParameterSource
from msgspec.structs import replace

from quizmill.app.file_kinds import PAGE
from quizmill.app.hand_in import HandInWish, hand_in_pages
from quizmill.app.opening import SoundBank, open_for_writing
from quizmill.app.roster import roster_of
from quizmill.app.web import practice, practice_page
from quizmill.app.worksheets import class_set, remark
from quizmill.classroom.roster import Roster
from quizmill.classroom.roster_columns import NamedColumns
from quizmill.cli.language_option import language_option_of
from quizmill.cli.options import (
    Wanted,
    bank_option,
    minutes_option,
    output_option,
    overwrite_option,
    selection_options,
)
from quizmill.compose.forms import forms
from quizmill.compose.paper import titled
from quizmill.errors import BadRequest
from quizmill.export.paper.worksheet_options import WorksheetOptions, kept_looks
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain


class _Class(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed of pages that are handed in, under the names of the options."""

    number: int | None
    roster: Path | None
    names: tuple[str, ...]
    group: str
    minutes: float | None
    no_pause: bool
    split: bool
    overwrite: bool


@click.command("web")
@bank_option
@selection_options(order="bank")
@output_option("quiz.html", "FILE", "The page to write.")
@click.option(
    "--title", default="", help="What stands at the top.  [default: that of the bank, or of the only topic]"
)
@language_option_of("the page's own words")
@click.option(
    "--uncompressed",
    is_flag=True,
    envvar="QUIZMILL_WEB_UNCOMPRESSED",
    help="A page three times as large, which also runs in browsers from before 2023.",
)
@click.option(
    "--hand-in",
    is_flag=True,
    help="A page without the key, whose answers are handed in as a file or a code for `quizmill mark`; the "
    "paper is kept beside it as JSON. Questions are shuffled, unless --order says otherwise.",
)
@click.option(
    "--forms",
    "number",
    envvar="QUIZMILL_WEB_FORMS",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="With --hand-in so many forms, A, B and so on, each a page of its own; with a roster they are one "
    "page.  [default: 1, with a roster one for each student]",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --hand-in a table (CSV, .xlsx) with the names of the class, in the page to choose from.",
)
@click.option(
    "--name-column",
    "names",
    multiple=True,
    envvar="QUIZMILL_WEB_NAME_COLUMN",
    metavar="TITLE",
    help="The column of the roster that has the names, or a part of them. Repeatable.",
)
@click.option(
    "--class-column",
    "group",
    default="",
    envvar="QUIZMILL_WEB_CLASS_COLUMN",
    metavar="TITLE",
    help="The column of the roster that has the class.",
)
@click.option(
    "--split", is_flag=True, help="With a roster a page for each student, with no other name in it."
)
@minutes_option
@click.option("--no-pause", is_flag=True, help="With --minutes: the clock cannot be stopped.")
@overwrite_option("another paper, of which nobody has a page,")
def command(
    folder: Path,
    wanted: Wanted,
    output: Path,
    title: str,
    language: str,
    uncompressed: bool,
    hand_in: bool,
    **typed: Any,
) -> None:
    """Write a quiz as one page that anybody opens in a browser.

    It needs no server, no network and no account: send it, put it on a stick or on a site. There is to read
    first what the topics have below `learn`; then it asks, and marks at once. Whoever opens the file in an
    editor can find the answers in it. Not so with --hand-in: there the page knows no answers, and tells none.
    """
    told = _Class(**typed)
    output = output / "quiz.html" if output.is_dir() else output
    if hand_in:
        how = HandInWish(
            output=output,
            language=language,
            compressed=not uncompressed,
            minutes=told.minutes or 0,
            no_pause=told.no_pause,
            split=told.split,
        )
        return _hand_out(open_for_writing(folder), wanted, title, told, how)
    if told != _NOTHING:
        raise BadRequest(
            "--forms, --roster, --minutes and what goes with them are of pages to be handed in; add --hand-in"
        )
    loaded = open_for_writing(folder)
    paper = wanted.paper(loaded.bank, title=title)
    paper = paper if title else titled(paper, loaded.bank)
    data = practice_page(practice(loaded, paper), language=language, compressed=not uncompressed)
    publish({output: Product(data, PAGE)})
    complain(f"note: {len(data) / 1000:.0f} kB, with the key inside: for practice, not for marks")
    click.echo(output)
    return None


_NOTHING = _Class(
    number=None,
    roster=None,
    names=(),
    group="",
    minutes=None,
    no_pause=False,
    split=False,
    overwrite=False,
)


def _hand_out(loaded: SoundBank, wanted: Wanted, title: str, told: _Class, how: HandInWish) -> None:
    roster = _roster(told)
    if how.no_pause and not how.minutes:
        raise BadRequest("--no-pause is of a clock; add --minutes N")
    source = click.get_current_context().get_parameter_source("order")
    order = wanted.selection.order if source is not ParameterSource.DEFAULT else "shuffled"
    wanted = replace(wanted, selection=replace(wanted.selection, order=order))
    questions, seed = wanted.questions(loaded.bank)
    students = roster.students if roster else ()
    count = told.number or len(students) or 1
    papers = forms(loaded.bank, questions, seed=seed, count=count, order=order, title=title)
    looks = kept_looks(WorksheetOptions(language=how.language))
    made = replace(class_set(loaded, papers, roster), looks=looks)
    remark(made.papers, complain, asked=True)
    files = hand_in_pages(made, loaded, how)
    publish(files, read=(told.roster,) if told.roster else (), overwrite=told.overwrite)
    if made.copies and not how.split:
        complain("note: the names of the class are in the page; --split makes a page for each")
    for path in files:
        click.echo(path)


def _roster(told: _Class) -> Roster | None:
    asked = NamedColumns(names=told.names, group=told.group)
    if told.roster:
        return roster_of(told.roster, asked, complain, prints=False)
    if asked != NamedColumns():
        raise BadRequest("--name-column and --class-column are of the roster; add --roster FILE")
    if told.split:
        raise BadRequest("--split is of a roster; add --roster FILE")
    return None
