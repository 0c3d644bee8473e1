"""Where a formula that is too wide may go on in another line."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.mathematics.nodes import Formula, Node, Row, Sign
from quizmill.bank.mathematics.signs import SignKind, sign

_RELATIONS = (SignKind.RELATION, SignKind.ARROW)
_OPERATIONS = (*_RELATIONS, SignKind.BINARY)


def cuts(formula: Formula) -> Iterator[tuple[Formula, ...]]:
    """The formula whole, cut before its relations, and cut before its operations too."""
    yield (formula,)
    for kinds in (_RELATIONS, _OPERATIONS):
        yield tuple(Formula(row) for row in _cut(formula.row, kinds))


def _cut(row: Row, kinds: tuple[SignKind, ...]) -> Iterator[Row]:
    """Its parts; a sign at the beginning, or after another, is before one operand and stays with it."""
    start = 0
    for place, node in enumerate(row):
        if place > start and _is(node, kinds) and not _is(row[place - 1], _OPERATIONS):
            yield row[start:place]
            start = place
    yield row[start:]


def _is(node: Node, kinds: tuple[SignKind, ...]) -> bool:
    return isinstance(node, Sign) and sign(node.name).kind in kinds
