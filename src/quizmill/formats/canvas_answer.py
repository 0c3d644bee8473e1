"""What an item of QTI 1.2 has for its type alone, as the fields of an item of ours."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from quizmill.bank.markup import plain
from quizmill.formats.canvas_texts import QtiTexts
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Choice
from quizmill.formats.posed import decimal_of, digits

Fields = dict[str, Any]
_CHOICES = {"multiple_choice_question": "multiple_choice", "multiple_answers_question": "multiple_response"}
_CHOICES |= {"cc.multiple_choice.v0p1": "multiple_choice", "cc.multiple_response.v0p1": "multiple_response"}


def answered(kind: str, texts: QtiTexts) -> Fields | None:
    """The fields of that type; None for one that is not read."""
    match kind:
        case _ if kind in _CHOICES:
            return {"kind": _CHOICES[kind], "choices": _choices(texts)}
        case "true_false_question" | "cc.true_false.v0p1":
            return _truth(texts)
        case "short_answer_question" | "cc.fib.v0p1":
            return {"kind": "short_answer", "answers": tuple(literal(each) for each in _right(texts))}
        case "numerical_question":
            return _number(texts)
        case "matching_question":
            return _pairs(texts)
        case "ordering_question":
            lines = _labels(texts)
            return {
                "kind": "ordering",
                "steps": tuple(lines[each] for each in _right(texts) if each in lines),
            }
        case "fill_in_multiple_blanks_question" | "multiple_dropdowns_question":
            return _blanks(texts, lists=kind == "multiple_dropdowns_question")
        case "essay_question" | "cc.essay.v0p1":
            return {"kind": "essay"}
        case _:
            return None


def _right(texts: QtiTexts, ident: str = "") -> list[str]:
    """What is right, by ident or as it is typed."""
    found: dict[str, None] = {}
    for condition in texts.item.iter("respcondition"):
        held, earns = condition.find("conditionvar"), condition.find("setvar")
        if held is None or earns is None:
            continue
        denied = {id(each) for no in held.iter("not") for each in no.iter("varequal")}
        for each in held.iter("varequal"):
            if id(each) not in denied and (not ident or each.get("respident") == ident):
                found[(each.text or "").strip()] = None
    return list(found)


def _labels(texts: QtiTexts, within: Element | None = None) -> dict[str, str]:
    held = texts.item if within is None else within
    return {each.get("ident", ""): texts.markup(each, "answer") for each in held.iter("response_label")}


def _choices(texts: QtiTexts) -> tuple[Choice, ...]:
    right = _right(texts)
    return tuple(
        Choice(text, ident in right, "" if ident in right else texts.said(f"{ident}_fb", "why"))
        for ident, text in _labels(texts).items()
    )


def _truth(texts: QtiTexts) -> Fields:
    options = _choices(texts)
    true = next((each for each in options if plain(each.text).strip().lower() == "true"), None)
    if true is None or not any(each.right for each in options):
        return {"kind": "true_false"}
    return {"kind": "true_false", "truth": true.right, "correction": true.why}


def _number(texts: QtiTexts) -> Fields:
    values = [decimal_of(each) for each in _right(texts)]
    known = [each for each in values if each is not None]
    if not known:
        return {"kind": "numerical"}
    for other in known[1:]:
        texts.report.lost(texts.called, "accept", "one number is right here", digits(other))
    most = decimal_of(next((each.text or "" for each in texts.item.iter("varlte")), ""))
    margin = digits(most - known[0]) if most is not None and most > known[0] else ""
    return {"kind": "numerical", "answers": (digits(known[0]),), "tolerance": margin}


def _pairs(texts: QtiTexts) -> Fields:
    pairs, rights, taken = [], dict[str, str](), set()
    for response in texts.item.iter("response_lid"):
        rights |= _labels(texts, response)
        for ident in _right(texts, response.get("ident", ""))[:1]:
            taken.add(ident)
            pairs.append((texts.markup(response, "pairs"), rights.get(ident, "")))
    extra = tuple(text for ident, text in rights.items() if ident not in taken)
    return {"kind": "matching", "pairs": tuple(pairs), "extra": extra}


def _blanks(texts: QtiTexts, *, lists: bool) -> Fields:
    text = texts.prompt()
    for response in texts.item.iter("response_lid"):
        ident = response.get("ident", "")
        labels, right = _labels(texts, response), _right(texts, ident)
        if lists:
            rule = "a blank that takes one of several is typed here"
            texts.report.changed(texts.called, "prompt", rule, " / ".join(labels.values()))
        forms = [labels[each] for each in right if each in labels]
        forms += [] if lists else [form for each, form in labels.items() if each not in right]
        inside = "|".join(form.replace("|", r"\|") for form in forms)
        text = text.replace(f"[{ident.removeprefix('response_')}]", f"{{{{{inside}}}}}")
    return {"kind": "cloze", "prompt": text}
