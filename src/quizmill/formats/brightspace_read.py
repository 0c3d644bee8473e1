"""Brightspace's CSV, as its own sample has it and as people write it: fewer cells, no row twice alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quizmill.bank.model import Difficulty
from quizmill.errors import FileUnusable
from quizmill.formats.cells import Line, csv_lines
from quizmill.formats.format import Found
from quizmill.formats.from_html import from_html
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Choice, Item
from quizmill.formats.posed import decimal_of
from quizmill.formats.report import Report

Fields = dict[str, Any]
_BEGINS = "newquestion"
_POINT = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL | re.IGNORECASE)
_SILENT = {"title", "id", "scoring", "inputbox", "initialtext"}  # rows that are read, or say nothing of ours
_READ = {"questiontext", "points", "difficulty", "hint", "feedback", "image"}
_KINDS = {
    "mc": "multiple_choice",
    "ms": "multiple_response",
    "tf": "true_false",
    "sa": "short_answer",
    "m": "matching",
    "o": "ordering",
    "wr": "essay",
}
_ROWS = {  # that a type has
    "mc": {"option"},
    "ms": {"option"},
    "tf": {"true", "false"},
    "sa": {"answer"},
    "m": {"choice", "match"},
    "o": {"item"},
    "wr": {"answerkey"},
}


def begins(cells: tuple[str, ...]) -> bool:
    """Whether a row begins a question."""
    return bool(cells) and _named(cells) == _BEGINS


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a file. Raises FileUnusable where none begins in it."""
    blocks: list[list[Line]] = []
    for line, cells in csv_lines(data, name, loose=True):
        if begins(cells):
            blocks.append([])
        if blocks and cells and _named(cells) and not cells[0].strip().startswith("//"):
            blocks[-1].append((line, cells))
    if not blocks:
        raise FileUnusable(name, "no row begins with NewQuestion, as Brightspace's have it")
    return Found(items=tuple(item for rows in blocks for item in _Reading(rows, report).item()))


