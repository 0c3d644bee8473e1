"""The documents as they are read: the same on every system, and nothing that is not in their folder."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from quizmill.bank.document import Documents, document_of, read_documents
from quizmill.bank.model import Cut, Source

TEXT = "Title\n\nFirst paragraph.\nSecond, é.\n"


def read(folder: Path) -> Documents:
    return read_documents(folder, [Source(id="s", title="S", document="d.txt")])


def test_line_ends_of_windows_are_those_of_the_same_document():
    """git may write either, by its `core.autocrlf`, and two authors must agree on one fingerprint."""
    unix, windows = document_of(TEXT.encode()), document_of(TEXT.replace("\n", "\r\n").encode())

    assert windows.sha256 == unix.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_fingerprint_that_a_windows_program_prints_is_known_too():
    data = TEXT.replace("\n", "\r\n").encode()

    assert document_of(data).as_stored == hashlib.sha256(data).hexdigest()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few users make links, and has no pipes")
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path.symlink_to("/dev/zero"), "leads out of {folder}"),
        (lambda path: path.symlink_to("../secret.txt"), "leads out of {folder}"),
        (os.mkfifo, "is no regular file"),
        (lambda path: path.mkdir(), "cannot be read: Is a directory"),
        (lambda path: None, "is not in {folder}"),
        (lambda path: path.write_bytes(b"\xff"), "is not UTF-8 text (byte 1)"),
    ],
    ids=["device", "link", "pipe", "folder", "nothing", "latin"],
)
def test_what_is_no_document_is_told(tmp_path: Path, make, why: str):
    folder = tmp_path / "documents"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    make(folder / "d.txt")

    assert read(folder).unread == {"s": why.format(folder=folder)}


@pytest.mark.parametrize(
    ("cut", "paragraphs"),
    [
        (Cut.LINE, ("The end of", "a line", "Next.")),
        (Cut.BLANK_LINE, ("The end of a line", "Next.")),
    ],
)
def test_a_paragraph_is_a_line_or_what_blank_lines_part(cut, paragraphs):
    assert document_of(b"\n \nThe end of\r\n  a line\n\t\n\nNext.", cut).paragraphs == paragraphs


def test_a_source_says_how_its_document_is_cut(tmp_path):
    (tmp_path / "d.txt").write_text("The end of\na line\n", encoding="utf-8")
    source = Source(id="s", title="S", document="d.txt", paragraphs=Cut.BLANK_LINE)

    assert read_documents(tmp_path, [source]).read["s"].paragraphs == ("The end of a line",)
