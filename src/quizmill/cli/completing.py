"""What a shell is offered while a line is typed.

Click imports a command in order to know its options. Names in a bank are offered without that: the options
that take one are called alike in all commands, and a shell that makes its user wait is switched off.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

from quizmill.bank.default import nearest_bank, shipped_bank
from quizmill.cli.bank_names import NAMES, names_in

_FREE = {("new", "id"), ("document", "id")}  # what is named there is new


class _Quick(ShellComplete):
    """Asks the command only where it must."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """What may stand where *incomplete* is being typed, after *args*."""
        what = named_by(args)
        if what is None:
            return super().get_completions(args, incomplete)
        names = names_in(_folder(args), what)
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


class _Bash(_Quick, BashComplete):
    pass


class _Zsh(_Quick, ZshComplete):
    pass


class _Fish(_Quick, FishComplete):
    pass


SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}


def prepare() -> None:
    """Have click answer shells with these classes."""
    for shell in SHELLS.values():
        add_completion_class(shell)


def named_by(args: Sequence[str]) -> str | None:
    """What in a bank the word after *args* names, one of NAMES; None when the command must be asked."""
    if len(args) < 2 or not args[-1].startswith("--"):
        return None
    what = args[-1].removeprefix("--").removeprefix("not-")
    return what if what in NAMES and (args[0], what) not in _FREE else None


def _folder(args: Sequence[str]) -> Path:
    """The bank that the line is about."""
    for at, word in enumerate(args[:-1]):
        if word == "--bank":
            return Path(args[at + 1]).expanduser()
        if word.startswith("--bank="):
            return Path(word.removeprefix("--bank=")).expanduser()
    told = os.environ.get("QUIZMILL_BANK")
    return Path(told) if told else nearest_bank(Path.cwd()) or shipped_bank()
