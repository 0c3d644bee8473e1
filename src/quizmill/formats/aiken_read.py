"""Aiken read as people write it: more leniently than Moodle does, and nothing left out without a word."""

from __future__ import annotations

import re

import msgspec

from quizmill.errors import FileUnusable
from quizmill.formats import guard
from quizmill.formats.format import Found
from quizmill.formats.games import chosen
from quizmill.formats.report import Report

OPTION = re.compile(r"(?P<letter>[A-Za-z])(?:\)|\.(?=\s|$))\s*(?P<text>.*)")
ANSWER = re.compile(r"(?:correct )?answer\s*:\s*\(?(?P<letter>[a-z])[.)]*(?:\s.*)?", re.IGNORECASE)
_WHY = re.compile(r"(?:general )?(?:feedback|explanation|rationale)\s*:\s*.*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:question\s+)?(?P<number>\d{1,4})\s*[.):]\s+", re.IGNORECASE)


class _Asked(msgspec.Struct):
    """The lines of one question."""

    line: int
    prompt: list[str]
    letters: list[str] = []
    options: list[str] = []
    key: str = ""
    why: list[str] = []

    @property
    def right(self) -> tuple[int, ...]:
        """Where from 1 the right option stands: at its letter, which need not be its place."""
        return tuple(at for at, letter in enumerate(self.letters, start=1) if letter == self.key)[:1]


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a text in Aiken. Raises FileUnusable where no line has an option."""
    found = _Reading(report).of(guard.text(data, name))
    if not any(each.options for each in found):
        raise FileUnusable(name, "no line has an option, such as `A) leaf` below a question")
    _take_numbers_off(found)
    items = []
    for each in found:
        prompt = "\n".join(each.prompt)
        if each.options:
            why = "\n".join(each.why)
            items.append(chosen(f"line {each.line}", prompt, each.options, each.right, why))
        else:
            report.lost(f"line {each.line}", "question", "it has no options", prompt)
    return Found(items=tuple(items))


class _Reading:
    """Line by line; a question ends with its key, or where a blank line follows its options."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._found: list[_Asked] = []
        self._after_blank = False

    def of(self, text: str) -> list[_Asked]:
        """The questions of a text."""
        for number, line in enumerate(text.split("\n"), start=1):
            if bare := line.strip():
                self._take(number, bare)
            self._after_blank = not bare
        return self._found

    def _take(self, number: int, line: str) -> None:
        asked = self._found[-1] if self._found else None
        if asked is None or (asked.key and not _WHY.fullmatch(line)):
            self._begin(number, line)
        elif asked.key:
            asked.why.append(line.partition(":")[2].strip())
        elif option := OPTION.fullmatch(line):
            asked.letters.append(option["letter"].upper())
            asked.options.append(option["text"])
        elif not asked.options:
            asked.prompt.append(line)
        elif key := ANSWER.fullmatch(line):
            asked.key = key["letter"].upper()
        elif self._after_blank:
            self._begin(number, line)
        else:
            asked.options[-1] += f"\n{line}"

    def _begin(self, number: int, line: str) -> None:
        if ANSWER.fullmatch(line):
            self._report.lost(f"line {number}", "question", "a key without a question above it", line)
        else:
            self._found.append(_Asked(number, [line]))


def _take_numbers_off(found: list[_Asked]) -> None:
    """Take the numbers from the questions where all of them have one that follows the one before."""
    numbers = [_NUMBER.match(each.prompt[0]) for each in found]
    run = [int(each["number"]) for each in numbers if each]
    if len(run) == len(found) > 1 and run == list(range(run[0], run[0] + len(run))):
        for each, number in zip(found, numbers, strict=True):
            each.prompt[0] = each.prompt[0][number.end() if number else 0 :]
