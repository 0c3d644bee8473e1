"""The elements of QTI 2.1: declarations, interactions, and what is reckoned with responses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from quizmill.formats.packed import element, said
from quizmill.formats.posed import digits

_Thing = TypeVar("_Thing")
_WIDEST = 60  # characters of a field


def named(letter: str, things: Sequence[_Thing]) -> Iterator[tuple[str, _Thing]]:
    """Things with identifiers of one letter and a number: a1, a2 …"""
    return ((f"{letter}{at}", thing) for at, thing in enumerate(things, start=1))


def classed(name: str, kind: str, html: str) -> str:
    """An element that says what it is for."""
    return element(name, html, **{"class": f"quizmill-{kind}"})


def declared(
    name: str, base: str, right: Iterable[str], mapping: str = "", cardinality: str = "single"
) -> str:
    """A response, what is right of it, and what else earns something."""
    values = "".join(element("value", said(each)) for each in right)
    correct = element("correctResponse", values) if values else ""
    return element(
        "responseDeclaration", correct + mapping, identifier=name, cardinality=cardinality, baseType=base
    )


def mapping(earned: Mapping[str, Decimal], most: int | None = None, *, by_case: bool = True) -> str:
    """What each response earns; together no more than *most*, and never less than nothing."""
    case = {} if by_case else {"caseSensitive": "false"}
    entries = "".join(
        element("mapEntry", mapKey=key, mappedValue=f"{value:f}", **case) for key, value in earned.items()
    )
    bounds = {} if most is None else {"lowerBound": "0", "upperBound": str(most)}
    return element("mapping", entries, defaultValue="0", **bounds)


def option(name: str, html: str, *, fixed: bool = False) -> str:
    """A choice; one that is *fixed* keeps its place among those that are shuffled."""
    return element("simpleChoice", html, identifier=name, **({"fixed": "true"} if fixed else {}))


def associable(name: str, html: str, most: str) -> str:
    """One that is to be matched with others, at *most* so many."""
    return element("simpleAssociableChoice", html, identifier=name, matchMax=most)


def text_entry(name: str, forms: Iterable[str]) -> str:
    """A field to type into, as wide as its answer, a few steps apart so that the width tells little."""
    longest = max((len(form) for form in forms), default=1)
    width = min(_WIDEST, 10 * -(-longest // 10))
    return element("textEntryInteraction", responseIdentifier=name, expectedLength=str(width))


def outcome(name: str, base: str, *, value: str = "", cardinality: str = "single", most: str = "") -> str:
    """A variable that responses set, with what it is before."""
    usual = element("defaultValue", element("value", value)) if value else ""
    bound = {"normalMaximum": most} if most else {}
    return element(
        "outcomeDeclaration", usual, identifier=name, cardinality=cardinality, baseType=base, **bound
    )


def becomes(name: str, expression: str) -> str:
    """That an outcome takes a value."""
    return element("setOutcomeValue", expression, identifier=name)


def variable(name: str) -> str:
    """What a variable holds."""
    return element("variable", identifier=name)


def value(base: str, text: str) -> str:
    """A value that is always the same."""
    return element("baseValue", text, baseType=base)


def mapped(names: Sequence[str]) -> str:
    """SCORE is what the mappings of these responses give."""
    each = "".join(element("mapResponse", identifier=name) for name in names)
    return becomes("SCORE", each if len(names) == 1 else element("sum", each))


def all_or_nothing(name: str, marks: int) -> str:
    """SCORE is the marks for the right response."""
    return _if(element("match", variable(name) + element("correct", identifier=name)), marks)


def within(name: str, least: str, most: str, marks: int) -> str:
    """SCORE is the marks for a number from here to there."""
    # Not `equal` with a tolerance, which readers do not all know.
    over = element("gte", variable(name) + value("float", least))
    under = element("lte", variable(name) + value("float", most))
    return _if(element("and", over + under), marks)


def _if(condition: str, marks: int) -> str:
    then = becomes("SCORE", value("float", digits(Decimal(marks))))
    return element("responseCondition", element("responseIf", condition + then))
