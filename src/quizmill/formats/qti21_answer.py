"""What an item of QTI 2 has for its kind alone, as the fields of an item of ours."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from quizmill.bank.cloze import Blank
from quizmill.bank.markup import plain
from quizmill.formats import blanks
from quizmill.formats.games import truth
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Choice
from quizmill.formats.posed import decimal_of, digits
from quizmill.formats.qti21_element import QtiItem, elements

Fields = dict[str, Any]
_NUMBERS = ("float", "integer")


def answered(item: QtiItem) -> Fields | None:
    """The kind and its fields; None for what no question of ours is answered in."""
    tags = {each.tag for each in item.interactions}
    names = [each.tag for each in item.interactions]
    if tags and tags <= {"textEntryInteraction", "inlineChoiceInteraction"}:
        return _typed(item)
    if len(names) != 1:
        return None
    asked = item.interactions[0]
    match names[0]:
        case "choiceInteraction":
            return _chosen(item, asked)
        case "matchInteraction":
            return _pairs(item, asked)
        case "orderInteraction":
            labels = _labels(item, asked, "sequence")
            right = item.right(asked.get("responseIdentifier", ""))
            return {"kind": "ordering", "steps": tuple(labels[each] for each in right if each in labels)}
        case "extendedTextInteraction":
            return _essay(item, asked)
        case _:
            return None


def said(item: QtiItem, outcomes: set[str]) -> dict[str, Element]:
    """The feedback of an item by what it is shown for, but for *outcomes* that are told elsewhere."""
    return {
        each.get("identifier", ""): each
        for each in elements(item.root, "modalFeedback", "feedbackInline", "feedbackBlock")
        if each.get("outcomeIdentifier") not in outcomes
    }


def _labels(item: QtiItem, holder: Element, field: str) -> dict[str, str]:
    return {
        each.get("identifier", ""): item.markup(each, field)
        for each in elements(holder, "simpleChoice", "simpleAssociableChoice")
    }


def _mapped(item: QtiItem, name: str) -> dict[str, Decimal]:
    declared = item.declared(name)
    entries = [] if declared is None else declared.iterfind("mapping/mapEntry")
    return {each.get("mapKey", ""): decimal_of(each.get("mappedValue", "")) or Decimal(0) for each in entries}


def _chosen(item: QtiItem, asked: Element) -> Fields:
    name = asked.get("responseIdentifier", "")
    labels, right = _labels(item, asked, "answer"), item.right(name)
    right = right or [each for each, value in _mapped(item, name).items() if value > 0]
    whys = {ident: item.markup(each, "why") for ident, each in said(item, {"EXPLANATION"}).items()}
    truths = {ident: truth(plain(text)) for ident, text in labels.items()}
    if set(labels) == {"true", "false"} or (len(labels) == 2 and set(truths.values()) == {True, False}):
        true = next((each for each in labels if each == "true" or truths[each]), "")
        wrong = next((each for each in labels if each not in right), "")
        return {
            "kind": "true_false",
            "truth": true in right if right else None,
            "correction": whys.get(wrong, ""),
        }
    choices = [
        Choice(text, each in right, "" if each in right else whys.get(each, ""))
        for each, text in labels.items()
    ]
    for ident in labels:
        if ident in right and whys.get(ident):
            item.report.lost(item.called, "why", "what is said to who is right is left out", whys[ident])
    several = asked.get("maxChoices", "1") != "1" or len(right) > 1
    return {
        "kind": "multiple_response" if several else "multiple_choice",
        "choices": tuple(choices),
        "ours": {} if several else _order(asked, choices),
    }


def _order(asked: Element, choices: list[Choice]) -> Fields:
    """What is told of the order of options, where it is one of our items that tells it."""
    told = asked.get("class", "").split()
    found: Fields = {"pin_last": True} if "quizmill-last" in told else {}
    if "quizmill-kept" in told:
        place = next((at for at, each in enumerate(choices, start=1) if each.right), 1)
        found |= {"shuffle": False, "place": place}
    return found


def _pairs(item: QtiItem, asked: Element) -> Fields | None:
    sets = list(asked.iter("simpleMatchSet"))
    if len(sets) != 2:
        return None
    lefts, rights = (_labels(item, each, "pairs") for each in sets)
    right = [each.split() for each in item.right(asked.get("responseIdentifier", ""))]
    wanted = {pair[0]: pair[1] for pair in right if len(pair) == 2}
    if len(wanted) < len(right):
        return None  # a left with several rights
    pairs = tuple((text, rights.get(wanted.get(each, ""), "")) for each, text in lefts.items())
    extra = tuple(text for each, text in rights.items() if each not in wanted.values())
    return {"kind": "matching", "pairs": pairs, "extra": extra}


def _essay(item: QtiItem, asked: Element) -> Fields:
    scored = [each for each in item.body.iter("rubricBlock") if "scorer" in each.get("view", "").split()]
    points = [item.markup(each, "points") for block in scored for each in block.iter("li")]
    whole = [item.markup(block, "points") for block in scored]
    if points and not item.is_ours and any(map(_has_more, scored)):
        rule = "what stands around the points is left out"
        item.report.lost(item.called, "points", rule, " ".join(whole))
    points = points or whole
    lines = decimal_of(asked.get("expectedLines", "")) if item.is_ours else None
    ours = {"lines": int(lines)} if lines else {}
    return {"kind": "essay", "points": tuple(filter(None, points)), "ours": ours}


def _has_more(block: Element) -> bool:
    """Whether a rubric says something beside the items of its lists."""
    listed = [text.strip() for each in block.iter("li") for text in each.itertext()]
    return "".join(text.strip() for text in block.itertext()) != "".join(listed)


def _typed(item: QtiItem) -> Fields | None:
    """A number, a short answer, or a text with blanks."""
    asked = item.interactions[0]
    name = asked.get("responseIdentifier", "")
    declared = item.declared(name)
    alone = len(item.interactions) == 1 and asked.tag == "textEntryInteraction"
    if alone and declared is not None and declared.get("baseType") in _NUMBERS:
        return _number(item, name)
    part = item.part("prompt")
    is_cloze = asked in list(part.iter()) if part is not None else not _ends(item.body, asked)
    if alone and not is_cloze:
        forms = tuple(literal(each) for each in _forms(item, asked))
        return {"kind": "short_answer", "answers": forms, "ours": _compared(item)}
    holder = item.body if part is None else part
    sign = blanks.unused("".join(item.body.itertext()))
    mark = f"{sign}{{}}{sign}"
    found = []
    for each in item.interactions:
        forms = tuple(literal(form) for form in _forms(item, each))
        if each.tag == "inlineChoiceInteraction":
            rule = "a blank that takes one of several is typed here"
            item.report.changed(item.called, "prompt", rule, " / ".join(_inline(each).values()))
        found.append(Blank(forms[0] if forms else "", forms[1:]))
    text = blanks.filled(item.markup(holder, "prompt", mark), mark, found, item.called, item.report)
    return {"kind": "cloze", "prompt": text, "ours": _compared(item)}


def _ends(body: Element, asked: Element) -> bool:
    """Whether nothing is said behind the field."""
    stream = list(_stream(body))
    behind = stream[next(at for at, each in enumerate(stream) if each is asked) :]
    return not any(each.strip() for each in behind if isinstance(each, str))


def _stream(holder: Element) -> Iterator[Element | str]:
    """An element, and what it says in reading order."""
    yield holder
    if holder.tag != "rubricBlock":
        yield holder.text or ""
        for each in holder:
            yield from _stream(each)
            yield each.tail or ""


def _forms(item: QtiItem, asked: Element) -> list[str]:
    """What is right in a field: what earns the most, the answer that is shown before the others."""
    name = asked.get("responseIdentifier", "")
    mapped, right = _mapped(item, name), item.right(name)
    most = max(mapped.values(), default=Decimal(0))
    for key, value in mapped.items():
        if 0 < value < most:
            rule = "an answer that earns a part of the marks is left out"
            item.report.lost(item.called, "accept", rule, f"{key} ({value})")
    forms = dict.fromkeys([*right, *(key for key, value in mapped.items() if value == most > 0)])
    labels = _inline(asked)
    return [labels.get(form, form) for form in forms]


def _inline(asked: Element) -> dict[str, str]:
    return {
        each.get("identifier", ""): "".join(each.itertext()).strip() for each in asked.iter("inlineChoice")
    }


def _compared(item: QtiItem) -> Fields:
    """Whether capitals count, where it is one of our items that says so."""
    entries = list(item.root.iter("mapEntry"))
    by_case = entries and all(each.get("caseSensitive") != "false" for each in entries)
    return {"compare": "case"} if item.is_ours and by_case else {}


def _number(item: QtiItem, name: str) -> Fields:
    """A number with what else is right: from here to there, or so far off."""
    values = [decimal_of(each) for each in item.right(name)]
    value = next((each for each in values if each is not None), None)
    if value is None:
        return {"kind": "numerical"}
    margins = [Decimal(0)]
    for each in elements(item.root, "gte", "lte", "equal"):
        tolerance = each.get("tolerance", "").split()[-1:] if each.get("toleranceMode") == "absolute" else []
        bounds = [found.text or "" for found in each.iter("baseValue")] if each.tag != "equal" else []
        margins += [found for told in tolerance if (found := decimal_of(told)) is not None]
        margins += [abs(found - value) for told in bounds if (found := decimal_of(told)) is not None]
        if each.get("toleranceMode") == "relative":
            item.report.lost(item.called, "tolerance", "a tolerance in hundredths is left out")
    unit = item.part("unit")
    most = max(margins)
    return {
        "kind": "numerical",
        "answers": (digits(value),),
        "tolerance": digits(most) if most > 0 else "",
        "unit": "" if unit is None else item.markup(unit, "unit"),
    }
