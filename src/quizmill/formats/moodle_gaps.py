"""XmlTexts with gaps of a Moodle file: Cloze, and those whose gaps take words from a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from quizmill.bank.cloze import Blank
from quizmill.bank.markup import plain
from quizmill.formats import blanks
from quizmill.formats.from_html import from_html
from quizmill.formats.in_markup import literal
from quizmill.formats.moodle_answer import chosen, form
from quizmill.formats.moodle_cloze import Answer, Gap, parts
from quizmill.formats.moodle_texts import XmlTexts, said

_ALL_OF_THEM = "a gap wants all of several at once, and a blank takes one: the question is left out"
_WORD = re.compile(r"\[\[(?P<number>\d{1,3})\]\]")


def gapped(kind: str, texts: XmlTexts) -> dict[str, Any] | None:
    """The fields of an item that a text with gaps becomes; None for another type."""
    match kind:
        case "cloze" | "multianswer":
            return _embedded(texts)
        case "gapselect":
            return _listed(texts, "selectoption")
        case "ddwtos":
            return _listed(texts, "dragbox")
        case _:
            return None


def unaskable(kind: str, texts: XmlTexts) -> str:
    """Why a text with gaps can be no question of a bank; empty where it can."""
    match kind:
        case "cloze" | "multianswer":
            found = parts(said(texts.question.find("questiontext")))
            gaps = [part for part in found if isinstance(part, Gap)]
            return _ALL_OF_THEM if len(gaps) > 1 and any(map(_takes_several, gaps)) else ""
        case _:
            return ""


def _takes_several(gap: Gap) -> bool:
    return gap.type == "MR" and sum(each.share > 0 for each in gap.answers) > 1


def _embedded(texts: XmlTexts) -> dict[str, Any]:
    """A cloze; a single gap that takes one of several is a question of choice."""
    found = list(parts(said(texts.question.find("questiontext"))))
    gaps = [part for part in found if isinstance(part, Gap)]
    sign = blanks.unused(said(texts.question.find("questiontext")))
    mark = f"{sign}{{}}{sign}"
    marked = _marked(found, mark)
    marks = {"marks": min(100, max(1, sum(gap.weight for gap in gaps)))}
    if len(gaps) == 1 and gaps[0].type in ("MC", "MR"):
        several = gaps[0].type == "MR"
        told = [(each.share, _html(each.text, texts), _html(each.why, texts)) for each in gaps[0].answers]
        prompt = _text(marked, texts).replace(mark.format(1), "____")
        return {"prompt": prompt, **marks, **chosen(told, texts, several=several)}
    return _with_blanks(marked, mark, [_blank(gap, texts) for gap in gaps], texts) | marks | _case(gaps)


def _case(gaps: Sequence[Gap]) -> dict[str, Any]:
    return {"ours": {"compare": "case"}} if any(gap.type == "SAC" for gap in gaps) else {}


def _marked(found: Sequence[str | Gap], mark: str) -> str:
    """The text with a mark for each gap."""
    marked, number = "", 0
    for part in found:
        number += isinstance(part, Gap)
        marked += part if isinstance(part, str) else mark.format(number)
    return marked


def _text(html: str, texts: XmlTexts) -> str:
    holder = texts.question.find("questiontext")
    return texts.markup(html, holder, "prompt") if holder is not None else ""


def _html(html: str, texts: XmlTexts) -> str:
    return from_html(html, lambda rule, was: texts.report.changed(texts.called, "prompt", rule, was))


def bare(html: str) -> str:
    """What a report shows of HTML."""
    return plain(from_html(html, lambda rule, was: None))


def _blank(gap: Gap, texts: XmlTexts) -> Blank:
    """What counts as right in a gap, typed; what else it has is told."""
    forms = [_form(gap, each, texts) for each in gap.answers if each.share >= 100]
    if gap.type in ("MC", "MR"):
        rule = "a gap that takes one of several is typed here"
        texts.report.changed(
            texts.called, "prompt", rule, " / ".join(bare(each.text) for each in gap.answers)
        )
    for each in gap.answers:
        if each.share >= 100:
            texts.right(_html(each.why, texts))
            continue
        if each.share > 0:
            less = each.text if gap.type in ("SA", "SAC", "NM") else bare(each.text)
            texts.lost("prompt", "an answer that earns a part is not right here", less)
        texts.lost("why", "what is said of an answer in a gap is left out", _html(each.why, texts))
    return Blank(forms[0] if forms else "", tuple(dict.fromkeys(forms[1:])))


def _form(gap: Gap, answer: Answer, texts: XmlTexts) -> str:
    if gap.type in ("MC", "MR"):
        return _html(answer.text, texts)
    if gap.type != "NM":
        return form(answer.text, texts)
    value, _, margin = answer.text.partition(":")
    if margin.strip("0., "):
        texts.report.changed(
            texts.called, "prompt", "a number in a gap has no tolerance here", answer.text, value
        )
    return literal(value)


def _listed(texts: XmlTexts, name: str) -> dict[str, Any]:
    """A text whose gaps name words of a list by their number, from 1."""
    html = said(texts.question.find("questiontext"))
    words = [texts.rich(each, "prompt") for each in texts.all(name)]
    taken = [int(found["number"]) for found in _WORD.finditer(html)]
    found = [Blank(words[number - 1]) if 1 <= number <= len(words) else Blank("") for number in taken]
    sign = blanks.unused(html)
    mark = f"{sign}{{}}{sign}"
    numbers = iter(range(1, len(taken) + 1))
    rule = "a gap that takes a word of a list is typed here"
    texts.report.changed(texts.called, "prompt", rule, " / ".join(words))
    marked = _WORD.sub(lambda found: mark.format(next(numbers)), html)
    return _with_blanks(marked, mark, found, texts)


def _with_blanks(marked: str, mark: str, found: Sequence[Blank], texts: XmlTexts) -> dict[str, Any]:
    """The text with its blanks as a bank writes them."""
    return {
        "kind": "cloze",
        "prompt": blanks.filled(_text(marked, texts), mark, found, texts.called, texts.report),
    }
