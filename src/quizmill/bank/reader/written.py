"""How a value is written, for a help that shows it: with … where the author has the words."""

from __future__ import annotations

import datetime
import itertools
import re
import types
import typing
from enum import StrEnum
from typing import Any, Union

import msgspec

from quizmill.bank import yaml_out
from quizmill.bank.model import Distractor, Lesson, Point, Text
from quizmill.bank.reader.fault import Path
from quizmill.bank.reader.tree import Tree
from quizmill.bank.values import Moment, read_in

SHORT = {  # may be written as text alone
    "distractors": (Distractor, "text"),
    "points": (Point, "point"),
    "learn": (Lesson, "text"),
}
_ALONE = tuple(kind for kind, _ in SHORT.values())
_OPEN = "…"
_NUMBERED = re.compile(r"(?:^|(?<=\s))\d{1,2}[.)]\s")  # before the steps of a list for people
_ARROW = re.compile(r"\s(?:->|=>|→|=|–|-)\s")  # between the sides of a pair
_DAY_FIRST = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")


def bare(kind: Any) -> Any:
    """The kind without the bounds and the None that its annotation has beside it."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is Union:
        kind = next(option for option in typing.get_args(kind) if option is not type(None))
    return kind.__origin__ if typing.get_origin(kind) is typing.Annotated else kind


def element_of(kind: Any) -> Any:
    """The kind of the entries of a list that may have any number of them, else None."""
    arguments = typing.get_args(kind)
    return arguments[0] if typing.get_origin(kind) is tuple and arguments[1:] == (...,) else None


def kinds_of(kind: Any, given: int) -> list[Any]:
    """The kinds of so many entries of a list; none where it is no list, or one of another length."""
    element, arguments = element_of(kind), typing.get_args(kind)
    if element is not None:
        return [element] * given
    return list(arguments) if typing.get_origin(kind) is tuple and len(arguments) == given else []


def field(path: Path, kind: Any, given: Tree = None) -> str:
    """What to write at *path* for a value of that kind; what fits of the *given* one stays."""
    named = f"{path[-1]}: " if path and isinstance(path[-1], str) else ""
    return f"`{named}{sample(kind, given)}`"


def sample(kind: Any, given: Tree = None) -> str:
    """A value of that kind on one line; what fits of the *given* one is kept."""
    said = yaml_out.inline(given) if isinstance(given, str) and given.strip() else _OPEN
    plain = bare(kind)
    if typing.get_origin(plain) is dict:
        return f"{{{_OPEN}: {_OPEN}}}"
    if typing.get_origin(plain) is tuple:
        listed = given if isinstance(given, list) else []
        kinds = _entries(kind, len(listed))
        kept = listed if len(listed) <= len(kinds) else []
        entries = [sample(each, entry) for each, entry in itertools.zip_longest(kinds, kept)]
        return f"[{', '.join(entries)}]"
    if isinstance(plain, type) and issubclass(plain, msgspec.Struct) and plain not in _ALONE:
        names = [each.encode_name for each in msgspec.structs.fields(plain) if each.required]
        return "{" + ", ".join(f"{name}: {_OPEN if i else said}" for i, name in enumerate(names)) + "}"
    return said


def _entries(kind: Any, given: int) -> list[Any]:
    """The kinds of the entries of a list, as many as it needs when so many are given."""
    plain = bare(kind)
    element = element_of(plain)
    if element is None:
        return list(typing.get_args(plain))
    return [element] * max(given, _bounds(kind, "min_length")[0] or 1)


def _bounds(kind: Any, *names: str) -> list[int | None]:
    """What the annotation of *kind* says of each of *names*, such as min_length."""
    options = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    meta = [each for option in options for each in getattr(option, "__metadata__", ())]
    return [next((getattr(each, name) for each in meta), None) for name in names]


def instead(path: Path, kind: Any, given: Tree) -> str:
    """What to write where *given* is not of that kind."""
    plain = bare(kind)
    if plain is int:
        least, most = _bounds(kind, "ge", "le")
        span = f" from {least} to {most}" if most else f" from {least} on" if least is not None else ""
        return f"write a whole number{span}"
    if plain is str:
        return "write one text; one that begins with a bracket or a brace stands in quotes"
    if plain is datetime.date:
        return _date(given)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return f"write one of {', '.join(plain)}"
    if typing.get_origin(plain) is dict and (keys := [given] if isinstance(given, str) else given):
        named = ", ".join(f"{key}: {_OPEN}" for key in keys if isinstance(key, str))
        return f"write `{path[-1]}: {{{named}}}`, with the reason"
    return _in_brackets(given, plain) or f"write {field(path, kind, given)}"


def _date(given: Tree) -> str:
    """How to write a date that was written otherwise, as far as there is one way to read it."""
    said = given if isinstance(given, str) else ""
    if day_first := _DAY_FIRST.fullmatch(said):
        said = "-".join(part.zfill(2) for part in reversed(day_first.groups()))
    read = read_in(said, "en")
    if isinstance(read, Moment) and read.day:
        return f"write {read.year}-{read.month:02}-{read.day:02}"
    if re.fullmatch(r"\d{4}(-\d\d)?", said):
        return f"write the day too, as in {said}{'-01-31'[: 10 - len(said)]}, or leave the field out"
    return "write year, month and day: 2026-11-22"


def expected(kind: Any) -> str:
    """What a value of that kind is called."""
    if typing.get_origin(kind) is tuple:
        arguments = typing.get_args(kind)
        return "a list" if arguments[1:] == (...,) else f"a list of {len(arguments)}"
    if typing.get_origin(kind) is dict:
        return "a mapping"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "one word"
    names = {int: "a whole number", str: "text", datetime.date: "a date like 2026-11-22"}
    return names.get(kind, "something else")


def said(value: Tree) -> str:
    """What was written, short enough for a message."""
    if isinstance(value, str):
        return f'"{value if len(value) <= 40 else value[:39] + "…"}"' if value else "nothing"
    if value is None:
        return "nothing"
    return f"a list of {len(value)}" if isinstance(value, list) else "a mapping"


def _in_brackets(value: Tree, kind: Any) -> str:
    """How to write as a list what was written as text or as `left: right`; "" when that is unclear."""
    arguments = typing.get_args(kind) if typing.get_origin(kind) is tuple else ()
    if arguments[1:] == (...,) and isinstance(value, str) and value.startswith("-"):
        return f'"-" needs a space after it: write `- {value[1:].partition(" -")[0].strip()}`'
    if arguments[1:] == (...,) and isinstance(value, str) and (steps := _NUMBERED.split(value)[1:]):
        return f"write it in brackets, without numbers: {yaml_out.inline([each.strip() for each in steps])}"
    if arguments[1:] == (...,) and isinstance(value, str) and value.strip():
        return f"write it in brackets: [{value}]"
    if arguments == (Text, Text) and isinstance(value, str) and len(sides := _ARROW.split(value)) == 2:
        return f"write {yaml_out.inline([side.strip() for side in sides])}"
    if arguments == (Text, Text) and isinstance(value, list) and all(isinstance(each, str) for each in value):
        joined = [value[0], ", ".join(map(str, value[1:]))] if len(value) > 2 else []
        return f"put a text with a comma in quotes: {yaml_out.inline(joined)}" if joined else ""
    if isinstance(value, dict) and arguments and all(isinstance(each, str) for each in value.values()):
        pairs = [f"[{left}, {right}]" for left, right in value.items()]
        if arguments[1:] == (...,) and typing.get_origin(arguments[0]) is tuple:
            return f"write [{', '.join(pairs)}]"
        return f"write {pairs[0]}" if len(pairs) == 1 and arguments == (Text, Text) else ""
    return ""
