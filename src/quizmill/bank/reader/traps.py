"""YAML's traps: what an author meant, where the parser saw something else.

` #` begins a comment and cuts a text short, and a comma parts `16,000` in a flow list, both without a word.
The help shows the quoted form.
"""

from __future__ import annotations

import re

from quizmill.bank.reader.field_names import meant

# Fields whose value is a single word or number: a comment after them cuts nothing.
_TOKEN_FIELDS = frozenset(
    "id type kind paragraph difficulty level shuffle pin_last place lines marks from published released "
    "as_of importance state formerly document sha256 about language license namespace seeds tolerance "
    "compare elective".split()
)


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
    if len(before) == 2 and before[1] == " " and before[0] not in " \t\n":
        return True
    return before[-1:] in (" ", "\t") and after != "" and not after.isspace()


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def cut_short(field: str, value: str, rest_of_line: str) -> tuple[str, str] | None:
    """Message and help when ` #` after a plain text looks like part of it.

    A comment stands two spaces off and has a space after its `#`; anything closer was meant as text.
    """
    if not re.match(r" #|\s+#\S", rest_of_line):
        return None
    field = meant(field)
    if field in _TOKEN_FIELDS:
        return None
    whole = value + rest_of_line.rstrip()
    return (
        f'" #" begins a comment here, so the text ends at "{_tail(value)}"',
        f"write {field + ': ' if field else ''}{quoted(whole)}; a comment stands two spaces off:  # note",
    )


def may_be_split(before: str, after: str) -> bool:
    """Whether two neighbours in a flow list may have been one number with a thousands comma."""
    return bool(re.search(r"\d$", before) and re.match(r"\d{3}(?!\d)", after))


def split_number(before: str, after: str, *, sure: bool) -> tuple[str, str]:
    """Message and help; unless *sure*, the two may have been meant as they were read."""
    whole = f"{before},{after}"
    help = f"write {quoted(whole)}"
    if not sure:
        help += f", or {before}, {after} with a space if they are two"
    return f'"{whole}" has become two items of the list', help


def _tail(text: str) -> str:
    return text if len(text) <= 30 else "…" + text[-29:]
