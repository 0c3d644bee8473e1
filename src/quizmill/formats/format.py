"""A format: its name, what its files are known by, what it carries, and how it is read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from quizmill.compose.paper import Paper
from quizmill.formats.item import Item
from quizmill.formats.matrix import Matrix
from quizmill.formats.report import Report


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a writer needs beside the paper: the files that it names, by their paths in the bank."""

    pictures: Mapping[str, bytes] = {}
    sounds: Mapping[str, bytes] = {}
    evidence: bool = True  # whether the source stands at the end of the explanation


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader found: questions in the order of the file, and the pictures and sounds they name."""

    items: tuple[Item, ...]
    files: Mapping[str, bytes] = {}  # by the path that the items' texts and images give
    title: str = ""
    language: str = ""


# The questions of a paper as one file. The same paper and settings give the same bytes; a question that the
# matrix says is lost never comes here. What only the content decides is told to the report.
Write = Callable[[Paper, Settings, Report], bytes]
# The questions in a file of that name. Raises FileUnusable for what is none of this format; what cannot be a
# question of ours is told to the report, never raised.
Read = Callable[[bytes, str, Report], Found]
# Whether a file with this content is one; the table asks in its order, and the first that says so reads it.
Recognise = Callable[[bytes], bool]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format of other programs' files.

    Attributes:
        name: What it is called on the command line.
        title: What people call it.
        extensions: How its files' names end, without the dot; the first is what is written.
        matrix: What becomes of each kind, field and mark when it is written.
        write: Writes a paper; None where it is only read.
        read: Reads a file; None where it is only written.
        with_columns: The reader of a table some of whose columns somebody names, as titles by what they hold;
            None for what is none.
        recognises: Whether a file is one, by its content; what is only written knows its own files too.
        ids_are_ours: Whether it is our own: texts come back letter by letter, and what it calls a question
            can only be that question's id in a bank of ours.
        media_beside: Whether its files name pictures and sounds by their paths in the bank, so that these are
            written beside them.
        remarks: What the target will not do by itself, in sentences; every report ends with them.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    matrix: Matrix
    write: Write | None = None
    read: Read | None = None
    with_columns: Callable[[Mapping[str, Sequence[str]]], Read] | None = None
    recognises: Recognise
    ids_are_ours: bool = False
    media_beside: bool = False
    remarks: Iterable[str] = ()
