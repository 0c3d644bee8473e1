"""`quizmill schema`: JSON Schema of what an author writes, for editors that complete and check YAML."""

from __future__ import annotations

import sys

import click

from quizmill.bank.schema import FILES, json_schema


@click.command("schema")
@click.option(
    "--for",
    "name",
    type=click.Choice(list(FILES)),
    default="topic",
    show_default=True,
    envvar="QUIZMILL_SCHEMA_FOR",
    help="Which file: a topic, bank.yaml, a source, or names.yaml.",
)
def command(name: str) -> None:
    """Print the JSON Schema of a bank file.

    An editor with YAML support uses it after `# yaml-language-server: $schema=FILE` on the first line.
    """
    sys.stdout.buffer.write(json_schema(name))
