"""Names of pupils: what makes one of several cells, and when two of them are one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from quizmill.bank.fold import fold
from quizmill.classroom.table import Row

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‚‛′`´ʼ＇", "'"))

Known = TypeVar("Known")


def name_in(row: Row, columns: tuple[int, ...]) -> str:
    """The name in those columns; empty when they are."""
    parts = [unicodedata.normalize("NFC", row.cell(column)) for column in columns]
    if len(parts) == 2 and all(part and all(_is_han(c) for c in part) for part in parts):
        return "".join(reversed(parts))  # the family's name first, and nothing between: 王小明
    return " ".join(part for part in parts if part)


def same_name(name: str) -> str:
    """What two typings of one name have in common: case, blanks and kinds of apostrophe do not part them."""
    return " ".join(unicodedata.normalize("NFKC", name).translate(_APOSTROPHES).casefold().split())


def near_name(name: str) -> str:
    """What names have in common that differ by accents and signs, or by `Lee, Ann` for `Ann Lee`.

    In Han characters the family's name is the first one anyway, and blanks say nothing: `王, 小明`, `王小明`.
    """
    family, comma, given = fold(name).partition(",")
    turned = f"{given} {family}" if comma else family
    letters = [c for c in f"{family}{given}" if c.isalnum()]
    if all(map(_is_han, letters)):
        return "".join(letters)
    return " ".join("".join(c if c.isalnum() else " " * (c != "'") for c in turned).split())


class Called(Generic[Known]):
    """Whoever is called by a name."""

    def __init__(self, known: Iterable[Known], name_of: Callable[[Known], str]) -> None:
        self._exactly: dict[str, list[Known]] = {}
        self._nearly: dict[str, list[Known]] = {}
        for each in known:
            self._exactly.setdefault(same_name(name_of(each)), []).append(each)
            self._nearly.setdefault(near_name(name_of(each)), []).append(each)

    def find(self, name: str) -> tuple[Known, ...]:
        """Those who are called so; where nobody is exactly, those whose name is near."""
        exactly = self._exactly.get(same_name(name), [])
        return tuple(exactly or self._nearly.get(near_name(name), []))


def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK UNIFIED")
