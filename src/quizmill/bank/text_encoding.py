"""The text of a file that does not say how it is encoded, as spreadsheets and editors save it."""

from __future__ import annotations

import re

_HIGH = re.compile(rb"[\x80-\xff]+")
# The first of the two bytes of a sign that is common in Chinese, in GB 2312: punctuation, and the 3,755 signs
# of its first level. Those of small letters with an accent in Windows-1252 are all above.
_FIRSTS = frozenset((*range(0xA1, 0xA4), *range(0xB0, 0xD8)))


def decoded(data: bytes) -> tuple[str, str] | None:
    """The text, and the encoding by which Python knows it; None for what is no text.

    Read are UTF-8 and UTF-16, with or without a byte order mark, and what Windows calls ANSI in the West
    (Windows-1252) and in China (GB 18030).
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    return None


def _candidates(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if data[1:2] == b"\0":
        return ("utf-16-le",)
    if data[:1] == b"\0":
        return ("utf-16-be",)
    return ("utf-8-sig", "gb18030", "cp1252") if _looks_chinese(data) else ("utf-8-sig", "cp1252")


def _looks_chinese(data: bytes) -> bool:
    """Whether the bytes beyond ASCII mostly come in pairs: é stands alone among letters, 雷 is two bytes.

    So do the two letters of Größe, but the first byte of most Chinese signs is one that no small letter has.
    """
    runs = _HIGH.findall(data)
    pairs = [run for run in runs if len(run) % 2 == 0 and _are_common(run)]
    return len(pairs) * 2 > len(runs)


def _are_common(run: bytes) -> bool:
    """Whether at least half of the pairs begin as punctuation or one of the 3,755 common signs do."""
    common = sum(first in _FIRSTS for first in run[::2])
    return common * 4 >= len(run)