class _Reading:
    """The rows of one question."""

    def __init__(self, rows: list[Line], report: Report) -> None:
        (line, first), *others = rows
        self._type = _cell(first, 1)
        self._rows = [cells for _, cells in others]
        self._report = report
        ident, title = self._said("id"), self._said("title")
        id = title if title and ident.endswith(f"-{title}") else ident  # which is one that we wrote
        self._head: Fields = {"place": f"line {line}", "id": id}
        self._called = id or f"line {line}"

    def item(self) -> Iterator[Item]:
        """The question, if its type is one of ours."""
        kind = _KINDS.get(self._type.lower())
        if kind is None:
            rule = f"a bank has no questions of Brightspace's type {self._type or '(none)'}"
            self._report.lost(self._called, "question", rule, self._said("questiontext"))
            return
        own = _ROWS[self._type.lower()]
        for cells in self._rows:
            if _named(cells) not in _READ | _SILENT | own:
                said = ", ".join(filter(None, cells))
                self._report.lost(self._called, "row", "a row of this name is not read", said)
        if image := self._said("image"):
            self._report.lost(
                self._called, "image", "the picture is not in the file, which only names it", image
            )
        if given := self._said("initialtext"):
            self._report.lost(self._called, "answer", "an answer begins empty here", given)
        yield Item(
            **self._head,
            kind=kind,
            prompt=self._text("questiontext", "prompt"),
            explanation=self._text("feedback", "explanation"),
            hint=self._text("hint", "hint"),
            marks=self._marks(),
            ours=self._difficulty(),
            **self._answered(),
        )

    def _answered(self) -> Fields:
        match self._type.lower():
            case "mc":
                return {"choices": self._choices(partly=True)}
            case "ms":
                return {"choices": self._choices(partly=False)}
            case "tf":
                return self._truth()
            case "sa":
                return {"answers": tuple(self._forms())}
            case "m":
                return self._pairs()
            case "o":
                steps = (self._rich(_cell(each, 1), _cell(each, 2), "sequence") for each in self._all("item"))
                return {"steps": tuple(steps)}
            case _:
                return {"points": tuple(self._points())}

    def _choices(self, *, partly: bool) -> tuple[Choice, ...]:
        """The options, of which those are right that earn the most."""
        rows = self._all("option")
        earned = [decimal_of(_cell(each, 1)) or 0 for each in rows]
        most = max(earned, default=0)
        found = []
        for cells, share in zip(rows, earned, strict=True):
            text = self._rich(_cell(cells, 2), _cell(cells, 3), "answer")
            if partly and 0 < share < most:
                rule = "an option that earns a part of the marks is a wrong one"
                self._report.changed(self._called, "distractors", rule, f"{text} ({share})")
            right = share == most > 0
            why = literal(_cell(cells, 4))
            if right:
                self._tell_of_praise(why)
            found.append(Choice(text, right, "" if right else why))
        return tuple(found)

    def _truth(self) -> Fields:
        right = {name: decimal_of(_cell(each, 1)) for name in ("true", "false") for each in self._all(name)}
        earns = {name for name, share in right.items() if share}
        if len(earns) != 1:
            return {}
        truth = earns == {"true"}
        said = {name: literal(_cell(each, 2)) for name in ("true", "false") for each in self._all(name)}
        self._tell_of_praise(said.get("true" if truth else "false", ""))
        return {"truth": truth, "correction": said.get("false" if truth else "true", "")}

    def _tell_of_praise(self, said: str) -> None:
        if said:
            self._report.lost(self._called, "why", "what is said to who is right is left out", said)

    def _forms(self) -> Iterator[str]:
        for cells in self._all("answer"):
            told, share = _cell(cells, 2), decimal_of(_cell(cells, 1))
            if _cell(cells, 3).lower() == "regexp":
                self._report.lost(self._called, "accept", "a pattern is no answer", told)
            elif share is not None and share < 100:
                rule = "an answer that earns a part of the marks is left out"
                self._report.lost(self._called, "accept", rule, f"{told} ({share})")
            elif told:
                yield literal(told)

    def _pairs(self) -> Fields:
        rights = {_cell(each, 1): literal(_cell(each, 2)) for each in self._all("match")}
        lefts = {_cell(each, 1): literal(_cell(each, 2)) for each in self._all("choice")}
        pairs = tuple((left, rights.get(number, "")) for number, left in lefts.items())
        return {"pairs": pairs, "extra": tuple(each for at, each in rights.items() if at not in lefts)}

    def _points(self) -> Iterator[str]:
        for cells in self._all("answerkey"):
            told, style = _cell(cells, 1), _cell(cells, 2)
            listed = _POINT.findall(told) if style.upper() == "HTML" else []
            for each in listed or [told]:
                yield self._rich(each, style, "points")

    def _marks(self) -> int:
        told = self._said("points") or "1"
        marks = decimal_of(told)
        if marks is not None and marks == int(marks) and 1 <= marks <= 100:
            return int(marks)
        self._report.lost(self._called, "marks", "marks are a whole number from 1 to 100", told)
        return 1

    def _difficulty(self) -> Fields:
        """Of ten steps three are easy, three medium, and the rest hard."""
        step = decimal_of(self._said("difficulty"))
        if step is None:
            return {}
        usual = Difficulty.MEDIUM
        found = Difficulty.EASY if step <= 3 else usual if step <= 6 else Difficulty.HARD
        return {} if found is usual else {"difficulty": found.value}

    def _text(self, name: str, field: str) -> str:
        """The text of the first row of that name, as markup."""
        cells = next(iter(self._all(name)), ())
        return self._rich(_cell(cells, 1), _cell(cells, 2), field)

    def _rich(self, text: str, style: str, field: str) -> str:
        if style.upper() != "HTML":
            return literal(text)
        return from_html(text, lambda rule, was: self._report.changed(self._called, field, rule, was))

    def _said(self, name: str) -> str:
        return _cell(next(iter(self._all(name)), ()), 1)

    def _all(self, name: str) -> list[tuple[str, ...]]:
        return [cells for cells in self._rows if _named(cells) == name]


def _named(cells: tuple[str, ...]) -> str:
    return cells[0].strip().lower()


def _cell(cells: tuple[str, ...], at: int) -> str:
    """A cell, without the blanks around it; empty where the row has ended."""
    return cells[at].strip() if at < len(cells) else ""
