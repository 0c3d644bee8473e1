"""What an item of QTI 1.2 gives marks for, and what it says to whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from xml.etree.ElementTree import Element

import msgspec

from quizmill.formats.canvas_texts import QtiTexts
from quizmill.formats.of_right import explained
from quizmill.formats.posed import decimal_of

_WRONG = re.compile(r"incorrect|wrong|_ic$", re.IGNORECASE)
_RIGHT = re.compile(r"correct|_c$", re.IGNORECASE)
_GENERAL = re.compile(r"general|_all$|solution", re.IGNORECASE)
_SUFFIX = re.compile(r"_A(?=\d+$)")  # of an option; Desire2Learn calls what is said of it alike
_WHOLE = Decimal(100)  # what a condition gives that says only that it gives all there is


class Condition(msgspec.Struct, frozen=True):
    """What is asked of an answer, what it then earns, and what is then said."""

    values: tuple[Element, ...]  # which an answer has to have, in the file's order
    bounds: tuple[Element, ...]  # between which a number must be
    earned: Decimal
    said: tuple[str, ...]
    is_other: bool  # it asks nothing


def conditions(item: Element) -> tuple[Condition, ...]:
    """The conditions of an item, in the file's order."""
    return tuple(
        _condition(each) for each in item.iter("respcondition") if each.find("conditionvar") is not None
    )


def _condition(each: Element) -> Condition:
    held = next(each.iter("conditionvar"))
    denied = {id(value) for no in held.iter("not") for value in no.iter()}
    asked = [value for value in held.iter() if id(value) not in denied]
    return Condition(
        values=tuple(value for value in asked if value.tag in ("varequal", "varsubstring")),
        bounds=tuple(value for value in asked if value.tag in ("vargte", "vargt", "varlte", "varlt")),
        earned=sum(map(_earned, each.iter("setvar")), Decimal(0)),
        said=tuple(shown.get("linkrefid", "") for shown in each.iter("displayfeedback")),
        is_other=held.find("other") is not None and not denied,
    )


def _earned(given: Element) -> Decimal:
    name = (given.get("varname") or given.get("variablename") or "SCORE").upper()
    if "SCORE" not in name:
        return Decimal(0)
    told = (given.text or "").strip()
    return _WHOLE if told == "SCORE.max" else decimal_of(told) or Decimal(0)


def valued(each: Element) -> str:
    """What a condition asks for."""
    return (each.text or "").strip()


class Key:
    """The conditions of one item, read for what is right."""

    def __init__(self, item: Element) -> None:
        self.all = conditions(item)
        self.earning = tuple(each for each in self.all if each.earned > 0)

    def right(self, ident: str = "") -> dict[str, Decimal]:
        """What is right in a response, or anywhere, by ident or as it is typed, with what it earns."""
        found: dict[str, Decimal] = {}
        for condition in self.earning:
            for value in condition.values:
                if not ident or value.get("respident") == ident:
                    found[valued(value)] = max(condition.earned, found.get(valued(value), Decimal(0)))
        return found


class Feedback:
    """What an item says to whom; each is to be taken once, and what nobody takes is told."""

    def __init__(self, texts: QtiTexts, key: Key) -> None:
        self._texts = texts
        self._held = {each.get("ident", ""): each for each in texts.item.iter("itemfeedback")}
        self._key = key
        self._taken: set[str] = set()

    def of(self, value: str) -> str:
        """What is said of an option, or of what is typed."""
        named = [f"{value}_fb", _SUFFIX.sub("_IF", value), *self._linked(value)]
        return "\n\n".join(said for ident in dict.fromkeys(named) if (said := self._take(ident, "why")))

    def _linked(self, value: str) -> Iterator[str]:
        for each in self._key.all:
            if [valued(asked) for asked in each.values] == [value]:
                yield from (ident for ident in each.said if not _is_named(ident))

    def hint(self) -> str:
        """The hints, which stand where feedback does."""
        return "\n\n".join(
            said
            for each in self._texts.item.iter("hintmaterial")
            if (said := self._texts.markup(each, "hint"))
        )

    def explanation(self, of_right: list[str]) -> str:
        """What is said to everybody; else what is said to who is right, of which *of_right* is known."""
        general = self._each(lambda ident: _GENERAL.search(ident) and not _RIGHT.search(ident))
        general += self._each(self._is_of_all)
        right = [*of_right, *self._each(lambda ident: _RIGHT.search(ident) and not _WRONG.search(ident))]
        right += self._each(self._is_of_right)
        report, called = self._texts.report, self._texts.called
        whole = explained("\n\n".join(dict.fromkeys(general)), right, called, report)
        for left in self._each(_WRONG.search):
            report.lost(called, "why", "what is said of a partly or wholly wrong answer is left out", left)
        for left in self._each(lambda _: True):
            report.lost(called, "why", "what is said of one of several answers is left out", left)
        return whole

    def _each(self, wanted: Callable[[str], object]) -> list[str]:
        idents = [ident for ident in self._held if ident not in self._taken and wanted(ident)]
        return [said for ident in idents if (said := self._take(ident, "explanation"))]

    def _is_of_all(self, ident: str) -> bool:
        return any(
            each.is_other and not each.earned and ident in each.said and not _is_named(ident)
            for each in self._key.all
        )

    def _is_of_right(self, ident: str) -> bool:
        return any(ident in each.said for each in self._key.earning)

    def _take(self, ident: str, field: str) -> str:
        if ident in self._taken or ident not in self._held:
            return ""
        self._taken.add(ident)
        held = self._held[ident]
        found = [self._texts.markup(each, field) for each in (held, *held.iter("solutionmaterial"))]
        return "\n\n".join(filter(None, found))


def _is_named(ident: str) -> bool:
    """Whether the name alone says to whom it is said."""
    return any(where.search(ident) for where in (_WRONG, _RIGHT, _GENERAL))
