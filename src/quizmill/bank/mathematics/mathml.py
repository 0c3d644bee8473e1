"""Draws a formula as MathML Core, for pages: every text is escaped, and screen readers have a text for it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from quizmill.bank.mathematics import commands
from quizmill.bank.mathematics.alphabets import in_alphabet
from quizmill.bank.mathematics.commands import Where
from quizmill.bank.mathematics.linear import linear
from quizmill.bank.mathematics.mathml_parts import (
    accented,
    fence,
    fraction,
    function,
    grid,
    identifier,
    limit,
    root,
    set_large,
    sign_element,
    sized,
    words,
)
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
from quizmill.bank.mathematics.roles import (
    can_be_taken,
    has_limits,
    is_function,
    is_operand,
    is_operation,
    opens,
    with_sides,
)
from quizmill.bank.mathematics.signs import SignKind, sign

_NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_THIN = '<mspace width="0.1667em"/>'
_APPLIED = "<mo>&#8289;</mo>"  # no sign, but screen readers say "of"
_LETTERS = (SignKind.LETTER, SignKind.CAPITAL)


def mathml(formula: Formula, *, display: bool) -> str:
    """The formula as a `math` element, on a line of its own (*display*) or within one."""
    how = "block" if display else "inline"
    alternative = escape(linear(formula))
    return (
        f'<math xmlns="{_NAMESPACE}" display="{how}" alttext="{alternative}">{_one(formula.row, "")}</math>'
    )


def _one(row: Row, style: str) -> str:
    """The row as one element."""
    drawn = list(_elements(row, style))
    return drawn[0] if len(drawn) == 1 else _mrow(*drawn)


def _mrow(*drawn: str) -> str:
    return f"<mrow>{''.join(drawn)}</mrow>"


def _elements(row: Row, style: str) -> Iterator[str]:
    """The elements of a row: letters beside each other that have a style are a word."""
    before: Node | None = None
    for is_word, nodes in groupby(with_sides(row), key=lambda node: bool(style and _letter(node))):
        if is_word:
            letters = list(nodes)
            yield from _space_between(before, letters[0])
            yield identifier("".join(map(_letter, letters)), style)
            before = letters[-1]
            continue
        for node in nodes:
            yield from _space_between(before, node)
            if isinstance(node, Sign):
                yield sign_element(node.name, style, unary=is_operation(node) and not is_operand(before))
            else:
                yield _node(node, style)
            before = node


def _letter(node: Node) -> str:
    match node:
        case Letter(char):
            return char
        case Sign(name) if sign(name).kind in _LETTERS:
            return sign(name).char
        case _:
            return ""


def _space_between(before: Node | None, node: Node) -> Iterator[str]:
    """What LaTeX has around functions, and a browser has not."""
    if is_function(before) and can_be_taken(node):
        yield _APPLIED
        if not opens(node):
            yield _THIN
    elif is_function(node) and is_operand(before):
        yield _THIN


def _node(node: Node, style: str) -> str:
    return _leaf(node, style) if isinstance(node, Leaf) else _branch(node, style)


def _leaf(node: Leaf, style: str) -> str:
    match node:
        case Letter(char):
            return identifier(char, style)
        case Number(digits):
            return f"<mn>{in_alphabet(digits, commands.STYLES.get(style, ''))}</mn>"
        case Sign(name):
            return sign_element(name, style)
        case Named(name, limits):
            return limit(name) if limits else function(name)
        case Words(text, command):
            return words(text, command)
        case Space(command):
            return f'<mspace width="{commands.SPACES[command][0]}em"/>'
        case Sized(command, delimiter):
            return sized(command, delimiter)


def _branch(node: Branch, style: str) -> str:
    match node:
        case Group(body, own):
            return _group(body, own, style)
        case Fraction(command, top, bottom):
            return fraction(command, _one(top, style), _one(bottom, style))
        case Root(body, degree):
            return root(_one(body, style), None if degree is None else _one(degree, style))
        case Scripts():
            return _scripts(node, style)
        case Accented(command, body):
            return accented(command, _one(body, style))
        case Fenced(left, body, right):
            return _mrow(fence(left, "prefix"), *_elements(body, style), fence(right, "postfix"))
        case Stacked() | LabelledArrow():
            return _stacked(node, style)
        case Grid(environment, lines):
            return grid(environment, [[_one(cell, style) for cell in line] for line in lines])


def _group(body: Row, own: str, style: str) -> str:
    if own in commands.SWITCHES:
        return set_large(_one(body, style), commands.SWITCHES[own])
    return _one(body, own or style)


def _scripts(node: Scripts, style: str) -> str:
    below = None if node.below is None else _one(node.below, style)
    above = None if node.above is None and not node.primes else _above(node, style)
    around = has_limits(node)
    base = _node(node.base, style)
    if isinstance(node.base, Sign) and node.placement == r"\limits":
        base = sign_element(node.base.name, style, movable=False)
    sub, sup = ("under", "over") if around else ("sub", "sup")
    if above is None:
        return f"<m{sub}>{base}{below}</m{sub}>" if below is not None else base
    if below is None:
        return f"<m{sup}>{base}{above}</m{sup}>"
    return f"<m{sub}{sup}>{base}{below}{above}</m{sub}{sup}>"


def _above(node: Scripts, style: str) -> str:
    drawn = ["<mo>′</mo>"] * node.primes + list(_elements(node.above or (), style))
    return drawn[0] if len(drawn) == 1 else _mrow(*drawn)


def _stacked(node: Stacked | LabelledArrow, style: str) -> str:
    if isinstance(node, Stacked):
        over = commands.STACKS[node.command] is Where.OVER
        small, base = _one(node.small, style), _one(node.base, style)
        return f"<mover>{base}{small}</mover>" if over else f"<munder>{base}{small}</munder>"
    arrow = f'<mo stretchy="true">{commands.ARROWS[node.command].char}</mo>'
    above = _padded(_one(node.above, style))
    if node.below is None:
        return f"<mover>{arrow}{above}</mover>"
    return f"<munderover>{arrow}{_padded(_one(node.below, style))}{above}</munderover>"


def _padded(label: str) -> str:
    """So that an arrow is longer than what is written on it."""
    space = '<mspace width="0.4em"/>'
    return _mrow(space, label, space)
