"""Findings that were written down earlier: those that are found again need not be told again.

One is known by its rule, its record and its message, not by its line. Figures of the message count only
where they are quoted: others, with their signs, are measures, which edits elsewhere or more answers change.
An error in a file, which may keep any of its questions from being read, is always told: it says nothing of
which it is.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from quizmill.check.report import encodable
from quizmill.errors import Diagnostic, Severity

_QUOTED_OR_FIGURE = re.compile(r'"[^"]*"|(?P<figure>-?\d[\d.,]*(?:e-?\d+)?)')


class Written(msgspec.Struct, frozen=True):
    """A finding as a report in JSON has it, as far as it is known by that."""

    rule: str
    record: str
    message: str

    @property
    def alike(self) -> Written:
        """What others are compared by."""
        message = _QUOTED_OR_FIGURE.sub(lambda found: "0" if found["figure"] else found[0], self.message)
        return Written(self.rule, self.record, message)


class Compared(NamedTuple):
    """What is found now beside what was written down: in none is anything twice."""

    new: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    gone: tuple[Written, ...]


def read_report(data: bytes) -> tuple[Written, ...]:
    """The findings in a report that `as_json` made; raises ValueError when *data* is none."""
    try:
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # as PowerShell writes
        return msgspec.json.decode(data.decode("utf-16" if wide else "utf-8-sig"), type=tuple[Written, ...])
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _is_of_a_file(found: Diagnostic) -> bool:
    """Whether it is an error in a file, nobody knows in which record."""
    return found.severity is Severity.ERROR and found.record.startswith("file ")


def compare(found: Iterable[Diagnostic], written: Iterable[Written]) -> Compared:
    """Which of the findings were written down, each once for each time it was."""
    written = tuple(written)
    left = Counter(each.alike for each in written)
    new, known = list[Diagnostic](), list[Diagnostic]()
    for each in found:
        alike = Written(each.rule, encodable(each.record), encodable(each.message)).alike
        is_known = left[alike] > 0 and not _is_of_a_file(each)
        (known if is_known else new).append(each)
        left[alike] -= 1
    gone = list[Written]()
    for before in reversed(written):  # what was written twice and is found once: the first is that one
        if left[before.alike] > 0:
            gone.append(before)
            left[before.alike] -= 1
    return Compared(tuple(new), tuple(known), tuple(reversed(gone)))
