"""`quizmill export`: questions of a bank as the files of other programs."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from quizmill.app.changed_since import changed_since
from quizmill.app.exporting import Exported, export_bank, reported
from quizmill.app.importing import File
from quizmill.app.input_file import read_input
from quizmill.app.opening import SoundBank, open_for_writing
from quizmill.app.talk import count
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.loss_options import code_after, loss_options, tell_losses
from quizmill.cli.options import Wanted, bank_option, overwrite_option, selection_options
from quizmill.compose.forms import forms
from quizmill.compose.paper import Paper
from quizmill.errors import BadRequest
from quizmill.export.publish import publish
from quizmill.faces.plain.terminal import complain
from quizmill.formats.format import Format
from quizmill.formats.matrix_page import format_lines, matrix_lines
from quizmill.formats.report import Loss
from quizmill.formats.table import NAMES, WRITTEN, formats, named


class _Written(click.Choice[str]):
    """Formats to choose from; those that are only read are known, for --list, and not offered."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """Which ones there are to write."""
        return f"'{value}' is not one of {', '.join(WRITTEN)}."

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Those that are written."""
        return [CompletionItem(name) for name in WRITTEN if name.startswith(incomplete)]


@click.command("export")
@click.argument("format", type=_Written(NAMES), metavar="FORMAT", required=False)
@bank_option
@selection_options(order="bank", electives=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write.  [default: by the format]",
)
@click.option("--title", default="", help="What the set is called.  [default: the bank's title]")
@click.option(
    "--forms",
    "number",
    envvar="QUIZMILL_EXPORT_FORMS",
    type=click.IntRange(1, 1000),
    default=1,
    show_default=True,
    metavar="N",
    help="So many forms, each a file: questions and options in other orders.",
)
@click.option(
    "--evidence/--no-evidence", default=True, help="The source of the answer at the end of the explanation."
)
@click.option(
    "--changed-since",
    "since",
    envvar="QUIZMILL_EXPORT_CHANGED_SINCE",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Only what has changed since FILE, an earlier export: for Moodle, which updates nothing.",
)
@overwrite_option("another export")
@click.option(
    "--list",
    "listed",
    envvar="QUIZMILL_EXPORT_LIST",
    is_flag=True,
    help="Show what each format carries, or why one does not, and write nothing.",
)
@loss_options
def command(
    format: str | None,
    folder: Path,
    wanted: Wanted,
    output: Path | None,
    title: str,
    number: int,
    evidence: bool,
    since: Path | None,
    overwrite: bool,
    listed: bool,
    report: Path | None,
    strict: bool,
    dry_run: bool,
) -> ExitCode:
    """Write questions for other programs, and say what of them is lost."""
    if listed:
        return _list(format)
    if format is None:
        raise BadRequest(f"name a format: {', '.join(WRITTEN)}; --list shows what each carries")
    target = named(format)
    loaded = open_for_writing(folder)
    questions, seed = wanted.questions(loaded.bank)
    papers = forms(loaded.bank, questions, seed=seed, count=number, order=wanted.selection.order, title=title)
    papers, gone = _changed(loaded, papers, target, since, evidence=evidence)
    if not papers[0].exercises:
        tell_losses(gone, (), asked=dry_run)
        complain(f"no question has changed since {since}")
        return ExitCode.FINE
    made = export_bank(loaded, papers, target, output or _usual(target), evidence=evidence)
    losses = (*made.losses, *gone)
    kept = {report: reported(losses)} if report else {}
    wanted_files = kept if dry_run else made.files | kept
    publish(wanted_files, read=[since] if since else [], overwrite=overwrite)
    tell_losses(losses, made.remarks, asked=dry_run)
    complain(_in_sum(made))
    for path in () if dry_run else wanted_files:
        click.echo(path)
    return code_after(made.is_whole, strict=strict)


def _usual(format: Format) -> Path:
    return Path(f"questions.{format.extensions[0]}")


def _list(format: str | None) -> ExitCode:
    for line in format_lines(named(format)) if format else matrix_lines(formats()):
        click.echo(line)
    return ExitCode.FINE


def _changed(
    loaded: SoundBank, papers: tuple[Paper, ...], target: Format, since: Path | None, *, evidence: bool
) -> tuple[tuple[Paper, ...], tuple[Loss, ...]]:
    """The papers, without what an earlier export says alike where one is named; what is gone since."""
    if since is None:
        return papers, ()
    return changed_since(
        loaded, papers, target, File(str(since), read_input(since, "file")), evidence=evidence
    )


def _in_sum(made: Exported) -> str:
    left = f"{made.left_out} of them left out" if made.left_out else "none left out"
    return f"{count(made.asked, 'question')}, {'nothing lost or changed' if made.is_whole else left}"
