"""Opens a picture of a bank with the program that the system has for it, and waits for nothing.

A drawing is opened by a browser, which would run it: what is opened is the drawing without what does more
than draw, in a file of its own where that differs from the author's.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from quizmill.app.desktop import has_desktop
from quizmill.bank import picture
from quizmill.bank.files import Unread, read_inside
from quizmill.faces.viewing import Viewed, Viewer

_REMOTE = ("SSH_CONNECTION", "SSH_TTY")  # whoever sits there sees another screen


def viewer_of(folder: Path) -> Viewer:
    """Shows pictures of the bank in *folder*."""

    def view(file: str) -> Viewed:
        path = folder / file
        try:
            data = read_inside(folder, path)
        except (Unread, ValueError):  # no name can have a zero in it
            return Viewed("missing", _told(path))
        # By its ending a program is chosen, so under any other name it may be run instead of shown.
        if path.suffix.lower() not in picture.SUFFIXES or picture.flaw(file, data):
            return Viewed("here", _told(path))
        opener = opener_for(os.environ, sys.platform)
        if opener is None:
            return Viewed("here", _told(path))
        try:
            _open(opener, _as_shown(path, data))
        except OSError:
            return Viewed("here", _told(path))
        return Viewed("opened", _told(path))

    return view


def opener_for(environment: Mapping[str, str], platform: str) -> str | None:
    """The program that opens a file on the screen that the learner sees; None where there is none.

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


def _as_shown(path: Path, data: bytes) -> Path:
    """The file itself where all of it goes out, else a new one of what does."""
    shown = picture.harmless(data)
    if shown == data:
        return path.resolve()
    name = hashlib.sha256(shown).hexdigest()[:16] + PurePosixPath(path.name).suffix
    fresh = Path(tempfile.mkdtemp(prefix="quizmill-")) / name
    fresh.write_bytes(shown)
    return fresh


def _open(opener: str, path: Path) -> None:
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606  which a shell would take apart
        return
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603  a program of the system, and a picture's path
        [opener, str(path)], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    threading.Thread(
        target=process.wait, daemon=True
    ).start()  # so that it leaves nothing behind when it ends


def _told(path: Path) -> str:
    return os.fsencode(path).decode(errors="replace")
