"""A stranger's file is opened in one place, which knows what harm it may do."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

from quizmill.bank import guard
from quizmill.errors import FileUnusable

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND"


def packed(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return held.getvalue()


def refusal(call, *arguments) -> str:
    with pytest.raises(FileUnusable) as refused:
        call(*arguments)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"a\r\nb\rc", "a\nb\nc"),
        ("\ufeff小米".encode(), "小米"),
        ("é".encode("utf-16"), "é"),
        (b"caf\xe9 5 \x80", "café 5 €"),
        ("谁？".encode("gbk"), "谁？"),
    ],
)
def test_a_text_is_read_in_its_encoding(data, read):
    assert guard.text(data, "a") == read


def test_line_ends_may_stay():
    assert guard.text(b"a\r\nb", "a", unix=False) == "a\r\nb"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\0\1\2", "a: this is no text; save it as UTF-8"),
        (b"x" * (guard.MOST_BYTES + 1), "a: this file has more than 20 MB; split it"),
    ],
    ids=["binary", "large"],
)
def test_what_is_no_text_is_refused(data, reason):
    assert refusal(guard.text, data, "a") == reason


def test_xml_is_read():
    assert guard.tree(b"<a><b>x</b></a>", "a").findtext("b") == "x"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares something, which no quiz needs; delete it"),
        ("<!DOCTYPE a [<!ELEMENT a ANY>]><a/>".encode("utf-16"), "declares something, which no quiz needs"),
        (b'<!DOCTYPE a SYSTEM "a.dtd"><a>&x;</a>', "this is no XML"),
        (b"<a>" * 201 + b"</a>" * 201, "nested more than 200 levels deep"),
        (b"<a>", "this is no XML (no element found"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "this is no XML (unknown encoding"),
    ],
    ids=["entity", "doctype in UTF-16", "entity of nobody", "deep", "cut", "encoding"],
)
def test_xml_that_is_written_to_harm_is_refused(data, reason):
    assert reason in refusal(guard.tree, data, "a.xml")


def test_the_files_of_an_archive_are_read():
    assert guard.members(packed(("a/b.txt", b"x"), ("c", b"")), "a") == {"a/b.txt": b"x", "c": b""}


def linked() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed(("../a", b"x")), 'a: "../a" in this archive leads out of it'),
        (packed(("/etc/a", b"x")), 'a: "/etc/a" in this archive leads out of it'),
        (packed(("C:\\a", b"x")), 'a: "C:'),
        (packed((linked(), b"/etc/passwd")), 'a: "link" in this archive is a link'),
        (packed(("a", b"\0" * 3 * 2**20)), 'a: "a" in this archive unpacks to too much'),
        (packed(*((str(n), b"") for n in range(2001))), "a: this archive has more than 2000 files; split it"),
        (b"PK\x03\x04 and no more", "a: this archive cannot be read (File is not a zip file)"),
    ],
    ids=["out", "absolute", "drive", "link", "bomb", "many", "broken"],
)
def test_an_archive_that_is_written_to_harm_is_refused(data, reason):
    assert refusal(guard.members, data, "a").startswith(reason)


def test_an_archive_of_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(guard, "MOST_UNPACKED", 2**20)

    assert refusal(guard.members, packed(("a", bytes(range(256)) * 5000)), "a") == (
        "a: this archive has more than 1 MB when unpacked"
    )


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (PNG, ".png"),
        (b"GIF89a" + b"\0" * 20, ".gif"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>', ".svg"),
        (b"ID3" + b"\0" * 40, ""),
        (b"%PDF-1.4", ""),
        (b"", ""),
    ],
    ids=["png", "gif", "svg", "no sound", "pdf", "empty"],
)
def test_pictures_and_sounds_are_called_by_what_they_are(data, ending):
    assert guard.media_suffix(data) == ending


def test_a_grammar_that_is_only_named_is_not_fetched():
    assert guard.tree(b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>b</a>', "a.xml").text == "b"


def test_of_a_large_archive_only_what_is_wanted_is_unpacked(monkeypatch):
    data = packed(("a.xml", b"x"), ("film.mp4", b"\0" * 3 * 2**20), ("b.zip", b"y"))
    monkeypatch.setattr(guard, "MOST_BYTES", 100)

    assert refusal(guard.members, data, "a") == "a: this file has more than 0 MB; split it"
    assert guard.members(data, "a", lambda path: path.endswith(".xml")) == {
        "a.xml": b"x",
        "film.mp4": b"",
        "b.zip": b"",
    }


def test_an_archive_that_lists_more_than_any_course_has_is_not_opened():
    data = bytearray(packed(("a", b"x")))
    data[data.rfind(b"PK\5\6") + 12 : data.rfind(b"PK\5\6") + 16] = (5 * 2**20).to_bytes(4, "little")

    assert refusal(guard.members, bytes(data), "a") == "a: this archive has more than 2000 files; split it"
