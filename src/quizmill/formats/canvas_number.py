"""A number of a QTI 1.2 item: exactly, nearly, or from one to another."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Any

import msgspec

from quizmill.bank.values.number_words import EXACT
from quizmill.formats.canvas_key import Condition, Key, valued
from quizmill.formats.canvas_texts import QtiTexts
from quizmill.formats.in_markup import literal
from quizmill.formats.posed import decimal_of, digits

_SIGNIFICANT = Context(prec=15)


class _Span(msgspec.Struct, frozen=True):
    """What counts as right: a number where one is named, and from where to where."""

    value: Decimal | None
    least: Decimal | None
    most: Decimal | None
    share: str  # per cent, where the file says it so

    def said(self) -> str:
        """As a report names it."""
        if self.value is not None:
            return digits(self.value)
        return " … ".join("" if each is None else digits(each) for each in (self.least, self.most))


def number(texts: QtiTexts, key: Key) -> dict[str, Any]:
    """The first number that is right, with its tolerance; others are told."""
    spans = [span for condition in key.earning if (span := _span(condition))]
    if not spans:
        return {"kind": "numerical", "answers": tuple(literal(each) for each in list(key.right())[:1])}
    for other in spans[1:]:
        texts.report.lost(texts.called, "accept", "one number is right here", other.said())
    return {"kind": "numerical", **_answer(spans[0], texts)}


def _span(condition: Condition) -> _Span | None:
    values = [(each, held) for each in condition.values if (held := _decimal(valued(each))) is not None]
    ends = {each.tag[:5]: _decimal(valued(each)) for each in condition.bounds}
    share = values[0][0].get("margin", "") if values and values[0][0].get("margintype") == "percent" else ""
    found = _Span(
        value=values[0][1] if values else None, least=ends.get("vargt"), most=ends.get("varlt"), share=share
    )
    return found if values or found.least is not None or found.most is not None else None


def _answer(span: _Span, texts: QtiTexts) -> dict[str, Any]:
    value, least, most = span.value, span.least, span.most
    if least is None or most is None or least > most:
        if value is None:
            rule = "a number that has only one bound is no answer here"
            texts.report.lost(texts.called, "answer", rule, span.said())
            return {}
        return {"answers": (digits(value),)}
    share = decimal_of(span.share)
    if value is not None and share:
        return {"answers": (digits(value),), "tolerance": f"{digits(share)}%"}
    middle = EXACT.divide(EXACT.add(least, most), Decimal(2))
    margin = digits(EXACT.subtract(most, middle))
    if value == middle or (value is not None and least == most):
        return {"answers": (digits(value),), "tolerance": margin}
    if value is not None and value in (least, most):
        sign = "+" if value == least else "-"
        return {"answers": (digits(value),), "tolerance": f"{sign}{digits(EXACT.subtract(most, least))}"}
    if value is not None and not least <= value <= most:
        rule = "a tolerance that does not hold the number is left out"
        texts.report.lost(texts.called, "tolerance", rule, f"{digits(least)} … {digits(most)}")
        return {"answers": (digits(value),)}
    rule = "numbers from one to another are the middle, with a tolerance"
    texts.report.changed(texts.called, "answer", rule, f"{digits(least)} … {digits(most)}", digits(middle))
    return {"answers": (digits(middle),), "tolerance": margin}


def _decimal(text: str) -> Decimal | None:
    """A number, without what a program added that reckons in powers of two: `3.1300000000000003`."""
    found = decimal_of(text)
    return found if found is None else _SIGNIFICANT.plus(found)
