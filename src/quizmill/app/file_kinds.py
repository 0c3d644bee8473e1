"""The kinds of files that commands write: how each is known, and what of an old one must not go.

Each is told by its content, never by its name. What is written fits its own kind: else a second run could not
write over the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from quizmill.analysis.table import COLUMNS, NEEDED
from quizmill.classroom.answer_table import columns
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.roster_columns import NamedColumns, headed
from quizmill.classroom.saved import restore
from quizmill.classroom.scan.decisions import is_decisions
from quizmill.classroom.table import Row, read_table
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export import key_csv
from quizmill.export.docx import edited
from quizmill.export.publish import Kind
from quizmill.study.history.export import Line

_SUBJECT = re.compile(rb"/Subject \((.*?)\) /")  # in what a PDF says of itself


def _has_columns(*wanted: tuple[str, ...]) -> Callable[[bytes], bool]:
    """Whether a file is a table, to its end, and begins with one of these rows of titles."""

    def fits(data: bytes) -> bool:
        try:
            titles = read_table(data, "").head.cells
        except FileUnusable:
            return False
        return any(titles[: len(row)] == row for row in wanted)

    return fits


def _has_keys(*wanted: str) -> Callable[[bytes], bool]:
    """Whether a text begins with a JSON object that has these keys."""

    def fits(data: bytes) -> bool:
        try:
            return msgspec.json.decode(data, type=dict[str, msgspec.Raw]).keys() >= set(wanted)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return False

    return fits


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and b"/Creator (quizmill)" in data


def _timeline_missed(old: bytes, new: bytes) -> str:
    """The solution to sheets that are out: each timeline says of itself which it is."""
    if _subject(old) == _subject(new):
        return ""
    return "another timeline lies here; choose another name, or add --overwrite if nobody has it"


def _subject(pdf: bytes) -> bytes:
    found = _SUBJECT.search(pdf)
    return found[1] if found else b""


def _is_paper(data: bytes) -> bool:
    try:
        return bool(restore(data, ""))
    except FileUnusable:
        return False


def _paper_missed(old: bytes, new: bytes) -> str:
    """A form that is not printed again could not be keyed or marked any more."""
    before, now = restore(old, ""), restore(new, "")
    codes = {paper.fingerprint for paper in now.papers}
    gone = [paper.fingerprint for paper in before.papers if paper.fingerprint not in codes]
    if not gone:
        return _copies_missed(before, now)
    return (
        f"another paper lies here (code {gone[0]}), and sheets of it could no longer be marked; choose "
        "another name, print that one again with `quizmill reprint`, or add --overwrite if nobody has it"
    )


def _copies_missed(before: ClassSet, now: ClassSet) -> str:
    """Who has which form stands on sheets that may be out."""
    kept = {(copy.student, copy.group, copy.form) for copy in now.copies}
    if gone := [ruling.id for ruling in before.rulings if ruling not in now.rulings]:
        return f"the paper here has what was decided of {gone[0]} after the test; choose another name"
    moved = [copy.student for copy in before.copies if (copy.student, copy.group, copy.form) not in kept]
    if not moved:
        return ""
    return (
        f"the same paper lies here, and in it {moved[0]} has another form or sheet; choose another name, or "
        "add --overwrite if nobody has it"
    )


def _typed_in(data: bytes, columns: int | None = None) -> set[tuple[str, ...]]:
    """What stands in the rows, as far as so many *columns*."""

    def told(row: Row) -> tuple[str, ...]:
        return tuple(cell for cell in row.cells[:columns] if cell)

    return {told(row) for row in read_table(data, "").rows}


def _answers_missed(old: bytes, new: bytes) -> str:
    columns = len(read_table(old, "").head.cells)  # an older quizmill wrote fewer
    if _typed_in(old) <= _typed_in(new, columns):
        return ""
    return "something is typed into this table already; choose another name for the empty one"


def _rows_missed(old: bytes, new: bytes) -> str:
    """Columns of one's own, what was written by hand, and what is of another class or paper would be gone."""
    before, now = read_table(old, ""), read_table(new, "")
    columns = len(before.head.cells)  # an older quizmill wrote fewer
    if before.head.cells == now.head.cells[:columns] and _typed_in(old) <= _typed_in(new, columns):
        return ""
    return "this table has something that the new one has not; choose another name, or add --overwrite"


def _is_record(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=_MarksRecord)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _record_missed(old: bytes, new: bytes) -> str:
    before, now = (msgspec.json.decode(data, type=_MarksRecord) for data in (old, new))
    if before.forms == now.forms:
        return ""
    return "the marks of another paper lie here; choose another name, or add --overwrite"


def _report_missed(old: bytes, new: bytes) -> str:
    if old.partition(b"\n")[0] == new.partition(b"\n")[0]:
        return ""
    return "the report on another paper lies here; choose another name, or add --overwrite"


def _log_missed(entries: Callable[[bytes], set[str]]) -> Callable[[bytes, bytes], str]:
    """Answers that only the old log has would be gone: it may be of another machine."""

    def missed(old: bytes, new: bytes) -> str:
        if entries(old) <= entries(new):
            return ""
        return "this log has answers that are not in the history; choose another name"

    return missed


