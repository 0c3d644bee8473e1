"""Formulas to prove laws with: random trees, in the form that reading gives them."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st

from quizmill.bank.mathematics import Formula, commands
from quizmill.bank.mathematics.nodes import (
    Accented,
    Fenced,
    Fraction,
    Grid,
    Group,
    LabelledArrow,
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
    grouped,
)
from quizmill.bank.mathematics.roles import can_have_limits
from quizmill.bank.mathematics.signs import SignKind, signs
from quizmill.bank.mathematics.words import add_words

DELIMITERS = sorted(
    name
    for name, sign in signs().items()
    if sign.kind in (SignKind.OPENING, SignKind.CLOSING, SignKind.FENCE) or name in commands.BARE_DELIMITERS
)
_PRIME = Sign(r"\prime")


def _of(*choices: str) -> st.SearchStrategy[str]:
    return st.sampled_from(choices)


letters = st.sampled_from("abdxyzABNäж米א").map(Letter)
numbers = st.from_regex(r"\A(?:[0-9]{1,3}(?:[.,][0-9]{1,2}){0,2}|\.[0-9])\Z").map(Number)
words = st.builds(
    Words,
    st.text("ab c:ä米€½'-%<\"", min_size=1, max_size=6).filter(
        lambda text: "%" not in text and "  " not in text
    ),
    _of(*commands.WORDS),
)
delimiters = st.sampled_from(("", *DELIMITERS))
leaves = st.one_of(
    letters,
    numbers,
    st.sampled_from(list(signs())).map(Sign),
    st.builds(Named, _of("sgn", "Var", "arg max", "ggT"), st.booleans()),
    words,
    st.sampled_from(list(commands.SPACES)).map(Space),
    st.builds(Sized, st.sampled_from(list(commands.SIZES)), delimiters),
)


def _row(nodes: list[Node]) -> Row:
    """As they come to stand beside each other: words that follow words of their kind are one with them."""
    row: list[Node] = []
    for node in nodes:
        match row, node:
            case _, Words():
                add_words(row, node)
            case [*_, Words(command=one)], Scripts(Words(command=other) as base) if one == other:
                add_words(row, base)
                row.append(msgspec.structs.replace(node, base=row.pop()))
            case _:
                row.append(node)
    return tuple(row)


def rows(nodes: st.SearchStrategy[Node], most: int = 4) -> st.SearchStrategy[Row]:
    return st.lists(nodes, max_size=most).map(_row)


def _scripts(base: Node, below: Row | None, above: Row | None, primes: int, placement: str) -> Node:
    if above and set(above) == {_PRIME}:
        primes, above = primes + len(above), None
    placement = placement if can_have_limits(base) else ""
    if below is None and above is None and not primes and not placement:
        return base
    return Scripts(base, below, above, primes, placement)


def _branches(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    row, optional = rows(nodes), st.none() | rows(nodes, 2)
    bases = nodes.map(_as_base) | st.just(Group(()))
    lines = st.lists(st.lists(row, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
    degree = optional.map(_without_braces)
    return st.one_of(
        row.map(grouped),
        st.builds(Group, row, _of(*commands.STYLES, *commands.SWITCHES)),
        st.builds(Fraction, _of(*commands.FRACTIONS), row, row),
        st.builds(Root, row, degree),
        st.builds(
            _scripts, bases, optional, optional, st.integers(0, 4), _of("", "", r"\limits", r"\nolimits")
        ),
        st.builds(Accented, _of(*commands.ACCENTS), row),
        st.builds(Fenced, delimiters, _with_middle(row), delimiters),
        st.builds(Stacked, _of(*commands.STACKS), row, row),
        st.builds(LabelledArrow, _of(*commands.ARROWS), row, degree),
        st.builds(Grid, _of(*commands.GRIDS), lines.map(_without_empty_end)),
    )


def _as_base(node: Node) -> Node:
    return Group((node,)) if isinstance(node, Space | Scripts | Stacked) else node


def _without_braces(row: Row | None) -> Row | None:
    match row:
        case (Group(body, ""),):
            return _without_braces(body)
        case _:
            return row


def _without_empty_end(lines: tuple[tuple[Row, ...], ...]) -> tuple[tuple[Row, ...], ...]:
    return _without_empty_end(lines[:-1]) if len(lines) > 1 and lines[-1] == ((),) else lines


def _with_middle(row: st.SearchStrategy[Row]) -> st.SearchStrategy[Row]:
    middle = st.builds(Sized, st.just(commands.MIDDLE), delimiters)
    return row | st.builds(lambda one, bar, other: (*one, bar, *other), row, middle, row)


nodes = st.recursive(leaves, _branches, max_leaves=12)
formulas = rows(nodes, 5).map(Formula)
