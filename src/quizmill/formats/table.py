"""The table of formats: a line each, its module imported when it is used."""

from __future__ import annotations

import importlib
from pathlib import PurePath

from quizmill.bank.closest import nearest
from quizmill.errors import BadRequest, FileUnusable
from quizmill.formats.format import Format

# Name: the module below quizmill.formats whose `FORMAT` it is. Files whose kind nobody names are shown to the
# readers in this order: what tells itself surely stands before what would take any text.
_MODULES = {
    "xlsx": "xlsx",
    "wayground": "wayground",
    "kahoot": "kahoot",
    "blooket": "blooket",
    "gimkit": "gimkit",
    "brightspace": "brightspace",
    "csv": "own_csv",
    "canvas": "canvas",
    "qti21": "qti21",
    "moodle": "moodle",
    "docx": "docx",
    "anki": "anki",
    "hashcards": "hashcards",
    "aiken": "aiken",
    "text": "text",
    "markdown": "markdown",
    "gift": "gift",
    "quizlet": "quizlet",
    "table": "any_table",
}
NAMES = tuple(_MODULES)
READ = tuple(name for name in NAMES if name != "markdown")
WRITTEN = tuple(name for name in NAMES if name not in ("docx", "anki", "hashcards", "text", "table"))
# What a file is by its name alone, whose reader says what is missing in it.
_BY_NAME = {"csv": "table", "tsv": "table", "xlsx": "table", "gift": "gift", "imscc": "canvas"}
# What files begin with that no reader takes, and what to do with them.
_OTHERS: tuple[tuple[bytes | tuple[bytes, ...], str], ...] = (
    (b"%PDF-", "this is a PDF, which has no questions to tell apart; open it in Word and save it as .docx"),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF"),
        "this is a picture or a sound; type its questions into a table or a text file",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "this is a file of an old Office (.xls, .doc, .ppt); open it and save it as .xlsx or .docx",
    ),
    ((b"{", b"["), "this may be JSON, which is not read; have its program export CSV, GIFT or Moodle XML"),
)


def named(name: str) -> Format:
    """The format of that name, imported now. Raises BadRequest when there is none."""
    if name not in _MODULES:
        raise BadRequest(f'there is no format "{name}"; {nearest(name, NAMES)}')
    found: Format = importlib.import_module(f"quizmill.formats.{_MODULES[name]}").FORMAT
    return found


def formats() -> tuple[Format, ...]:
    """All of them, in the order of the table."""
    return tuple(map(named, NAMES))


def recognised(data: bytes, name: str) -> Format:
    """The format of a file, by its content; by its name among those that content leaves possible.

    Raises FileUnusable when no reader takes it for one of its own, and its name says nothing either; and
    for what is one of ours that is only written, by its name and its content.
    """
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    for format in formats():
        if not format.read and suffix in format.extensions and format.recognises(data):
            raise FileUnusable(
                name, f"it is {format.title} as `quizmill export` writes it, which is only written"
            )
    readers = [format for format in formats() if format.read]
    fitting = [format for format in readers if format.recognises(data)]
    fitting.sort(key=lambda format: suffix not in format.extensions)  # stable: else the table's order
    if fitting:
        return fitting[0]
    if suffix in _BY_NAME:
        return named(_BY_NAME[suffix])
    for begins, advice in _OTHERS:
        if data.lstrip().startswith(begins):
            raise FileUnusable(name, advice)
    known = ", ".join(format.name for format in readers)
    raise FileUnusable(name, f"no known format looks like this; name it with --from: {known}")
