"""What the QR code on an answer sheet says: which form of which paper, whose copy, and which page of it."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata

import msgspec

_TEXT = re.compile(r"QM1:([0-9A-Z]{4,16}):([0-9]{1,5}):([0-9]{1,3})(?::([0-9A-Z]{3}))?")
_SIGN = 3  # characters: one of 32,768 other names has the same


class SheetCode(msgspec.Struct, frozen=True, order=True):
    """One page of one copy; *copy* counts the sheets of the set as they are printed, from 1.

    Without a roster all sheets of a form are alike, and *copy* is 0.
    """

    paper: str  # the fingerprint of the form
    copy: int
    page: int  # from 1
    pupil: str = (
        ""  # a sign made of the name on it; nothing where there is none, or of before there were signs
    )

    def __str__(self) -> str:
        """What stands in the QR code: capitals and digits, of which such a code holds most."""
        sign = f":{self.pupil}" if self.pupil else ""
        return f"QM1:{self.paper.upper()}:{self.copy}:{self.page}{sign}"


def read_code(text: str) -> SheetCode | None:
    """What a QR code says; nothing when it is none of an answer sheet."""
    found = _TEXT.fullmatch(text)
    return SheetCode(found[1].lower(), int(found[2]), int(found[3]), found[4] or "") if found else None


def sign_of(name: str) -> str:
    """What stands in the code for the *name*, so that a roster that was changed since is noticed."""
    if not name:
        return ""
    same = unicodedata.normalize("NFKC", name).casefold()
    return base64.b32encode(hashlib.blake2b(same.encode(), digest_size=5).digest()).decode()[:_SIGN]
