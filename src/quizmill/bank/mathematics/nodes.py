"""A formula as a tree: what every output is drawn from.

The tree says what stands there, not how its author wrote it: `\\dfrac12` and `\\dfrac{1}{2}` are one, so are
`\\leq`, `\\le` and `≤`. Commands are kept by the name that the tables give them.
"""

from __future__ import annotations

import msgspec


class _Node(msgspec.Struct, frozen=True, gc=False):
    pass


class Letter(_Node, frozen=True, gc=False):
    """A letter of any script but those of mathematics that have commands: `x`, `ä`, `米`."""

    char: str


class Number(_Node, frozen=True, gc=False):
    """Digits with their decimal points and commas: `3.14`, `3,14` for `3{,}14`."""

    digits: str


class Sign(_Node, frozen=True, gc=False):
    """Anything else that is one sign, by its name in the table of signs: `+`, `\\alpha`, `\\sin`."""

    name: str


class Named(_Node, frozen=True, gc=False):
    """A function that has no command: `\\operatorname{sgn}`; one with limits writes them below."""

    name: str
    limits: bool = False


class Words(_Node, frozen=True, gc=False):
    """Text within a formula, set as it is written, spaces included."""

    text: str
    command: str = r"\text"


class Space(_Node, frozen=True, gc=False):
    """A space that the author asked for: `\\,`."""

    command: str


class Sized(_Node, frozen=True, gc=False):
    """A delimiter of a given size, or a `\\middle` one: `\\big(`; "" is none."""

    command: str
    delimiter: str


class Group(_Node, frozen=True, gc=False):
    """What stands in braces, in a style of its own perhaps: `{a + b}`, `\\mathrm{kg}`, `\\displaystyle x`."""

    body: Row
    style: str = ""


class Fraction(_Node, frozen=True, gc=False):
    """Something over something, or a binomial coefficient."""

    command: str
    top: Row
    bottom: Row


class Root(_Node, frozen=True, gc=False):
    """A root; a square root has no degree."""

    body: Row
    degree: Row | None = None


class Scripts(_Node, frozen=True, gc=False):
    """What stands below and above something, and its primes; the limits of a sum too."""

    base: Node
    below: Row | None = None
    above: Row | None = None
    primes: int = 0
    placement: str = ""  # `\limits` or `\nolimits`, where the author says so


class Accented(_Node, frozen=True, gc=False):
    """A mark over, under or around something: `\\vec{v}`, `\\overline{AB}`, `\\pmod{n}`."""

    command: str
    body: Row


class Fenced(_Node, frozen=True, gc=False):
    """What stands between two delimiters that grow with it; "" is none."""

    left: str
    body: Row
    right: str


class Stacked(_Node, frozen=True, gc=False):
    """A small thing over or under another: `\\overset{!}{=}`."""

    command: str
    small: Row
    base: Row


class LabelledArrow(_Node, frozen=True, gc=False):
    """An arrow as long as what is written on it: `\\xrightarrow[below]{above}`."""

    command: str
    above: Row
    below: Row | None = None


class Grid(_Node, frozen=True, gc=False):
    """Cells in lines: a matrix, cases, equations one under the other."""

    environment: str
    lines: tuple[tuple[Row, ...], ...]


Leaf = Letter | Number | Sign | Named | Words | Space | Sized
Branch = Group | Fraction | Root | Scripts | Accented | Fenced | Stacked | LabelledArrow | Grid
Node = Leaf | Branch
Row = tuple[Node, ...]


class Formula(msgspec.Struct, frozen=True):
    """A whole formula."""

    row: Row


def grouped(row: Row) -> Node:
    """*row* in braces, unless it is one thing that braces would not change."""
    match row:
        case (Letter() | Number() | Words() | Group() | Fraction() | Root() | Fenced() | Grid() as only,):
            return only
        case _:
            return Group(row)
