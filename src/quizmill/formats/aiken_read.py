"""Aiken read as people write it: more leniently than Moodle does, and nothing left out without a word."""

from __future__ import annotations

import re

import msgspec

from quizmill.bank import guard
from quizmill.errors import FileUnusable
from quizmill.formats.format import Found
from quizmill.formats.games import chosen
from quizmill.formats.report import Report
from quizmill.formats.text_key import Asked, Line, keyed

OPTION = re.compile(r"(?P<letter>[A-Za-z])(?:\)|\.(?=\s|$))\s*(?P<text>.*)")
ANSWER = re.compile(r"(?:correct )?answers?\s*:\s*\(?[a-z](?![^\W_]).*", re.IGNORECASE)
_KEY = re.compile(r"(?:correct )?answers?\s*:\s*(?P<told>\S.*)", re.IGNORECASE)  # below options
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

    def right(self, report: Report) -> list[int]:
        """Where from 1 the right options stand: at their letters, which need not be their places."""
        pairs = zip(self.options, self.letters, strict=True)
        lines = [Line(text, letter=letter) for text, letter in pairs]
        asked = Asked(f"line {self.line}", 0, "", choices=lines)
        if self.key and not keyed(asked, self.key):
            report.lost(asked.place, "answer", "the answer is none of the options", self.key)
        self.why[:0] = [asked.told] if asked.told else []
        return [at for at, line in enumerate(lines, start=1) if line.right]


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a text in Aiken. Raises FileUnusable where no line has an option."""
    found = _Reading(report).of(guard.text(data, name))
    if not any(each.options for each in found):
        raise FileUnusable(name, "no line has an option, such as `A) leaf` below a question")
    _take_numbers_off(found)
    items = []
    for each in found:
        prompt, place = "\n".join(each.prompt), f"line {each.line}"
        if not each.options:
            report.lost(place, "question", "it has no options", prompt)
        elif not prompt:
            rule = "its options have the letters of those before, and no question above them"
            report.lost(place, "question", rule, "\n".join(each.options))
        else:
            right = each.right(report)
            items.append(chosen(place, prompt, each.options, right, "\n".join(each.why)))
    return Found(items=tuple(items))


class _Reading:
    """Line by line; a question ends with its key, or below its options where another one shows.

    That is a blank line, the number of the next, or an option whose letter does not go on.
    """

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
            self._option(number, asked, option["letter"].upper(), option["text"])
        elif not asked.options:
            asked.prompt.append(line)
        elif key := _KEY.fullmatch(line):
            asked.key = key["told"]
        elif self._after_blank or (_NUMBER.match(line) and _NUMBER.match(asked.prompt[0])):
            self._begin(number, line)
        else:
            asked.options[-1] += f"\n{line}"

    def _option(self, number: int, asked: _Asked, letter: str, text: str) -> None:
        """An option of this question, or of another whose text stands below the options of this one."""
        if asked.letters and letter <= asked.letters[-1]:
            asked.options[-1], *prompt = asked.options[-1].split("\n")
            asked = _Asked(number - len(prompt), prompt)
            self._found.append(asked)
            rule = "the letters begin again: a question of its own begins below the last option"
            self._report.note(f"line {asked.line}", "question", rule, "\n".join(prompt))
        asked.letters.append(letter)
        asked.options.append(text)

    def _begin(self, number: int, line: str) -> None:
        if ANSWER.fullmatch(line):
            self._report.lost(f"line {number}", "question", "a key without a question above it", line)
        else:
            self._found.append(_Asked(number, [line]))


def _take_numbers_off(found: list[_Asked]) -> None:
    """Take the numbers from the questions where all of them have one that follows the one before."""
    numbers = [_NUMBER.match("".join(each.prompt[:1])) for each in found]
    run = [int(each["number"]) for each in numbers if each]
    if len(run) == len(found) > 1 and run == list(range(run[0], run[0] + len(run))):
        for each, number in zip(found, numbers, strict=True):
            each.prompt[0] = each.prompt[0][number.end() if number else 0 :]
