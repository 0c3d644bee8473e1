"""Reads the subset of LaTeX into a tree."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NoReturn

from quizmill.bank.mathematics import commands
from quizmill.bank.mathematics.arguments import CELLS, CLOSERS, SCRIPTS, Arguments
from quizmill.bank.mathematics.cursor import GAP, Misread, Stop, is_letter, letter_at, unreadable
from quizmill.bank.mathematics.grid import read_grid
from quizmill.bank.mathematics.nodes import (
    Accented,
    Fenced,
    Formula,
    Fraction,
    Group,
    LabelledArrow,
    Letter,
    Named,
    Node,
    Number,
    Root,
    Row,
    Sign,
    Sized,
    Space,
    Stacked,
    Words,
    grouped,
)
from quizmill.bank.mathematics.refused import instead_of
from quizmill.bank.mathematics.scripts import base_of_scripts, read_scripts
from quizmill.bank.mathematics.signs import crossed_out, sign_named, spellings
from quizmill.bank.mathematics.words import add_words, read_words


def read(source: str) -> Formula | Misread:
    """The formula that the whole *source* is, or why it is none."""
    if fault := unreadable(source):
        return fault
    try:
        return Formula(_Reader(source).row())
    except Stop as stop:
        return stop.fault


class _Reader(Arguments):
    def row(self, *ends: str) -> Row:
        row: list[Node] = []
        while True:
            spaced = self.skip()
            ahead, start = self.peek(), self.at
            if not ahead or ahead in ends:
                return tuple(row)
            if ahead in SCRIPTS:
                row.append(read_scripts(self, base_of_scripts(row, spaced=spaced)))
            elif ahead in commands.SWITCHES:
                self.take(ahead)
                with self.within(ahead, start):
                    row.append(Group(self.row(*ends), ahead))
            elif isinstance(node := self.atom(), Words):
                add_words(row, node)
            else:
                row.append(node)

    def atom(self) -> Node:
        ahead, start = self.peek(), self.at
        if ahead == "{":
            return grouped(self.enclosed("{", "}"))
        if digits := self.number():
            return Number(digits)
        if method := _methods().get(ahead):
            self.take(ahead)
            return method(self, ahead, start)
        if name := sign_named(ahead):
            self.take(ahead)
            return Sign(name)
        if ahead in CLOSERS or ahead in CELLS:
            _fail_at(self, ahead)
        if ahead.startswith("\\") or (ahead.isascii() and not ahead.isalpha()):
            _fail_at_unknown(self, ahead)
        return self._foreign()

    def _foreign(self) -> Node:
        """A character beyond ASCII that is no sign: a letter, or else text."""
        start = self.at
        char, self.at = letter_at(self.text, start)
        if len(char) > 1 or unicodedata.category(char)[0] not in "LNPS":
            self.fail(
                f'"{char}" is no single letter', r"write an accent as \vec{v}, \hat{p} or \bar{x}", start
            )
        return Letter(char) if is_letter(char) else Words(char)


def _fail_at(source: Arguments, ahead: str) -> NoReturn:
    r"""A closer that closes nothing, or `&` and `\\` where there are no cells."""
    if ahead in CELLS and r"\begin" not in [opening for opening, _ in source.opened]:
        mended = r"\&" if ahead == "&" else r"\begin{aligned} … \end{aligned} around the lines"
        source.fail(f'"{ahead}" stands outside of cells and lines', f"write {mended}")
    open_here = [(opening, start) for opening, start in source.opened if opening in CLOSERS.values()]
    if not open_here:
        source.fail(f'"{ahead}" closes nothing', f'write "{CLOSERS[ahead]}" before it, or leave it out')
    opening, start = open_here[-1]
    source.fail(f'"{opening}" is not closed before "{ahead}"', f'close it, or leave "{ahead}" out', start)


def _fail_at_unknown(source: Arguments, ahead: str) -> NoReturn:
    if ahead in ("", "\\"):
        source.fail("the formula ends too soon", "write what is missing, or leave the last command out")
    kind = "command" if ahead.startswith("\\") else "sign"
    source.fail(f'"{ahead}" is no {kind} that quizmill knows', instead_of(ahead, list(known_commands())))


def _fraction(source: Arguments, command: str, start: int) -> Node:
    top = source.argument(command, start, whole=False)
    return Fraction(command, top, source.argument(command, start))


def _root(source: Arguments, command: str, start: int) -> Node:
    degree = source.optional()
    return Root(source.argument(command, start), degree)


def _accent(source: Arguments, command: str, start: int) -> Node:
    return Accented(command, source.argument(command, start))


def _style(source: Arguments, command: str, start: int) -> Node:
    return Group(source.argument(command, start), command)


def _stack(source: Arguments, command: str, start: int) -> Node:
    small = source.argument(command, start)
    return Stacked(command, small, source.argument(command, start))


def _arrow(source: Arguments, command: str, start: int) -> Node:
    below = source.optional()
    return LabelledArrow(command, source.argument(command, start), below)


def _fenced(source: Arguments, command: str, start: int) -> Node:
    left = source.delimiter(command, start)
    with source.within(command, start):
        body = source.row(r"\right")
        source.close(r"\right", command, start)
    return Fenced(left, body, source.delimiter(r"\right", source.at))


def _sized(source: Arguments, command: str, start: int) -> Node:
    if command == commands.MIDDLE and [opening for opening, _ in source.opened][-1:] != [r"\left"]:
        source.fail(rf'"{command}" stands outside of \left and \right', r"write \mid", start)
    return Sized(command, source.delimiter(command, start))


def _words(source: Arguments, command: str, start: int) -> Node:
    return read_words(source, commands.OTHER_WORDS.get(command, command), start)


def _space(source: Arguments, command: str, start: int) -> Node:
    return Space(commands.OTHER_SPACES.get(command, command))


def _function(source: Arguments, command: str, start: int) -> Node:
    if command != r"\operatorname":
        return Named(command[1:])
    limits = source.text.startswith("*", source.at)
    name = source.function_name()
    if not name:
        source.fail(f'"{command}" is followed by no name', r"write \operatorname{sgn}", start)
    return Named(name, limits)


def _gap(source: Arguments, command: str, start: int) -> Node:
    return Group((Sign(r"\_"),) * len(command))


def _grid(source: Arguments, command: str, start: int) -> Node:
    return read_grid(source, start)


def _crossed_out(source: Arguments, command: str, start: int) -> Node:
    ahead = source.peek()
    if not ahead:
        source.fail(f'"{command}" lacks what it is about', r"write \not\subset", start)
    name = sign_named(ahead)
    crossed = name and crossed_out(name)
    if not crossed:
        help = r"write it in words, or as \neg (…)"
        source.fail(f'"{ahead}" has no form with a stroke through it', help, start)
    source.take(ahead)
    return Sign(crossed)


_Method = Callable[[Arguments, str, int], Node]


@cache
def _methods() -> dict[str, _Method]:
    """Who reads what a command takes: it is given the command, which was taken, and where that began."""
    return {
        **dict.fromkeys(commands.FRACTIONS, _fraction),
        r"\sqrt": _root,
        **dict.fromkeys(commands.ACCENTS, _accent),
        **dict.fromkeys(commands.STYLES, _style),
        **dict.fromkeys(commands.STACKS, _stack),
        **dict.fromkeys(commands.ARROWS, _arrow),
        r"\left": _fenced,
        **dict.fromkeys((*commands.SIZES, commands.MIDDLE), _sized),
        **dict.fromkeys((*commands.WORDS, *commands.OTHER_WORDS), _words),
        **dict.fromkeys((*commands.SPACES, *commands.OTHER_SPACES), _space),
        **dict.fromkeys((r"\operatorname", *(f"\\{name}" for name in commands.NAMED)), _function),
        r"\begin": _grid,
        GAP: _gap,
        r"\not": _crossed_out,
    }


@cache
def known_commands() -> tuple[str, ...]:
    """All that can be written with a backslash and letters."""
    written = (*_methods(), *commands.SWITCHES, *spellings(), r"\right", r"\end", r"\limits", r"\nolimits")
    return tuple(each for each in written if each[1:].isalpha())
