"""Where shells look for the completions of a user by themselves, and what they need to be told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_OF_ZSH = (
    "/opt/homebrew/share/zsh/site-functions",
    "/usr/local/share/zsh/site-functions",
)  # a user's with Homebrew

_READ = "Every new {} completes `quizmill` now."


class Place(NamedTuple):
    """A file for a shell, and what is to be said of it."""

    path: Path
    news: str


def completion_place(shell: str, around: Mapping[str, str]) -> Place:
    """Where the completion goes of `bash`, `zsh` or `fish`, for a user with the environment *around*."""
    home = Path(around.get("HOME") or Path.home())
    data = Path(around.get("XDG_DATA_HOME") or home / ".local" / "share")
    if shell == "fish":
        config = Path(around.get("XDG_CONFIG_HOME") or home / ".config")
        return Place(config / "fish" / "completions" / "quizmill.fish", _READ.format(shell))
    if shell == "bash":
        folder = Path(around.get("BASH_COMPLETION_USER_DIR") or data / "bash-completion")
        path = folder / "completions" / "quizmill"
        return Place(
            path, f"{_READ.format(shell)} Without the package bash-completion add to ~/.bashrc: . {path}"
        )
    for known in map(Path, _OF_ZSH):
        if known.is_dir() and known.owner() == around.get("USER") != "root":
            return Place(known / "_quizmill", _READ.format(shell))
    folder = data / "zsh" / "site-functions"
    return Place(
        folder / "_quizmill", f"To have zsh read it add to ~/.zshrc, above `compinit`: fpath+=({folder})"
    )
