"""A report of diagnostics: for people, for programs, and for GitHub's annotations.

Texts of a bank may hold anything; what a terminal would obey is made visible here, and only here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from quizmill.errors import Diagnostic, Location, Severity

_NOUNS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_LINE_END = re.compile(r"([\r\n])")
_WIDEST_LINE = 100  # characters of a source line around the place
_TURNING = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)  # turn text round


def as_text(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str] | None = None) -> str:
    """One paragraph for each, then a line that counts them.

    *texts*, by file, are the sources: with them each place is shown with a caret under it.
    """
    diagnostics = tuple(diagnostics)
    files = {diagnostic.location.file for diagnostic in diagnostics}
    lines = {file: text.split("\n") for file, text in (texts or {}).items() if file in files}
    parts = [_entry(diagnostic, lines.get(diagnostic.location.file, [])) for diagnostic in diagnostics]
    return "\n".join([*parts, summary(diagnostics)]) + "\n"


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """An array of `{file, line, column, severity, rule, question, message, help}`."""
    rows = [
        {
            "file": _encodable(diagnostic.location.file),
            "line": diagnostic.location.line,
            "column": diagnostic.location.column,
            "severity": diagnostic.severity.value,
            "rule": diagnostic.rule,
            "question": diagnostic.question,
            "message": _encodable(diagnostic.message),
            "help": _encodable(diagnostic.help),
        }
        for diagnostic in diagnostics
    ]
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n"


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """One workflow command a line, which GitHub shows beside the place in a pull request."""
    return "".join(_command(diagnostic) + "\n" for diagnostic in diagnostics)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `nothing found`."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    said = [
        f"{counts[severity]} {_NOUNS[severity][counts[severity] != 1]}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(said) or "nothing found"


def visible(text: str) -> str:
    """The text with everything a terminal would obey, or could not print, as a visible escape."""
    if text.isprintable():
        return text
    return "".join(char if _harmless(char) else _escaped(char) for char in text)


def _harmless(char: str) -> bool:
    return char.isprintable() or (
        char not in _TURNING and unicodedata.category(char) in ("Cf", "Co", "Cn", "Zs")
    )


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode()


def _encodable(text: str) -> str:
    """The text without lone surrogates, which a file's name may hold and UTF-8 may not."""
    return text.encode("utf-8", "backslashreplace").decode()


def _entry(diagnostic: Diagnostic, source: list[str]) -> str:
    head, *help = str(diagnostic).rsplit("\n  help: ", 1) if diagnostic.help else [str(diagnostic)]
    lines = [visible(head), *_frame(diagnostic.location, source)]
    return "\n".join([*lines, *(f"  help: {visible(text)}" for text in help)])


def _frame(place: Location, source: list[str]) -> list[str]:
    """The line of the place, and a caret under its column."""
    line = source[place.line - 1] if place.line <= len(source) else ""
    if not line.strip():
        return []
    first = max(0, place.column - 1 - _WIDEST_LINE // 2)
    shown, before = line[first : first + _WIDEST_LINE], line[first : place.column - 1]
    margin = f"  {place.line} | "
    return [margin + visible(shown), " " * (len(margin) - 2) + "| " + " " * _width(visible(before)) + "^"]


def _width(text: str) -> int:
    """The columns a terminal needs for it."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    level = _GITHUB_LEVELS[diagnostic.severity]
    where = f"file={_property(place.file)},line={place.line},col={place.column}"
    said = f"{diagnostic.message}\nhelp: {diagnostic.help}" if diagnostic.help else diagnostic.message
    return f"::{level} {where},title={_property(diagnostic.rule)}::{_data(said)}"


def _data(text: str) -> str:
    """GitHub's escaping of a command's message, and its log's, which a terminal shows too."""
    shown = "".join(part if part in "\r\n" else visible(part) for part in _LINE_END.split(text))
    return _encodable(shown).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """GitHub's escaping of a command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
