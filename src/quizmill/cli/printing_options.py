"""The options that say how sheets are printed, shared by the commands that print them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec
from click.core import ParameterSource
from msgspec.structs import replace

from quizmill.app.input_file import read_input
from quizmill.cli.language_option import language_option_of
from quizmill.cli.options import paper_size_option
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.paper.worksheet_options import WorksheetOptions, restored_looks

Command = TypeVar("Command", bound=Callable[..., Any])


def printing_options(command: Command) -> Command:
    """Adds the options of a worksheet's looks; the command gets them as `looks`, a WorksheetOptions."""

    @functools.wraps(command)
    def gathered(*args: Any, **typed: Any) -> Any:
        logo = typed.pop("logo")
        chosen = {name: typed.pop(name) for name in WorksheetOptions.__struct_fields__ if name != "logo"}
        looks = WorksheetOptions(**chosen | {"columns": int(chosen["columns"])}, logo=_read(logo))
        return command(*args, looks=looks, **typed)

    for option in reversed(_options()):
        option(gathered)
    return gathered  # type: ignore[return-value]  # it takes the options instead of `looks`


def as_before(looks: WorksheetOptions, kept: dict[str, Any], path: Path) -> WorksheetOptions:
    """The looks that were *kept* in the file at *path*, but for what was typed on the command line.

    Nothing kept, as in files of an older quizmill, leaves *looks*; the environment has no say over what was
    kept. To be called within the command. Raises FileUnusable when what was kept cannot be read.
    """
    if not kept:
        return looks
    told = click.get_current_context().get_parameter_source
    typed = {
        name: getattr(looks, name)
        for name in WorksheetOptions.__struct_fields__
        if told(name) is ParameterSource.COMMANDLINE
    }
    try:
        return replace(restored_looks(kept), **typed)
    except msgspec.ValidationError as error:
        raise FileUnusable(str(path), f"how it was printed cannot be read ({error})") from error


def language_option(command: Command) -> Command:
    """Adds --language: `language` is a code, or empty for that of the bank."""
    return language_option_of("the sheet's own words")(command)


def _options() -> list[Callable[[Any], Any]]:
    return [*_page_options(), *_content_options()]


def _page_options() -> list[Callable[[Any], Any]]:
    """How the pages are laid out."""
    return [
        paper_size_option,
        click.option(
            "--columns",
            type=click.Choice(["1", "2"]),
            default="1",
            show_default=True,
            help="Columns of text.",
        ),
        click.option(
            "--large-print/--ordinary-print", default=False, help="In 18 points, with generous spacing."
        ),
        click.option(
            "--sections",
            type=click.Choice(["topic", "kind"]),
            callback=_or_empty,
            metavar="[topic|kind]",
            help="Questions gathered under headings with their marks.",
        ),
        click.option(
            "--score-boxes/--no-score-boxes",
            default=False,
            help="A box beside each question and below each page for the marks earned there.",
        ),
        click.option(
            "--answer-sheet/--no-answer-sheet",
            default=False,
            help="Behind each sheet a page with rings to mark, which `quizmill mark` reads from a scan.",
        ),
        click.option(
            "--break-before",
            type=click.Choice(["sections", "essays", "questions"]),
            multiple=True,
            help="Begin a page with each of these; what comes after an essay begins one too. Repeatable.",
        ),
    ]


def _content_options() -> list[Callable[[Any], Any]]:
    """What stands on them besides the questions."""
    return [
        click.option(
            "--word-bank/--no-word-bank",
            default=False,
            help="Boxes of words to choose from, above the questions with blanks.",
        ),
        click.option(
            "--instructions",
            default="",
            callback=_told,
            metavar="TEXT|@FILE",
            help="What is to be done, instead of the sheet's own sentence: marked up as in a bank, and in a "
            "file where it has several lines.",
        ),
        language_option,
        click.option(
            "--header", default="", metavar="TEXT", help="Above the title: the name of your school."
        ),
        click.option(
            "--logo",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="A picture beside it: PNG, JPEG, GIF or WEBP.",
        ),
    ]


def _or_empty(context: click.Context, option: click.Parameter, typed: str | None) -> str:
    return typed or ""


def _told(context: click.Context, option: click.Parameter, typed: str) -> str:
    """What was typed, or what stands in the file of which the name was typed behind an @."""
    if not typed.startswith("@"):
        return typed
    try:
        return read_input(Path(typed[1:]), "file of instructions").decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FileUnusable(typed[1:], "it is no text in UTF-8; save it as such") from error


def check_breaks(looks: WorksheetOptions) -> None:
    """Raise BadRequest where pages shall begin with sections, and there are none."""
    if "sections" in looks.break_before and not looks.sections:
        raise BadRequest("--break-before sections: there are no sections; add --sections topic or kind")


def _read(logo: Path | None) -> bytes:
    return read_input(logo, "logo") if logo else b""
