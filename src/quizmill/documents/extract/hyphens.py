"""Words that a line's end parted, made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDS = re.compile(r"([^\W_][\w’'-]*)[-\u2010\u00ad]$")
_BEGINS = re.compile(r"[^\W_][\w-]*")
# What follows a hyphen that stands for the rest of a word: Ein- und Ausgabe, pre- and postwar.
_PARTNERS = frozenset("und oder bis bzw sowie noch wie and or to nor y o e u et ou och en of".split())


class Hyphens:
    """Joins lines, by the words that the rest of the document has."""

    def __init__(self, lines: Iterable[str]) -> None:
        """*lines* are all of the document."""
        self._known: set[str] = set()
        lines = list(lines)
        for line in lines:
            words = _WORD.findall(line.lower())
            # The first and last of a line may be halves.
            self._known.update(words[1:-1])
        self._parts_words = any(map(self._is_parted, lines, lines[1:]))

    def _is_parted(self, line: str, after: str) -> bool:
        """Whether a word that the document has elsewhere stands on two lines, so that others may too."""
        ends, begins = _ENDS.search(line[-60:]), _BEGINS.match(after)
        return bool(ends and begins and f"{ends[1]}{begins[0]}".lower() in self._known)

    def joined(self, lines: Sequence[str]) -> str:
        """The lines as one text, in which a line break stands where no word went on."""
        found = lines[0]
        for line in lines[1:]:
            found = self._with(found, line)
        return found

    def _with(self, text: str, line: str) -> str:
        ends, begins = _ENDS.search(text[-60:]), _BEGINS.match(line)
        if not ends or not begins or begins[0].lower() in _PARTNERS:
            return f"{text}\n{line}"
        first, last = ends[1].lower(), begins[0].lower()
        first_half = first.rpartition("-")[2]
        if f"{first}-{last}" in self._known:
            return text + line
        if f"{first}{last}" in self._known:
            return text[:-1] + line
        if {first, last} <= self._known and (_is_thrice(first, last) or not self._parts_words):
            return text + line  # two words with their own hyphen: atoll-like
        if begins[0][0].islower() and first_half.isalpha():
            return text[:-1] + line
        return text + line


def _is_thrice(first: str, last: str) -> bool:
    """Whether three letters in a row would be the same."""
    around = first[-2:] + last[:2]
    return any(around[at] == around[at + 1] == around[at + 2] for at in range(len(around) - 2))
