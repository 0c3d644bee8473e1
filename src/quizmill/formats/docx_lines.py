"""The paragraphs of a document as lines that begin with the numbers and letters that readers see there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

import msgspec

from quizmill.formats.coded import end, tag
from quizmill.formats.docx_nested import NUMBERS, nested
from quizmill.formats.docx_numbering import Label, Numbering
from quizmill.formats.docx_package import Package
from quizmill.formats.docx_runs import Run, Runs
from quizmill.formats.docx_styles import Styles
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report
from quizmill.formats.text_signs import CHOICE, NUMBERED

_TYPED = re.compile(
    r"\s*(?:_{2,}\s*)?\*?\s*\(?(?:(?:question\s*|q)?\d{1,4}\s*[.):]|[A-Za-z][.)])(?:\s+|(?=\S))",
    re.IGNORECASE,
)
_STAR = re.compile(r"\s*\*\s*(?=\S)")
_LETTERS = ("lowerLetter", "upperLetter")
_BULLETS = 26


class SeenLine(msgspec.Struct, frozen=True):
    """A line: the paragraph it stands in, its coded text, and the level of a heading that it is."""

    number: int
    text: str
    heading: int | None = None


class SeenTable(msgspec.Struct, frozen=True):
    """A table: the paragraph before it, and the lines in its cells, row by row."""

    number: int
    rows: tuple[tuple[tuple[SeenLine, ...], ...], ...]


class Lines:
    """Reads one document from its beginning."""

    def __init__(self, package: Package, pictures: Pictures, report: Report) -> None:
        self._styles = Styles(package.part("styles"))
        self._body = package.text()
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._nested = nested(self._body, self._numbering, self._styles)
        self._runs = Runs(package, self._styles, pictures, report)
        self._number = 0
        self._bullets = 0
        self._outline: dict[str, dict[int, str]] = {}  # by list, what the levels above were

    def read(self) -> Iterator[SeenLine | SeenTable]:
        """The lines and tables of its text, in order."""
        yield from self._of(self._body)

    def _of(self, body: Iterable[Element]) -> Iterator[SeenLine | SeenTable]:
        for node in body:
            match node.tag:
                case "w-p":
                    yield from self._paragraph(node)
                case "w-tbl":
                    yield self._table(node)
                case "w-sdt" | "w-sdtContent" | "w-ins" | "w-moveTo" | "w-customXml":
                    yield from self._of(node)
                case _:
                    continue

    def _table(self, node: Element) -> SeenTable:
        rows = []
        before = self._number
        for row in node.iter("w-tr"):
            cells = []
            for cell in row.iter("w-tc"):
                found = tuple(line for line in self._of(cell) if isinstance(line, SeenLine))
                cells.append(tuple(line for line in found if line.text.strip()))
            rows.append(tuple(cells))
        return SeenTable(before, tuple(rows))

    def _paragraph(self, node: Element) -> Iterator[SeenLine]:
        self._number += 1
        properties = node.find("w-pPr")
        named = None if properties is None else properties.find("w-pStyle")
        style = self._styles.default if named is None else named.get("w-val", "")
        runs = list(self._runs.of(node, style, f"paragraph {self._number}"))
        heading = self._styles.heading(style)
        label = self._numbering.label(properties, style)
        asks = heading is None or "".join(run.text for run in runs).rstrip().endswith("?")
        before = self._before(label) if label and asks else ""
        if not label and any(run.text.strip() for run in runs):
            self._bullets = 0
        for line in _split(runs):
            yield SeenLine(self._number, f"{before}{_labelled(line, before)}", heading)
            before = ""

    def _before(self, label: Label) -> str:
        """What a numbered paragraph begins with: a question's number or an option's letter.

        What stands below a number in one list is an option, whatever sign it has, and so is what has a number
        of a list within another.
        """
        above = self._outline.setdefault(label.of, {})
        for level in [level for level in above if level >= label.level]:
            del above[level]
        is_inside = label.of in self._nested
        is_below = is_inside or any(form in NUMBERS for form in above.values())
        above[label.level] = label.form
        if label.form in NUMBERS and not is_below:
            self._bullets = 0
            return f"{label.number}. "
        if label.form in ("none", "upperRoman") and not is_below:
            return ""
        if label.form == "bullet" or is_inside:
            self._bullets += 1
            return f"{_letter(self._bullets)}) "
        self._bullets = 0
        seen = f"{label.text} "
        return seen if label.form in _LETTERS and CHOICE.fullmatch(seen) else f"{_letter(label.number)}) "


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % _BULLETS)


def _split(runs: list[Run]) -> Iterator[list[Run]]:
    """The lines of a paragraph, which has line ends within it."""
    line: list[Run] = []
    for run in runs:
        first, *others = [run.text] if run.is_coded else run.text.split("\n")
        line.append(Run(first, run.look, run.is_coded))
        for text in others:
            yield line
            line = [Run(text, run.look)]
    yield line


def _labelled(line: list[Run], before: str) -> str:
    """The coded text of a line; the number or letter it begins with is typed without any look."""
    plain = "".join("\ufffc" if run.is_coded else run.text for run in line)
    found = _STAR.match(plain) if before else _TYPED.match(plain)
    cut = found.end() if found and _is_label(found[0], before) else 0
    coded = []
    left = cut
    for run in line:
        if run.is_coded:
            coded.append(run.coded)
            continue
        taken, left = min(left, len(run.text)), max(0, left - len(run.text))
        coded.append(Run(run.text[taken:], run.look).coded)
    return plain[:cut] + "".join(coded)


def _is_label(typed: str, before: str) -> bool:
    line = f"{typed.strip()} x"
    return bool(before) or CHOICE.fullmatch(line) is not None or NUMBERED.fullmatch(line) is not None


def as_table(table: SeenTable) -> str:
    """A table as coded text."""
    return "".join(
        [
            tag("table"),
            *(
                tag("tr") + "".join(tag("td") + _cell(cell) + end("td") for cell in row) + end("tr")
                for row in table.rows
            ),
            end("table"),
        ]
    )


def _cell(lines: Iterable[SeenLine]) -> str:
    return " ".join(line.text for line in lines)
