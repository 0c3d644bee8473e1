"""What stands in a listing: keywords, names, strings and so on, which outputs may set apart.

Pygments reads the language that a listing says it is in; nothing is guessed. A language that it does not
know, and a listing so long that to read it could take long, are plain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from quizmill.pattern import pattern

# Some of Pygments' patterns take the square of what they read, or its cube: thousands of blank lines take
# AutoIt seven seconds.
_MOST = 5_000  # characters of a listing
_LONGEST = 500  # of a line
_GAP = pattern(r"(?:[ \t]*\n){20}")  # blank lines in a row, more than code has

# From the particular to the general, by the names that Pygments has for them.
_KINDS = (
    ("Token.Literal.String", "string"),
    ("Token.Literal", "number"),
    ("Token.Comment.Preproc", "keyword"),
    ("Token.Comment", "comment"),
    ("Token.Keyword", "keyword"),
    ("Token.Operator.Word", "keyword"),
    ("Token.Name.Function", "name"),
    ("Token.Name.Class", "name"),
    ("Token.Name.Builtin", "name"),
    ("Token.Name.Exception", "name"),
    ("Token.Name.Decorator", "name"),
    ("Token.Name.Tag", "name"),
)


class TokenKind(StrEnum):
    """What a part of a listing is."""

    KEYWORD = "keyword"
    NAME = "name"  # of a function, a class, what is built in
    STRING = "string"
    NUMBER = "number"
    COMMENT = "comment"
    PLAIN = "plain"


# By which style sheets of cards and pages colour the parts; what is plain has none.
CLASSES = {
    TokenKind.KEYWORD: "k",
    TokenKind.NAME: "f",
    TokenKind.STRING: "s",
    TokenKind.NUMBER: "n",
    TokenKind.COMMENT: "c",
}


class CodePart(NamedTuple):
    """A part of a line of code, and what it is."""

    text: str
    kind: TokenKind


CodeLine = tuple[CodePart, ...]


@lru_cache(maxsize=256)  # a listing is drawn anew for every width, and an option for every sheet
def coloured(code: str, language: str) -> tuple[CodeLine, ...]:
    """The lines of the code in parts of one kind each, which joined are the code, exactly.

    What a line is indented by is plain.
    """
    ended = code + "\n"  # some languages know what a line is by its end alone
    parts = [CodePart(ended, TokenKind.PLAIN)]
    if language and _is_quick(code):
        parts = _read(ended, language) or parts
    *lines, _ = _lines(parts)
    return tuple(tuple(_merged(_indented(line))) for line in lines)


def _is_quick(code: str) -> bool:
    lines = code.split("\n")
    return len(code) <= _MOST and max(map(len, lines)) <= _LONGEST and not _GAP.search(code)


def _read(code: str, language: str) -> list[CodePart]:
    """The code as Pygments reads it; nothing where it does not know the language or reads something else."""
    from pygments.lexers import get_lexer_by_name

    if language.lower() not in _languages():
        return []
    lexer: Any = get_lexer_by_name(language)
    # Not `get_tokens`, which changes line ends first.
    parts = [CodePart(text, _kind(kind)) for _, kind, text in lexer.get_tokens_unprocessed(code)]
    return parts if "".join(part.text for part in parts) == code else []


@cache
def _languages() -> Mapping[str, str]:
    """The names of languages that Pygments itself knows, not those of what else is installed."""
    from pygments.lexers import get_all_lexers

    return {name: title for title, names, _, _ in get_all_lexers(plugins=False) for name in names}


@cache
def _kind(token: object) -> TokenKind:
    """What we call that which Pygments calls *token*."""
    name = f"{token}."
    return TokenKind(next((ours for theirs, ours in _KINDS if name.startswith(f"{theirs}.")), "plain"))


def _lines(parts: Iterable[CodePart]) -> Iterator[list[CodePart]]:
    line: list[CodePart] = []
    for part in parts:
        first, *further = part.text.split("\n")
        line.append(CodePart(first, part.kind))
        for text in further:
            yield line
            line = [CodePart(text, part.kind)]
    yield line


def _indented(line: Iterable[CodePart]) -> Iterator[CodePart]:
    """The same, with what it begins with in white space apart."""
    begun = False
    for text, kind in line:
        rest = text if begun else text.lstrip()
        yield CodePart(text[: len(text) - len(rest)], TokenKind.PLAIN)
        yield CodePart(rest, kind)
        begun = begun or bool(rest)


def _merged(line: Iterable[CodePart]) -> Iterator[CodePart]:
    """The same, none of them empty and no two neighbours of one kind."""
    filled = (part for part in line if part.text)
    for kind, parts in groupby(filled, key=lambda part: part.kind):
        yield CodePart("".join(part.text for part in parts), kind)
