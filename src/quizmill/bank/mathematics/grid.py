"""Reads matrices, cases and aligned lines."""

from __future__ import annotations

from quizmill.bank.mathematics.arguments import BREAK, Arguments
from quizmill.bank.mathematics.commands import GRIDS
from quizmill.bank.mathematics.nodes import Grid, Node, Row
from quizmill.bank.mathematics.refused import environment_instead_of


def read_grid(source: Arguments, start: int) -> Node:
    r"""The grid whose `\begin`, at *start*, was taken."""
    name = source.environment()
    if not name:
        source.fail(r'"\begin" is followed by no name', r"write \begin{matrix} … \end{matrix}", start)
    if name not in GRIDS:
        help = environment_instead_of(name, list(GRIDS))
        source.fail(rf'"\begin{{{name}}}" is nothing that quizmill knows', help, start)
    with source.within(r"\begin", start):
        lines = _lines(source)
        if not source.peek():
            source.fail(rf'"\begin{{{name}}}" is never closed', rf'write its "\end{{{name}}}"', start)
        source.take(r"\end")
    ends_at, ending = source.at, source.environment()
    if ending != name:
        source.fail(rf'"\begin{{{name}}}" ends as "{ending}"', rf"write \end{{{name}}}", ends_at)
    return Grid(name, lines)


def _lines(source: Arguments) -> tuple[tuple[Row, ...], ...]:
    lines: list[tuple[Row, ...]] = []
    cells: list[Row] = []
    while True:
        cells.append(source.row("&", BREAK, r"\end"))
        match source.peek():
            case "&":
                source.take("&")
            case token if token == BREAK:
                source.take(BREAK)
                if source.text.startswith(("[", "*"), source.at):
                    source.fail(r'"\\" is followed by a length', r"leave it out, or write a space after \\")
                lines.append(tuple(cells))
                cells = []
            case _:
                last = () if lines and cells == [()] else (tuple(cells),)
                return (*lines, *last)
