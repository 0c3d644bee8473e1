"""What learners, pupils and teachers read, in their language: one TOML file a language, read when it is used.

A text is named by its section and key, `sheet.name`; what stands in {braces} is filled in by name. A text
that depends on a number has several forms, by the categories that the rules of its language give (see
`plural`) or for one number exactly; the number is the value `n`. `docs/decisions/words.md` says more.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from quizmill.pattern import pattern
from quizmill.words.plural import OTHER, category

_FOLDER = Path(__file__).parent
_ENGLISH = "en"
_PLURAL = "plural"  # the section of a file that has the rules instead of texts
_SIGNS = {".": "decimal", ",": "thousands"}  # in numbers as code writes them
_HEADING = pattern(r"^\[(\w+)", re.MULTILINE)  # of a section, or of a part of it

Forms = Mapping[str, str]  # by category of plural, or by the number itself


class Message(msgspec.Struct, frozen=True):
    """Something to be said, while nobody knows yet in which language: a key, and the values of its text.

    A value that is a message itself is said in its place; several are listed, with "and" before the last.
    """

    key: str
    values: dict[str, Value] = {}


Value = str | int | float | Message | tuple[Message, ...]


class Words:
    """The texts of one language; where it has none for a key, the English one serves."""

    def __init__(self, texts: Mapping[str, str | Forms], rules: Mapping[str, str]) -> None:
        """*rules* are those of the language's plural forms, by category."""
        self._texts = texts
        self._rules = rules

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of *key* with its *values*; raises KeyError when there is none, or a value is missing."""
        try:
            text = self._texts[key]
        except KeyError:
            if self is words_in(_ENGLISH):
                raise KeyError(key) from None
            return words_in(_ENGLISH)(key, **values)
        if not isinstance(text, str):
            text = self._form(text, _in_english(values["n"]))
        return text.format_map({name: self._written(value) for name, value in values.items()})

    def text(self, key: str) -> str | Forms | None:
        """The text of *key* as it is written, for whoever fills it in elsewhere; None when there is none."""
        try:
            return self._texts[key]
        except KeyError:
            return None if self is words_in(_ENGLISH) else words_in(_ENGLISH).text(key)

    def keys(self, start: str) -> tuple[str, ...]:
        """The keys of texts that begin so: with a section, as `reason.`."""
        english = words_in(_ENGLISH)._texts
        with contextlib.suppress(KeyError):
            english[start]  # reads the section
        return tuple(key for key in english if key.startswith(start))

    def say(self, message: Message) -> str:
        """The text of *message*; raises as a call does."""
        return self(message.key, **message.values)

    def number(self, written: str) -> str:
        """A number that is written as in English, `1,234.5`, with the signs of the language."""
        signs = {sign: self(f"number.{name}") for sign, name in _SIGNS.items() if sign in written}
        return "".join(signs.get(each, each) for each in written)

    def _form(self, forms: Forms, number: str) -> str:
        """The form for a number: its own, that of its category, or the general one."""
        return forms.get(number) or forms.get(category(self._rules, number)) or forms[OTHER]

    def _listed(self, things: list[str]) -> str:
        """`answer, reason and source`"""
        most = [self("list.items").join(things[:-1])] if len(things) > 1 else []
        return self("list.and").join((*most, *things[-1:]))

    def _written(self, value: object) -> str:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, tuple):
            return self._listed([self._written(each) for each in value])
        return self.number(_in_english(value)) if isinstance(value, float) else str(value)


def words_in(*wanted: str) -> Words:
    """The words in the first language *wanted* that there are some in (`zh-Hans` is zh); else in English."""
    return _read(language_among(*wanted))


def language_among(*wanted: str) -> str:
    """The code of the language that `words_in` speaks."""
    known = languages()
    codes = (language.partition("-")[0].lower() for language in wanted)
    return next((code for code in codes if code in known), _ENGLISH)


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages there is a file for."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def _read(code: str) -> Words:
    _, *parts = _HEADING.split((_FOLDER / f"{code}.toml").read_text("utf-8"))
    sections: dict[str, str] = {}
    for name, rest in zip(parts[::2], parts[1::2], strict=True):
        sections[name] = f"{sections.get(name, '')}[{name}{rest}"
    return Words(_Texts(sections), _tables(sections.pop(_PLURAL, "")).get(_PLURAL, {}))


def _in_english(value: object) -> str:
    """The value; a number has at most two decimals behind a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


class _Texts(dict[str, str | Forms]):
    """The texts of a file; a section is read when one of its texts is wanted, for most runs want few."""

    def __init__(self, sections: dict[str, str]) -> None:
        super().__init__()
        self._unread = sections

    def __missing__(self, key: str) -> str | Forms:
        self.update(_flat(_tables(self._unread.pop(key.partition(".")[0])), ""))
        return self[key]


def _tables(toml: str) -> dict[str, Any]:
    import tomllib  # what says nothing need not wait for it

    return tomllib.loads(toml)


def _flat(table: dict[str, Any], above: str) -> list[tuple[str, str | Forms]]:
    """The texts by their whole keys; a table with a general form is one text in its forms."""
    found: list[tuple[str, str | Forms]] = []
    for name, value in table.items():
        key = f"{above}{name}"
        found += [(key, value)] if isinstance(value, str) or OTHER in value else _flat(value, f"{key}.")
    return found
