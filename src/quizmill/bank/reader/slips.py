"""What a syntax error of YAML is in an author's words: the slip, its place, and the line to write.

The parser's own words tell where it could go on no longer; the slip is often on the line before, or where the
text, list or mapping began that has no end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from quizmill.bank.reader import escapes
from quizmill.bank.reader.field_names import field_names
from quizmill.bank.reader.traps import quoted

_VALUE = re.compile(
    r"^\s*(?:- +)*(?:\{? *[\w-]+ *: +)?(?P<value>.*)$"
)  # of a line that ends in no white space
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
_GLUED = re.compile(r"^(?P<indent>\s*)-(?P<rest>[^\W\d_].*|[\"'{\[].*)$")
_MARKED_ENTRY = re.compile(r"[\[,]\s*(?P<text>[*&!`@%][^,\]]*)")
_RECORD = re.compile(
    r"\{\s*[\w-]+\s*:|\[\s*[\[{](?!\{)"
)  # braces of YAML, not of a text that begins with one
_RECORD_HELP = "close it, and put texts with commas, colons, brackets or braces in quotes"
_STRUCTURE = re.compile(r"^\s*(?:-\s+)*(?:[\w-]+\s*:)?\s*")  # of a line: what is not its value
_FIELD = re.compile(r"^(?P<indent> *(?:- +)*)(?P<name>[\w-]+)(?P<colon> *:)?(?P<rest>.*)$")


_WIDE_COLON = re.compile(r"^(?P<indent> *(?:- +)*)(?P<name>[a-z_]+)\s*\uff1a(?P<rest>.*)$")
_HASH_ENTRY = re.compile(r"(?:\[\s*|,\s+)(?P<text>#[^,\]]+)")

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"')


class Slip(NamedTuple):
    """What is wrong, what to do, and where, from 0."""

    message: str
    help: str
    line: int
    column: int


def explain(error: Any, text: str) -> Slip:
    """The slip behind a syntax error in *text*, as far as it can be guessed."""
    lines = [line.rstrip() for line in text.split("\n")]
    line, column = _within(lines, error.problem_mark or error.context_mark)
    began, opening = _within(lines, error.context_mark or error.problem_mark)
    if re.search("escape|hexdecimal|hexadecimal", error.problem or ""):
        return _escape(lines, line, column, began, opening)
    endless = re.search("quoted scalar|flow", error.context or "")
    if (before := _uncommaed(lines, error)) is not None:
        help = f"write `{lines[before].strip()},`"
        return Slip("a comma is missing behind this entry", help, before, _indent(lines[before]))
    if endless and (opened := _RECORD.match(lines[began], opening)):
        what = "mapping" if opened[0][0] == "{" else "list"
        return Slip(f'"{opened[0][0]}" begins a {what} that is not closed', _RECORD_HELP, began, opening)
    order: tuple[int, ...] = (began, line, line - 1) if endless else (line, line - 1, began)
    if "node content" in (error.problem or ""):  # a list in brackets may be open since a comment took its end
        order = (*order, *(at for at in range(line - 1, -1, -1) if _HASH_ENTRY.search(lines[at])))
    nearby = [at for at in dict.fromkeys(order) if 0 <= at < len(lines)]
    for slip in (*_entries(lines, line), *_in_lines(lines, nearby), *_out_of_line(lines, nearby)):
        return slip
    problem = (error.problem or "this is not YAML").removeprefix("did not find ")
    said = f"this cannot be read as YAML ({problem})"
    help = "check the indentation, and put text with special characters in double quotes"
    return Slip(said, help, line, column)


def _uncommaed(lines: list[str], error: Any) -> int | None:
    """The line of an entry in brackets, on lines of its own, whose comma is missing; None where none is."""
    if not (error.problem_mark and "',' or" in (error.problem or "")):
        return None
    at, column = _within(lines, error.problem_mark)
    before = next((each for each in range(at - 1, -1, -1) if lines[each].strip()), None)
    ends = before is not None and lines[before].endswith(("}", "]", '"'))
    return before if ends and lines[at][column : column + 1] in ("{", "[", '"') else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _escape(lines: list[str], line: int, column: int, began: int, opening: int) -> Slip:
    """A backslash in double quotes before what YAML has no escape for."""
    quote = _QUOTED.match(lines[began], opening)
    field = _FIELD.match(lines[began][:opening])
    letter = lines[line].rfind("\\", 0, column + 1)
    said = f'"{lines[line][letter : letter + 2]}" in double quotes is no character'
    named = field["name"] if field and field["colon"] else ""
    return Slip(said, escapes.instead(named, quote[0] if quote else "\n"), line, max(letter, 0))


def of_stray(text: str) -> Slip:
    """What is wrong with a text that stands where a field should be."""
    lines = [line.rstrip() for line in text.split("\n")]
    at = next((n for n, line in enumerate(lines) if line and not line.lstrip().startswith("#")), 0)
    for slip in _in_lines(lines, [at]):
        return slip
    field = _FIELD.match(lines[at])
    if field and field["colon"] and field["name"] in field_names():
        said, help = "an entry begins here, without its dash", f"write `  - {lines[at].strip()}`"
        return Slip(said, help, at, len(field["indent"]))
    help = f"write it as `name: {lines[at].strip()}`, or put `# ` before it"
    return Slip("this line is no field, nor does it belong to one", help, at, 0)


def _within(lines: list[str], mark: Any) -> tuple[int, int]:
    """Line and column of the mark, from 0. The parser's last line can be one that is not there."""
    if mark is None:
        return 0, 0
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _in_lines(lines: list[str], nearby: list[int]) -> Iterator[Slip]:
    """What is wrong with one of the lines, whatever stands around it."""
    for at in nearby:
        for look in (_tab, _odd_space, _glued_dash, _wide_colon, _colonless, _hash_in_list, _value):
            if found := look(lines[at]):
                message, help, column = found
                yield Slip(message, help, at, column)


