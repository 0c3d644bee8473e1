"""Encodings of several bytes a character, of which expat knows none."""

from __future__ import annotations

import codecs

# By Python's name: the codec that decodes as a browser does (https://encoding.spec.whatwg.org/), to which
# GB2312 is the larger GBK, for one.
_MULTIBYTE = {
    "big5": "big5hkscs",
    "cp932": "cp932",
    "cp949": "cp949",
    "euc_jp": "euc_jp",
    "euc_kr": "cp949",
    "gb18030": "gb18030",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
_COMMON = frozenset({"ascii", "utf-8", "utf-16", "iso8859-1", "cp1252"})  # every program reads these alike


def decoded(data: bytes, encoding: str) -> str:
    """Data in one of these encodings; nothing if it is in no such encoding."""
    try:
        return data.decode(_MULTIBYTE[codecs.lookup(encoding).name])
    except (LookupError, ValueError):
        return ""


def is_common(encoding: str) -> bool:
    """Whether all programs that show drawings take *encoding*, as declared, for the same."""
    try:
        return not encoding or codecs.lookup(encoding).name in _COMMON
    except LookupError:
        return False
