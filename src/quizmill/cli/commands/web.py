"""`quizmill web`: a quiz as one page that anybody opens in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.file_kinds import PAGE
from quizmill.app.opening import open_for_writing
from quizmill.app.web import practice_page
from quizmill.cli.language_option import language_option_of
from quizmill.cli.options import Wanted, bank_option, output_option, selection_options
from quizmill.compose.paper import titled
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain


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
def command(
    folder: Path, wanted: Wanted, output: Path, title: str, language: str, uncompressed: bool
) -> None:
    """Write a quiz as one page that anybody opens in a browser.

    It needs no server, no network and no account: send it, put it on a stick or on a site. There is to read
    first what the topics have below `learn`; then it asks, and marks at once. Whoever opens the file in an
    editor can find the answers in it.
    """
    loaded = open_for_writing(folder)
    paper = wanted.paper(loaded.bank, title=title)
    paper = paper if title else titled(paper, loaded.bank)
    data = practice_page(loaded, paper, language=language, compressed=not uncompressed)
    publish({output: Product(data, PAGE)})
    complain(f"note: {len(data) / 1000:.0f} kB, with the key inside: for practice, not for marks")
    click.echo(output)
