"""Decks of hashcards, a Markdown file each: `Q:` and `A:` on lines of a card, `C:` with `[deletions]`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from quizmill.bank import guard, mathematics
from quizmill.errors import FileUnusable
from quizmill.formats import blanks
from quizmill.formats.card import answered
from quizmill.formats.format import Format, Found
from quizmill.formats.in_markup import UNREAD
from quizmill.formats.item import Item
from quizmill.formats.matrix import matrix
from quizmill.formats.report import Report
from quizmill.formats.text_items import Turn, turning

_BEGINS = re.compile(r"(?P<name>[QAC]):(?P<text>.*)")
_RULE = "---"
_DISPLAY = re.compile(r"(?:(?<=\n)|\A)\s*\$\$(?P<source>[^$]+?)\$\$\s*(?=\n|\Z)")
_INLINE = re.compile(r"(?<![\w$\\])\$(?P<source>(?=\S)[^$\n]+?(?<=\S))\$(?![\w$])")
_UNDERSCORES = re.compile(
    r"(?<![\w_`$\\])(?P<mark>__?)(?=[^\s_])(?P<text>[^_`$\n]+?)(?<=\S)(?P=mark)(?![\w_])"
)
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]\n]+)\]\((?P<url>[^)\s]+)\)")
_DELETION = re.compile(r"(?<![!\\])\[(?P<answer>(?:[^\[\]\\]|\\.)+)\](?!\()", re.DOTALL)
_BRACKET = re.compile(r"(?P<code>`[^`\n]*`)|\\(?P<sign>[\[\]])")
_FENCED = re.compile(r"(^```.*?^```[^\n]*$)", re.DOTALL | re.MULTILINE)


class _Card(msgspec.Struct):
    """A card while it is read: its sides by the letters that begin them."""

    line: int
    sides: dict[str, list[str]]

    def side(self, name: str) -> str:
        return "\n".join(self.sides.get(name, [])).strip()


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a deck. Raises FileUnusable where no line begins a card."""
    heads, lines = _parted(guard.text(data, name))
    cards = list(_cards(lines, report))
    if not cards:
        raise FileUnusable(name, "no line begins a card, such as `Q: What is tea?` or `C: [Tea] is hot.`")
    turn = turning(report, is_markdown=True)
    title, tags = str(heads.get("name", "")), heads.get("tags", [])
    found = [item for card in cards if (item := _item(card, turn, report))]
    told = tuple(map(str, tags)) if isinstance(tags, list) else ()
    return Found(items=tuple(msgspec.structs.replace(item, tags=told) for item in found), title=title)


def _parted(text: str) -> tuple[dict[str, Any], Sequence[tuple[int, str]]]:
    """What the TOML at the head says, and the lines below it by their numbers."""
    lines = list(enumerate(text.split("\n"), start=1))
    bare = [line.strip() for _, line in lines]
    if bare[0] != _RULE or _RULE not in bare[1:]:
        return {}, lines
    end = bare.index(_RULE, 1)
    try:
        return tomllib.loads("\n".join(bare[1:end])), lines[end + 1 :]
    except tomllib.TOMLDecodeError:
        return {}, lines[end + 1 :]


def _cards(lines: Sequence[tuple[int, str]], report: Report) -> Iterator[_Card]:
    """The cards; a line that begins none goes on with the side before it."""
    card: _Card | None = None
    side: list[str] = []
    for number, line in lines:
        found = _BEGINS.fullmatch(line.rstrip())
        answers = found is not None and found["name"] == "A" and card is not None and [*card.sides] == ["Q"]
        if card and (line.strip() == _RULE or (found and not answers)):
            yield card
            card = None
        if found:
            card = card or _Card(number, {})
            side = card.sides.setdefault(found["name"], [])
            side.append(found["text"].strip())
        elif card is not None:
            side.append(line.rstrip())
        elif line.strip() not in ("", _RULE):
            rule = "it stands outside a card, and is left out"
            report.lost(f"line {number}", "question", rule, line.strip())
    if card:
        yield card


def _item(card: _Card, turn: Turn, report: Report) -> Item | None:
    place = f"line {card.line}"
    if text := card.side("C"):
        return _cloze(place, text, turn, report)
    if not card.side("Q"):
        report.lost(place, "question", "an answer without a question above it", card.side("A"))
        return None
    prompt, answer = (turn(place, _ours(card.side(side), place, report)) for side in "QA")
    return Item(place=place, prompt=prompt, **answered(answer, place, report))


def _cloze(place: str, text: str, turn: Turn, report: Report) -> Item | None:
    """A text with blanks; brackets of pictures and links are none."""
    begin = blanks.unused(text)
    end = chr(ord(begin) + 1)
    marked = _DELETION.sub(lambda found: f"{begin}{found['answer'].replace('|', chr(92) + '|')}{end}", text)
    if marked == text:
        report.lost(place, "question", "a text without [deletions] asks nothing", text)
        return None
    read = blanks.without(turn(place, _ours(marked, place, report, begin + end)))
    return Item(kind="cloze", place=place, prompt=read.replace(begin, "{{").replace(end, "}}"))


def _ours(text: str, place: str, report: Report, signs: str = "") -> str:
    """Markdown with what our markup writes otherwise written as it does; *signs* stand for blanks."""

    def formula(found: re.Match[str], begin: str, end: str) -> str:
        source = " ".join(found["source"].split())
        bare = re.sub(f"[{signs}]", "", source) if signs else source
        if isinstance(mathematics.read(bare), mathematics.Formula):
            return f"{begin}{source}{end}"
        if "\\" in bare:  # else it may be money
            report.changed(place, "text", UNREAD, bare)
        return found[0]

    def bare(found: re.Match[str]) -> str:
        report.changed(place, "text", "of a link its text is kept", found[0], found["text"])
        return found["text"]

    parts = _FENCED.split(text)
    for at in range(0, len(parts), 2):
        part = _BRACKET.sub(lambda found: found["code"] or found["sign"], parts[at])
        part = _DISPLAY.sub(lambda found: f"\n\n{formula(found, chr(92) + '[', chr(92) + ']')}\n\n", part)
        part = _INLINE.sub(lambda found: formula(found, r"\(", r"\)"), part)
        part = _UNDERSCORES.sub(lambda found: found["text"].join(["*" * len(found["mark"])] * 2), part)
        parts[at] = _LINK.sub(bare, part)
    return "".join(parts)


def recognises(data: bytes) -> bool:
    """Whether the first line of a text, below its head, begins a card."""
    try:
        _, lines = _parted(guard.text(data, ""))
    except FileUnusable:
        return False
    said = [line for _, line in lines if line.strip() and line.strip() != _RULE]
    if not said or not re.match(r"[QC]:(?:\s|$)", said[0]):
        return False
    return any(re.match(r"A:(?:\s|$)", line) for line in said) or any(map(_DELETION.search, said))


FORMAT = Format(
    name="hashcards",
    title="hashcards, decks in Markdown",
    extensions=("md",),
    matrix=matrix(),
    read=read,
    recognises=recognises,
)
