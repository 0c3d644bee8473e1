"""`quizmill document`: documents come into a bank, change, and are seen beside what rests on them."""

from __future__ import annotations

import click

from quizmill.cli.table_group import Table, TableGroup

# Name: the module whose `command` it is, and its line in the help.
COMMANDS: Table = {
    "add": ("add", "Make the skeleton of a source from a document."),
    "show": ("showing", "Show a document beside its facts and questions."),
    "update": ("update", "Follow a document that has changed."),
}


@click.group("document", cls=TableGroup, table=COMMANDS, package=__name__)
def command() -> None:
    """Bring documents into a bank, and see what it says of them.

    A document is what a bank's facts rest on. It stays where you keep it, and is read from there.
    """
