"""The history file: opened, made, and never overwritten when it is not what it should be.

It is one file. A transaction is first written to a journal beside it, which is deleted when the file has all
of it: so whatever copies the file between two answers copies all of it, and it can be read where nothing can
be written. Nobody waits longer than an answer takes to be kept: readers take what they need and let go.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from quizmill.study.history.failure import (
    HistoryLost,
    HistoryUnwritable,
    in_words,
    is_passing,
    lost,
    unwritable,
)
from quizmill.study.history.migration import (
    PATIENCE,
    VERSION,
    bring_up_to_date,
    end_write_ahead_log,
    migrate,
    version_of,
)

__all__ = [
    "History",
    "HistoryLost",
    "HistoryUnwritable",
    "empty_in_memory",
    "open_for_reading",
    "open_for_writing",
]

Row = TypeVar("Row")
Parameters = Sequence[object] | Mapping[str, object]
_PATIENCE = 5.0  # seconds to wait while another terminal writes
_STUCK = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


class History:
    """An open history. Each method raises HistoryLost or HistoryUnwritable, which name the file."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._db = db
        self._file = _file_at(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def select(self, row: type[Row], sql: str, parameters: Parameters = ()) -> list[Row]:
        """What the query finds, each row as a *row*; one that cannot be that is damage."""
        with in_words(self.path):
            found = self._db.execute(sql, parameters).fetchall()
        try:
            return msgspec.convert(found, list[row])  # type: ignore[valid-type]
        except msgspec.ValidationError as error:
            raise lost(self.path, f"it is damaged (a row holds what cannot be: {error})") from error

    def insert(self, sql: str, parameters: Parameters = ()) -> int:
        """Add a row, within `writing`; its id."""
        with in_words(self.path):
            return self._db.execute(sql, parameters).lastrowid or 0

    def insert_row(self, table: str, row: Mapping[str, object]) -> int:
        """Add a row with those columns, within `writing`; its id."""
        columns, values = ", ".join(row), ", ".join(f":{name}" for name in row)
        return self.insert(f"INSERT INTO {table} ({columns}) VALUES ({values})", row)  # noqa: S608

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that nobody else writes into; all of it is kept, or nothing."""
        if _file_at(self.path) != self._file:
            said = "another program has removed or replaced this history while it was in use"
            raise HistoryUnwritable(f"{self.path}: {said}")
        with in_words(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
                raise


def open_for_writing(path: Path) -> History:
    """The history at *path*, made when there is none, and brought up to date when it is an older one.

    An answer that was committed survives the end of the program and of the power: synchronous=EXTRA waits for
    the disk, which nobody notices once per answer. Raises HistoryLost, after making a copy, or
    HistoryUnwritable.
    """
    _make_private(path)
    _refuse_unwritable(path)
    with in_words(path):
        db = _connect(path)
        try:
            version = version_of(db, path)
            _refuse_damaged(db, path)
            if 0 < version < VERSION:
                db.close()
                end_write_ahead_log(path)
                db = _connect(path, PATIENCE)
            bring_up_to_date(db, path)
            _use_no_write_ahead_log(db)
            db.execute("PRAGMA synchronous=EXTRA")
        except BaseException:
            db.close()
            raise
    return History(db, path)


def open_for_reading(path: Path) -> History | None:
    """The history at *path*, not to be changed; None when there is none. Raises as `open_for_writing`.

    An older one is brought up to date in memory alone.
    """
    if not path.exists():
        return None
    with in_words(path):
        db = _connect_for_reading(path)
        try:
            version = version_of(db, path)
            if 0 < version < VERSION:
                db = _in_memory(db)
                migrate(db, version)
            db.execute("PRAGMA query_only=ON")
        except BaseException:
            db.close()
            raise
    if version == 0:
        db.close()
        return None
    return History(db, path)


def empty_in_memory(path: Path) -> History:
    """A history without a row, which is nowhere kept; what it says of damage names *path*."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db, 0)
    return History(db, path)


def _connect(path: Path, patience: float | None = None) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=patience or _PATIENCE, isolation_level=None)


def _connect_for_reading(path: Path) -> sqlite3.Connection:
    """What SQLite may have to write beside a file before it reads it cannot be written everywhere."""
    db = _connect(path)
    try:
        db.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError as error:
        db.close()
        if error.sqlite_errorcode & 0xFF not in _STUCK or not path.is_file():
            raise
        return _in_memory_from_a_copy(path)
    except BaseException:
        db.close()
        raise
    return db


def _in_memory_from_a_copy(path: Path) -> sqlite3.Connection:
    """The history in memory, by way of a folder in which SQLite can bring to its end what was interrupted."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "history.db"
        try:
            for ending in ("", "-journal", "-wal"):
                if Path(f"{path}{ending}").exists():
                    shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        except OSError as error:
            raise unwritable(path, error.strerror or str(error)) from error
        return _in_memory(_connect(copy))


def _in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of *db*, which is closed."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(db):
        db.backup(memory)
    return memory


def _make_private(path: Path) -> None:
    """Folder and file for this user alone; SQLite gives the files beside it the rights of the first."""
    try:
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise unwritable(path, error.strerror or str(error)) from error


def _refuse_unwritable(path: Path) -> None:
    """What can only be read is better known before the first answer; SQLite would say so at that."""
    real = path.resolve()
    if not all(os.access(each, os.W_OK) for each in (real, real.parent)):
        raise unwritable(path, "it can only be read")


def _refuse_damaged(db: sqlite3.Connection, path: Path) -> None:
    """Damage is better known before something is added: 2 ms for a year's answers, 0.2 s for 200,000."""
    (said,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise lost(path, f"it is damaged ({said.strip()})")


def _use_no_write_ahead_log(db: sqlite3.Connection) -> None:
    """One that another program began is brought into the file, unless that has it open still."""
    try:
        db.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if not is_passing(error):
            raise


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file has that name now, by device and number; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
