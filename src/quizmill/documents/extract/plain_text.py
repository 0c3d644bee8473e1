"""Plain text, which stays the document as it is: how it is cut into paragraphs, and what each is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank import guard
from quizmill.bank.document import paragraphs_of
from quizmill.bank.model import Cut
from quizmill.documents.extract.furniture import marked
from quizmill.documents.extract.parts import Extracted, Kind, Part
from quizmill.errors import FileUnusable

_WRAPPED = 100  # letters: the longest line of a text that an editor or a mail program broke
_NARROWEST = 40  # and the shortest that its longest line has
_SHARE = 0.5  # of the lines within runs that go on in the next line, for a text to be broken so
_RULE = re.compile(r"[\W_]+")
_PAGE = re.compile(
    r"(?:[-–—] ?)?(?:page |seite |p\. ?)?\d{1,4}(?: ?(?:of|von|/) ?\d{1,4})?(?: ?[-–—])?", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section|kapitel|teil|abschnitt)\s+\w{1,5}\b|\d+(?:\.\d+)*[.)]?\s+\S|[IVXL]+\.\s+\S)",
    re.IGNORECASE,
)
_HAN_NUMBERED = re.compile(r"第[\d一二三四五六七八九十百]+[章节節部回]|[一二三四五六七八九十]+、")
_ENDS = (*".!?:;,。！？：；，、…", "”", "»", "؟", "،")
_LONGEST = 80  # letters of a heading


class Plain(NamedTuple):
    """A plain text, and how its paragraphs are parted; the parts are those of `document_of` with that cut."""

    extracted: Extracted
    cut: Cut


def plain(data: bytes, name: str = "this file") -> Plain:
    """The paragraphs of a plain text. Raises FileUnusable for what is no text or has none."""
    text = guard.text(data, name).removeprefix("\ufeff")
    cut = Cut.BLANK_LINE if _is_wrapped(text) else Cut.LINE
    parts = tuple(marked(_parts(text, cut)))
    if not parts:
        raise FileUnusable(name, "this file is empty")
    first = parts[0]
    title = first.text if first.kind == "heading" else ""
    return Plain(Extracted(title, None, "", parts), cut)


def _is_wrapped(text: str) -> bool:
    """Whether lines end where the page did: most that another follows go on in it, and none is long."""
    lines = text.split("\n")
    follow = [(one, two) for one, two in itertools.pairwise(lines) if one.strip() and two.strip()]
    if not follow or not _NARROWEST <= max(map(len, lines)) <= _WRAPPED:
        return False
    width = max(len(one.rstrip()) for one, _ in follow)
    broken = [pair for pair in follow if _goes_on(*pair, width)]
    return len(broken) >= _SHARE * len(follow)


def _goes_on(one: str, two: str, width: int) -> bool:
    """Whether the second line could not have begun on the first, and is no item of a list."""
    word = two.split()[0]
    is_full = len(one.rstrip()) + 1 + len(word) > width - 5
    return is_full and not re.match(r"\s*(?:[-*•·]|\d+[.)])\s", two)


def _parts(text: str, cut: Cut) -> Iterator[Part]:
    lines = [line.strip() for line in text.split("\n")]
    alone = _alone(lines)
    for paragraph in paragraphs_of(text, cut):
        kind, level = _kind(paragraph, paragraph in alone)
        yield Part(paragraph, kind, level)


def _alone(lines: list[str]) -> set[str]:
    """The lines that stand between blank lines, where not all do."""
    padded = ["", *lines, ""]
    return {
        line
        for above, line, below in zip(padded, padded[1:], padded[2:], strict=False)
        if line and not above and not below
    }


def _kind(paragraph: str, is_alone: bool) -> tuple[Kind, int]:
    if _RULE.fullmatch(paragraph) or _PAGE.fullmatch(paragraph):
        return "furniture", 0
    if len(paragraph) > _LONGEST or paragraph.endswith(_ENDS):
        return "text", 0
    if _HAN_NUMBERED.match(paragraph) or (is_alone and _NUMBERED.match(paragraph)):
        return "heading", 1 + paragraph.split()[0].rstrip(".").count(".")
    return ("heading", 1) if paragraph.isupper() and len(paragraph) > 3 else ("text", 0)
