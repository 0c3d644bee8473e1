"""How an element looks: attributes, style sheets and what it inherits, as CSS has it (CSS Cascading 4, 6)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from quizmill.bank.drawing import css
from quizmill.bank.drawing.allowed import PRESENTATION
from quizmill.bank.drawing.lengths import length, number
from quizmill.bank.drawing.svg_tree import Node
from quizmill.export.paper.drawing.selectors import Selector, fits, selectors

_INHERITED = frozenset(
    "clip-rule color direction dominant-baseline fill fill-opacity fill-rule font-family font-size "
    "font-style font-weight letter-spacing marker-end marker-mid marker-start paint-order stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width text-anchor visibility white-space word-spacing".split()
)
_UNSET = frozenset({"initial", "unset", "revert"})
_SIZES = dict(
    zip(
        ("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large"),
        (9.0, 10.0, 13.0, 16.0, 18.0, 24.0, 32.0),
        strict=True,
    )
)
_RELATIVE = {"smaller": 1 / 1.2, "larger": 1.2}
_MEDIUM = 16.0
_FONT = re.compile(r"(.*?)([\d.]+(?:px|pt|em|rem|pc|mm|cm|in|%))(?:\s*/\s*[\w.%]+)?\s+(.+)", re.DOTALL)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_FAR = 100  # so much longer it takes to look at what an element stands in
_MOST_TRIED = 1_000_000  # rules that are held against elements in one drawing
_LONGEST = 1_000  # characters of a value that is taken apart
_MOST_VARIABLES = 20  # in one value, and one within the other

Strength = tuple[bool, int, int, int, int]  # whether it is important, an attribute of its own, and the rest


class Properties:
    """The properties of one element by name, and its type size in pixels."""

    def __init__(self, values: Mapping[str, str], size: float = _MEDIUM) -> None:
        self.values = values
        self.size = size

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def share(self, name: str) -> float:
        """An opacity, from 0 to 1."""
        text = self[name].strip()
        try:
            many = number(text.rstrip("%")) / (100 if text.endswith("%") else 1) if text else 1.0
        except ValueError:
            return 1.0
        return min(1.0, max(0.0, many))

    def length(self, name: str, *, of: float = 0.0, default: float = 0.0) -> float:
        """A length in pixels."""
        found = length(self[name], of=of, em=self.size)
        return default if found is None else found


class Styles:
    """The styles of a drawing's elements."""

    def __init__(self, root: Node) -> None:
        self.parents = {id(child): element for element in root.walk() for child in element.elements}
        self._rules: dict[str, list[tuple[int, Selector, dict[str, str]]]] = defaultdict(list)
        self._tried = 0
        order = 0
        for sheet in (element for element in root.walk() if element.name == "style"):
            for rule in css.rules(sheet.text, []):
                for selector in selectors(rule.selector):
                    order += 1
                    self._rules[_key(selector)].append((order, selector, rule.declarations))

    def of(self, element: Node, parent: Properties) -> Properties:
        """The style of an element within one that looks like *parent*."""
        declared = self._declared(element)
        values = {name: value for name, value in parent.values.items() if _is_inherited(name)}
        for name, value in declared.items():
            if value == "inherit":
                value = parent[name]
            elif value in _UNSET:
                value = ""
            values[name] = value
        for name, value in values.items():
            if "var(" in value:
                values[name] = _resolved(value, values)
        return Properties(values, _size(values.get("font-size", ""), parent.size, declared))

    def from_root(self, element: Node) -> Properties:
        """The style of an element where it stands in the file."""
        above = self.parents.get(id(element))
        return self.of(element, self.from_root(above) if above else Properties({}))

    def _declared(self, element: Node) -> dict[str, str]:
        found: list[tuple[Strength, str, str]] = [
            ((False, 0, 0, 0, -1), name, value)
            for name, value in element.attributes.items()
            if name in PRESENTATION
        ]
        for order, selector, rule in self._candidates(element):
            if fits(selector, element, self.parents):
                ids, classes, names = selector.strength
                found += _declarations(rule, 1, ids * 10_000 + classes * 100 + names, order)
        if own := element.attributes.get("style"):
            found += _declarations(css.declarations(own, []), 2, 0, 0)
        declared: dict[str, str] = {}
        for _, name, value in sorted(found, key=lambda each: each[0]):
            if name == "marker":
                declared |= {f"marker-{where}": value for where in ("start", "mid", "end")}
            elif name == "font":
                declared |= _of_font(value)
            else:
                declared[name] = value.strip()
        return declared

    def _candidates(self, element: Node) -> Iterable[tuple[int, Selector, dict[str, str]]]:
        keys = ["*", element.name, f"#{element.attributes.get('id', '')}"]
        keys += [f".{name}" for name in element.attributes.get("class", "").split()]
        for key in dict.fromkeys(keys):
            rules = self._rules.get(key, ())
            self._tried += sum(1 if len(selector.compounds) == 1 else _FAR for _, selector, _ in rules)
            if self._tried > _MOST_TRIED:
                raise ValueError("its style sheet has more rules than can be tried on all of its elements")
            yield from rules


def _key(selector: Selector) -> str:
    """What an element must have at least."""
    last = selector.compounds[-1]
    if last.ids:
        return f"#{min(last.ids)}"
    return f".{min(last.classes)}" if last.classes else last.name or "*"


def _declarations(
    rule: Mapping[str, str], own: int, strength: int, order: int
) -> list[tuple[Strength, str, str]]:
    found: list[tuple[Strength, str, str]] = []
    for name, value in rule.items():
        bare, mark, _ = value.partition("!")
        found.append(((bool(mark), own, strength, order, 0), name, bare.strip()))
    return found


def _is_inherited(name: str) -> bool:
    return name in _INHERITED or name.startswith("--")


def _resolved(value: str, values: Mapping[str, str]) -> str:
    for _ in range(_MOST_VARIABLES):
        found = _VARIABLE.search(value) if len(value) <= _LONGEST else None
        if not found:
            break
        put = values.get(found.group(1)) or found.group(2) or ""
        value = value[: found.start()] + put.strip() + value[found.end() :]
    return value


def _of_font(text: str) -> dict[str, str]:
    """The single properties that a `font` stands for."""
    found = _FONT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not found:
        return {}
    words = found.group(1).lower().split()
    return {
        "font-style": next((word for word in words if word in ("italic", "oblique")), "normal"),
        "font-weight": next(
            (word for word in words if word in ("bold", "bolder") or word.isdecimal()), "normal"
        ),
        "font-size": found.group(2),
        "font-family": found.group(3),
    }


def _size(text: str, above: float, declared: Mapping[str, str]) -> float:
    """The type size, which is inherited as it came out."""
    if "font-size" not in declared:
        return above
    text = text.strip().lower()
    if text in _SIZES:
        return _SIZES[text]
    if text in _RELATIVE:
        return above * _RELATIVE[text]
    found = length(text, of=above, em=above)
    return above if found is None or found < 0 else found