def _entries_of_lines(data: bytes) -> set[str]:
    found = set()
    for line in data.splitlines():
        try:
            entry = msgspec.json.decode(line, type=_Entry)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            found.add(line.decode("utf-8", "replace"))  # not ours, and not to be lost
        else:
            found.add(f"{entry.id} {entry.at}")
    return found


def _entries_of_table(data: bytes) -> set[str]:
    return {f"{row.cell(0)} {row.cell(1)}" for row in read_table(data, "").rows}


class _MarksRecord(msgspec.Struct):
    """The marks of a class; the fingerprints of the forms tell those of one paper from those of another."""

    title: str
    forms: dict[str, str]
    students: list[msgspec.Raw]
    together: dict[str, msgspec.Raw] = msgspec.field(name="class")


class _Entry(msgspec.Struct):
    """What tells the lines of a log apart."""

    id: int
    at: str


def _is_answers(data: bytes) -> bool:
    """Also one from which somebody has taken the remarks away: `mark` reads it."""
    try:
        columns(read_table(data, ""), 1)
    except FileUnusable:
        return False
    return True


def _is_report(data: bytes) -> bool:
    from quizmill.faces.plain.class_report import is_report  # with statistics, which no other kind needs

    return is_report(data.decode("utf-8", "replace"))


def copy_of_gradebook(column: str) -> Kind:
    """A copy of the same gradebook, in which nothing else differs than the marks in one *column*."""

    def others(data: bytes) -> list[dict[str, str]]:
        table = headed(read_table(data, ""), NamedColumns(names=[column]))[1]
        titles = table.head.cells
        return [dict(zip(titles, row.cells, strict=False)) | {column: ""} for row in table.rows]

    def fits(data: bytes) -> bool:
        try:
            return bool(others(data))
        except (BadRequest, FileUnusable):
            return False

    def missed(old: bytes, new: bytes) -> str:
        if others(old) == others(new):
            return ""
        return (
            "this gradebook has something that the new one has not; choose another name, or add --overwrite"
        )

    return Kind("gradebook with that column", fits, missed)


def _edits_missed(old: bytes, new: bytes) -> str:
    if not edited.is_edited(old):
        return ""
    return "this document was edited; choose another name, or add --overwrite to lose what was changed in it"


PDF = Kind("PDF that quizmill made", _is_pdf)
DOCX = Kind("document that quizmill made", edited.is_ours, _edits_missed)
TIMELINE = Kind("PDF that quizmill made", _is_pdf, _timeline_missed)
SLIPS = Kind("PDF of slips", lambda data: _is_pdf(data) and _subject(data).startswith(b"slips "))
PAPER = Kind("paper that quizmill kept", _is_paper, _paper_missed)
KEYS = Kind("table of keys", _has_columns(key_csv.HEAD), _rows_missed)
ANSWERS = Kind("table for answers", _is_answers, _answers_missed)
MARKS_TABLE = Kind(
    "table of marks",
    _has_columns(
        ("student", "form", "marks", "possible", "percent"),
        ("student", "class", "form", "marks", "possible", "percent"),
    ),
    _rows_missed,
)
MARKS_RECORD = Kind("record of a class's marks", _is_record, _record_missed)
MARKS_REPORT = Kind("report on a class", _is_report, _report_missed)
DECISIONS = Kind("file of decisions about scanned sheets", is_decisions)
RESULTS = Kind("record of a quiz", _has_keys("seed", "questions", "earned", "possible", "percent"))
HISTORY_LINES = Kind(
    "log of answers",
    lambda data: _has_keys("id", "at", "sitting", "digest")(data.partition(b"\n")[0]),
    _log_missed(_entries_of_lines),
)
HISTORY_TABLE = Kind(
    "log of answers", _has_columns(Line.__struct_fields__[:4]), _log_missed(_entries_of_table)
)
ANSWER_LINES = Kind(
    "export of answers", lambda data: not data or _has_keys(*NEEDED)(data.partition(b"\n")[0])
)
ANSWER_TABLE = Kind("export of answers", _has_columns(COLUMNS))
PAGE = Kind(
    "page that quizmill made", lambda data: b'<meta name="generator" content="quizmill">' in data[:4096]
)
REVIEW_PAGE = Kind(
    "page of what a scan leaves open",
    lambda data: b'<meta name="generator" content="quizmill mark">' in data[:4096],
)
SCHEMA = Kind("JSON Schema of quizmill", _has_keys("$schema", "$ref", "$defs"))
COMPLETION = Kind("completion of quizmill for a shell", lambda data: b"_QUIZMILL_COMPLETE" in data)
DOCUMENT_PAGE = Kind(
    "page of documents that quizmill made",
    lambda data: b'<meta name="generator" content="quizmill document show">' in data[:4096],
)
ITEMS_PAGE = Kind(
    "page of what answers say",
    lambda data: b'<meta name="generator" content="quizmill answers items">' in data[:4096],
)
AGGREGATE = Kind("aggregate of answers", lambda data: b'"quizmill": "aggregate"' in data[:200])
NEW = Kind("file that could be replaced", lambda data: False)
