"""A file opened at a line, in the editor that the person has named."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from quizmill.errors import BadRequest, QuizmillError

# Editors that take FILE:LINE, and what they want before it; all others take +LINE before the file.
_GOTO = dict.fromkeys(("code", "code-insiders", "codium", "cursor", "windsurf"), ("--goto",))
_COLON: dict[str, tuple[str, ...]] = {**_GOTO, "subl": (), "zed": (), "hx": (), "helix": ()}


class EditorUnusable(QuizmillError):
    """The editor that was named does not run."""


def open_in_editor(path: Path, line: int) -> None:
    """Open *path* at *line* in $VISUAL or $EDITOR, and wait until it is closed.

    Raises BadRequest when none is named, EditorUnusable when it does not run.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not named:
        raise BadRequest("--edit: no editor is named; set EDITOR, as in EDITOR=nano")
    program = shlex.split(named)
    try:
        subprocess.run([*program, *place(program[0], path, line)], check=False)  # noqa: S603 - the person's own
    except OSError as error:
        raise EditorUnusable(f"--edit: {named} does not run ({error.strerror}); set EDITOR") from error


def place(program: str, path: Path, line: int) -> list[str]:
    """How *program* is told where to open."""
    before = _COLON.get(Path(program).stem)
    return [f"+{line}", str(path)] if before is None else [*before, f"{path}:{line}"]
