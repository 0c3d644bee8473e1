"""How much a drawing comes to once each `use` is what it stands for."""

from __future__ import annotations

from quizmill.bank.drawing.svg_tree import DEEPEST, Node, TooMuch

MOST_SHOWN = 100_000  # elements once each `use` is what it stands for

_MOST_TURNS = 10


def link(element: Node) -> str:
    """The id that an element refers to; empty where it refers to none."""
    address = (element.attributes.get("href") or element.attributes.get("xlink:href") or "").strip()
    return address[1:] if address.startswith("#") else ""


def by_id(root: Node) -> dict[str, Node]:
    """The first element of each id."""
    found: dict[str, Node] = {}
    for element in root.walk():
        if id := element.attributes.get("id"):
            found.setdefault(id, element)
    return found


def without_circles(root: Node) -> tuple[str, ...]:
    """Take each `use` that would show itself out of the tree; what was taken out, told once.

    Raises TooMuch where what is left is still larger than is sane.
    """
    for turn in range(_MOST_TURNS):
        counter = _Counter(by_id(root))
        counter.count(root, 0)
        if not counter.circular:
            return ("a <use> of itself",) if turn else ()
        # Without them another element may be the first of an id, and show itself in turn.
        for element in root.walk():
            element.children = [child for child in element.children if id(child) not in counter.circular]
    raise TooMuch("has a great many <use> elements that show themselves")


class _Counter:
    """Counts elements, those behind a `use` each time they are shown."""

    def __init__(self, ids: dict[str, Node]) -> None:
        self.circular: set[int] = set()
        self._ids = ids
        self._within: set[int] = set()
        self._known: dict[int, tuple[int, int]] = {}

    def count(self, element: Node, deep: int) -> tuple[int, int]:
        """How many elements are shown for it, and how deep they stand in each other."""
        if deep > DEEPEST:
            raise TooMuch(f"has more than {DEEPEST} elements within each other")
        known = self._known.get(id(element))
        if known is None:
            self._within.add(id(element))
            counted = [self.count(child, deep + 1) for child in element.elements]
            if element.name == "use" and (target := self._ids.get(link(element))):
                if id(target) in self._within:
                    self.circular.add(id(element))
                else:
                    counted.append(self.count(target, deep + 1))
            self._within.remove(id(element))
            known = 1 + sum(many for many, _ in counted), 1 + max((far for _, far in counted), default=0)
            self._known[id(element)] = known
        many, far = known
        if many > MOST_SHOWN:
            raise TooMuch(f"comes to more than {MOST_SHOWN} elements where each <use> is drawn")
        if deep + far > DEEPEST + 1:
            raise TooMuch(f"has more than {DEEPEST} elements within each other")
        return known
