"""A report of diagnostics: for people, for programs, and for GitHub's annotations.

Texts of a bank may hold anything; what a terminal or GitHub would obey is made visible here, and only here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from quizmill.errors import Diagnostic, Location, Severity, inert

_NOUNS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_LINE_END = re.compile(r"([\r\n])")
_LISTED = {  # findings of one rule that are listed one by one; of more, the first stands for all
    Severity.ERROR: 50,
    Severity.WARNING: 10,
    Severity.ADVICE: 10,
}
_ORDER = {severity: place for place, severity in enumerate(Severity)}
_WIDEST_LINE = 100  # characters of a source line around the place
_TURNING = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)  # turn text round
_OBEYED_IN_JSON = re.compile(  # by a terminal, of what JSON does not escape by itself
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


def worst_first(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Errors, then warnings, then advice, and else as they come."""
    return tuple(sorted(diagnostics, key=lambda diagnostic: _ORDER[diagnostic.severity]))


def as_text(
    diagnostics: Iterable[Diagnostic],
    texts: Mapping[str, str] | None = None,
    *,
    verbose: bool = False,
    besides: str = "",
) -> str:
    """One paragraph for each, then a line that counts them, and says what else is to be said *besides*.

    What one rule finds over and over gets one paragraph for all, unless *verbose*. *texts*, by file, are the
    sources: with them each place is shown with a caret under it.
    """
    diagnostics = tuple(diagnostics)
    files = {diagnostic.location.file for diagnostic in diagnostics}
    lines = {file: text.split("\n") for file, text in (texts or {}).items() if file in files}
    told = ((each,) for each in diagnostics) if verbose else _gathered(diagnostics)
    parts = [_paragraph(alike, lines.get(alike[0].location.file, [])) for alike in told]
    last = "; ".join(filter(None, (summary(diagnostics), visible(besides))))
    return inert("\n".join([*parts, last])) + "\n"


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """An array of `{file, line, column, severity, rule, question, message, help, record}`."""
    diagnostics = tuple(diagnostics)
    harmless = all(map(_is_printable, diagnostics))  # nearly always, and quicker
    text = str if harmless else encodable
    rows = [
        {
            "file": text(diagnostic.location.file),
            "line": diagnostic.location.line,
            "column": diagnostic.location.column,
            "severity": diagnostic.severity.value,
            "rule": diagnostic.rule,
            "question": diagnostic.question,
            "message": text(diagnostic.message),
            "help": text(diagnostic.help),
            "record": text(diagnostic.record),
        }
        for diagnostic in diagnostics
    ]
    report = msgspec.json.format(msgspec.json.encode(rows), indent=2).decode().replace("##[", r"#\u0023[")
    return (report if harmless else _OBEYED_IN_JSON.sub(_escaped_in_json, report)) + "\n"


def _is_printable(diagnostic: Diagnostic) -> bool:
    file, question = diagnostic.location.file, diagnostic.question or diagnostic.within
    return all(map(str.isprintable, (diagnostic.message, diagnostic.help, file, question)))


def _escaped_in_json(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """One workflow command a line, which GitHub shows beside the place in a pull request.

    The worst come first: of each level it shows ten of a step.
    """
    return "".join(_command(diagnostic) + "\n" for diagnostic in worst_first(diagnostics))


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `nothing found`."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    said = [
        f"{counts[severity]:,} {_NOUNS[severity][counts[severity] != 1]}"
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


def encodable(text: str) -> str:
    """The text without lone surrogates, which a file's name may hold and UTF-8 may not."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _gathered(diagnostics: Sequence[Diagnostic]) -> Iterator[Sequence[Diagnostic]]:
    """Each by itself; those of one rule and severity, when they are many, at the place of their first."""
    alike: defaultdict[tuple[str, Severity], list[Diagnostic]] = defaultdict(list)
    for each in diagnostics:
        alike[each.rule, each.severity].append(each)
    for each in diagnostics:
        group = alike.get((each.rule, each.severity), ())
        if len(group) > _LISTED[each.severity]:
            yield alike.pop((each.rule, each.severity))
        elif group:
            yield (each,)


def _paragraph(alike: Sequence[Diagnostic], source: list[str]) -> str:
    """The first of them, which stands for the others too."""
    first = alike[0]
    lines = [visible(_head(alike)), *_frame(first.location, source)]
    if first.help:
        lines.append(f"  help: {visible(first.help)}")
    if len(alike) > 1:
        lines.append(f"  `--rule {first.rule} -v` lists each")
    return "\n".join(lines)


def _head(alike: Sequence[Diagnostic]) -> str:
    first = alike[0]
    if len(alike) == 1:
        return f"{first.location}: {first.severity}[{first.rule}] {first.message}"
    where = f"{first.location} ({first.question})" if first.question else str(first.location)
    return f"{first.rule} ({first.severity}): {_extent(alike)}; the first {where}: {first.message}"


def _extent(alike: Sequence[Diagnostic]) -> str:
    """How many there are: questions, where each is in one of its own."""
    questions = {each.question for each in alike}
    if None in questions:
        return f"{len(alike):,} findings"
    if len(questions) == len(alike):
        return f"{len(alike):,} questions"
    return f"{len(alike):,} findings in {len(questions):,} question{'s' if len(questions) > 1 else ''}"


def _frame(place: Location, source: list[str]) -> list[str]:
    """The line of the place, and a caret under its column."""
    line = source[place.line - 1] if place.line <= len(source) else ""
    if not line.strip():
        return []
    first = max(0, place.column - 1 - _WIDEST_LINE // 2)
    shown, before = line[first : first + _WIDEST_LINE], line[first : place.column - 1]
    margin = f"  {place.line} | "
    return [
        margin + inert(visible(shown)),
        " " * (len(margin) - 2) + "| " + " " * _width(inert(visible(before))) + "^",
    ]


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
    shown = shown.replace("##[", r"#\x23[")  # what an older log obeys, anywhere in a line
    return encodable(shown).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """GitHub's escaping of a command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
