"""Strict YAML as a plain tree: mappings, lists and text, nothing guessed.

Every scalar stays the text it is written as. Anchors, aliases, tags, duplicate keys and further documents are
refused. A text is read quickly as long as nothing must be told, else with care, and piece by piece after a
syntax error; places are kept only when asked for, since only a file with faults pays for them.
"""

from __future__ import annotations

import re

import yaml

from quizmill.bank.reader import conflicts
from quizmill.bank.reader.careful_tree import DEEPEST, LOADER, CarefulTree, Marks, TooDeep
from quizmill.bank.reader.fault import Fault, Place
from quizmill.bank.reader.piecewise import parse_piecewise
from quizmill.bank.reader.quick_tree import Unexpected, quick_tree
from quizmill.bank.reader.tree import Tree

# Beside what YAML refuses: a mark inside the text, and what YAML takes for line ends and editors do not.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_PRINTABLE = b"\t\n\r" + bytes(range(0x20, 0x7F))


def parse(text: str, marks: Marks | None = None) -> tuple[Tree, tuple[Fault, ...]]:
    """The tree of *text*, and what cannot stand in it; fills *marks* when given.

    Faults carry their own place. What cannot be parsed is None in its list or mapping.
    """
    if unprintable := _unprintable(text):
        place = _place_of(text, unprintable.start())
        char = unprintable[0]
        message = f"the character U+{ord(char):04X} cannot stand in a text file"
        return None, (Fault((), "syntax", message, "delete it", place),)
    if conflicts.MARK in text:
        text, found = conflicts.first_versions(text)
        tree, others = _parsed(text, marks)
        return tree, (*found, *others)
    return _parsed(text, marks)


def _parsed(text: str, marks: Marks | None) -> tuple[Tree, tuple[Fault, ...]]:
    try:
        if marks is None:
            return _quickly(text), ()
    except Unexpected:
        pass
    except yaml.YAMLError as error:
        return parse_piecewise(text, error)
    builder = CarefulTree(marks, 0, text)
    try:
        return builder.document(text), tuple(builder.faults)
    except (yaml.YAMLError, TooDeep) as error:
        return parse_piecewise(text, error, marks)


def _quickly(text: str) -> Tree:
    loader = LOADER(text)
    try:
        return quick_tree(text, loader, DEEPEST)
    finally:
        loader.dispose()


def _unprintable(text: str) -> re.Match[str] | None:
    if text.isascii() and not text.encode().translate(None, _PRINTABLE):  # quicker by far
        return None
    return _UNPRINTABLE.search(text)


def _place_of(text: str, offset: int) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - line_start + 1)
