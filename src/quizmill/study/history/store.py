"""The history file: opened, made, and never overwritten when it is not what it should be."""

from __future__ import annotations

import contextlib
import datetime
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

from quizmill.errors import QuizmillError

__all__ = ["Connection", "HistoryLost", "HistoryUnwritable", "open_for_reading", "open_for_writing"]

VERSION = 1  # of the schema
_APPLICATION = 0x515A4D4C  # "QZML", in the file's header: tells our files from other programs'
_PATIENCE = 5.0  # seconds to wait while another terminal writes


class HistoryLost(QuizmillError):
    """A file that is damaged, newer than this program, or another program's; it was left as it is."""


class HistoryUnwritable(QuizmillError):
    """A file that cannot be made or written now; a quiz can go on without it."""


def open_for_writing(path: Path) -> Connection:
    """The history at *path*, made when there is none.

    An answer that was committed survives the end of the program and of the power: WAL keeps readers and
    another terminal going, and synchronous=FULL waits for the disk, which nobody notices once per answer.
    Raises HistoryLost, after making a copy, or HistoryUnwritable.
    """
    with told_of(path):
        _make_private(path)
        db = _connect(path)
        try:
            _make_tables(db, path)
            _refuse_damaged(db, path)
            with contextlib.suppress(sqlite3.OperationalError):  # another terminal is about to do it
                db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=FULL")
            with writing(db):  # a file that can only be read is better known before the first answer
                pass
        except BaseException:
            db.close()
            raise
    return db


def open_for_reading(path: Path) -> Connection | None:
    """The history at *path*, not to be changed; None when there is none. Raises as `open_for_writing`."""
    if not path.exists():
        return None
    with told_of(path):
        db = _connect(path)
        try:
            version = _version(db, path)
            db.execute("PRAGMA query_only=ON")
        except BaseException:
            db.close()
            raise
    if version == 0:
        db.close()
        return None
    return db


@contextlib.contextmanager
def writing(db: Connection) -> Iterator[None]:
    """One transaction that nobody else writes into; all of it is kept, or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


@contextlib.contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Turns what SQLite and the disk say into words that name the file and what to do."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise HistoryUnwritable(f"{path}: the history cannot be used ({said})") from error
    except sqlite3.DatabaseError as error:
        raise _lost(path, f"it is damaged, or no history at all ({error})") from error


def _connect(path: Path) -> Connection:
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def _make_private(path: Path) -> None:
    """Folder and file for this user alone; SQLite gives the files beside it the rights of the first."""
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)


def _make_tables(db: Connection, path: Path) -> None:
    if _version(db, path) == VERSION:
        return
    with writing(db):
        if _version(db, path) == VERSION:  # another terminal was first
            return
        from importlib import resources  # only a new file needs it

        schema = resources.files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
        for statement in _statements(schema):
            db.execute(statement)
        db.execute(f"PRAGMA application_id={_APPLICATION}")
        db.execute(f"PRAGMA user_version={VERSION}")


def _refuse_damaged(db: Connection, path: Path) -> None:
    """Damage is better known before something is added: 2 ms for a year's answers, 0.2 s for 200,000."""
    (said,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise _lost(path, f"it is damaged ({said.strip()})")


def _statements(script: str) -> Iterator[str]:
    """The statements one by one: `executescript` would end our transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _version(db: Connection, path: Path) -> int:
    """The schema's version; 0 for a new file. Raises HistoryLost for what this program cannot add to."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if version == 0 and application == 0 and tables == 0:
        return 0
    if application != _APPLICATION:
        raise _lost(path, "it is another program's database", copied=False)
    if version != VERSION:
        raise _lost(
            path, f"it has version {version}, and this quizmill knows version {VERSION}; update quizmill"
        )
    return int(version)


def _lost(path: Path, reason: str, *, copied: bool = True) -> HistoryLost:
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
        for ending in ("", "-wal"):
            of, to = Path(f"{path}{ending}"), Path(f"{copy}{ending}")
            if of.exists() and of.stat().st_size and not to.exists():
                shutil.copy2(of, to)
    except OSError:
        return None
    return copy
