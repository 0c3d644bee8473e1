"""What each paragraph of a plain text is: a heading, furniture, a listing, or text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quizmill.documents.extract.furniture import is_said
from quizmill.documents.extract.parts import Kind, Part
from quizmill.documents.extract.plain_blocks import Block

_RULE = re.compile(r"[\W_]+")
_PAGE = re.compile(
    r"(?:[-–—\[] ?)?(?:page |seite |p\. ?|第 ?)?\d{1,4}(?: ?(?:of|von|de|sur|/) ?\d{1,4})?"
    r"(?: ?页)?(?: ?[-–—\]])?",
    re.IGNORECASE,
)
_LEADERS = re.compile(r".*(?:\. ?){4,}\s*\w{1,5}")  # of a table of contents
_MARKS_OF_SITES = re.compile(r"\{:.*\}")  # of Kramdown
_FENCE = re.compile(r"\s*(?:```|~~~)")
_UNDERLINE = re.compile(r"\s*(=|-|~|\^|\*|#|\+)\1{2,}\s*")
_UNDERLINE_BEHIND = re.compile(r"\s+(=|-|~|\^|\*|#|\+)\1{2,}$")
_HASHES = re.compile(r"\A(#{1,6})\s+(?=\S)")
_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section|appendix|book|kapitel|teil|abschnitt|chapitre|partie|capítulo|parte)\s+\w{1,6}\b"
    r"|\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s+(?=[^\W\d_])|[IVXL]{1,6}\.(?:\s|$))",
    re.IGNORECASE,
)
_HAN_NUMBERED = re.compile(r"第[\d一二三四五六七八九十百]+[章节節部回]|[一二三四五六七八九十]+、")
_ITEM = re.compile(r"(?:[-*•·+]|\d+\)|\(\w\)|[a-z][.)])\s")
_ENDS = tuple(".!?:;,…。！？：；，、")
_CODE = re.compile(
    r"[{}]|\s:?:?=\s|^\s*[|*(]{2}|^\s*\||;\s*$|[=!<>]=|->|=>|::|\+-+|\|.*\|"
    r"|^\s*(?:\$|>>>|#include|def |class |import |return )|\w\(\)"
)
_STARTS = re.compile(r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG")
_STOPS = re.compile(r"\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG|^End of (?:the )?Project Gutenberg")
_LONGEST, _SHORT, _FULL = 90, 60, 70  # characters of a heading, of one without a mark, and of what is text
_CENTRED = 6  # columns that a line in the middle stands further right
_TITLE = 120  # characters of a title, on three lines at most
_AGAIN = 3  # times that a running head stands there


def parts(found: Sequence[Block]) -> Iterator[Part]:
    """Each block as a part, in the words of the document."""
    kinds = list(_marked(found))
    loud = [" ".join(block.text.split()) for block in found]
    running = _running(loud)
    usual = Counter(block.indent for block in found).most_common(1)[0][0] if found else 0
    for at, (block, marked) in enumerate(zip(found, kinds, strict=True)):
        if marked:
            yield Part(block.text, marked, 0)
        elif _is_furniture(block.text) or _shape(loud[at]) in running or _is_line_below(found, at):
            yield Part(block.text, "furniture")
        elif _is_listing(block, usual):
            yield Part(block.text, "listing")
        elif level := _level(found, at, usual):
            yield Part(block.text, "heading", level)
        else:
            yield Part(block.text)


def without_marks(heading: str) -> str:
    """What a heading says, without the signs before it and a line below it."""
    return _HASHES.sub("", _UNDERLINE_BEHIND.sub("", heading)).strip()


def _marked(found: Sequence[Block]) -> Iterator[Kind | None]:
    """What is told by marks around it: fenced code, the head of a page, a licence around a book."""
    texts = [block.text for block in found]
    starts = next((at for at, text in enumerate(texts) if _STARTS.search(text)), -1)
    stops = next((at for at, text in enumerate(texts) if at > starts and _STOPS.search(text)), len(texts))
    head = (
        next((at for at, text in enumerate(texts[1:40], 1) if text == "---"), -1)
        if texts[:1] == ["---"]
        else -1
    )
    within = False
    for at, block in enumerate(found):
        fences = sum(bool(_FENCE.match(line)) for line in block.lines)
        if at <= max(starts, head) or at >= stops:
            yield "furniture"
        else:
            yield "listing" if within or fences else None
        within ^= fences % 2 == 1


def _running(texts: Sequence[str]) -> set[str]:
    """The shapes of lines that come again and again, as at the head and foot of pages."""
    shapes = Counter(_shape(text) for text in texts if len(text) <= _LONGEST)
    return {shape for shape, times in shapes.items() if times >= _AGAIN}


def _shape(text: str) -> str:
    """The text without its numbers, which tell pages apart."""
    return re.sub(r"\d+", "#", text)


def _is_furniture(text: str) -> bool:
    patterns = (_RULE, _PAGE, _LEADERS, _MARKS_OF_SITES)
    return is_said(text) or any(pattern.fullmatch(text) for pattern in patterns)


def _is_line_below(found: Sequence[Block], at: int) -> bool:
    return at > 0 and len(found[at].lines) == 1 and bool(_UNDERLINE.fullmatch(found[at].lines[0]))


def _is_listing(block: Block, usual: int) -> bool:
    """Whether lines stand further right than the text does, and most have signs of code."""
    code = sum(bool(_CODE.search(line)) for line in block.lines)
    return block.indent >= usual + 2 and block.indent >= 2 and code >= 0.4 * len(block.lines)


def _level(found: Sequence[Block], at: int, usual: int) -> int:
    """The level of a heading; 0 for what is none."""
    block = found[at]
    text = block.lines[0].strip()
    below = block.lines[1] if len(block.lines) == 2 else found[at + 1].text if at + 1 < len(found) else ""
    if _UNDERLINE.fullmatch(below) and len(below.strip()) >= min(len(text) - 2, 6) and len(text) <= _LONGEST:
        return 1 if below.strip()[0] in "=#*" else 2
    if at == 0 and len(found) > 1 and _may_be_title(block):
        return 1
    if len(block.lines) > 1 or len(text) > _LONGEST or at + 1 == len(found):
        return 0
    if hashes := _HASHES.match(text):
        return len(hashes[1])
    if (
        text.endswith(_ENDS)
        and not (text.endswith(("?", "？")) and found[at].is_apart)
        and not re.fullmatch(r"[IVXL]{1,6}\.|.*\b(?:chapter|kapitel) \w+\.", text, re.IGNORECASE)
    ):
        return 0
    if block.indent >= usual + _CENTRED and block.is_apart:
        return 1
    return _level_of_line(found, at, text)


def _may_be_title(block: Block) -> bool:
    text = block.text
    return (
        len(block.lines) <= 3 and len(text) <= _TITLE and not text.endswith(_ENDS) and not _ITEM.match(text)
    )


def _level_of_line(found: Sequence[Block], at: int, text: str) -> int:
    """By a number, capitals, or its shortness before a text."""
    if _HAN_NUMBERED.match(text):
        return 1
    if found[at].is_apart and (number := _NUMBERED.match(text)):
        return 1 + number[0].strip().rstrip(".)").count(".")
    letters = [letter for letter in text if letter.isalpha()]
    if text.isupper() and len(letters) > 3 and len(letters) > 0.6 * len(text.replace(" ", "")):
        return 1
    following = len(found[at + 1].text)
    is_short = len(text) <= _SHORT and not _ITEM.match(text) and (text[0].isupper() or not text[0].isascii())
    says_no_more = len(text.split()) <= 9 and following >= (_FULL if text.isascii() else _FULL / 2)
    return 2 if is_short and found[at].is_apart and says_no_more and letters else 0
