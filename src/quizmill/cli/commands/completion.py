"""`quizmill completion`: a shell completes commands, options, and names in the bank."""

from __future__ import annotations

import os
from pathlib import PurePath

import click

from quizmill.app.file_kinds import COMPLETION
from quizmill.app.shell_folders import completion_place
from quizmill.cli.completing import SHELLS
from quizmill.cli.main import COMPLETE, quizmill
from quizmill.errors import BadRequest
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain


@click.command("completion")
@click.argument("shell", type=click.Choice(list(SHELLS)), metavar="[bash|zsh|fish]", required=False)
@click.option("--install", is_flag=True, help="Write it where the shell looks by itself.")
def command(shell: str | None, install: bool) -> None:
    """Have your shell complete commands, options and names.

    Topics, documents, ids and tags of the bank nearby are completed too. Without --install the script is
    printed. No file of yours, such as ~/.bashrc, is changed. The shell is the one you use unless named.
    """
    shell = shell or _own_shell()
    script = SHELLS[shell](quizmill, {}, "quizmill", COMPLETE).source()
    if not install:
        click.echo(script)
        return
    place = completion_place(shell, os.environ)
    data = f"{script}\n".encode()
    if place.path.is_file() and place.path.read_bytes() == data:
        complain(f"{place.path} is there already")
    else:
        publish({place.path: Product(data, COMPLETION)})
        click.echo(place.path)
    complain(place.news)


def _own_shell() -> str:
    name = PurePath(os.environ.get("SHELL", "")).name
    if name in SHELLS:
        return name
    raise BadRequest(f"name the shell: `quizmill completion {' | '.join(SHELLS)}`")
