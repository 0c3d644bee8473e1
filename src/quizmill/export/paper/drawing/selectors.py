"""Which elements a rule of a style sheet is for: names, classes and ids, within or right below others."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizmill.bank.drawing.svg_tree import Node

_COMPOUND = re.compile(r"(\*|[a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)(:root)?")
_MOST = 8  # compounds of one selector


class Compound(NamedTuple):
    """What must be true of one element; *below* is how it stands to the one before: ` ` or `>`."""

    name: str
    ids: frozenset[str]
    classes: frozenset[str]
    root: bool
    below: str


class Selector(NamedTuple):
    """Compounds from the outermost inwards, and how strong a rule of it is."""

    compounds: tuple[Compound, ...]
    strength: tuple[int, int, int]


def selectors(text: str) -> list[Selector]:
    """Each of a list of selectors that can be read here."""
    return [found for each in text.split(",") if (found := _selector(each))]


def fits(selector: Selector, element: Node, parents: dict[int, Node]) -> bool:
    """Whether the element is one that is meant."""
    *outer, last = selector.compounds
    if not _is(last, element, parents):
        return False
    line: list[Node] = []  # what it stands in, from within
    while above := parents.get(id(line[-1] if line else element)):
        line.append(above)
    places, below = {-1}, last.below  # where the compound before may stand
    for compound in reversed(outer):
        first = min(places)
        found = [at for at, each in enumerate(line) if at > first and _is(compound, each, parents)]
        places = {at for at in found if below == " " or at - 1 in places}
        if not places:
            return False
        below = compound.below
    return True


def _is(compound: Compound, element: Node, parents: dict[int, Node]) -> bool:
    return (
        (not compound.name or compound.name == element.name)
        and (not compound.ids or compound.ids == {element.attributes.get("id", "")})
        and (not compound.classes or compound.classes <= set(element.attributes.get("class", "").split()))
        and (not compound.root or id(element) not in parents)
    )


def _selector(text: str) -> Selector | None:
    words = text.replace(">", " > ").split()
    compounds: list[Compound] = []
    below = " "
    for word in words:
        if word == ">":
            below = ">"
            continue
        found = _COMPOUND.fullmatch(word)
        if not found:
            return None
        marks = re.findall(r"[.#][\w-]+", found.group(2))
        compounds.append(
            Compound(
                name="" if found.group(1) in (None, "*") else found.group(1),
                ids=frozenset(mark[1:] for mark in marks if mark[0] == "#"),
                classes=frozenset(mark[1:] for mark in marks if mark[0] == "."),
                root=bool(found.group(3)),
                below=below,
            )
        )
        below = " "
    if not compounds or len(compounds) > _MOST:
        return None
    strength = (
        sum(len(each.ids) for each in compounds),
        sum(len(each.classes) + each.root for each in compounds),
        sum(bool(each.name) for each in compounds),
    )
    return Selector(tuple(compounds), strength)
