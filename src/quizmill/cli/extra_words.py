"""What somebody meant by a word for which a command has no place: mostly a bank, or a topic."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from quizmill.bank.files import BANK_FILE


def hint(refused: click.UsageError, words: list[str]) -> str:
    """What to type instead of *words*, of which one is too many; "" where nobody knows."""
    if refused.ctx is None or not refused.message.startswith("Got unexpected extra argument"):
        return ""
    flags = {flag for each in refused.ctx.command.params for flag in each.opts}
    extra = [word for word in words if word in refused.message and not word.startswith("-")]
    for word in extra[-1:]:
        path = Path(word)
        if "--bank" in flags and (path / BANK_FILE).is_file():
            return f"a bank is named by --bank: `{refused.ctx.command_path} --bank {shlex.quote(word)}`"
        if "--topic" in flags and "/" not in word:
            return f"a topic is named by --topic, and a question by --id: `--topic {shlex.quote(word)}`"
    return ""
