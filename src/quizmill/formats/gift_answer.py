"""What stands in the braces of a GIFT question: which kind it is, and its answers."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from quizmill.formats.gift_text import LITERAL_STAR
from quizmill.formats.in_markup import ANY_TEXT
from quizmill.formats.item import Choice
from quizmill.formats.posed import digits
from quizmill.formats.report import Report

_WEIGHT = re.compile(r"%(?P<share>-?\d{1,3}(?:\.\d*)?)%")
_TRUTH = re.compile(r"(?P<truth>TRUE|T|FALSE|F)\s*(?:#(?P<rest>.*))?", re.DOTALL)
_STEPS = re.compile(r">\s*\d*[^\n]*\n(?P<steps>.*)", re.DOTALL)
_EITHER = "Moodle takes either of its right options: here all of them are to be chosen"
_LESS = "an answer that earns a part is not right here"


class Reader(Protocol):
    """How the texts of the question are read."""

    called: str
    report: Report
    of_right: list[str]  # what is said to who is right

    def text(self, written: str) -> str:
        """A text with marks."""

    def plain(self, written: str) -> str:
        """A text without."""


def answer_fields(inside: str, reader: Reader, *, is_within: bool) -> dict[str, Any]:
    """The fields of an item that the *inside* of the braces gives; *is_within* a sentence or not."""
    if not inside:
        return {"kind": "essay"}
    if inside.startswith("#"):
        return _number(inside[1:], reader)
    if found := _STEPS.fullmatch(inside):
        lines = (reader.text(line) for line in found["steps"].split("\n"))
        return {"kind": "ordering", "steps": tuple(line for line in lines if line)}
    if "~" in inside:
        return _choices(inside, reader)
    if "=" in inside and "->" in inside:
        return _pairs(inside, reader)
    if found := _TRUTH.fullmatch(inside):
        truth = found["truth"].startswith("T")
        wrong, _, right = (found["rest"] or "").partition("#")
        return _with_feedback({"kind": "true_false", "truth": truth}, wrong, right, reader)
    return _typed(inside, reader)


def _with_feedback(fields: dict[str, Any], wrong: str, right: str, reader: Reader) -> dict[str, Any]:
    """What is said to who takes a false statement for true is its correction."""
    if wrong.strip() and not fields["truth"]:
        fields["correction"] = reader.text(wrong)
    elif wrong.strip():
        reader.report.lost(
            reader.called, "why", "a true statement says nothing to who denies it", wrong.strip()
        )
    if right.strip():
        reader.of_right.append(reader.text(right))
    return fields


def _parts(inside: str, signs: str) -> list[tuple[str, str]]:
    """The answers, each with the sign before it."""
    cut = re.split(f"([{signs}])", inside)
    return list(zip(cut[1::2], cut[2::2], strict=True))


def _weighed(written: str) -> tuple[Decimal | None, str, str]:
    """The share that an answer earns, of a hundred, its text, and what is said of it."""
    text, _, why = written.partition("#")
    bare = text.strip()
    if found := _WEIGHT.match(bare):
        return Decimal(found["share"]), bare[found.end() :].strip(), why.strip()
    return None, bare, why.strip()


def _choices(inside: str, reader: Reader) -> dict[str, Any]:
    several = "=" not in inside
    options = []
    for sign, written in _parts(inside, "~="):
        share, text, why = _weighed(written)
        right = sign == "=" or (several and share is not None and share > 0)
        if share is not None and not several and 0 < share < 100:
            reader.report.changed(reader.called, "distractors", _LESS, text)
            right = False
        said = reader.text(why)
        reader.of_right += [said] if right else []
        options.append(Choice(reader.text(text), right, "" if right else said))
    rights = [each.text for each in options if each.right]
    if not several and len(rights) > 1:
        several = True
        reader.report.changed(reader.called, "type", _EITHER, ", ".join(rights))
    return {"kind": "multiple_response" if several else "multiple_choice", "choices": tuple(options)}


def _pairs(inside: str, reader: Reader) -> dict[str, Any]:
    pairs, extra = [], []
    for _, written in _parts(inside, "="):
        left, arrow, right = written.partition("#")[0].partition("->")
        if left.strip():
            pairs.append((reader.text(left), reader.plain(right)))
        elif arrow:
            extra.append(reader.plain(right))
    return {"kind": "matching", "pairs": tuple(pairs), "extra": tuple(extra)}


def _typed(inside: str, reader: Reader) -> dict[str, Any]:
    forms = []
    for _, written in _parts(inside if inside.startswith("=") else f"={inside}", "="):
        share, text, why = _weighed(written)
        if share is not None and share < 100:
            reader.report.lost(reader.called, "accept", _LESS, text)
            _tell_of_typed(why, reader)
            continue
        reader.of_right.append(reader.text(why))
        parts = [part.replace("*", "") for part in text.split(LITERAL_STAR)]
        bare = LITERAL_STAR.join(parts).strip()
        if bare != text.strip():
            reader.report.changed(reader.called, "answer", ANY_TEXT, text, bare.replace(LITERAL_STAR, "*"))
        forms.append(reader.plain(bare.replace(LITERAL_STAR, "*")))
    return {"kind": "short_answer", "answers": tuple(dict.fromkeys(filter(None, forms)))}


def _tell_of_typed(why: str, reader: Reader) -> None:
    if why:
        reader.report.lost(reader.called, "why", "what is said of a typed answer is left out", why)


def _number(inside: str, reader: Reader) -> dict[str, Any]:
    """The number that is right; what earns a part, or is no number in digits, is told."""
    answers = _parts(inside, "=~") if inside.lstrip().startswith(("=", "~")) else [("=", inside)]
    found: dict[str, Any] = {"kind": "numerical"}
    for sign, written in answers:
        share, text, why = _weighed(written)
        is_right = sign != "~" and (share is None or share >= 100)
        if is_right and "answers" not in found:
            reader.of_right.append(reader.text(why))
            found = _value(text, reader)
            continue
        if text:
            rule = "one number is right here" if is_right else _LESS
            reader.report.lost(reader.called, "accept", rule, text)
        _tell_of_typed(why, reader)
    return found


def _value(text: str, reader: Reader) -> dict[str, Any]:
    try:
        if ".." in text:
            low, high = (Decimal(each.strip()) for each in text.split("..", 1))
            middle, margin = (low + high) / 2, (high - low) / 2
        else:
            number, _, off = text.partition(":")
            middle, margin = Decimal(number.strip()), Decimal(off.strip() or "0")
    except InvalidOperation:
        rule = "this is no number in digits: Moodle would take every answer for right"
        reader.report.changed(reader.called, "answer", rule, text)
        return {"kind": "numerical", "answers": (reader.plain(text.partition(":")[0]),)}
    return {"kind": "numerical", "answers": (digits(middle),), "tolerance": digits(margin)}
