"""`quizmill answers`: what learners and classes answered, kept in one log."""

from __future__ import annotations

import click

from quizmill.cli.table_group import Table, TableGroup

# Name: the module whose `command` it is, and its line in the help.
COMMANDS: Table = {
    "init": ("begin", "Begin a log of answers, and make its key."),
    "add": ("adding", "Add what a class or a learner has answered."),
    "items": ("items", "Show what the answers say of the questions."),
    "forget": ("forget", "Take all answers of somebody out of the log."),
    "export": ("export_rows", "Write the answers in the log for other programs."),
}


@click.group("answers", cls=TableGroup, table=COMMANDS, package=__name__)
def command() -> None:
    """Keep what was answered in one log, without names.

    What was answered on paper, on pages and at the terminal becomes rows in a folder of Parquet files, with
    pseudonyms. They remain personal data: who has the key can tell whose they are. The log needs the extra
    scale; `answers items` of one class needs none.
    """
