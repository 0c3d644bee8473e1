"""Plain trees as YAML that every YAML reader takes for the same: text stays text, whatever it looks like.

A text is written bare where nobody could mistake it, as a block where it has lines, else in double quotes.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import yaml

Scalar = str | bool | int | datetime.date
Value = Scalar | Sequence[Any] | Mapping[str, Any]  # of values again

_WIDTH = 70  # characters of a list on one line
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BARE = re.compile(r"[\w$€£¥(](?:[^\n]*\S)?")  # one line, no sign of YAML before it and no space behind it
_NO_TEXT = re.compile(r"[yYnN]|\d[\d,]*(?:\.\d*)?(?:[eE][-+]?\d+)?|0o[0-7]+")  # to Go, Ruby or YAML 1.2
_IN_BRACKETS = re.compile(r"[\w./ -]+")


def lines(value: Value) -> list[str]:
    """The value as lines to stand below its key or behind its dash; one line where that is enough."""
    if isinstance(value, Mapping) and value:
        return block(value)
    if isinstance(value, Sequence) and not isinstance(value, str) and value and not _fits(value):
        return block(value)
    return text_lines(value) if isinstance(value, str) else [inline(value)]


def block(value: Mapping[str, Any] | Sequence[Any]) -> list[str]:
    """The fields of a mapping or the entries of a list, from line to line."""
    if isinstance(value, Mapping):
        return [line for key, each in value.items() for line in entry(key, each)]
    return [line for each in value for line in item(each)]


def inline(value: Value) -> str:
    """The value on one line, collections in brackets."""
    if isinstance(value, str):
        return value if _is_bare(value) and _IN_BRACKETS.fullmatch(value) else quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(inline, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def scalar(text: str) -> str:
    """A text on one line, as it stands behind a key."""
    return text if _is_bare(text) else quoted(text)


def entry(key: str, value: Value) -> list[str]:
    """The lines of one field of a mapping."""
    head, own = f"{_key(key)}:", lines(value)
    if not isinstance(value, str) and value and own[0] != inline(value):
        return [head, *("  " + line if line else "" for line in own)]
    return [f"{head} {own[0]}", *("  " + line if line else "" for line in own[1:])]


def item(value: Value) -> list[str]:
    """The lines of one entry of a list."""
    own = [inline(value)] if isinstance(value, Sequence) and not isinstance(value, str) else lines(value)
    return [f"- {own[0]}", *("  " + line if line else "" for line in own[1:])]


def _fits(value: Sequence[Any]) -> bool:
    """Whether a list is one of short texts, to stand in brackets."""
    if all(isinstance(each, int) or re.fullmatch(r"\d+-\d+", str(each)) for each in value):
        return True
    return all(isinstance(each, str) and "\n" not in each for each in value) and len(inline(value)) <= _WIDTH


def text_lines(text: str) -> list[str]:
    """The text as it stands behind a key: a block where it has lines that survive as one."""
    if "\n" in text and _is_block(text):
        return ["|-", *text.split("\n")]
    return [scalar(text)]


def _is_block(text: str) -> bool:
    """Whether the text survives as a block, whose indentation and end are guessed by YAML."""
    apart = text.split("\n")
    return (
        not _UNSAFE.search(text)
        and not apart[0][:1].isspace()
        and bool(apart[0] and apart[-1])
        and not any(line.isspace() for line in apart)
    )


def _is_bare(text: str) -> bool:
    return (
        bool(_BARE.fullmatch(text))
        and not _UNSAFE.search(text)
        and not re.search(r":(?:\s|$)|\s#|\t", text)
        and _is_text(text)
    )


def _is_text(bare: str) -> bool:
    """Whether no YAML reader takes it for a number, truth, date or nothing.

    PyYAML's resolver tells what it does itself; other readers take `y` for true, and 1e3, 08 and 16,000 for
    numbers.
    """
    tag = str(_resolver().resolve(yaml.ScalarNode, bare, (True, False)))
    return tag == "tag:yaml.org,2002:str" and not _NO_TEXT.fullmatch(bare)


@cache
def _resolver() -> Any:
    return yaml.resolver.Resolver()


def quoted(text: str) -> str:
    """The text in double quotes, on one line."""
    escaped = _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
    return escaped.replace("\x7f", "\\x7f")


def _key(key: str) -> str:
    return key if re.fullmatch(r"[a-z][\w-]*", key, re.ASCII) and _is_text(key) else quoted(key)


def text(tree: Mapping[str, Value]) -> str:
    """A whole file."""
    return "".join(f"{line}\n" for line in block(tree))
