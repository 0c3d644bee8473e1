"""`quizmill init`: a small bank that works, to be changed into one's own."""

from __future__ import annotations

import shlex
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from quizmill.bank.schema import FILES, json_schema
from quizmill.cli.terminal import complain
from quizmill.errors import FileUnusable
from quizmill.export.publish import publish


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default="my-bank")
def command(folder: Path) -> None:
    """Start a bank of your own.

    It is written to DIR, my-bank unless given, has an example of each of the nine kinds of question,
    and works at once.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileUnusable(str(folder), "there is something here already; name a folder that is new or empty")
    starter = resources.files("quizmill.cli") / "starter"
    files = _files(starter, folder)
    files |= {folder / ".schemas" / f"{name}.json": json_schema(name) for name in FILES}
    publish(files)
    for path in sorted(files):
        click.echo(path)
    bank = shlex.quote(str(folder))
    complain("\nThis bank works. Next:")
    complain(f"  quizmill quiz --bank {bank}     answers its nine questions")
    complain(f"  quizmill check --bank {bank}    finds what is wrong or weak in it")
    complain(f"  {folder / 'README.md'} tells how to go on")


def _files(start: Traversable, folder: Path) -> dict[Path, bytes]:
    found: dict[Path, bytes] = {}
    for entry in start.iterdir():
        if entry.is_dir():
            found |= _files(entry, folder / entry.name)
        else:
            found[folder / entry.name] = entry.read_bytes()
    return found
