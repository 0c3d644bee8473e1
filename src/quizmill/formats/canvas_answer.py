"""What an item of QTI 1.2 has for its type alone, as the fields of an item of ours."""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree.ElementTree import Element

from quizmill.bank.cloze import Blank
from quizmill.bank.markup import blocks, plain
from quizmill.bank.markup.block import ItemList
from quizmill.formats import blanks
from quizmill.formats.canvas_key import Feedback, Key
from quizmill.formats.canvas_number import number
from quizmill.formats.canvas_texts import QtiTexts
from quizmill.formats.canvas_xml import POINTS
from quizmill.formats.in_markup import as_markup, literal
from quizmill.formats.item import Choice

Fields = dict[str, Any]
_POINTS = re.compile(rf'<ul class="{POINTS}">.*?</ul>', re.DOTALL)
_NAMED = re.compile(r"\[(?P<name>[^\[\]]+)\]")
_FROM_LIST = frozenset(("dropdown", "wordbank"))  # New Quizzes' ways to fill a blank with one of several
_LOOSE = frozenset(("TextContainsAnswer", "TextCloseEnough", "TextRegex"))  # how it may compare what is typed


def answered(kind: str, texts: QtiTexts, key: Key, feedback: Feedback) -> Fields | None:
    """The fields of its kind, with its prompt and explanation; None for a kind that is not read."""
    found = _of_kind(kind, _Answer(texts, key, feedback))
    if found is None:
        return None
    if "prompt" not in found:
        found["prompt"] = texts.prompt()
    of_right = [said for value in key.right() if (said := feedback.of(value))]
    return {"hint": feedback.hint(), "explanation": feedback.explanation(of_right), **found}


def _of_kind(kind: str, reading: _Answer) -> Fields | None:
    match kind:
        case "multiple_choice":
            return reading.choices(several=False)
        case "multiple_response":
            return reading.choices(several=True)
        case "true_false":
            return reading.truth()
        case "short_answer":
            return reading.typed()
        case "numerical":
            return reading.number()
        case "matching":
            return reading.pairs()
        case "ordering":
            return reading.steps()
        case "blanks" | "lists" | "gaps":
            return reading.gaps() if kind == "gaps" else reading.blanks(lists=kind == "lists")
        case "essay":
            return reading.essay()
        case _:
            return None


