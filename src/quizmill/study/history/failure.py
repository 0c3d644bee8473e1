"""What can go wrong with a history file, in words that name it and say what to do."""

from __future__ import annotations

import contextlib
import datetime
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from quizmill.errors import QuizmillError

# What the disk, its rights or another program is to blame for; whatever else SQLite says is damage.
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}


class HistoryLost(QuizmillError):
    """A file that is damaged, newer than this program, or another program's; it was left as it is."""


class HistoryUnwritable(QuizmillError):
    """A file that cannot be made or written now; a quiz can go on without it."""


@contextlib.contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raises what SQLite says as HistoryLost or HistoryUnwritable; around what is asked of SQLite alone."""
    try:
        yield
    except sqlite3.Error as error:
        if is_passing(error):
            raise unwritable(path, str(error)) from error
        raise lost(path, f"it is damaged, or no history at all ({error})") from error
    except UnicodeDecodeError as error:  # from the names that SQLite found in the file
        raise lost(path, "it is damaged, or no history at all (a text in it is none)") from error


def is_passing(error: sqlite3.Error) -> bool:
    """Whether the file itself may be sound."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _PASSING


def unwritable(path: Path, reason: str) -> HistoryUnwritable:
    """The exception that says why the history at *path* cannot be used now."""
    return HistoryUnwritable(f"{path}: the history cannot be used ({reason})")


def lost(path: Path, reason: str, *, copied: bool = True) -> HistoryLost:
    """The exception that says what is wrong with the file, after a copy was made unless it is another's."""
    said = f"{path}: this history cannot be used: {reason}. Nothing in it was changed"
    copy = _copy_of(path) if copied else None
    said += f", and a copy is at {copy}" if copy else ""
    return HistoryLost(
        f"{said}. Move it away or name another with --history FILE; --history none keeps nothing"
    )


def _copy_of(path: Path) -> Path | None:
    """A copy beside the file, one for each state of it; None when there is no room or right for one."""
    try:
        changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
        copy = path.with_name(f"{path.name}.copy-{changed:%Y%m%d-%H%M%S}")
        for ending in ("", "-journal", "-wal"):
            of, to = Path(f"{path}{ending}"), Path(f"{copy}{ending}")
            if of.exists() and of.stat().st_size and not to.exists():
                _copy_whole(of, to)
    except OSError:
        return None
    return copy


def _copy_whole(of: Path, to: Path) -> None:
    """Nothing is called a copy before it is one: a disk may fill up in the middle."""
    part = Path(f"{to}.unfinished")
    try:
        shutil.copy2(of, part)
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)
