"""What commands take from the source: braces, brackets, one thing, a delimiter."""

from __future__ import annotations

from abc import ABC, abstractmethod

from quizmill.bank.mathematics import commands
from quizmill.bank.mathematics.cursor import Cursor
from quizmill.bank.mathematics.nodes import Group, Node, Number, Row
from quizmill.bank.mathematics.signs import SignKind, sign, sign_named
from quizmill.bank.mathematics.unicode_scripts import MEANT_ABOVE, MEANT_BELOW

BREAK = "\\\\"
CLOSERS = {"}": "{", r"\right": r"\left", r"\end": r"\begin"}
CELLS = ("&", BREAK)
PRIMES = {"'": 1, "’": 1, "′": 1, "″": 2, "‴": 3}
DEGREES = ("°", r"\degree")
PLACEMENTS = (r"\limits", r"\nolimits")
SCRIPTS = {"^", "_", *PRIMES, *DEGREES, *PLACEMENTS, *MEANT_ABOVE, *MEANT_BELOW}
_DELIMITERS = (SignKind.OPENING, SignKind.CLOSING, SignKind.FENCE)


class Arguments(Cursor, ABC):
    """A source from which rows and things are read."""

    @abstractmethod
    def row(self, *ends: str) -> Row:
        """All that stands before one of *ends*, which is left, or before the end of the text."""

    @abstractmethod
    def atom(self) -> Node:
        """One thing, without its scripts."""

    def argument(self, command: str, start: int, *, whole: bool = True) -> Row:
        """What *command* is about: braces, or one thing; a digit of a *whole* number is none."""
        ahead = self.peek()
        if ahead == "{":
            return self.enclosed("{", "}")
        if not ahead or ahead in CLOSERS or ahead in SCRIPTS or ahead in CELLS:
            self.fail(f'"{command}" lacks what it is about', rf"write {command}{{…}}", start)
        if ahead in "0123456789":
            return self._digit(command, start, whole=whole)
        with self.within(command, start):
            return (self.atom(),)

    def _digit(self, command: str, start: int, *, whole: bool) -> Row:
        """One digit; LaTeX would part it from the others of its number in silence."""
        at = self.at
        digits = self.number()
        if whole and len(digits) > 1:
            self.fail(f'"{command}" takes the {digits[0]} of "{digits}" alone', f"write {{{digits}}}", at)
        self.at = at + 1
        return (Number(digits[0]),)

    def optional(self) -> Row | None:
        """What stands in brackets, if they come next; braces that shield a bracket are no part of it."""
        if self.peek() != "[":
            return None
        match self.enclosed("[", "]"):
            case (Group(body, ""),):
                return body
            case row:
                return row

    def enclosed(self, opening: str, closer: str) -> Row:
        """What stands between the *opening* that comes next and its *closer*."""
        start = self.at
        self.take(opening)
        with self.within(opening, start):
            row = self.row(closer)
            self.close(closer, opening, start)
        return row

    def close(self, closer: str, opening: str, start: int) -> None:
        """Take the *closer* that must come next."""
        if self.peek() != closer:
            self.fail(f'"{opening}" is never closed', f'write its "{closer}"', start)
        self.take(closer)

    def delimiter(self, command: str, start: int) -> str:
        """The bracket or bar that comes next; "" for the full stop that means none."""
        ahead = self.peek()
        name = "" if ahead == "." else commands.OTHER_DELIMITERS.get(ahead) or sign_named(ahead) or ahead
        if name and sign(name).kind not in _DELIMITERS and name not in commands.BARE_DELIMITERS:
            help = f'write "{command}(", or "{command}." for none'
            self.fail(f'"{command}" is followed by no bracket', help, start)
        self.take(ahead)
        return name
