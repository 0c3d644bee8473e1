"""`quizmill new`: a question to fill in, in its topic's file."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from quizmill.app.editor import open_in_editor
from quizmill.app.new_question import NewQuestion, new_question
from quizmill.app.talk import count as counted
from quizmill.bank.default import nearest_bank
from quizmill.bank.model import KINDS
from quizmill.bank.skeletons import kind_lines
from quizmill.cli.naming_options import facts_option, one_topic_option
from quizmill.cli.options import bank_option
from quizmill.export.publish import publish
from quizmill.faces.plain.terminal import complain


@click.command("new")
@click.argument(
    "kind",
    required=False,
    shell_complete=lambda context, argument, start: [name for name in KINDS if name.startswith(start)],
)
@bank_option
@one_topic_option("Where it goes: a topic, or the name of a new one.  [default: the one that there is]")
@click.option("--id", "id", metavar="ID", help="Its id.  [default: made of the prompt or the fact]")
@facts_option("A fact that it rests on, as source/fact.")
@click.option(
    "--prompt", metavar="TEXT", default="", help="What it asks; for a cloze the text with its blanks."
)
@click.option(
    "--from",
    "sources",
    metavar="SOURCE",
    multiple=True,
    envvar="QUIZMILL_NEW_FROM",
    help="Propose questions from what this document says, by its id, or `all`. May be repeated.",
)
@click.option("-n", "--count", type=click.IntRange(min=1), metavar="N", help="With --from: at most so many.")
@click.option(
    "--again", is_flag=True, help="With --from: also of facts that questions rest on already, last."
)
@click.option("-d", "--dry-run", is_flag=True, help="With --from: show them, and write nothing.")
@click.option("--edit", is_flag=True, help="Open the file there, in $VISUAL or $EDITOR.")
def command(
    kind: str | None,
    folder: Path,
    topic: str | None,
    id: str | None,
    facts: tuple[str, ...],
    prompt: str,
    edit: bool,
    sources: tuple[str, ...],
    count: int | None,
    again: bool,
    dry_run: bool,
) -> None:
    """Add a question to fill in to a topic.

    It is a draft with every field of its KIND, what goes there above each. Without KIND the nine kinds are
    listed. With --from drafts are made of a document's facts, of that KIND or of all.
    """
    if sources:
        _propose(folder, sources, kind, topic, facts, count, again=again, dry_run=dry_run)
        return
    if kind is None:
        width = max(map(len, KINDS))
        for name, line in kind_lines().items():
            click.echo(f"{name:{width}}  {line}")
        return
    made = new_question(folder, kind, topic=topic, id=id, facts=facts, prompt=prompt)
    publish({made.path: made.product})
    click.echo(f"{made.path}:{made.line}")
    _say_what_next(made, folder)
    if edit:
        open_in_editor(made.path, made.line)


def _say_what_next(made: NewQuestion, folder: Path) -> None:
    where = "" if folder == nearest_bank(Path.cwd()) else f" --bank {shlex.quote(str(folder))}"
    if made.is_new_topic:
        complain(f"{made.path.name} is a new topic")
    complain("Next: fill in what stands in quotes there, and delete the line `state: draft`.")
    complain(f"  quizmill check --id {made.id}{where}    tells what it still lacks")


def _propose(
    folder: Path,
    sources: tuple[str, ...],
    kind: str | None,
    topic: str | None,
    facts: tuple[str, ...],
    count: int | None,
    *,
    again: bool,
    dry_run: bool,
) -> None:
    from quizmill.app.proposing import (
        Request,
        propose,
    )  # with the checker, which a single draft does not need

    kinds = (kind,) if kind else ()
    asked = Request(sources=sources, facts=facts, kinds=kinds, topic=topic, count=count, again=again)
    made = propose(folder, asked)
    if dry_run:
        for lines in made.lines:
            click.echo("\n".join((*lines, "")))
    elif made.product:
        publish({made.path: made.product})
        click.echo(made.path)
    complain(counted(len(made.proposals), "draft"))
    if made.left:
        complain(made.left)
    if made.product and not dry_run:
        complain("Next: read each beside its facts, say it as you would, and delete its line `state: draft`.")
