"""Anki's packages, of old and new generations, from as little as a test wants to say."""

from __future__ import annotations

import contextlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence

import zstandard

Sides = Sequence[tuple[str, str]]
BASIC = ("Basic", ("Front", "Back"), [("{{Front}}", "{{FrontSide}}<hr>{{Back}}")])
REVERSED = (
    "Basic (and reversed card)",
    ("Front", "Back"),
    [("{{Front}}", "{{FrontSide}}{{Back}}"), ("{{Back}}", "{{FrontSide}}{{Front}}")],
)
TYPED = ("Typed", ("Front", "Back"), [("{{Front}}{{type:Back}}", "{{Front}}{{type:Back}}")])
CLOZE = ("Cloze", ("Text", "Back Extra"), [("{{cloze:Text}}", "{{cloze:Text}}<br>{{Back Extra}}")])
Type = tuple[str, Sequence[str], Sides]
Note = tuple[Type, Sequence[str]]


def package(
    *notes: Note,
    decks: Sequence[str] = ("Default",),
    tags: Sequence[str] = (),
    media: Mapping[str, bytes] | None = None,
    newer: bool = False,
    without: Mapping[int, Sequence[int]] | None = None,
) -> bytes:
    """A package of these notes, each in the deck of its place, or the last.

    *tags* are those of the first note; *without* names cards that are not there, by note.
    """
    types = list({note[0][0]: note[0] for note in notes}.values())
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        (_newer if newer else _older)(db, types, decks)
        db.execute("CREATE TABLE notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)")
        db.execute("CREATE TABLE cards (id, nid, did, ord, odid)")
        for at, (of, fields) in enumerate(notes, start=1):
            told = " ".join(tags) if at == 1 else ""
            row = (at, f"guid{at}", types.index(of) + 1, 1, 0, told, "\x1f".join(fields), "", 0, 0, "")
            db.execute(f"INSERT INTO notes VALUES ({', '.join('?' * 11)})", row)
            for ordinal in range(len(of[2])):
                if ordinal not in (without or {}).get(at, ()):
                    place = (at * 10 + ordinal, at, min(at, len(decks)), ordinal, 0)
                    db.execute("INSERT INTO cards VALUES (?, ?, ?, ?, ?)", place)
        db.commit()
        collection = db.serialize()
    return _zipped(collection, dict(media or {}), newer=newer)


def _older(db: sqlite3.Connection, types: Sequence[Type], decks: Sequence[str]) -> None:
    models = {
        str(id): {
            "name": name,
            "flds": [{"name": field, "ord": at} for at, field in enumerate(fields)],
            "tmpls": [{"qfmt": front, "afmt": back, "ord": at} for at, (front, back) in enumerate(sides)],
        }
        for id, (name, fields, sides) in enumerate(types, start=1)
    }
    db.execute("CREATE TABLE col (models, decks)")
    named = {str(id): {"name": name} for id, name in enumerate(decks, start=1)}
    db.execute("INSERT INTO col VALUES (?, ?)", (json.dumps(models), json.dumps(named)))


def _newer(db: sqlite3.Connection, types: Sequence[Type], decks: Sequence[str]) -> None:
    db.execute("CREATE TABLE col (models, decks)")
    db.execute("INSERT INTO col VALUES ('', '')")
    db.execute("CREATE TABLE decks (id, name)")
    db.execute("CREATE TABLE notetypes (id, name)")
    db.execute("CREATE TABLE fields (ntid, ord, name)")
    db.execute("CREATE TABLE templates (ntid, ord, config)")
    for id, name in enumerate(decks, start=1):
        db.execute("INSERT INTO decks VALUES (?, ?)", (id, name.replace("::", "\x1f")))
    for id, (name, fields, sides) in enumerate(types, start=1):
        db.execute("INSERT INTO notetypes VALUES (?, ?)", (id, name))
        for at, field in enumerate(fields):
            db.execute("INSERT INTO fields VALUES (?, ?, ?)", (id, at, field))
        for at, (front, back) in enumerate(sides):
            config = _message(1, front.encode()) + _message(2, back.encode()) + b"\x18\x01"
            db.execute("INSERT INTO templates VALUES (?, ?, ?)", (id, at, config))


def _message(number: int, data: bytes) -> bytes:
    """A field of a protocol buffer."""
    length, size = len(data), b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return bytes([number << 3 | 2]) + size + data


def _zipped(collection: bytes, media: Mapping[str, bytes], *, newer: bool) -> bytes:
    pack = zstandard.ZstdCompressor().compress if newer else bytes
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        if newer:
            archive.writestr("collection.anki2", b"open it with a newer Anki")
            listed = b"".join(_message(1, _message(1, name.encode())) for name in media)
        else:
            listed = json.dumps({str(at): name for at, name in enumerate(media)}).encode()
        archive.writestr("collection.anki21b" if newer else "collection.anki2", pack(collection))
        archive.writestr("media", pack(listed))
        for at, file in enumerate(media.values()):
            archive.writestr(str(at), pack(file))
    return data.getvalue()
