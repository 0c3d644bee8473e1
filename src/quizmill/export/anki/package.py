"""The package: a zip that holds a collection and its media, the same bytes from the same content."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

from quizmill.bank.anki_archive import COLLECTION, LARGEST, LARGEST_COLLECTION, MEDIA
from quizmill.errors import ExportRefused

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold
_LEVEL = 2  # a fifth larger than 9, in a tenth of the time, and about as large as what Anki writes


def pack(collection: bytes, media: Mapping[str, bytes]) -> bytes:
    """The `.apkg` of a collection's database and the files its notes show, by name.

    Raises ExportRefused when it is larger than a next release would read.
    """
    size = len(collection) + sum(map(len, media.values()))
    if size > LARGEST:
        reason = f"the deck would be over {size // 2**20} MB, and {LARGEST // 2**20} MB is the most"
        raise ExportRefused((f"{reason}; make the pictures smaller, or split the bank",))
    if max(map(len, (collection, *media.values()))) > LARGEST_COLLECTION:
        reason = f"{LARGEST_COLLECTION // 2**20} MB is the most for the notes of a deck, and for a picture"
        raise ExportRefused((f"{reason}; split the bank, or make the picture smaller",))
    names = sorted(media)
    entries = {COLLECTION: collection, MEDIA: json.dumps(dict(enumerate(names))).encode()}
    entries |= {str(i): media[name] for i, name in enumerate(names)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # else it tells on which system the deck was made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, entries[name], zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
    return buffer.getvalue()
