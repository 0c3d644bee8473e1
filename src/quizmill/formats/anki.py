"""Anki's notes, in packages (.apkg, .colpkg) and in text files, decks that quizmill made among them."""

from __future__ import annotations

from quizmill.errors import FileUnusable
from quizmill.formats.anki_items import items
from quizmill.formats.anki_package import read_package
from quizmill.formats.anki_text import has_heads, read_text
from quizmill.formats.format import Format, Found
from quizmill.formats.matrix import matrix
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report

_COLLECTIONS = (b"collection.anki2", b"collection.anki21", b"collection.anki21b")


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a package or a text file. Raises FileUnusable for what is neither, or damaged."""
    if data.startswith(b"PK"):
        notes, files = read_package(data, name)
        pictures = Pictures(files)
    else:
        notes, pictures = read_text(data, name), Pictures()
    if not notes:
        raise FileUnusable(name, "there is no note in it")
    roots = {note.deck.split("::")[0] for note in notes if note.deck}
    found = tuple(items(notes, pictures, report))
    return Found(items=found, files=pictures.found, title=roots.pop() if len(roots) == 1 else "")


def recognises(data: bytes) -> bool:
    """Whether it is a package of Anki's, or a text that begins as its text files do."""
    if data.startswith(b"PK"):
        return any(name in data for name in _COLLECTIONS)
    return has_heads(data)


FORMAT = Format(
    name="anki",
    title="Anki, packages and text",
    extensions=("apkg", "colpkg", "txt"),
    matrix=matrix(),
    read=read,
    recognises=recognises,
)
