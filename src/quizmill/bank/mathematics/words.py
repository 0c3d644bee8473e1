r"""Reads what stands in `\text{…}`: words, spaces included, and escaped signs."""

from __future__ import annotations

import unicodedata
from typing import NoReturn

from quizmill.bank.mathematics.cursor import Cursor
from quizmill.bank.mathematics.nodes import Node, Sign, Words, grouped
from quizmill.pattern import pattern

_PIECE = pattern(r"(?P<words>[^\\{}$^&#%_~]+)|(?P<space>~|\\[ ,;:])|(?P<sign>%|\\[%{}$&#_])|(?P<close>\})")
_SPACES = pattern(r"\s+")


def read_words(source: Cursor, command: str, start: int) -> Node:
    """The text in braces that comes next; several pieces are a group."""
    if source.peek() != "{":
        source.fail(f'"{command}" is followed by no braces', rf"write {command}{{…}}", start)
    opening = source.at
    source.take("{")
    pieces: list[Node] = []
    while True:
        found = _PIECE.match(source.text, source.at)
        if not found:
            _refuse(source, command, opening)
        source.at = found.end()
        match found.lastgroup:
            case "close":
                return grouped(tuple(pieces))
            case "sign":
                pieces.append(Sign("\\" + found[0][-1]))
            case _:
                add_words(pieces, Words(_plain(found[0]), command))


def add_words(row: list[Node], words: Words) -> None:
    """Add *words* to a row: those that follow others of their kind are one with them."""
    match row:
        case [*_, Words(text, command)] if command == words.command:
            row[-1] = Words(_SPACES.sub(" ", text + words.text), command)
        case _:
            row.append(words)


def _plain(text: str) -> str:
    if text == "~" or text.startswith("\\"):
        return " "
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def _refuse(source: Cursor, command: str, opening: int) -> NoReturn:
    ahead = source.text[source.at : source.at + 1]
    if not ahead:
        source.fail('"{" is never closed', 'write its "}"', opening)
    if ahead in "&#_":
        source.fail(f'"{ahead}" stands in {command}', rf"write \{ahead}")
    source.fail(f'"{ahead}" stands in {command}, which holds words alone', 'end the words before it with "}"')
