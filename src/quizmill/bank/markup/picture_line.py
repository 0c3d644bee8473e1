r"""A line that is a picture: `![what it shows](file)`, or `![what it shows](file "credit")` as in CommonMark.

A file whose name has spaces or brackets stands in `<…>`. In what it shows and in the credit a backslash
before `]`, `"`, `` ` `` or a backslash is that character.
"""

from __future__ import annotations

import re

from quizmill.bank.markup.block import Picture
from quizmill.pattern import pattern

# A blank of a cloze is never a part of it: neither its braces nor a gap that stands for one.
_BLANKS = r"____|\{\{|\}\}|[\u2800-\u28ff]"
_NO_BLANK = rf"(?![^\n]*(?:{_BLANKS}))"
_ALT = r"(?:[^\]\\\n]|\\[^\n])*+"
_BARE = r"(?!<)[^\s(){}`…]++"
_ENCLOSED = r"<[^<>{}`…\n]++>"
_CREDIT = r'(?:[^"\\\n]|\\[^\n])*+'

# The whole of the line, in a pattern that is compiled with `re.MULTILINE`.
PICTURE = rf'!\[{_NO_BLANK}{_ALT}\]\((?:{_ENCLOSED}|{_BARE})(?:[ \t]+"{_CREDIT}")?[ \t]*\)[ \t]*$'

_PARTS = pattern(
    rf"!\[{_NO_BLANK}(?P<alt>{_ALT})\]\((?P<file>{_ENCLOSED}|{_BARE})"
    rf'(?:[ \t]+"(?P<credit>{_CREDIT})")?[ \t]*\)[ \t]*'
)
_CREDITED = pattern(r'^!\[.*"[ \t]*\)[ \t]*$', re.MULTILINE)
_ESCAPED = pattern(r'\\([\\\]"`])')
_ESCAPE = pattern(r'[\\\]"`]')
_FILE = pattern(r"[^<>{}`\\…\n]*")
_BARE_FILE = pattern(_BARE)
_BLANK = pattern(_BLANKS)


class Unfit(ValueError):
    """A picture that no line can be: which *part* of it, `file`, `alt` or `credit`, must not hold what."""

    def __init__(self, part: str, what: str) -> None:
        super().__init__(part, what)
        self.part = part
        self.what = what


def picture_in(text: str, start: int, end: int) -> Picture | None:
    """The picture that the line from *start* to *end* is; None where it is none."""
    if not text.startswith("![", start) or (found := _PARTS.fullmatch(text, start, end)) is None:
        return None
    alt, file, credit = found.group("alt", "file", "credit")
    return Picture(file[1:-1] if file[0] == "<" else file, _meant(alt), _meant(credit or ""))


def picture_line(file: str, alt: str, credit: str = "") -> str:
    """The line that is this picture; white space in a row becomes a space. Raises Unfit."""
    if not _FILE.fullmatch(file):
        raise Unfit("file", r"< > { } ` \ or …")
    for part, said in (("file", file), ("alt", alt), ("credit", credit)):
        if _BLANK.search(said):
            raise Unfit(part, "double braces, four underscores in a row, or Braille")
    named = file if _BARE_FILE.fullmatch(file) else f"<{file}>"
    thanks = f' "{_escaped(credit)}"' if credit.strip() else ""
    return f"![{_escaped(alt)}]({named}{thanks})"


def without_credits(text: str) -> str:
    """The text with its pictures as they are written where nobody is thanked."""
    return _CREDITED.sub(_without_credit, text) if "![" in text else text


def _without_credit(line: re.Match[str]) -> str:
    found = _PARTS.fullmatch(line[0])
    if found is None or found["credit"] is None:
        return line[0]
    return f"{line[0][: found.start('credit') - 1].rstrip()})"


def _meant(written: str) -> str:
    return _ESCAPED.sub(r"\1", written) if "\\" in written else written


def _escaped(said: str) -> str:
    return _ESCAPE.sub(r"\\\g<0>", " ".join(said.split()))
