r"""GIFT's own signs: which are escaped, and where in a text they stand unescaped.

A backslash before one of `\ # = ~ { } :` is that sign, and `\n` is a line break; any other is itself.
"""

from __future__ import annotations

import re

_SIGNS = "\\#=~{}:"
_FIRST = 0x10FF00  # of the characters that stand for escaped signs while a text is cut up; nobody writes them
_HIDDEN = {sign: chr(_FIRST + at) for at, sign in enumerate([*_SIGNS, "\n"])}
_MEANT = str.maketrans({hidden: sign for sign, hidden in _HIDDEN.items()})
LITERAL_STAR = f"{_HIDDEN[chr(92)]}*"  # in a hidden answer; a star alone stands for any text
_ESCAPE = re.compile(r"\\([\\#=~{}:n])")
_SIGN = re.compile(r"[\\#=~{}:]")


def escaped(text: str) -> str:
    """A text as it stands in a question: on one line, no sign of it read as GIFT's."""
    return _SIGN.sub(r"\\\g<0>", text).replace("\n", "\\n")


def hidden(text: str) -> str:
    """A text in which only those signs are left that mean something to GIFT."""
    return _ESCAPE.sub(lambda found: _HIDDEN["\n" if found[1] == "n" else found[1]], text)


def meant(text: str) -> str:
    """What a hidden text says."""
    return text.translate(_MEANT)
