r"""What YAML makes of a backslash in double quotes, where a backslash was meant: `"\frac"`, `"\times"`.

It is one character there with the letter behind it, and often one that nobody sees. The help shows the text
as it was meant: in single quotes, or, where other escapes are needed, with the backslash written twice.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quizmill.bank.reader.written import said

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MAY_HIDE = re.compile(r"\\[0abtnvfreNLPxuU]")
_ESCAPE = re.compile(
    r"\\(?:(?P<plain>[\\\"/ \t\n])|(?P<code>x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.))", re.DOTALL
)
_NAMED = dict(zip("0abtnvfreNLP", "\0\a\b\t\n\v\f\r\x1b\x85\u2028\u2029", strict=True))
_CALLED = {"\t": "a tab", "\n": "a line break", "\u2028": "a line break", "\u2029": "a paragraph's end"}

# Commands of LaTeX that begin as an escape of YAML does.
_COMMAND = re.compile(
    r"""t(?:imes|heta|ext(?:bf|it|rm|tt|sf|style)?|riangle\w*|ilde|frac|binom|herefore|hickapprox)(?![A-Za-z])
      | n(?:abla|eq|otin|exists|leq|geq|atural|earrow|warrow|ewline|onumber|olimits|ormalsize
          |subseteq|parallel|rightarrow|leftarrow)(?![A-Za-z])
      | [LP][a-z]""",
    re.VERBOSE,
)
# Those whose rest is a word in some language: a tab before `an`. They are meant where mathematics is.
_SHORT_COMMAND = re.compile(r"(?:t(?:anh?|au|op?)|n(?:eg?|i|mid|ot|u))(?![A-Za-z])")
_MATHEMATICS = re.compile(r"[$^_]|\\\\[(\[]")
_LETTERS = re.compile(r"[A-Za-z]+")
_LONGEST = 300  # characters of a text that a help shows whole


class Trap(NamedTuple):
    """What a backslash became, and what to write."""

    certain: bool  # nobody means a character that cannot be seen; a tab somebody may
    message: str
    help: str


def may_hide(text: str) -> bool:
    """Whether a text in double quotes somewhere in this file may hold what its author did not mean."""
    return "\\" in text and _MAY_HIDE.search(text) is not None


def is_suspicious(value: str) -> bool:
    """Whether the value of a text in double quotes has a character that it may have from such a backslash."""
    return _UNSEEN.search(value) is not None


def trap(field: str, value: str, source: str) -> Trap | None:
    """What the first backslash was not meant to be in a text in double quotes, whose *source* has them."""
    certain = _CONTROL.search(value)
    for escape in _ESCAPE.finditer(source):
        char = _char(escape)
        if certain and char == certain[0]:
            message = f'"{escape[0]}" in double quotes is the control character U+{ord(char):04X}'
            return Trap(True, message, instead(field, source))
        if not certain and char in _CALLED and _is_command(escape, source):
            command = _LETTERS.match(source, escape.start() + 1)
            named = said(f"\\{command[0] if command else ''}")
            message = f"{named} in double quotes begins with {_CALLED[char]}"
            return Trap(False, message, instead(field, source))
    return None


def instead(field: str, source: str) -> str:
    """The line to write instead of a text in double quotes whose backslashes are meant."""
    if "\n" in source or len(source) > _LONGEST:
        return "put the text in single quotes, where a backslash is a backslash"
    return f"write {field + ': ' if field else ''}{_meant(source)}"


def _char(escape: re.Match[str]) -> str:
    """The character that the escape is."""
    code = escape["code"] or escape["plain"]
    return chr(int(code[1:], 16)) if code[1:] else _NAMED.get(code, code)


def _is_command(escape: re.Match[str], source: str) -> bool:
    at = escape.start("code")
    if _COMMAND.match(source, at):
        return True
    return bool(_SHORT_COMMAND.match(source, at)) and bool(_MATHEMATICS.search(source))


def _is_meant(escape: re.Match[str], source: str) -> bool:
    """Whether the escape is one that its author needs: a line break, a letter by its number."""
    if escape["plain"]:
        return False
    char = _char(escape)
    if char in _CALLED:
        return not _is_command(escape, source)
    return escape["code"] == "_" or (escape["code"][1:] != "" and not _CONTROL.match(char))


def _meant(source: str) -> str:
    """The text quoted so that backslashes stay what they are, but for those of escapes that are needed."""
    inside = source[1:-1]
    escapes = list(_ESCAPE.finditer(inside))
    if not any(_is_meant(escape, inside) for escape in escapes):
        bare = _ESCAPE.sub(lambda escape: escape["plain"] or escape[0], inside)
        return "'" + bare.replace("'", "''") + "'"
    doubled = _ESCAPE.sub(
        lambda escape: escape[0] if escape["plain"] or _is_meant(escape, inside) else "\\" + escape[0], inside
    )
    return f'"{doubled}"'