def _tab(line: str) -> tuple[str, str, int] | None:
    indent = line[: len(line) - len(line.lstrip())]
    return ("a tab cannot indent YAML", "indent with spaces", indent.index("\t")) if "\t" in indent else None


def _odd_space(line: str) -> tuple[str, str, int] | None:
    """A no-break or wide space, as web pages and Chinese keyboards have them, where YAML wants a space."""
    structure = _STRUCTURE.match(line)
    for column, char in enumerate(structure[0] if structure else ""):
        if char.isspace() and char != " ":
            meant = re.sub(r"\s", " ", line[: len(structure[0])]) if structure else ""
            said = f"this is no space but the character U+{ord(char):04X}, which looks like one"
            return said, f"write `{meant + line[len(meant) :]}`, with spaces", column
    return None


def _glued_dash(line: str) -> tuple[str, str, int] | None:
    if glued := _GLUED.match(line):
        return '"-" needs a space after it', f"write `- {glued['rest']}`", len(glued["indent"])
    return None


def _wide_colon(line: str) -> tuple[str, str, int] | None:
    """A field whose colon is that of a Chinese or Japanese keyboard."""
    field = _WIDE_COLON.match(line)
    if not field or field["name"] not in field_names():
        return None
    said = f'the colon behind "{field["name"]}" is U+FF1A, and no colon of YAML'
    return said, f"write `{field['name']}: {field['rest'].strip()}`", len(field["indent"])


def _hash_in_list(line: str) -> tuple[str, str, int] | None:
    """An entry of a list in brackets that begins with a number sign."""
    if not (found := _HASH_ENTRY.search(line)):
        return None
    said = '"#" begins a comment here, so the list has no end'
    return said, f"put the text in quotes: {quoted(found['text'])}", found.start("text")


def _colonless(line: str) -> tuple[str, str, int] | None:
    """A field whose colon is forgotten, or touches its value."""
    field = _FIELD.match(line)
    if not field or field["name"] not in field_names():
        return None
    name, rest, column = field["name"], field["rest"].strip(), len(field["indent"])
    if not field["colon"] and field["rest"][:1] in ("", " "):
        return f'"{name}" has no colon after it', f"write `{name}: {rest}`".replace(": `", ":`"), column
    if field["colon"] and rest and not field["rest"].startswith(" "):
        return f'"{name}:" needs a space after it', f"write `{name}: {rest}`", column
    return None


def _value(line: str) -> tuple[str, str, int] | None:
    match = _VALUE.match(line)
    value = match["value"] if match else ""
    if not (match and value):
        return None
    found = _of_value(value)
    return (*found, match.start("value")) if found else None


def _of_value(value: str) -> tuple[str, str] | None:
    if value.startswith("{{"):
        return '"{{" at the start of a text begins a mapping', f"put the text in quotes: {quoted(value)}"
    if value[0] in "\"'":
        return _quotes(value)
    if value[0] in _OPENERS and not (value[0] in "[{" and value[-1] in "]}"):
        said = f'"{value[0]}" at the start of a text {_OPENERS[value[0]]}'
        return said, f"put the text in quotes: {quoted(value)}"
    if re.search(r":(\s|$)", value):
        return '": " inside a text begins a mapping', f"put the text in quotes: {quoted(value)}"
    return None


def _entries(lines: list[str], at: int) -> Iterator[Slip]:
    """An entry of a list in brackets that begins with a sign of YAML."""
    line = lines[at]
    match = _VALUE.match(line)
    if not (match and match["value"].startswith("[") and match["value"].endswith("]")):
        return
    if entry := _MARKED_ENTRY.search(line, match.start("value")):
        text = entry["text"].rstrip()
        said = f'"{text[0]}" at the start of a text {_OPENERS[text[0]]}'
        yield Slip(said, f"put the text in quotes: {quoted(text)}", at, entry.start("text"))


def _quotes(value: str) -> tuple[str, str] | None:
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


def _out_of_line(lines: list[str], nearby: list[int]) -> Iterator[Slip]:
    """A line that does not stand under what it belongs to."""
    for at in nearby:
        field = _FIELD.match(lines[at])
        before = next((each for each in reversed(lines[:at]) if each.strip()), "")
        above = _FIELD.match(before)
        if not (field and above and above["colon"]) or field["indent"].endswith("- "):
            continue
        stands, wanted = len(field["indent"]), len(above["indent"])
        text = lines[at].strip()
        dashed = f"{field['indent']}- "
        if stands < wanted and any(line.startswith(f"{dashed}{field['name']}:") for line in lines[:at]):
            yield Slip("another entry begins here, without its dash", f"write `{dashed}{text}`", at, stands)
            continue
        if stands < wanted or (stands == wanted and not field["colon"]):
            message = "this line stands further left than what it belongs to"
        elif stands > wanted and field["colon"] and above["rest"].strip():
            message = "this line stands further right than the field before it, so it goes on with its text"
        else:
            continue
        if not field["colon"] or field["name"] not in field_names():
            wanted += 2  # it goes on with the text of the field
        yield Slip(message, f"write `{' ' * wanted}{text}`", at, stands)
