"""Writes a formula as the LaTeX that MathJax reads: from the tree, never from what the author wrote.

Reading it gives the same tree. Nowhere in it stand `{{`, `}}` or `::`, which mean something to Anki, nor an
HTML tag's beginning, nor what ends mathematics.
"""

from __future__ import annotations

from quizmill.bank.mathematics.commands import SWITCHES
from quizmill.bank.mathematics.nodes import (
    Accented,
    Branch,
    Fenced,
    Formula,
    Fraction,
    Grid,
    Group,
    LabelledArrow,
    Leaf,
    Letter,
    Named,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Sized,
    Space,
    Stacked,
    Words,
)
from quizmill.pattern import pattern

_PAIR = pattern(":(?=:)")
_COMMAND = pattern(r"\\[A-Za-z]+\Z")
_LONGEST_COMMAND = 30
_APART = {"{{", "}}", "::"}  # what must not meet
_THIN = "\\,"
_NUMERIC = "0123456789."


def latex(formula: Formula) -> str:
    """The formula for MathJax, without what marks it as mathematics."""
    return _row(formula.row)


def _row(row: Row) -> str:
    return _joined(*map(_node, row))


def _joined(*parts: str) -> str:
    text = ""
    for part in parts:
        text += f" {part}" if text and part and _must_part(text, part) else part
    return text


def _must_part(text: str, part: str) -> bool:
    last, first = text[-1], part[0]
    if last in _NUMERIC:
        return first in _NUMERIC or part.startswith("{,}")
    if last + first in _APART or (last == "<" and (first.isalpha() or first in "/!?")):  # no tag begins
        return True
    return first.isalpha() and bool(_COMMAND.search(text[-_LONGEST_COMMAND:]))


def _braced(row: Row) -> str:
    return _joined("{", _row(row), "}")


def _bracketed(row: Row | None) -> str:
    """What is optional; braces keep a bracket in it from ending it, and braces of its own in it."""
    if row is None:
        return ""
    text = _row(row)
    match row:
        case (Group(_, ""),):
            return f"[{_braced(row)}]"
        case _:
            return f"[{_braced(row)}]" if "]" in text else f"[{text}]"


def _node(node: Node) -> str:
    return _leaf(node) if isinstance(node, Leaf) else _branch(node)


def _leaf(node: Leaf) -> str:
    match node:
        case Letter(char):
            return char
        case Number(digits):
            return digits.replace(",", "{,}")
        case Sign(name):
            return name
        case Named(name, limits):
            return rf"\operatorname{'*' if limits else ''}{{{name.replace(' ', _THIN)}}}"
        case Words(text, command):
            return _PAIR.sub(lambda _: f":}}{command}{{", f"{command}{{{text}}}")
        case Space(command):
            return command
        case Sized(command, delimiter):
            return _joined(command, delimiter or ".")


def _branch(node: Branch) -> str:
    match node:
        case Group(body, style):
            return _styled(body, style)
        case Fraction(command, top, bottom):
            return _joined(command, _braced(top), _braced(bottom))
        case Root(body, degree):
            return _joined(r"\sqrt", _bracketed(degree), _braced(body))
        case Scripts():
            return _scripts(node)
        case Accented(command, body):
            return _joined(command, _braced(body))
        case Fenced(left, body, right):
            return _joined(r"\left", left or ".", _row(body), r"\right", right or ".")
        case Stacked(command, small, base):
            return _joined(command, _braced(small), _braced(base))
        case LabelledArrow(command, above, below):
            return _joined(command, _bracketed(below), _braced(above))
        case Grid(environment, lines):
            cells = r" \\ ".join(" & ".join(map(_row, line)) for line in lines)
            return rf"\begin{{{environment}}} {cells} \end{{{environment}}}"


def _styled(body: Row, style: str) -> str:
    return _joined("{", style, _row(body), "}") if style in SWITCHES else _joined(style, _braced(body))


def _scripts(node: Scripts) -> str:
    base = _node(node.base)
    parts = [f"{{{base}}}" if isinstance(node.base, Words) and "::" in base else base, node.placement]
    if node.below is not None:
        parts += ["_", _braced(node.below)]
    parts.append("'" * node.primes)
    if node.above is not None:
        parts += ["^", _braced(node.above)]
    return _joined(*parts)
