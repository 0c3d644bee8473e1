"""The paragraphs of a plain text as blocks of lines, with what stands around each."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence

import msgspec

from quizmill.bank.model import Cut

_WRAPPED = 100  # characters of the longest lines that an editor or a mail program broke
_NARROWEST = 40  # and the shortest that these are
_SHARE = 0.5  # of the lines with another below that go on in it, for a text to be broken so
_DENSE = 0.2  # runs between blank lines for each line: with fewer, blank lines part no paragraphs
_ENDS = (".", "!", "?", ":", "。", "！", "？", "：")
_ITEM = re.compile(r"\s*(?:[-*•·]|\d+[.)])\s")


class Block(msgspec.Struct, frozen=True):
    """A paragraph as its lines, line ends and outer spaces left off but for the indentation."""

    lines: tuple[str, ...]
    is_apart: bool  # blank lines, or an end of the text, above and below; or few are there

    @property
    def text(self) -> str:
        """The paragraph as `document_of` has it."""
        return " ".join(line.strip() for line in self.lines)

    @property
    def indent(self) -> int:
        """Columns before the line that stands furthest left."""
        return min(len(line) - len(line.lstrip()) for line in (each.expandtabs(4) for each in self.lines))


def cut_of(text: str) -> Cut:
    """How a text is parted: by blank lines where its lines end as the page did, else by every line end.

    They do where none is long and most that have another below could not have held its first word.
    """
    lines = text.split("\n")
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if one.strip() and two.strip()]
    if not pairs or not _NARROWEST <= _width(lines, 0.99) <= _WRAPPED:
        return Cut.LINE
    width = _width(lines, 0.9)
    full = sum(_goes_on(one, two, width) for one, two in pairs)
    return Cut.BLANK_LINE if full >= _SHARE * len(pairs) else Cut.LINE


def blocks(text: str, cut: Cut) -> Iterator[Block]:
    """The paragraphs of the text, cut so."""
    lines = [line.rstrip() for line in text.split("\n")]
    if cut is Cut.BLANK_LINE:
        for run in _runs(lines):
            yield Block(tuple(run), True)
        return
    is_dense = sum(1 for _ in _runs(lines)) < _DENSE * sum(map(bool, lines))
    padded = ["", *lines, ""]
    for above, line, below in zip(padded, lines, padded[2:], strict=False):
        if line.strip():
            yield Block((line,), is_dense or not (above.strip() or below.strip()))


def _runs(lines: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            run.append(line)
        elif run:
            yield run
            run = []


def _width(lines: Sequence[str], share: float) -> int:
    """The width that such a share of the lines that are not blank keep within."""
    widths = sorted(len(line.rstrip()) for line in lines if line.strip())
    return widths[math.ceil(share * (len(widths) - 1))] if widths else 0


def _goes_on(one: str, two: str, width: int) -> bool:
    """Whether a sentence goes on in the second line, which could not have begun on the first."""
    word = two.split()[0]
    is_full = len(one.rstrip()) + 1 + (len(word) if word.isascii() else 1) > width - 8
    return is_full and not one.rstrip().endswith(_ENDS) and not _ITEM.match(two)
