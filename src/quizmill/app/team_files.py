"""What a team puts beside a bank in a git repository: line ends, a hook that checks, and a workflow."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

ATTRIBUTES = ".gitattributes"
HOOK = ".githooks/pre-commit"
WORKFLOW = ".github/workflows/check.yml"


def repository_of(folder: Path) -> Path | None:
    """The root of the git repository that *folder* is or will be in; None for none."""
    whole = folder.resolve()
    return next((each for each in (whole, *whole.parents) if (each / ".git").exists()), None)


def attributes(folder: Path) -> dict[Path, bytes]:
    """What git is told of the files in *folder* and below."""
    return {folder / ATTRIBUTES: _template("gitattributes")}


def at_root(root: Path, bank: str) -> dict[Path, bytes]:
    """What works at the *root* of a repository only, for the bank at that path from it."""
    said = shlex.quote(bank).encode()
    return {
        root / HOOK: _template("pre-commit").replace(b"BANK", said),
        root / WORKFLOW: _template("check.yml").replace(b"BANK", said),
    }


def has_hook(paths: Iterable[Path]) -> bool:
    """Whether the hook is one of *paths*."""
    return any(path.as_posix().endswith(HOOK) for path in paths)


def make_runnable(paths: Iterable[Path]) -> None:
    """Let git run the hook among *paths*."""
    for path in paths:
        if has_hook([path]):
            path.chmod(0o755)


def _template(name: str) -> bytes:
    return (resources.files("quizmill.app") / "for_teams" / name).read_bytes()
