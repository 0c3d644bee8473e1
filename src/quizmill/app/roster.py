"""Reading a roster from disk: what its rows say, and whether every name can be printed."""

from __future__ import annotations

from pathlib import Path

from quizmill.app.input_file import read_input
from quizmill.app.talk import Tell, silent
from quizmill.classroom.roster import Roster, read_roster
from quizmill.classroom.roster_columns import NamedColumns
from quizmill.classroom.table import Table, read_table
from quizmill.export.paper.printed_name import unprintable_name

_NAMES = {"cp1252": "Windows-1252", "gb18030": "GB 18030"}


def roster_of(path: Path, asked: NamedColumns, tell: Tell = silent, *, prints: bool = True) -> Roster:
    """The class in the file at *path*; *tell* hears what was left out, and which names no font can print.

    Where nothing *prints* them, any name will do.

    Raises FileUnusable, with every row that will not do: a name that is missing, endless, or there twice;
    BadRequest for a column that is not there.
    """
    roster = read_roster(table_of(path, tell), asked)
    for note in roster.notes:
        tell(f"note: {note}")
    for pupil in roster.pupils if prints else ():
        for name in (pupil.name, pupil.group):
            if reason := unprintable_name(name):
                told = f"{reason}; until then a line is printed to write it on"
                tell(f"note: {path}:{pupil.line}: {name}: {told}")
    return roster


def table_of(path: Path, tell: Tell = silent) -> Table:
    """The table in the file at *path*; *tell* hears how it was read when it does not say so itself."""
    return table_in(read_input(path, "file"), path, tell)


def table_in(data: bytes, path: Path, tell: Tell = silent) -> Table:
    """As `table_of`, of what was read from *path*."""
    table = read_table(data, str(path))
    if table.encoding in _NAMES:
        tell(f"note: {path} is no UTF-8, and was read as {_NAMES[table.encoding]}; look at the names")
    return table
