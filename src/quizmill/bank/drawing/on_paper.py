"""What paper shows of a drawing, known before anybody prints: what keeps it off, and what it lacks there.

Here and not with what prints, because the checker says it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.drawing import css
from quizmill.bank.drawing.allowed import GRADIENTS, MOVING, TEXTS
from quizmill.bank.drawing.svg_tree import Node
from quizmill.bank.printable import named, refused

_ATTRIBUTES = ("filter", "mask", "mix-blend-mode", "rotate", "writing-mode")  # of text, the last two
_PLAIN = frozenset({"", "none", "normal", "0", "auto", "lr", "lr-tb", "horizontal-tb"})


def obstacle(root: Node) -> str | None:
    """Why a drawing cannot be printed, as a clause that has it for its subject; None where it can."""
    text = "".join(element.text for element in root.walk() if element.name in TEXTS)
    found = refused(text)
    if not found:
        return None
    character, why = next(iter(found.items()))
    return f"has letters that cannot be printed: {named(character)} {why.reason}"


def lacking(root: Node) -> tuple[str, ...]:
    """What paper does not draw of it, by the names that SVG has for it."""
    return tuple(dict.fromkeys(_lacking(root)))


def _lacking(root: Node) -> Iterator[str]:
    for element in root.walk():
        if element.name in MOVING:
            yield "what moves"
        elif element.name == "textPath":
            yield "text along a path"
        elif element.name in GRADIENTS and element.attributes.get("spreadMethod", "pad") != "pad":
            yield f"spreadMethod {element.attributes['spreadMethod']}"
        elif element.name == "style":
            for rule in css.rules(element.text, []):
                yield from _of(rule.declarations)
        yield from _of({**element.attributes, **css.declarations(element.attributes.get("style", ""), [])})


def _of(declared: dict[str, str]) -> Iterator[str]:
    for name in _ATTRIBUTES:
        if declared.get(name, "").strip() not in _PLAIN:
            yield name
    if declared.get("clip-path", "none").strip().partition("(")[0] not in ("none", "url"):
        yield "clip-path without an element"
