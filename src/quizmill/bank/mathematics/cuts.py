"""Where a formula that is too wide may go on in another line."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.mathematics.nodes import Formula, Group, Node, Row, Scripts, Sign
from quizmill.bank.mathematics.signs import SignKind, sign

_RELATIONS = (SignKind.RELATION, SignKind.ARROW)
_OPERATIONS = (*_RELATIONS, SignKind.BINARY)
_JOINS = (*_OPERATIONS, SignKind.PRODUCT, SignKind.OPENING)  # a sign after one of these is of what follows


def cuts(formula: Formula) -> Iterator[tuple[Formula, ...]]:
    """The formula whole, cut before its relations, and cut before its operations too; not in brackets."""
    yield (formula,)
    for kinds in (_RELATIONS, _OPERATIONS):
        first, *others = _cut(formula.row, kinds)
        yield Formula(first), *(Formula(_spaced(row)) for row in others)


def _cut(row: Row, kinds: tuple[SignKind, ...]) -> Iterator[Row]:
    start = depth = 0
    for place, node in enumerate(row):
        bracket = node.base if isinstance(node, Scripts) else node
        depth += _is(bracket, (SignKind.OPENING,)) - _is(bracket, (SignKind.CLOSING,))
        if place > start and depth <= 0 and _is(node, kinds) and not _is(row[place - 1], _JOINS):
            yield row[start:place]
            start = place
    yield row[start:]


def _spaced(row: Row) -> Row:
    """The part; an operation at its beginning is still between two operands, one of which is not here."""
    return (Group(()), *row) if _is(row[0], (SignKind.BINARY,)) else row


def _is(node: Node, kinds: tuple[SignKind, ...]) -> bool:
    return isinstance(node, Sign) and sign(node.name).kind in kinds
