"""Reads what stands above and below something: exponents, indices, limits, primes, degrees."""

from __future__ import annotations

from quizmill.bank.mathematics.arguments import DEGREES, PLACEMENTS, PRIMES, SCRIPTS, Arguments
from quizmill.bank.mathematics.nodes import Group, Letter, Node, Number, Row, Scripts, Sign, Space, Stacked
from quizmill.bank.mathematics.roles import can_have_limits
from quizmill.bank.mathematics.signs import SignKind, sign, sign_named
from quizmill.bank.mathematics.unicode_scripts import MEANT_ABOVE, MEANT_BELOW
from quizmill.pattern import pattern

_SIGNED_NUMBER = pattern(r"[-+−]\.?[0-9][0-9.]*")
_PIECE = pattern(r"[0-9]+|.")
_HOLDS_NOTHING = (SignKind.RELATION, SignKind.ARROW, SignKind.BINARY, SignKind.OPENING, SignKind.PUNCTUATION)
_NOTHING = Group(())
_PRIME, _CIRCLE = Sign(r"\prime"), Sign(r"\circ")


def base_of_scripts(row: list[Node], *, spaced: bool) -> Node:
    r"""Take from the end of *row* what the scripts after it are on.

    That is nothing after a space that was asked for, and after an operation or a relation with white space
    behind it: in `n \to ^{1}_{1}p` the numbers are the proton's. What is stacked gets braces: MathJax would
    take an index of it for a second one.
    """
    match row:
        case []:
            return _NOTHING
        case [*_, Space()]:
            return _NOTHING
        case [*_, Sign(name)] if spaced and sign(name).kind in _HOLDS_NOTHING:
            return _NOTHING
        case [*_, Stacked()]:
            return Group((row.pop(),))
        case _:
            return row.pop()


def read_scripts(source: Arguments, base: Node) -> Node:
    """All that comes next and stands above or below *base*."""
    above = below = None
    primes, placement = 0, ""
    while (ahead := source.peek()) in SCRIPTS:
        if ahead in PLACEMENTS:
            _expect_operator(source, ahead, base)
            source.take(ahead)
            placement = ahead
        elif ahead in PRIMES:
            _expect_none(source, ahead, above)
            source.take(ahead)
            primes += PRIMES[ahead]
        elif ahead == "_" or ahead in MEANT_BELOW:
            _expect_none(source, "_", below)
            below = _script(source, ahead, MEANT_BELOW)
        else:
            _expect_none(source, "^", above)
            above = _script(source, ahead, MEANT_ABOVE)
    if above and set(above) == {_PRIME}:
        primes, above = primes + len(above), None
    return Scripts(base, below, above, primes, placement)


def _expect_none(source: Arguments, ahead: str, before: Row | None) -> None:
    if before is None:
        return
    if ahead in PRIMES:
        source.fail(f'"{ahead}" stands after "^"', "write it before: f'^{2}")
    source.fail(
        f'two "{ahead}" on one thing',
        f"write all of it in one, x{ahead}{{…}}, or {{x{ahead}{{…}}}}{ahead}{{…}}",
    )


def _expect_operator(source: Arguments, placement: str, base: Node) -> None:
    if not can_have_limits(base):
        source.fail(f'"{placement}" stands after no sum, integral or function', r"write \underset{…}{…}")


def _script(source: Arguments, ahead: str, meant: dict[str, str]) -> Row:
    start = source.at
    if ahead in meant:
        return _run(source, meant)
    source.take(ahead)
    if ahead in DEGREES:
        return (_CIRCLE,)
    source.skip()
    if found := _SIGNED_NUMBER.match(source.text, source.at):
        number = found[0]
        source.fail(f'"{ahead}" takes the {number[0]} of "{number}" alone', f"write {{{number}}}")
    return source.argument(ahead, start)


def _run(source: Arguments, meant: dict[str, str]) -> Row:
    """Raised or lowered characters in a row, as what they mean."""
    start = source.at
    while source.text[source.at : source.at + 1] in meant:
        source.take(source.text[source.at])
    plain = "".join(meant[char] for char in source.text[start : source.at])
    return tuple(_plain(piece) for piece in _PIECE.findall(plain))


def _plain(piece: str) -> Node:
    if piece.isdigit():
        return Number(piece)
    name = sign_named(piece)
    return Sign(name) if name else Letter(piece)
