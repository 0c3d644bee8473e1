"""A blueprint: so many questions of this and so many of that, `joyo-sale:5, joyo-lessons type=essay:2`.

Parts stand between commas or on lines of their own; what follows a # is a remark. A part has words and, after
a colon, a number. A word alone is a topic, `*` is everything; `type=essay` and the like narrow it, `|` is or.
"""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from quizmill.bank.closest import nearest
from quizmill.compose.selection import Asked, Selection
from quizmill.compose.traits import Traits, criteria, fields_by_option
from quizmill.errors import BadRequest, FileUnusable, Location, QuizmillError

_REMARK = re.compile(r"#.*")
_PART = re.compile(r"[^,\n]+")
_COUNTED = re.compile(r"(?P<words>.*?)\s*:\s*(?P<count>[0-9]{1,4})")
_WORD = re.compile(r"(?:(?P<option>[^\s=|]+)\s*=\s*)?(?P<names>[^\s=|]+(?:\s*\|\s*[^\s=|]+)*)")
_EVERYTHING = "*"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """So many questions that have these traits; *text* is how it was written, and *place* where."""

    traits: Traits
    count: int
    text: str
    place: Location  # in a file, or of what was typed, without a name

    def fits(self, asked: Asked, selection: Selection) -> bool:
        """Whether a question has its traits; one of an elective topic only where it is asked for."""
        named = self.traits.topics or self.traits.ids
        return bool(named or selection.asks(asked[0])) and all(
            each.fits(*asked) for each in criteria(self.traits)
        )

    def refusal(self, why: str) -> QuizmillError:
        """What to raise when it cannot be met: where it stands, and *why*."""
        told = f'"{self.text}": {why}'
        if self.place.file:
            return FileUnusable(str(self.place), told)
        return BadRequest(f"--blueprint, column {self.place.column}: {told}")


def read_blueprint(text: str, file: str = "") -> tuple[Part, ...]:
    """The parts of a blueprint, as typed or as it stands in *file*.

    Raises BadRequest, or of a file FileUnusable, at the place of the first part that cannot be read.
    """
    bare = _REMARK.sub("", text)
    lines = enumerate(bare.splitlines(), 1)
    parts = tuple(
        _part(found[0].strip(), Location(file, line, found.start() + _indent(found[0]) + 1))
        for line, written in lines
        for found in _PART.finditer(written)
        if found[0].strip()
    )
    if not parts:
        raise _without_count("", Location(file)).refusal("there is no part such as joyo-sale:5 in it")
    return parts


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _part(text: str, place: Location) -> Part:
    bare = _without_count(text, place)
    counted = _COUNTED.fullmatch(text)
    if counted is None:
        raise bare.refusal("how many? Write a colon and a number behind it, such as :5")
    count = int(counted["count"])
    if not count:
        raise bare.refusal("so many are none; write 1 or more, or leave it out")
    words = counted["words"]
    if not words:
        raise bare.refusal(f"of what? Write a topic before the colon, or {_EVERYTHING} for everything")
    return replace(bare, traits=_traits(words, bare), count=count)


def _without_count(text: str, place: Location) -> Part:
    return Part(traits=Traits(), count=0, text=text, place=place)


def _traits(words: str, part: Part) -> Traits:
    """What the words name; raises the part's refusal of what is no word of a blueprint."""
    left = _WORD.sub("", words.replace(_EVERYTHING, "")).strip()
    if left:
        raise part.refusal(f'"{left}" is not understood; write it like type=essay or type=essay|cloze')
    fields, found = fields_by_option(), dict[str, tuple[str, ...]]()
    for word in _WORD.finditer(words):
        option = word["option"] or "topic"
        names = tuple(name.strip() for name in word["names"].split("|"))
        if option not in fields:
            raise part.refusal(f'"{option}" is nothing to choose by; {nearest(option, fields)}')
        if names != (_EVERYTHING,):
            found[fields[option]] = found.get(fields[option], ()) + names
    return Traits(**found)
