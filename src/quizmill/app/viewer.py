"""Opens a picture of a bank with the program that the system has for it, and waits for nothing.

A drawing is opened by a browser, which would run it: what is opened is the drawing without what does more
than draw, in a file of its own where that differs from the author's.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path, PurePosixPath

from quizmill.app.desktop import open_file, opener_for
from quizmill.bank import picture
from quizmill.bank.files import Unread, read_inside
from quizmill.faces.viewing import Viewed, Viewer


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
            opened = open_file(opener, _as_shown(path, data))
        except OSError:
            opened = False
        return Viewed("opened" if opened else "here", _told(path))

    return view


def _as_shown(path: Path, data: bytes) -> Path:
    """The file itself where all of it goes out, else a new one of what does."""
    shown = picture.harmless(data)
    if shown == data:
        return path.resolve()
    name = hashlib.sha256(shown).hexdigest()[:16] + PurePosixPath(path.name).suffix
    fresh = Path(tempfile.mkdtemp(prefix="quizmill-")) / name
    fresh.write_bytes(shown)
    return fresh


def _told(path: Path) -> str:
    return os.fsencode(path).decode(errors="replace")
