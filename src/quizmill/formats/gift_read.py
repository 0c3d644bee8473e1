"""GIFT read as Moodle reads it, with a word on what it would have read otherwise than its author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from quizmill.bank import guard
from quizmill.bank.markup import escape
from quizmill.formats import moodle_category
from quizmill.formats.format import Found
from quizmill.formats.from_html import from_html
from quizmill.formats.gift_answer import answer_fields
from quizmill.formats.gift_text import hidden, meant
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Item
from quizmill.formats.of_right import explained
from quizmill.formats.report import Report

_CATEGORY = re.compile(r"^\s*\$CATEGORY:\s*(?P<path>.*?)\s*$")
_BRACKETED = re.compile(r"\[(id|tag):((?:\\\]|[^\]])*)\]")
_NAMED = re.compile(r"\s*::.+?::")
_ANSWERED = re.compile(r"\{\s*(?:[=~#}>]|(?:T|F|TRUE|FALSE)\s*[#}]|$)")  # where an answer opens
_ESCAPED = re.compile(r"\\.")
_NAME = re.compile(r"\s*::(?P<name>.*?)::", re.DOTALL)
_STYLE = re.compile(r"\s*\[(?P<style>html|moodle|plain|markdown)\]\s*")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w+;")


class _Block(msgspec.Struct):
    """The lines of one question, without comments, and what the comments and categories above it say."""

    line: int
    text: str
    topic: str
    id: str
    tags: tuple[str, ...]


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a GIFT file. Raises FileUnusable for what is no text."""
    found = (_item(block, report) for block in _blocks(guard.text(data, name), report))
    return Found(items=tuple(item for item in found if item))


def _blocks(text: str, report: Report) -> Iterator[_Block]:
    """What blank lines part, or a question below one that is whole; a comment belongs to what comes next."""
    topic, id, tags = "", "", list[str]()
    lines: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        bare = line.strip()
        if lines and (not bare or (bare.startswith("//") and _is_whole(lines))):
            yield from _made(lines, topic, id, tags, report)
            lines, id, tags = [], "", []
        if bare.startswith("//"):
            for what, value in _BRACKETED.findall(bare):
                told = value.replace("\\]", "]").strip()
                id, tags = (told, tags) if what == "id" else (id, [*tags, told])
        elif found := _CATEGORY.match(line):
            topic = "".join(moodle_category.names(found["path"])[-1:])
        elif bare:
            lines.append((number, line))


def _made(
    lines: Sequence[tuple[int, str]], topic: str, id: str, tags: Sequence[str], report: Report
) -> Iterator[_Block]:
    """What stands between blank lines: its name and tags are those of the first question."""
    for at, part in enumerate(_parted(lines, report)):
        text = "\n".join(line for _, line in part)
        yield _Block(part[0][0], text, topic, "" if at else id, () if at else tuple(tags))


def _is_whole(lines: Sequence[tuple[int, str]]) -> bool:
    """Whether an answer has opened in some lines, and each brace is closed."""
    text = _ESCAPED.sub("", "\n".join(line for _, line in lines))
    return text.count("{") == text.count("}") and _ANSWERED.search(text) is not None


def _parted(lines: Sequence[tuple[int, str]], report: Report) -> Iterator[list[tuple[int, str]]]:
    """The questions that stand right below each other: a name, or another answer, below what is whole."""
    part: list[tuple[int, str]] = []
    depth, whole = 0, 0  # braces that are open; where in the part the lines of a whole question end
    for number, line in lines:
        bare = _ESCAPED.sub("", line)
        named = depth == 0 and _NAMED.match(line)
        if part and (named or (whole and _ANSWERED.search(bare))):
            end = len(part) if named else whole
            yield part[:end]
            part, whole = part[end:], 0
            rule = "a question right below another: Moodle wants an empty line between them"
            report.note(f"line {part[0][0] if part else number}", "question", rule)
        part.append((number, line))
        depth += bare.count("{") - bare.count("}")
        if "}" in bare and _is_whole(part):
            whole = len(part)
    yield part


def _item(block: _Block, report: Report) -> Item | None:
    text = hidden(block.text)
    named = _NAME.match(text)
    name = meant(named["name"]).strip() if named else ""
    text = text[named.end() :] if named else text
    styled = _STYLE.match(text)
    style = styled["style"] if styled else "moodle"
    text = text[styled.end() :] if styled else text.strip()
    called = block.id or name or f"line {block.line}"
    before, brace, rest = text.partition("{")
    inside, closed, after = rest.rpartition("}")
    if not brace or not closed:
        report.lost(called, "question", "it has no answer in braces", meant(text).strip())
        return None
    if not _is_paired(inside) or "{" in after:
        rule = "it has braces that are no pair: is one forgotten, or meant as a sign, as in \\{ and \\}?"
        report.lost(called, "question", rule, meant(text).strip())
        return None
    reader = Texts(style, called, report)
    inside, _, general = inside.partition("####")
    prompt, after = reader.text(before), after.strip("\n")
    fields = answer_fields(inside.strip(), reader, is_within=bool(after.strip()))
    if after.strip():
        fields = _with_blank(fields, before, after, reader)
    return Item(
        place=f"line {block.line}",
        id=block.id or name,
        topic=block.topic,
        tags=block.tags,
        explanation=explained(reader.text(general), reader.of_right, called, report),
        **{"prompt": prompt, **fields},
    )


def _is_paired(text: str) -> bool:
    """Whether each brace that opens in a text closes after it."""
    depth = 0
    for sign in re.findall("[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _with_blank(fields: dict[str, Any], before: str, after: str, reader: Texts) -> dict[str, Any]:
    """A word that is missing in a sentence: a blank where it is typed, a gap where it is chosen."""
    begin = f"{reader.text(before)}{' ' if before[-1:].isspace() else ''}"
    end = f"{' ' if after[:1].isspace() else ''}{reader.text(after)}"
    answers = fields.get("answers")
    if answers and not fields.get("tolerance"):
        blank = "|".join(form.replace("|", "\\|") for form in answers)
        return {"kind": "cloze", "prompt": f"{begin}{{{{{blank}}}}}{end}"}
    return {**fields, "prompt": f"{begin}____{end}"}


class Texts:
    """The texts of one question as markup, by the format that it names."""

    def __init__(self, style: str, called: str, report: Report) -> None:
        self.called = called
        self.report = report
        self.of_right: list[str] = []
        self._style = style

    def text(self, written: str) -> str:
        """A text, which may name a format of its own."""
        styled = _STYLE.match(written)
        style = styled["style"] if styled else self._style
        told = meant(written[styled.end() :] if styled else written).strip()
        if style == "html" or (style == "moodle" and _TAG.search(told)):
            lines = told if style == "html" else told.replace("\n", "<br>")
            return from_html(lines, lambda rule, was: self.report.changed(self.called, "prompt", rule, was))
        return told if style == "markdown" else literal(told)

    def plain(self, written: str) -> str:
        """An answer to type, in which nothing is a mark."""
        return escape(meant(written).strip())
