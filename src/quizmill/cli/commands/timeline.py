"""`quizmill timeline`: the dated facts of a bank on a line, to fill in, and the solution."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from quizmill.app.file_kinds import TIMELINE
from quizmill.app.opening import open_for_writing
from quizmill.app.outlines import kept_outlines
from quizmill.cli.naming_options import offering
from quizmill.cli.options import (
    bank_option,
    drawn_unless,
    output_option,
    overwrite_option,
    paper_size_option,
    topics_option,
)
from quizmill.cli.printing_options import language_option
from quizmill.compose.selection import Selection
from quizmill.compose.timeline import timeline
from quizmill.export.paper.timeline import TimelineOptions, timeline_sheet, timeline_solution
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain


@click.command("timeline")
@bank_option
@topics_option("Only what this topic asks.")
@click.option(
    "--source",
    "sources",
    multiple=True,
    envvar="QUIZMILL_SOURCE",
    metavar="ID",
    help="Only what this document dates. Repeatable.",
    shell_complete=offering("source"),
)
@click.option(
    "-n",
    "--count",
    type=click.IntRange(min=1),
    envvar="QUIZMILL_COUNT",
    metavar="N",
    help="At most so many events, by chance.",
)
@click.option(
    "--seed",
    type=int,
    metavar="N",
    envvar="QUIZMILL_SEED",
    help="Repeats a choice made by chance.  [default: drawn, and printed]",
)
@output_option("timeline.pdf", "FILE", "The PDF to write; the solution goes beside it, into FILE-key.pdf.")
@click.option(
    "--title", default="", help="What stands at the top.  [default: that of the bank, or of the only topic]"
)
@overwrite_option("another timeline, of which nobody has a sheet,")
@paper_size_option
@language_option
def command(
    folder: Path,
    topics: tuple[str, ...],
    sources: tuple[str, ...],
    count: int | None,
    seed: int | None,
    output: Path,
    title: str,
    overwrite: bool,
    size: Literal["a4", "letter"],
    language: str,
) -> None:
    """Write a timeline to fill in, and its solution.

    It has what the documents date, in order; of most events the date or the event itself is left out.
    """
    bank = open_for_writing(folder).bank
    drawn = drawn_unless(seed)
    selection = Selection(topics=topics, sources=sources, count=count)
    made = timeline(bank, selection, seed=drawn, title=title)
    if seed is None:
        complain(f"seed: {drawn} (--seed {drawn} gives the same again)")
    if count and count > len(made.events):
        complain(f"note: {count} events were asked for; {_fitting(len(made.events))}")
    options, outlines = TimelineOptions(size=size, language=language), kept_outlines()
    base = output.name.removesuffix(".pdf")
    files = {
        output.with_name(f"{base}.pdf"): Product(timeline_sheet(made, options, outlines), TIMELINE),
        output.with_name(f"{base}-key.pdf"): Product(timeline_solution(made, options, outlines), TIMELINE),
    }
    publish(files, overwrite=overwrite)
    for path in files:
        click.echo(path)


def _fitting(number: int) -> str:
    return "1 is dated, and is used" if number == 1 else f"{number} are dated, and all of them are used"
