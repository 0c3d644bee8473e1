"""What a question of a Moodle file has for its type alone, as the fields of an item."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from quizmill.bank import values
from quizmill.bank.markup import blocks, escape, plain
from quizmill.bank.markup.block import ItemList
from quizmill.formats.in_markup import ANY_TEXT, as_markup, literal
from quizmill.formats.item import Choice
from quizmill.formats.moodle_texts import XmlTexts, decimal, said
from quizmill.formats.posed import digits

Fields = dict[str, Any]
_LESS = "an answer that earns a part is not right here"
_WILD = re.compile(r"(?<!\\)\*")
_TYPED = "what is said of a typed answer is left out"


def _share(answer: Element) -> Decimal:
    return decimal(answer.get("fraction", "0")) or Decimal(0)


def choices(texts: XmlTexts) -> Fields:
    """Options of which one is right, or several."""
    several = texts.question.get("type") == "multichoiceset" or not texts.is_on("single", "true")
    told = [
        (_share(answer), texts.rich(answer, "answer"), texts.rich(answer.find("feedback"), "why"))
        for answer in texts.all("answer")
    ]
    return {**chosen(told, texts, several=several), **_order(texts, [text for _, text, _ in told], several)}


def chosen(told: list[tuple[Decimal, str, str]], texts: XmlTexts, *, several: bool) -> Fields:
    """Options, each with its share, its text, and what is said of it."""
    best = max((share for share, _, _ in told), default=Decimal(0))
    options: list[Choice] = []
    for share, text, why in told:
        right = share > 0 and (several or share == best)
        if share > 0 and not right:
            texts.report.changed(texts.called, "distractors", _LESS, text)
        if right and not several and any(option.right for option in options):
            texts.lost("answer", "a second option that is right too is left out", text)
            continue
        if right:
            texts.right(why)
        options.append(Choice(text, right, "" if right else why))
    if several and len({share for share, _, _ in told if share > 0}) > 1:
        texts.report.changed(texts.called, "answers", "each right option earns the same here")
    return {"kind": "multiple_response" if several else "multiple_choice", "choices": tuple(options)}


def _order(texts: XmlTexts, options: list[str], several: bool) -> Fields:
    """That options stay in their order, where that is not told by their values already."""
    if several or texts.is_on("shuffleanswers", "true"):
        return {}
    return {} if values.ascending(map(plain, options)) else {"ours": {"shuffle": False}}


def truth(texts: XmlTexts) -> Fields:
    """A statement; in old files the words for true and false are those of a language, true first."""
    truth, said_of = None, {True: "", False: ""}
    for at, answer in enumerate(texts.all("answer")[:2]):
        named = said(answer).lower()
        is_true = named == "true" if named in ("true", "false") else at == 0
        said_of[is_true] = texts.rich(answer.find("feedback"), "why")
        if _share(answer) > 0:
            truth = is_true
    if truth is None:
        return {"kind": "true_false"}
    texts.right(said_of[truth])
    if truth:
        texts.lost("why", "a true statement says nothing to who denies it", said_of[False])
    return {"kind": "true_false", "truth": truth, "correction": "" if truth else said_of[True]}


def typed(texts: XmlTexts) -> Fields:
    """Answers to type; only those that are right as a whole."""
    forms = []
    for answer in texts.all("answer"):
        why, text = texts.rich(answer.find("feedback"), "why"), said(answer)
        if _share(answer) < 100:
            texts.lost("accept", _LESS, text if _share(answer) > 0 else "")
            texts.lost("why", _TYPED, why)
            continue
        texts.right(why)
        forms.append(form(text, texts))
    ours = {"compare": "case"} if texts.is_on("usecase", "0") else {}
    return {"kind": "short_answer", "answers": tuple(dict.fromkeys(filter(None, forms))), "ours": ours}


def form(text: str, texts: XmlTexts) -> str:
    """A form that is right, as markup in which nothing is a mark, without stars that stand for any text."""
    bare = _WILD.sub("", text).strip()
    if bare != text.strip():
        texts.report.changed(texts.called, "answer", ANY_TEXT, text, bare)
    return escape(bare.replace("\\*", "*"))


def number(texts: XmlTexts) -> Fields:
    """The first number that is right as a whole; Moodle takes several, ranges and units."""
    found: Fields = {"kind": "numerical"}
    for answer in texts.all("answer"):
        why, text = texts.rich(answer.find("feedback"), "why"), said(answer) or "*"
        if _share(answer) < 100 or "answers" in found:
            texts.lost(
                "accept", _LESS if _share(answer) < 100 else "one number is right here", _worth(answer, text)
            )
            texts.lost("why", _TYPED, why)
            continue
        texts.right(why)
        value, margin = decimal(text.replace(",", ".")), decimal(answer.findtext("tolerance") or "0")
        if text == "*":
            texts.report.changed(texts.called, "answer", "any number is right in Moodle", text)
        found["answers"] = (literal(text) if value is None else digits(value),)
        found["tolerance"] = digits(margin) if margin and value is not None else ""
    return found | _unit(texts)


def calculated(texts: XmlTexts) -> Fields:
    """A question whose numbers are drawn anew for everybody: its text and its formula, and no answer."""
    formulas = [text for answer in texts.all("answer") if (text := said(answer))]
    for answer in texts.all("answer"):
        texts.lost("why", _TYPED, texts.rich(answer.find("feedback"), "why"))
    rule = "its numbers are drawn for everybody: write some into the prompt, and their answer"
    texts.report.changed(texts.called, "answer", rule, "; ".join(formulas), "x-formula")
    return {"kind": "numerical", "ours": {"x-formula": "; ".join(formulas)}} | _unit(texts)


def _worth(answer: Element, text: str) -> str:
    return text if _share(answer) > 0 else ""


def _unit(texts: XmlTexts) -> Fields:
    unit = ""
    for each in texts.question.iterfind("units/unit"):
        name, times = (each.findtext("unit_name") or "").strip(), decimal(each.findtext("multiplier") or "1")
        if times == 1 and not unit:
            unit = name
        else:
            texts.lost("unit", "a second unit, or one of another size, is left out", name)
    return {"unit": unit}


def pairs(texts: XmlTexts) -> Fields:
    """Lefts with their rights; a right without a left is spare."""
    pairs, extra = [], []
    for each in texts.all("subquestion"):
        left, answer = texts.rich(each, "pairs"), each.find("answer")
        is_html = texts.question.get("type") == "ddmatch"
        right = texts.rich(answer, "pairs") if is_html else literal(said(answer))
        if left and right:
            pairs.append((left, right))
        elif right:
            extra.append(right)
        else:
            texts.lost("pairs", "a left without a right is left out", left)
    return {"kind": "matching", "pairs": tuple(pairs), "extra": tuple(extra)}


def steps(texts: XmlTexts) -> Fields:
    """Steps in the order that their shares tell."""
    answers = sorted(texts.all("answer"), key=_share)
    steps = (texts.rich(answer, "sequence") for answer in answers)
    return {"kind": "ordering", "steps": tuple(step for step in steps if step)}


def essay(texts: XmlTexts) -> Fields:
    """An essay; the notes for whoever marks it are its points."""
    lines = texts.option("responsefieldlines")
    texts.lost("prompt", "a text to begin with is left out", texts.child("responsetemplate", "prompt"))
    if texts.is_on("attachments", "0"):
        texts.lost("prompt", "files cannot be handed in", texts.option("attachments"))
    ours = {"lines": int(lines)} if lines.isascii() and lines.isdecimal() and 1 <= int(lines) <= 200 else {}
    return {"kind": "essay", "points": tuple(_points(texts.child("graderinfo", "points"))), "ours": ours}


def _points(notes: str) -> list[str]:
    """Each item of a list is a point; without a list each paragraph is one."""
    items = [item for block in blocks(notes) if isinstance(block, ItemList) for item in block.items]
    if items:
        return [as_markup(item) for item in items]
    return [part.strip() for part in re.split(r"\n\s*\n", notes) if part.strip()]
