"""YAML's traps: what an author meant, where the parser saw something else.

Some are silent: ` #` begins a comment and cuts a text short, and a comma parts `16,000` in a flow list.
Others are syntax errors whose own words help nobody. Either way the help shows the quoted form.
"""

from __future__ import annotations

import re
from typing import Any

# Fields whose value is a single word or number: a comment after them cuts nothing.
_TOKEN_FIELDS = frozenset(
    "id type kind paragraph difficulty level shuffle pin_last place lines marks from published released "
    "as_of document sha256 about language license namespace seeds tolerance".split()
)
_VALUE = re.compile(
    r"^\s*(?:- +)*(?:\{? *[\w-]+ *: +)?(?P<value>.*)$"
)  # of a line without white space at its end
_OPENERS = {
    "*": "begins an alias",
    "&": "begins an anchor",
    "!": "begins a tag",
    "`": "is reserved in YAML",
    "@": "is reserved in YAML",
    "%": "begins a directive",
    "{": "begins a mapping",
    "[": "begins a list",
    "|": "begins a block of text",
    ">": "begins a block of text",
}

_GLUED = re.compile(r"^\s*-(?P<rest>[A-Za-z][\w-]*: .*)$")
_MARKED_ENTRY = re.compile(r"[\[,]\s*(?P<text>[*&!`@%][^,\]]*)")
_RECORD = re.compile(
    r"\{\s*[\w-]+\s*:|\[\s*[\[{](?!\{)"
)  # braces of YAML, not of a text that begins with one
_RECORD_HELP = "close it, and put texts with commas, colons, brackets or braces in quotes"


def lines_with_hashes(text: str) -> frozenset[int]:
    """The lines, from 0, on which a comment may have cut a text short."""
    found: set[int] = set()
    line = before = 0
    at = text.find("#")  # a regular expression would take as long as the rest of the reading
    while at >= 0:
        if _may_cut(text[max(at - 2, 0) : at], text[at + 1 : at + 2]):
            line += text.count("\n", before, at)
            before = at
            found.add(line)
        at = text.find("#", at + 1)
    return frozenset(found)


def _may_cut(before: str, after: str) -> bool:
    """Whether a number sign between these stands too close to one of them for a comment."""
    if len(before) == 2 and before[1] == " " and not before[0].isspace():
        return True
    return before[-1:] in (" ", "\t") and after != "" and not after.isspace()


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def cut_short(field: str, value: str, rest_of_line: str) -> tuple[str, str] | None:
    """Message and help when ` #` after a plain text looks like part of it.

    A comment stands two spaces off and has a space after its `#`; anything closer was meant as text.
    """
    if field in _TOKEN_FIELDS or not re.match(r" #|\s+#\S", rest_of_line):
        return None
    meant = value + rest_of_line.rstrip()
    return (
        f'" #" begins a comment here, so the text ends at "{_tail(value)}"',
        f"write {field + ': ' if field else ''}{quoted(meant)}; a comment stands two spaces off:  # note",
    )


def split_number(before: str, after: str) -> tuple[str, str] | None:
    """Message and help when two neighbours in a flow list were one number with a thousands comma."""
    if not (re.search(r"\d$", before) and re.match(r"\d{3}(?!\d)", after)):
        return None
    return f'"{before},{after}" has become two items of the list', f"write {quoted(f'{before},{after}')}"


def explain_syntax_error(error: Any, text: str) -> tuple[str, str, int, int]:
    """What is wrong in an author's words, what to write instead, and line and column of it, from 0.

    The parser stops where it can go on no longer; the slip itself is often on the line before, or where the
    text, list or mapping began that has no end.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    line, column = _within(lines, error.problem_mark or error.context_mark)
    began, opening = _within(lines, error.context_mark or error.problem_mark)
    endless = re.search("quoted scalar|flow", error.context or "")
    if endless and (opened := _RECORD.match(lines[began], opening)):
        what = "mapping" if opened[0][0] == "{" else "list"
        return f'"{opened[0][0]}" begins a {what} that is not closed', _RECORD_HELP, began, opening
    if found_entry := _explain_entry(lines[line]):
        said, help, at_column = found_entry
        return said, help, line, at_column
    for at in dict.fromkeys((began, line, line - 1) if endless else (line, line - 1, began)):
        found = _explain_line(lines[at]) if 0 <= at < len(lines) else None
        if found:
            return *found, at, _slip(lines[at])
    problem = (error.problem or "this is not YAML").removeprefix("did not find ")
    said = f"this cannot be read as YAML ({problem})"
    return said, "check the indentation, and put text with special characters in double quotes", line, column


def _within(lines: list[str], mark: Any) -> tuple[int, int]:
    """Line and column of the mark, from 0. The parser's last line can be one that is not there."""
    if mark is None:
        return 0, 0
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _slip(line: str) -> int:
    """The column, from 0, of a tab that indents or a dash that touches a word, else of the value."""
    if _GLUED.match(line):
        return line.index("-")
    value = _VALUE.match(line)
    indent = line[: len(line) - len(line.lstrip())]
    return indent.index("\t") if "\t" in indent else value.start("value") if value else 0


def _explain_line(line: str) -> tuple[str, str] | None:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab cannot indent YAML", "indent with spaces"
    if glued := _GLUED.match(line):
        return '"-" needs a space after it', f"write `- {glued['rest']}`"
    match = _VALUE.match(line)
    value = match["value"] if match else ""
    if not value:
        return None
    if value.startswith("{{"):
        return '"{{" at the start of a text begins a mapping', f"put the text in quotes: {quoted(value)}"
    if value[0] in "\"'":
        return _explain_quotes(value)
    if value[0] in _OPENERS and not (value[0] in "[{" and value[-1] in "]}"):
        return (
            f'"{value[0]}" at the start of a text {_OPENERS[value[0]]}',
            f"put the text in quotes: {quoted(value)}",
        )
    if re.search(r":(\s|$)", value):
        return '": " inside a text begins a mapping', f"put the text in quotes: {quoted(value)}"
    return None


def _explain_entry(line: str) -> tuple[str, str, int] | None:
    """An entry of a list in brackets that begins with a sign of YAML: message, help, column from 0."""
    match = _VALUE.match(line)
    if not (match and match["value"].startswith("[") and match["value"].endswith("]")):
        return None
    entry = _MARKED_ENTRY.search(line, match.start("value"))
    if not entry:
        return None
    text = entry["text"].rstrip()
    said = f'"{text[0]}" at the start of a text {_OPENERS[text[0]]}'
    return said, f"put the text in quotes: {quoted(text)}", entry.start("text")


def _explain_quotes(value: str) -> tuple[str, str] | None:
    mark = value[0]
    closing = re.search(r'(?<!\\)"' if mark == '"' else r"'(?!')", value[1:])
    if not closing:
        return f"the text begins with {mark} but the quote is never closed", f"end the text with {mark}"
    if value[1:][closing.end() :].strip():
        meant = value[1:-1] if _is_quoted_whole(value, closing.start() + 1) else value
        return "the text goes on after its closing quote", f"put all of it in quotes: {quoted(meant)}"
    return None


def _is_quoted_whole(value: str, inner: int) -> bool:
    """Whether the first and the last mark were meant to hold all of it: what stands between has marks too.

    So it is where the first mark inside, at *inner*, opens a quotation or stands within a word.
    """
    opens = value[inner - 1].isspace() or value[inner + 1 : inner + 2].isalnum()
    return len(value) > 2 and value[-1] == value[0] and opens


def _tail(text: str) -> str:
    return text if len(text) <= 30 else "…" + text[-29:]
