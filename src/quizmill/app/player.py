"""Playing a bank's sounds through a program that this computer has for it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from quizmill.app.desktop import has_desktop
from quizmill.bank import sound
from quizmill.bank.files import Unread

# Each plays one file and ends, shows no window, asks nothing of the terminal, and fetches nothing.
_ALL_KINDS: tuple[tuple[str, ...], ...] = (
    ("mpv", "--no-config", "--no-video", "--no-terminal", "--load-scripts=no", "--ytdl=no"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet", "-protocol_whitelist", "file"),
    ("cvlc", "--quiet", "--intf", "dummy", "--no-video", "--play-and-exit"),
    ("mplayer", "-really-quiet", "-novideo", "-noconsolecontrols"),
)
_SOME_KINDS: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (frozenset({"MP3", "M4A", "AAC", "WAV", "FLAC"}), ("afplay",)),
    (frozenset({"MP3"}), ("mpg123", "-q")),
    (frozenset({"Ogg Vorbis"}), ("ogg123", "-q")),
    (frozenset({"Ogg Vorbis", "Ogg Opus", "WAV", "FLAC"}), ("pw-play",)),
    (frozenset({"Ogg Vorbis", "WAV", "FLAC"}), ("paplay",)),
    (frozenset({"Ogg Vorbis", "MP3", "WAV", "FLAC"}), ("play", "-q")),
    (frozenset({"WAV"}), ("aplay", "-q")),
)
_GRACE = 1.0  # seconds that a player has to end before it is killed

Open = Callable[[str], object]  # hands a file to the program that the desktop has for it


class Player:
    """Plays the sounds of the bank in *folder*.

    Where no player is found, *open_file* hands the file to the desktop, if there is one. What it opens is
    not ours to stop.
    """

    def __init__(self, folder: Path, open_file: Open) -> None:
        self._folder = folder
        self._open = open_file
        self._playing: subprocess.Popen[bytes] | None = None

    def play(self, file: str) -> bool:
        """Begin to play what the bank calls *file*, instead of what is heard now; False where nothing can.

        Nothing but a sound inside the folder is handed to a program: some fetch what a list of sounds names.
        """
        self.stop()
        kind = self._kind(file)
        if kind is None:
            return False
        path = str((self._folder / file).resolve())  # absolute, so that none is taken for an option
        for command in players(kind):
            with contextlib.suppress(OSError):
                self._playing = _started((*command, path))
                return True
        if has_desktop(os.environ, sys.platform):
            with contextlib.suppress(OSError):
                self._open(path)
                return True
        return False

    def stop(self) -> None:
        """Be silent."""
        playing, self._playing = self._playing, None
        if playing is None:
            return
        playing.terminate()
        try:
            playing.wait(_GRACE)
        except subprocess.TimeoutExpired:
            playing.kill()
            playing.wait()

    def _kind(self, file: str) -> str | None:
        """The kind of the sound; None where there is none that can be played."""
        try:
            data = sound.read_sound(self._folder, file)
        except (Unread, ValueError):  # a name that no system takes
            return None
        return None if sound.flaw(file, data) else sound.kind_of(data)


def players(kind: str) -> Iterator[tuple[str, ...]]:
    """The commands on this computer that play a sound of that *kind*, without the file; the best first."""
    fitting = (command for kinds, command in _SOME_KINDS if kind in kinds)
    for name, *options in (*_ALL_KINDS, *fitting):
        if found := shutil.which(name):
            yield found, *options


def _started(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # a player found by name, and a path of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
