"""The `quizmill` command: finds the command asked for, and turns every failure into words and an exit code.

A command's module is imported only when that command runs, so help and completion are quick.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from typing import NoReturn

import click

from quizmill.cli.exit_code import ExitCode
from quizmill.cli.table_group import TableGroup

COMPLETE = "_QUIZMILL_COMPLETE"  # a shell sets it while a line is typed, as click has it

# Objects made before cycles among them are looked for. With Python's 700 that takes an eighth of the time
# until the first question, for nothing: nearly all that is made by then stays.
_GARBAGE = 100_000

# Name: the module whose `command` it is, and its line in the help.
COMMANDS = {
    "quiz": ("quiz", "Take a quiz in the terminal."),
    "review": ("review", "Review what is due today, and meet new questions."),
    "read": ("read", "Read what there is to know before being asked."),
    "stats": ("stats", "Show your progress by topic and over time."),
    "history": ("history", "Export the log of your answers, or merge another's into it."),
    "anki": ("anki", "Write an Anki deck, or the next release of one."),
    "anki-verify": ("anki_verify", "Import a deck into the real Anki and report."),
    "worksheet": ("worksheet", "Write worksheets and their answer keys to print."),
    "reprint": ("reprint", "Write sheets and keys of a kept paper again."),
    "mark": ("mark", "Mark answers copied from paper, scanned, or handed in from a page; sum up the class."),
    "answers": ("answers", "Keep what was answered in one log, without names."),
    "web": ("web", "Write a quiz as one page that anybody opens in a browser."),
    "flashcards": ("flashcards", "Write double-sided cards to print and cut."),
    "timeline": ("timeline", "Write a timeline to fill in, and its solution."),
    "discussion": ("discussion", "Write a guide for talking over the essays, in sittings."),
    "build": ("build", "Write deck, worksheets, flashcards and page of a whole bank."),
    "list": ("listing", "List the questions of a bank, or its drafts."),
    "show": ("show", "Show questions in full, with their evidence."),
    "preview": ("preview", "Show a bank in the browser while you write it."),
    "check": ("check", "Find what is wrong or weak in a bank."),
    "rules": ("rules", "Explain what the checks look for."),
    "coverage": ("coverage", "Show which facts are asked and taught, and which are not."),
    "document": ("document", "Bring documents into a bank, and see what it says of them."),
    "import": ("importing", "Make a bank of other programs' files, or add them to one."),
    "export": ("exporting", "Write questions for other programs, and say what of them is lost."),
    "init": ("init", "Start a bank of your own."),
    "new": ("new", "Add a question to fill in to a topic."),
    "completion": ("completion", "Have your shell complete commands, options and names."),
    "schema": ("schema", "Print the JSON Schema of a bank file."),
}


def _say_version(context: click.Context, option: click.Parameter, asked: bool) -> None:
    if not asked:
        return
    from importlib import metadata  # 20 ms that nothing else needs

    try:
        click.echo(f"quizmill {metadata.version('quizmill')}")
    except metadata.PackageNotFoundError:
        click.echo("quizmill, from a checkout that is not installed")
    context.exit()


@click.group(
    cls=TableGroup,
    table=COMMANDS,
    package="quizmill.cli.commands",
    invoke_without_command=True,
    context_settings={
        "auto_envvar_prefix": "QUIZMILL",
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
    },
    epilog="Every option can be set in the environment: QUIZMILL_BANK=DIR for all commands, "
    "QUIZMILL_QUIZ_MODE=exam for one.",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_say_version,
    help="Show the version and exit.",
)
@click.pass_context
def quizmill(context: click.Context) -> object:
    """Turn a question bank into a quiz, an Anki deck, worksheets, flashcards and a page.

    Without a command, at a terminal, today's review begins. Without --bank the commands work on the nearest
    bank.yaml here or above, else on the bank that comes with quizmill.
    """
    if context.invoked_subcommand is not None:
        return None
    if all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return _review(context)
    click.echo(context.get_help())
    return None


def _review(context: click.Context) -> object:
    """What `quizmill review` does."""
    from quizmill.faces.plain.terminal import complain

    complain("today's review; `quizmill --help` lists all commands")
    review = quizmill.imported("review")
    with review.make_context("review", [], parent=context) as inside:
        return review.invoke(inside)


def main() -> NoReturn:
    """Run the command line and exit; the only place where a failure becomes text."""
    gc.set_threshold(_GARBAGE)
    _prepare_streams()
    code = run(sys.argv[1:])
    _close_streams()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of the command line *arguments*, after it has run."""
    if COMPLETE in os.environ:
        from quizmill.cli.completing import prepare  # only for a shell that asks

        prepare()
    try:
        code = quizmill.main(arguments, prog_name="quizmill", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as refused:
        _show(refused, arguments)
        return refused.exit_code
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except Exception as error:
        told = _tell(error)
        if told is None:
            raise
        return told
    return code if isinstance(code, int) else ExitCode.FINE


def _show(refused: click.ClickException, arguments: list[str]) -> None:
    """As click shows it, on stderr; it repeats what was typed, which may be a file's name."""
    from quizmill.faces.plain.terminal import complain

    said = io.StringIO()
    refused.show(said)
    complain(said.getvalue().removesuffix("\n"))
    if isinstance(refused, click.UsageError):
        from quizmill.cli.extra_words import hint

        if meant := hint(refused, arguments):
            complain(meant)


def _tell(error: Exception) -> int | None:
    """Say what went wrong on stderr and return the exit code; None for what is our own fault."""
    from quizmill.errors import BadRequest, BankInvalid, QuizmillError
    from quizmill.faces.plain.terminal import complain

    if isinstance(error, BankInvalid):
        for diagnostic in error.diagnostics:
            complain(str(diagnostic))
        complain(f"quizmill: {error}")
        return ExitCode.FAULTS
    if isinstance(error, QuizmillError):
        complain(f"quizmill: {error}")
        return ExitCode.USAGE if isinstance(error, BadRequest) else ExitCode.WORLD
    if isinstance(error, OSError):
        if error.errno == errno.EPIPE:  # whoever read our output has enough
            return ExitCode.FINE
        named = f"{error.filename}: " if error.filename else ""
        complain(f"quizmill: {named}{error.strerror or error}")
        return ExitCode.WORLD
    return None


def _prepare_streams() -> None:
    """No character can stop us: what a stream cannot show becomes a question mark.

    A file or pipe gets UTF-8 whatever the locale, unless PYTHONIOENCODING asks for something else.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None or not hasattr(stream, "reconfigure"):
            continue
        free = not stream.isatty() and not os.environ.get("PYTHONIOENCODING")
        stream.reconfigure(errors="replace", **({"encoding": "utf-8"} if free else {}))


def _close_streams() -> None:
    """Send off what is left; a reader who is gone does not mind, and Python must not complain later."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
