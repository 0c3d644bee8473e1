"""The tables of a history: made in a new file, and brought up to date in an older one, which is kept."""

from __future__ import annotations

import contextlib
import filecmp
import hashlib
import itertools
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from quizmill.study.history.failure import in_words, is_passing, lost, unwritable

VERSION = 3  # of the schema
APPLICATION = 0x515A4D4C  # "QZML", in the file's header: tells our files from other programs'
_WHAT_IT_IS = """
SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
FROM pragma_user_version, pragma_application_id -- at once: another terminal may be making the file
"""
PATIENCE = 30.0  # seconds to wait until nobody else uses a file that is to be migrated; a large one takes 3


def version_of(db: sqlite3.Connection, path: Path) -> int:
    """The schema's version; 0 for a new file. Raises HistoryLost for what this program cannot add to."""
    version, application, tables = db.execute(_WHAT_IT_IS).fetchone()
    if version == 0 and application == 0 and tables == 0:
        return 0
    if application != APPLICATION:
        raise lost(path, "it is another program's database", copied=False)
    if not 0 < version <= VERSION:
        said = f"it has version {version}, and this quizmill knows versions up to {VERSION}; update quizmill"
        raise lost(path, said)
    return int(version)


def bring_up_to_date(db: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a new file; migrate those of an older one, after a copy of it was made beside it.

    All of it is one transaction: another terminal waits for it, and a program that is killed changes nothing.
    """
    if version_of(db, path) == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(db, path)  # another terminal may have been first
        if 0 < version < VERSION:
            _keep_copy(path)
        if version < VERSION:
            migrate(db, version)
        db.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise


def migrate(db: sqlite3.Connection, version: int) -> None:
    """Run the script of each version after *version*, within the transaction that is open."""
    from importlib import resources  # only a file that is not up to date needs it

    db.create_function("sitting_key", -1, _sitting_key, deterministic=True)
    scripts = resources.files(__package__).joinpath("schema")
    for number in range(version + 1, VERSION + 1):
        for statement in _statements(scripts.joinpath(f"{number}.sql").read_text(encoding="utf-8")):
            db.execute(statement)
    db.execute(f"PRAGMA application_id={APPLICATION}")
    db.execute(f"PRAGMA user_version={VERSION}")


def end_write_ahead_log(path: Path) -> None:
    """Bring into the file at *path* what version 1 kept in a second one beside it, and use none any more.

    That takes the file for ourselves, so no older program has it open when it is migrated. Raises
    HistoryUnwritable when one still has after a while.
    """
    until = time.monotonic() + PATIENCE
    while True:
        with in_words(path), contextlib.closing(sqlite3.connect(path, timeout=0)) as db:
            try:
                db.execute("PRAGMA journal_mode=DELETE")
                return
            except sqlite3.OperationalError as error:
                if not is_passing(error):
                    raise
                if time.monotonic() > until:
                    raise unwritable(
                        path, "an older quizmill has it open; end that, then try again"
                    ) from error
        time.sleep(0.02 + os.getpid() % 16 / 250)  # so that of two that wait for each other one is first


def _keep_copy(path: Path) -> None:
    """A copy of the history as it is, whole or not there; one that is like it already is enough."""
    part = Path(f"{path}.copy-unfinished")  # nobody else's: the lock is ours
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with contextlib.closing(sqlite3.connect(path)) as of, contextlib.closing(sqlite3.connect(part)) as to:
            of.backup(to)
        names = (Path(f"{path}.copy-before-version-{VERSION}{ending}") for ending in _endings())
        part.replace(next(name for name in names if not name.exists() or filecmp.cmp(part, name, False)))
    except (OSError, sqlite3.OperationalError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise unwritable(
            path, f"it must be brought to version {VERSION}, and no copy of it can be made before: {said}"
        ) from error


def _endings() -> Iterator[str]:
    yield ""
    for number in itertools.count(2):
        yield f"-{number}"


def _sitting_key(*row: object) -> str:
    """The key of a sitting that had none: the same in each copy of the history it is in."""
    digest = hashlib.blake2b(digest_size=16)
    for value in row:
        digest.update(value if isinstance(value, bytes) else f"{value}\n".encode())
    return digest.hexdigest()


def _statements(script: str) -> Iterator[str]:
    """The statements one by one: `executescript` would end our transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
