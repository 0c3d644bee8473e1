"""Where the lines of a text end: it is measured once, and then broken to any width in any size.

As many words go on a line as fit, its spaces squeezed a little if need be; a word longer than a whole line
is cut. Chinese and Japanese lines end between any two characters, but not before a closing mark.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from msgspec.structs import replace

from quizmill.export.paper.runs import FormulaBox, Run

_SQUEEZE = 0.05  # of its width that a space may lose
_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")
_GAP_OR_BREAK = re.compile("[ \n]")
_IDEOGRAPHS = "\u3000"  # from here on
_FUZZ = 1e-6  # of a thousandth of the type size
# Closing marks, small kana, marks of repetition, signs of units: they hang in the margin instead.
_NEVER_FIRST = frozenset(
    "!',.:;?\")]！，．：；？、。〉》」』】〕］）々―ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーヵヶ゛゜・ヽヾゝゞ‐°′″℃￠％‰"
)


class Line(NamedTuple):
    """A line of a text, from one character to another; widths in thousandths of the type size."""

    start: int
    end: int
    swallowed: int  # 1 where a space or line break comes next, which ends the line and is not seen
    width: float


class Fragment(NamedTuple):
    """Characters of a line in one face, and how wide they are, in thousandths of the type size."""

    run: Run
    text: str
    width: float


class Passage:
    """A text in one or more faces, and where each of its characters would stand if it were one line."""

    def __init__(self, runs: tuple[Run, ...], *, han: bool) -> None:
        self._given = runs
        self._han = han
        self._runs = self._prepared(runs)
        self._begins = list(accumulate([len(run.text) for run in self._runs], initial=0))
        self._text = "".join([run.text for run in self._runs])
        steps = [run.steps for run in self._runs]
        self._at: list[float] = list(accumulate(chain.from_iterable(steps), initial=0))
        self._breaker = _Ideographs(self._text, self._at) if han else _Words(self._text, self._at)

    @property
    def mixed(self) -> bool:
        """Whether it is in more than one face."""
        return len(self._given) > 1

    @cached_property
    def widest_box(self) -> float:
        """The width of its widest drawn formula, in thousandths of the type size; 0 where there is none."""
        return max([run.box.width for run in self._runs if run.box], default=0.0)

    @cached_property
    def width(self) -> float:
        """What it needs as one line, spaces that a line leaves out included; endless when it has several."""
        if any(run.text == "\n" for run in self._given):
            return float("inf")
        return sum(sum(run.steps) for run in self._given)

    def lines(self, room: float) -> list[Line]:
        """The text broken to lines of *room* thousandths of the type size, at least a character on each."""
        lines: list[Line] = []
        start = 0
        while start < len(self._text):
            end = self._breaker.end(start, room)
            swallowed = int(self._text[end : end + 1] in (" ", "\n"))
            lines.append(Line(start, end, swallowed, self._at[end] - self._at[start]))
            start = end + swallowed
        return lines

    def boxes(self, line: Line) -> list[FormulaBox]:
        """The drawn formulas that stand on the line."""
        return [fragment.run.box for fragment in self.fragments(line) if fragment.run.box]

    def _prepared(self, runs: tuple[Run, ...]) -> list[Run]:
        return _spaced(runs)

    def gaps(self, line: Line) -> int:
        """How many spaces a line has that may be squeezed; none between ideographs."""
        return 0 if self._han else spaces(self._text[line.start : line.end])

    def indent(self, line: Line) -> int:
        """How many spaces it begins with, which are a part of the text."""
        return 0

    def fragments(self, line: Line) -> Iterator[Fragment]:
        """What stands on the line; what it swallows counts too, as no text."""
        place = bisect_right(self._begins, line.start) - 1
        while place < len(self._runs) and self._begins[place] < line.end + line.swallowed:
            start = max(self._begins[place], line.start)
            end = min(self._begins[place + 1], line.end)
            yield Fragment(self._runs[place], self._text[start:end], self._at[end] - self._at[start])
            place += 1


class Verbatim(Passage):
    """Code: its lines keep their spaces; the rest of one that is too long stands *hanging* further in."""

    def __init__(self, runs: tuple[Run, ...], hanging: float) -> None:
        super().__init__(runs, han=False)
        self._hanging = hanging

    @property
    def widest(self) -> float:
        """The width of its longest line, in thousandths of the type size."""
        return max(line.width for line in self.lines(float("inf")))

    def lines(self, room: float) -> list[Line]:
        """As of every passage; a line is cut after a space, comma or bracket in its second half."""
        lines: list[Line] = []
        start = 0
        for source in self._text.split("\n"):
            last = start + len(source)
            swallowed = int(last < len(self._text))
            end = self._cut(start, last, room)
            while end < last:
                lines.append(Line(start, end, 0, self._at[end] - self._at[start]))
                start, end = end, self._cut(end, last, room - self._hanging)
            lines.append(Line(start, last, swallowed, self._at[last] - self._at[start]))
            start = last + swallowed
        return lines

    def text(self, line: Line) -> str:
        """Its characters."""
        return self._text[line.start : line.end]

    def goes_on(self, line: Line) -> bool:
        """Whether a line is the rest of the one before it."""
        return line.start > 0 and self._text[line.start - 1] != "\n"

    def gaps(self, line: Line) -> int:
        """None: code is never squeezed."""
        return 0

    def indent(self, line: Line) -> int:
        """All of them."""
        text = self.text(line)
        return len(text) - len(text.lstrip(" "))

    def _prepared(self, runs: tuple[Run, ...]) -> list[Run]:
        return list(runs)

    def _cut(self, start: int, last: int, room: float) -> int:
        end = bisect_right(self._at, self._at[start] + room + _FUZZ, start, last + 1) - 1
        if end >= last:
            return last
        mark = max(self._text.rfind(mark, (start + end) // 2, end) for mark in " ,(")
        return max(end if mark < 0 else mark + 1, start + 1)


class _Words:
    """Breaks a text between its words."""

    def __init__(self, text: str, at: list[float]) -> None:
        self._at = at
        breaks = [found.start() for found in _GAP_OR_BREAK.finditer(text)]
        self._starts = [0, *(place + 1 for place in breaks)]
        self._ends = [*breaks, len(text)]
        self._last = [word for word, end in enumerate(self._ends) if text[end : end + 1] != " "]
        # Where words would begin and end if every space before them were squeezed.
        lost = list(accumulate([_SQUEEZE * (at[place + 1] - at[place]) for place in breaks], initial=0.0))
        self._begin = [at[start] - less for start, less in zip(self._starts, lost, strict=True)]
        self._reach = [at[end] - less for end, less in zip(self._ends, lost, strict=True)]

    def end(self, start: int, room: float) -> int:
        """Where the line from *start* on ends."""
        first = bisect_right(self._starts, start) - 1
        last = self._last[bisect_left(self._last, first)]
        origin = self._begin[first] + self._at[start] - self._at[self._starts[first]]
        beyond = bisect_right(self._reach, origin + room, first, last + 1)
        if beyond > last:
            return self._ends[last]
        return self._cut(start, beyond, room) or self._ends[beyond - 1]

    def _cut(self, start: int, word: int, room: float) -> int:
        """Where to cut that word, in a line that begins at *start*; 0 for one that the next line holds."""
        begin, end = max(start, self._starts[word]), self._ends[word]
        if begin > start and self._at[end] - self._at[begin] <= room:
            return 0
        cut = bisect_right(self._at, self._at[start] + room, begin, end) - 1
        return max(cut, begin + 1) if begin == start else cut if cut > begin else 0


class _Ideographs:
    """Breaks a text between any two characters."""

    def __init__(self, text: str, at: list[float]) -> None:
        self._text = text
        self._at = at
        self._breaks = [place for place, character in enumerate(text) if character == "\n"]

    def end(self, start: int, room: float) -> int:
        """Where the line from *start* on ends."""
        last = next(iter(self._breaks[bisect_left(self._breaks, start) :]), len(self._text))
        beyond = bisect_right(self._at, self._at[start] + room + _FUZZ, start, last + 1) - 1
        if beyond >= last:
            return last
        end = beyond if self._text[beyond] >= _IDEOGRAPHS else self._before_word(start, beyond)
        return max(end + (self._text[end] in _NEVER_FIRST), start + 1)

    def _before_word(self, start: int, beyond: int) -> int:
        """Where the Latin word begins that goes over the end, if that leaves the line half full."""
        for place in range(beyond - 1, (start + beyond + 1) // 2, -1):
            character = self._text[place]
            if character >= _IDEOGRAPHS or unicodedata.category(character) == "Zs":
                return place + 1
        return beyond


def spaces(text: str) -> int:
    """How many of its spaces a PDF widens or squeezes."""
    return text.count(" ") + text.count("\u00a0")


def _spaced(runs: Iterable[Run]) -> list[Run]:
    """The runs with one space between words, and none beside a line break or at the ends."""
    found: list[Run] = []
    before = "\n"
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        text = text.lstrip(" ") if before[-1] in " \n" else text
        if text == "\n":
            _trim(found)
        if text:
            found.append(run if text == run.text else replace(run, text=text))
            before = text
    _trim(found)
    return found


def _trim(runs: list[Run]) -> None:
    """Take away the space at the end, if there is one."""
    if runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if text := last.text.rstrip(" "):
            runs.append(replace(last, text=text))
