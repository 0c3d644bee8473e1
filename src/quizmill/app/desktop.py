"""The door to the programs of this computer that open files in windows of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

_REMOTE = ("SSH_CONNECTION", "SSH_TTY")  # whoever sits there sees another screen


def has_desktop(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened here; a text browser in the terminal would be no player."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def opener_for(environment: Mapping[str, str], platform: str) -> str | None:
    """The program that opens a file on the screen that the user sees; None where there is none.

    On Windows it is no program: there its name is `start`.
    """
    if any(environment.get(name) for name in _REMOTE):
        return None
    match platform:
        case "win32":
            return "start"
        case "darwin":
            return shutil.which("open")
        case _:
            return shutil.which("xdg-open") if has_desktop(environment, platform) else None


def open_file(opener: str, path: Path | str, *, patience: float = 0) -> bool:
    """Have *opener* open a file, or the page at an address, and go on.

    False when it says within *patience* seconds that it cannot. What it opens may stay open for hours, and
    outlives this program.
    """
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606  which a shell would take apart
            return True
        nothing = subprocess.DEVNULL
        process = subprocess.Popen(  # noqa: S603  a program of the system, and a path
            [opener, str(path)], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return False
    try:
        return process.wait(patience) == 0
    except subprocess.TimeoutExpired:
        # a thread waits for it, so that it leaves nothing behind when it ends
        threading.Thread(target=process.wait, daemon=True).start()
        return True
