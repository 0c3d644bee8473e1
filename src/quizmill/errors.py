"""What can go wrong, as values and as exceptions.

An author's mistake is a :class:`Diagnostic`: it is collected, never raised one by one. A world that
will not do (a missing folder, a full disk) is an exception. Only the command line turns either into text.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

import msgspec

from quizmill.pattern import pattern

_CONTROL = pattern(r"[\x00-\x1f\x7f-\x9f]")
_COMMAND = pattern(r"^[^\S\n]*:(?=:)|(?<=#)#(?=\[)", re.MULTILINE)


_LONG = 300  # characters
_QUOTATION = pattern(r'"([^"]{80})[^"]{20,}"')


def shown(path: str) -> str:
    """A path on one line, whatever its name holds: nothing of it can pass for a line of ours."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", path)


def inert(text: str) -> str:
    """The text without a line that GitHub would obey as a command of the job whose log it stands in.

    Its runner reads `::error::…` where a line begins so, and the older `##[error]…` anywhere.
    """
    return _COMMAND.sub(lambda found: f"{found[0][:-1]}\\x{ord(found[0][-1]):02x}", text)


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Location(msgspec.Struct, frozen=True, order=True):
    """A place in a text file: line and column count from 1, columns in characters, as editors do."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{shown(self.file)}:{self.line}:{self.column}"


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong or weak: where, how bad, what, and what to do about it."""

    location: Location
    severity: Severity
    rule: str
    message: str
    help: str = ""
    question: str | None = None
    within: str = ""  # the record, when it is no question

    @property
    def record(self) -> str:
        """What it is in, however lines move.

        It is `question tea-plant`, `fact tea-book/leaf`, `source tea-book`, or `file tea.yaml` for what is in
        none of these.
        """
        return self.within if self.question is None else f"question {self.question}"

    def __str__(self) -> str:
        text = f"{self.location}: {self.severity.value}[{self.rule}] {self.message}"
        return f"{text}\n  help: {self.help}" if self.help else text


def clipped(message: str) -> str:
    """A message in which no quotation is longer than anybody reads."""
    if len(message) <= _LONG:
        return message
    shorter = _QUOTATION.sub(r'"\1…"', message)
    return shorter if len(shorter) <= 2 * _LONG else f"{shorter[: 2 * _LONG]}…"


class QuizmillError(Exception):
    """Something a user can mend; its text says what and how."""


class BankUnreadable(QuizmillError):
    """A bank, or a file of it, that cannot be read at all."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{shown(path)}: {reason}")
        self.path = path
        self.reason = reason


class BankInvalid(QuizmillError):
    """A bank with errors, where only a sound one will do."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        count = sum(d.severity is Severity.ERROR for d in diagnostics)
        super().__init__(f"the bank has {count} error{'s' if count != 1 else ''}")
        self.diagnostics = diagnostics


class BadRequest(QuizmillError):
    """A selection or option that cannot be met; names the argument and the nearest that can."""


class Refusal(NamedTuple):
    """Why something cannot be exported."""

    about: str  # the id of a question, or in words anything else; empty where the reason tells
    reason: str

    def __str__(self) -> str:
        return f"{self.about}: {self.reason}" if self.about else self.reason


class ExportRefused(QuizmillError):
    """A format cannot express what it was given; every refusal is listed, nothing is written."""

    def __init__(self, refusals: tuple[Refusal | str, ...], advice: str = "") -> None:
        self.refusals = tuple(Refusal("", each) if isinstance(each, str) else each for each in refusals)
        self.reasons = tuple(map(str, self.refusals))
        super().__init__("\n".join((*self.reasons, advice) if advice else self.reasons))


class FileUnusable(QuizmillError):
    """A file that is not what it must be, or that cannot be read or written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{shown(path)}: {reason}")
        self.path = path
        self.reason = reason
