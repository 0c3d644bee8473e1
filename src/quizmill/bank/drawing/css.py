"""CSS within a drawing: declarations and style sheets, and whether a value reaches for anything outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.drawing.allowed import FUNCTIONS, IDLE_PROPERTIES, PROPERTIES

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_FUNCTION = re.compile(r"(?<![\w-])([\w-]++)\(")
_WITHIN = re.compile(r"url\(\s*(?:#[^\s\"'()]*|\"#[^\"()]*\"|'#[^'()]*')\s*\)", re.IGNORECASE)
_SCHEMES = ("javascript:", "vbscript:", "data:", "@import", "file:", "//")
_DECLARATION = re.compile(r"(?:[^;\"']|\"[^\"]*\"|'[^']*')+")
_PROPERTY = re.compile(r"-*[a-zA-Z][\w-]*")
_SELECTOR = re.compile(r"[\w\s.#*>+~,:()\[\]=\"'^$|-]+")
_LONGEST = 40  # characters of something removed that are told


class Rule(NamedTuple):
    """One rule of a style sheet."""

    selector: str
    declarations: dict[str, str]


def is_within(value: str) -> bool:
    """Whether a value names nothing outside its drawing, however a program may cut it into tokens.

    Escapes are refused: with them a word can be written so that no search finds it.
    """
    if "\\" in value:
        return False
    rest = _WITHIN.sub("", value).lower()
    if any(scheme in rest for scheme in _SCHEMES):
        return False
    return all(name in FUNCTIONS for name in _FUNCTION.findall(rest))


def declarations(text: str, removed: list[str]) -> dict[str, str]:
    """What a `style` attribute or the body of a rule declares and may; the rest is named in *removed*."""
    kept: dict[str, str] = {}
    for part in _DECLARATION.findall(_COMMENT.sub(" ", text)):
        name, colon, value = (each.strip() for each in part.partition(":"))
        name = name.lower()
        if not name and not colon:
            continue
        if name.startswith(IDLE_PROPERTIES) and is_within(value):
            continue
        if (name in PROPERTIES or name.startswith("--")) and _PROPERTY.fullmatch(name) and is_within(value):
            kept[name] = " ".join(value.split())
        else:
            removed.append(f"the style {_short(part)}")
    return kept


def rules(text: str, removed: list[str]) -> list[Rule]:
    """The rules of a style sheet that may stay; the others are named in *removed*."""
    kept: list[Rule] = []
    for head, body in _blocks(_COMMENT.sub(" ", text)):
        if head.startswith("@"):
            removed.append(_short(head.split("(")[0].split('"')[0]).split()[0])
        elif body is None or not _SELECTOR.fullmatch(head):
            removed.append(f"the style {_short(head)}")
        elif declared := declarations(body, removed):
            kept.append(Rule(" ".join(head.split()), declared))
    if not removed and not is_within(text):
        removed.append("comments of a style sheet")  # in which a program might find what none has found here
    return kept


def written(declared: dict[str, str]) -> str:
    """Declarations as a `style` attribute has them."""
    return ";".join(f"{name}:{value}" for name, value in declared.items())


def _blocks(text: str) -> Iterator[tuple[str, str | None]]:
    """Each rule's head, and what is in its braces; None where it ends in a semicolon or nowhere."""
    place = 0
    while place < len(text):
        ends = [at for at in (text.find("{", place), text.find(";", place)) if at >= 0]
        end = min(ends, default=len(text))
        head = text[place:end].strip()
        if text[end : end + 1] != "{":
            if head:
                yield head, None
            place = end + 1
            continue
        close = _closing(text, end)
        yield head, text[end + 1 : close]
        place = close + 1


def _closing(text: str, place: int) -> int:
    """Where the brace at *place* is closed again; the end where it is not."""
    deep = 0
    for brace in re.compile(r"[{}]").finditer(text, place):
        deep += 1 if brace.group() == "{" else -1
        if not deep:
            return brace.start()
    return len(text)


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
