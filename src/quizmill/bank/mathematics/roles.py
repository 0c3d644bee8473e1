"""What a thing does in its row, which says how far it stands from its neighbours."""

from __future__ import annotations

import msgspec

from quizmill.bank.mathematics.commands import LABELLED, SIDES, SIZES
from quizmill.bank.mathematics.nodes import Accented, Fenced, Named, Node, Row, Scripts, Sign, Sized, Space
from quizmill.bank.mathematics.signs import SignKind, sign

_BETWEEN = {SignKind.BINARY, SignKind.PRODUCT, SignKind.RELATION, SignKind.ARROW, SignKind.PUNCTUATION}
_BEFORE_OPERANDS = _BETWEEN | {SignKind.OPENING, SignKind.SUM, SignKind.INTEGRAL}
_FUNCTIONS = {SignKind.FUNCTION, SignKind.LIMIT}
_BEHIND = _BETWEEN | {SignKind.CLOSING, SignKind.POSTFIX}
_SIDES = {"l": SignKind.OPENING, "r": SignKind.CLOSING, "m": SignKind.RELATION}
_WITH_LIMITS = {SignKind.SUM, SignKind.LIMIT}


def core(node: Node) -> Node:
    """What has the scripts."""
    return core(node.base) if isinstance(node, Scripts) else node


def kind_of(node: Node | None) -> SignKind | None:
    """The kind of the sign that a thing is, with its scripts; None when it is no sign."""
    if node is None:
        return None
    match core(node):
        case Sign(name):
            return sign(name).kind
        case Named():
            return SignKind.FUNCTION
        case Sized(command, delimiter):
            side = SIZES[command].side if command in SIZES else "m"
            return _SIDES.get(side) or sign(delimiter).kind
        case _:
            return None


def with_sides(row: Row) -> Row:
    """The row with each bar as what it is here: one that opens, or one that closes."""
    settled: list[Node] = []
    opened = 0
    for node in row:
        closes = bool(opened and settled and is_operand(settled[-1]))
        if kind_of(node) is SignKind.FENCE:
            opened += -1 if closes else 1
            settled.append(_on_side(node, closes=closes))
        else:
            settled.append(node)
    return tuple(settled)


def _on_side(node: Node, *, closes: bool) -> Node:
    match node:
        case Scripts(base):
            return msgspec.structs.replace(node, base=_on_side(base, closes=closes))
        case Sign(name):
            return Sign(SIDES[name][closes])
        case Sized(command, delimiter):
            return Sized(f"{command}{'r' if closes else 'l'}", delimiter)
        case _:
            return node


def is_function(node: Node | None) -> bool:
    """Whether what follows is what it is taken of."""
    return kind_of(node) in _FUNCTIONS


def is_operation(node: Node) -> bool:
    """Whether it stands between two operands, or as `−` and `±` before one."""
    return kind_of(node) is SignKind.BINARY


def is_operand(node: Node | None) -> bool:
    """Whether an operation after it has it on its left."""
    if node is None or isinstance(node, Space):
        return False
    kind = kind_of(node)
    return kind not in _BEFORE_OPERANDS and kind not in _FUNCTIONS


def can_be_taken(node: Node) -> bool:
    """Whether a function before it is taken of it."""
    return not isinstance(node, Space) and kind_of(node) not in _BEHIND


def opens(node: Node) -> bool:
    """Whether it is in brackets, or begins them."""
    return isinstance(node, Fenced) or kind_of(node) is SignKind.OPENING


def has_limits(node: Scripts) -> bool:
    r"""Whether its scripts stand over and under it, where there is room."""
    if node.placement:
        return node.placement == r"\limits"
    match core(node):
        case Sign(name):
            return sign(name).kind in _WITH_LIMITS
        case Named(_, limits):
            return limits
        case Accented(command, _):
            return command in LABELLED
        case _:
            return False


def can_have_limits(node: Node) -> bool:
    """Whether an author may say where its limits stand."""
    match node:
        case Sign(name):
            return sign(name).kind in _FUNCTIONS | {SignKind.SUM, SignKind.INTEGRAL}
        case _:
            return isinstance(node, Named)