class _Answer:
    """One item, and what of it is right."""

    def __init__(self, texts: QtiTexts, key: Key, feedback: Feedback) -> None:
        self._texts = texts
        self._key = key
        self._feedback = feedback

    def choices(self, *, several: bool) -> Fields:
        """Options, in the file's order."""
        right = self._key.right()
        options: list[Choice] = []
        best = max(right.values(), default=0)
        for ident, text in self._labels(self._texts.item).items():
            is_right = ident in right and (several or right[ident] == best)
            if ident in right and not is_right:
                rule = "an answer that earns a part is not right here"
                self._texts.report.changed(self._texts.called, "distractors", rule, text)
            if is_right and not several and any(option.right for option in options):
                rule = "a second option that is right too is left out"
                self._texts.report.lost(self._texts.called, "answer", rule, text)
                continue
            options.append(Choice(text, is_right, "" if is_right else self._feedback.of(ident)))
        kind = "multiple_response" if several else "multiple_choice"
        return {"kind": kind, "choices": tuple(options)}

    def truth(self) -> Fields:
        """A statement; what is said to who takes the wrong side is its correction."""
        right = self._key.right()
        sides = {
            (plain(text).strip() or ident).lower().endswith("true"): ident
            for ident, text in self._labels(self._texts.item).items()
        }
        told = [side for side, ident in sides.items() if ident in right]
        if len(sides) != 2 or len(told) != 1:
            return self.choices(several=False)
        truth = told[0]
        if truth:
            return {"kind": "true_false", "truth": True}
        return {"kind": "true_false", "truth": False, "correction": self._feedback.of(sides[True])}

    def typed(self) -> Fields:
        """Answers to type."""
        forms = dict.fromkeys(literal(each) for each in self._key.right())
        answers = tuple(each for each in forms if each)
        return {"kind": "short_answer", "answers": answers, **self._compared()}

    def number(self) -> Fields:
        """A number to type."""
        return number(self._texts, self._key)

    def pairs(self) -> Fields:
        """Lefts with their rights; a right that belongs to none is spare."""
        pairs, rights, taken = [], dict[str, str](), set()
        for response in self._responses():
            labels = self._labels(response)
            rights |= labels
            left = self._texts.markup(response, "pairs")
            right = next((each for each in self._key.right(response.get("ident", "")) if each in labels), "")
            if not left or not labels.get(right, ""):
                if left:
                    rule = "a left without a right is left out"
                    self._texts.report.lost(self._texts.called, "pairs", rule, left)
                continue
            taken.add(labels[right])
            pairs.append((left, labels[right]))
        extra = dict.fromkeys(text for text in rights.values() if text and text not in taken)
        return {"kind": "matching", "pairs": tuple(pairs), "extra": tuple(extra)}

    def steps(self) -> Fields:
        """Steps in the order in which their condition names them."""
        labels = self._labels(self._texts.item)
        steps = tuple(labels[each] for each in self._key.right() if each in labels)
        for place in self._texts.item.iter("render_extension"):
            told = self._texts.markup(place, "prompt")
            if told:
                rule = "what stands above and below the steps is left out"
                self._texts.report.lost(self._texts.called, "prompt", rule, told)
        return {"kind": "ordering", "steps": steps}

    def blanks(self, *, lists: bool) -> Fields:
        """A text in which names in brackets stand for blanks."""
        written = self._texts.asked()
        sign = blanks.unused(written)
        mark = f"{sign}{{}}{sign}"
        named = {each.get("ident", "").removeprefix("response_"): each for each in self._responses()}
        lists = lists or all(_is_list(each) for each in named.values())
        found: list[str] = []

        def marked(each: re.Match[str]) -> str:
            name = html.unescape(each["name"])
            if name not in named:
                return each[0]
            found.append(name)
            return mark.format(len(found))

        written = _NAMED.sub(marked, written)
        if lists and len(named) == len(found) == 1:
            return {
                **self.choices(several=False),
                "prompt": self._texts.shown(written.replace(mark.format(1), "____"), "prompt"),
            }
        for name in (each for each in named if each not in found):
            rule = "a blank that the text does not name is left out"
            self._texts.report.lost(self._texts.called, "prompt", rule, name)
        return self._cloze(written, mark, [self._blank(named[name], lists=lists) for name in found])

    def gaps(self) -> Fields:
        """A text that is typed into where it stands."""
        sign = blanks.unused(self._texts.asked())
        mark = f"{sign}{{}}{sign}"
        found = []
        for response in (*self._texts.item.iter("response_str"), *self._texts.item.iter("response_num")):
            idents = [response.get("ident", ""), *(each.get("ident", "") for each in response.iter())]
            forms = [
                literal(form) for ident in dict.fromkeys(idents) if ident for form in self._key.right(ident)
            ]
            found.append(Blank(forms[0] if forms else "", tuple(dict.fromkeys(forms[1:]))))
        return self._cloze(self._texts.asked(mark), mark, found) | self._compared()

    def essay(self) -> Fields:
        """An essay; the points of one of ours stand at the end of what is said of it."""
        points: list[str] = []
        for text in self._texts.item.iter("mattext"):
            found = _POINTS.search(text.text or "")
            if found and text.text:
                text.text = text.text.replace(found[0], "")
                lists = [
                    each
                    for each in blocks(self._texts.shown(found[0], "points"))
                    if isinstance(each, ItemList)
                ]
                points += [as_markup(point) for each in lists for point in each.items]
        return {"kind": "essay", "points": tuple(points)}

    def _cloze(self, html: str, mark: str, found: list[Blank]) -> Fields:
        text = self._texts.shown(html, "prompt")
        return {
            "kind": "cloze",
            "prompt": blanks.filled(text, mark, found, self._texts.called, self._texts.report),
        }

    def _blank(self, response: Element, *, lists: bool) -> Blank:
        """What is right in a blank; what it is chosen from is told."""
        labels, right = self._labels(response), self._key.right(response.get("ident", ""))
        told = list(response.iter("response_label"))
        forms = [labels[each] for each in right if each in labels]
        if lists or _is_list(response):
            rule = "a blank that takes one of several is typed here"
            self._texts.report.changed(self._texts.called, "prompt", rule, " / ".join(labels.values()))
        else:
            forms += [form for each, form in labels.items() if each not in right]
        for each in told:
            if each.get("scoring_algorithm") in _LOOSE:
                rule = "a blank that takes what is like the answer, or a pattern, takes it as it is written"
                self._texts.report.changed(self._texts.called, "prompt", rule, labels[each.get("ident", "")])
        forms = list(dict.fromkeys(form for form in forms if form))
        return Blank(forms[0] if forms else "", tuple(forms[1:]))

    def _compared(self) -> Fields:
        """That capitals count, where every form says so; Canvas never does."""
        values = [value for condition in self._key.earning for value in condition.values]
        by_case = bool(values) and all(value.get("case", "").lower() == "yes" for value in values)
        return {"ours": {"compare": "case"}} if by_case else {}

    def _responses(self) -> list[Element]:
        return [*self._texts.item.iter("response_lid"), *self._texts.item.iter("response_grp")]

    def _labels(self, within: Element) -> dict[str, str]:
        return {
            each.get("ident", ""): self._texts.markup(each, "answer")
            for each in within.iter("response_label")
        }


def _is_list(response: Element) -> bool:
    """Whether New Quizzes has a blank filled with one of several."""
    return any(each.get("answer_type") in _FROM_LIST for each in response.iter("response_label"))
