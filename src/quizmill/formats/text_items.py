"""Questions of plain text as items: which kind the lines of the answer make them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from quizmill.bank.markup import escape, spans
from quizmill.formats.coded import TAGS, seen
from quizmill.formats.games import truth
from quizmill.formats.in_markup import as_markup, literal, with_formulas
from quizmill.formats.item import Choice, Item
from quizmill.formats.of_right import explained
from quizmill.formats.posed import digits
from quizmill.formats.report import Report
from quizmill.formats.text_key import Asked, Line
from quizmill.formats.text_signs import stated

_ESSAY = ("E", "P", "ES", "ESS")  # as Respondus calls kinds in `Type:`
_TYPED = ("F", "FB", "FIB", "FITB", "S", "SA")
_PAIRS = ("MT", "MAT")
_SEVERAL = ("MA", "MR")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
# HTML that Markdown lets stand, but for what code or a comparison has; and formulas as text2qti has them.
_ELEMENT = re.compile(
    r"(?P<code>`[^`]*`)|</?(?:iframe|div|span|p|br|hr|b|i|u|em|strong|sub|sup|img|a|table|thead|tbody|tr|t[dh]|[uo]l|li"
    r"|code|pre|center|font|video|audio|source|embed|object|script|style|h[1-6]|blockquote)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_DOLLARS = re.compile(r"(?<![\\$\w`])\$(?=\S)([^$`\n]+?)(?<=\S)\$(?![\w$])")
_UNITS = r"(?:marks?|points?|pts?\.?|punkte?|puntos?|分)"
_WORTH = re.compile(
    rf"\A(?P<begin>{TAGS})[(\[]\s*(?P<first>\d{{1,3}})\s*{_UNITS}\s*[)\]]\s*"
    rf"|\s*(?P<before>{TAGS})(?:\s*[(\[]\s*|(?<=\s\s){TAGS})(?P<last>\d{{1,3}})\s*{_UNITS}\s*[)\]]?"
    rf"(?P<after>{TAGS})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_TRUTHS = {"T": True, "F": False}


Turn = Callable[[str, str], str]  # of the name of a question and a text of it, as our markup


def items(found: Sequence[Asked], turn: Turn, report: Report) -> Iterator[Item]:
    """An item for each question that can be one."""
    titles = Counter(each.title for each in found)
    for each in found:
        if item := _Making(each, turn, report).item(titles[each.title] == 1):
            yield item


def turning(report: Report, *, is_markdown: bool) -> Turn:
    """How texts become markup: Markdown where the file is written in it, else each stands as it is."""

    def turn(called: str, written: str) -> str:
        text = "\n".join(line.strip() for line in written.strip().split("\n"))
        if "```" in text:
            return written.strip()
        if not is_markdown:
            return literal(text)
        if _PICTURE.search(text):
            rule = "a picture beside the text is not read: what it shows stands there"
            report.lost(called, "image", rule, text)
            text = _PICTURE.sub(lambda found: found["alt"], text)
        for found in _ELEMENT.finditer(text):
            if not found["code"]:
                report.changed(called, "prompt", "HTML in Markdown is left out, its text kept", found[0])
        text = _DOLLARS.sub(r"\\(\1\\)", _ELEMENT.sub(lambda found: found["code"] or "", text)).strip()
        return "\n\n".join(as_markup(with_formulas(spans(part))) for part in re.split(r"\n{2,}", text))

    return turn


class _Making:
    def __init__(self, asked: Asked, turn: Turn, report: Report) -> None:
        self._asked = asked
        self._turn = turn
        self._report = report
        self._called = asked.place
        self._of_right: list[str] = []  # what is said to who is right

    def item(self, is_titled: bool) -> Item | None:
        """The item, called by its title if no other is; None for what cannot be a question."""
        asked = self._asked
        asked.prompt, asked.points = _worth(asked.prompt, asked.points)
        if not asked.is_answered:
            asked.is_statement, asked.prompt = stated(asked.prompt)
        self._called = asked.title if is_titled and asked.title else asked.place
        if asked.title and not is_titled:
            rule = "several questions have this title: it is left out"
            self._report.lost(self._called, "id", rule, asked.title)
        if asked.choices and not asked.number and not asked.prompt.strip():
            rule = "its options have the letters of those before, and no question above them"
            self._report.lost(self._called, "question", rule, "\n".join(each.text for each in asked.choices))
            return None
        if asked.open == "^":
            rule = "a file that is handed in is no answer here"
            self._report.lost(self._called, "question", rule, asked.prompt)
            return None
        if asked.if_wrong.strip():
            rule = "what is said of any wrong answer is left out"
            self._report.lost(self._called, "why", rule, asked.if_wrong.strip())
        told = [self._text(each) for each in (asked.told, asked.if_right) if each.strip()]
        prompt, answered = self._text(asked.prompt), self._kind()
        return Item(
            place=asked.place,
            id=asked.title if is_titled else "",
            prompt=prompt,
            explanation=explained("\n\n".join(told), self._of_right, self._called, self._report),
            topic=asked.topic,
            marks=self._marks(),
            **answered,
        )

    def _text(self, written: str) -> str:
        return self._turn(self._called, written)

    def _marks(self) -> int:
        points = self._asked.points
        try:
            marks = Decimal(points or "1")
        except InvalidOperation:
            marks = Decimal(0)
        if marks == marks.to_integral_value() and 0 < marks < 1000:
            return int(marks)
        self._report.changed(self._called, "marks", "marks are whole numbers: it earns one", points, "1")
        return 1

    def _kind(self) -> dict[str, Any]:
        asked, called = self._asked, self._asked.type.strip().upper()
        if asked.value:
            return self._number()
        if called in _PAIRS:
            return self._pairs()
        if asked.lefts:
            return self._matched(asked.lefts)
        if called in _TYPED or asked.forms:
            lines = asked.forms or asked.choices
            self._hear_of_right(lines)
            return {"kind": "short_answer", "answers": tuple(self._form(each.text) for each in lines)}
        if asked.truth is not None or asked.is_statement:
            return {"kind": "true_false", "truth": asked.truth}
        if asked.open or called in _ESSAY or not (asked.choices or asked.boxes):
            points = tuple(self._text(each.text) for each in asked.choices)
            return {"kind": "essay", "points": points}
        return self._options(several=bool(asked.boxes) or called in _SEVERAL)

    def _form(self, text: str) -> str:
        return escape(seen(text).strip())

    def _options(self, *, several: bool) -> dict[str, Any]:
        lines = self._asked.boxes or self._asked.choices
        truths = [_truth(seen(each.text)) for each in lines]
        rights = [each for each in lines if each.right]
        if len(lines) == 2 and set(truths) == {True, False} and len(rights) == 1 and not several:
            self._hear_of_right(lines)
            return self._statement(next(each for each in lines if not each.right))
        self._hear_of_right(lines)
        several = several or len(rights) > 1
        options = (
            Choice(self._text(each.text), each.right, "" if each.right else self._text(each.why))
            for each in lines
        )
        return {"kind": "multiple_response" if several else "multiple_choice", "choices": tuple(options)}

    def _statement(self, wrong: Line) -> dict[str, Any]:
        """A statement; what is said to who takes a false one for true is its correction."""
        if not _truth(seen(wrong.text)):
            if wrong.why.strip():
                rule = "a true statement says nothing to who denies it"
                self._report.lost(self._called, "why", rule, wrong.why.strip())
            return {"kind": "true_false", "truth": True}
        return {"kind": "true_false", "truth": False, "correction": self._text(wrong.why)}

    def _hear_of_right(self, lines: Iterable[Line]) -> None:
        self._of_right += [self._text(each.why) for each in lines if each.right or self._asked.forms]

    def _pairs(self) -> dict[str, Any]:
        cut = [each.text.partition("=") for each in self._asked.choices]
        for left, sign, _ in cut:
            if not sign:
                self._report.lost(self._called, "pairs", "a pair has a sign = between its sides", left)
        pairs = tuple((self._text(left), self._text(right)) for left, sign, right in cut if sign)
        return {"kind": "matching", "pairs": pairs}

    def _matched(self, lefts: Sequence[Asked]) -> dict[str, Any]:
        """Lefts with the rights that a key gives them."""
        pairs, taken = [], set()
        for left in lefts:
            if right := next((line for line in left.choices if line.right), None):
                taken.add(right.letter)
                pairs.append((self._text(left.prompt), self._text(right.text)))
            else:
                self._report.lost(self._called, "pairs", "no key says what belongs to it", seen(left.prompt))
        extra = (self._text(line.text) for line in lefts[0].choices if line.letter not in taken)
        return {"kind": "matching", "pairs": tuple(pairs), "extra": tuple(extra)}

    def _number(self) -> dict[str, Any]:
        """A number, exact, with a margin or its percentage, or a range."""
        value = self._asked.value.replace("_", "")
        try:
            if value.startswith("[") and value.endswith("]"):
                low, high = (Decimal(each.strip()) for each in value[1:-1].split(",", 1))
                middle, margin = (low + high) / 2, (high - low) / 2
            else:
                number, _, off = (each.strip() for each in value.partition("+-"))
                middle = Decimal(number)
                margin = abs(middle) * Decimal(off[:-1]) / 100 if off.endswith("%") else Decimal(off or "0")
            told = (digits(middle), digits(margin))
        except (InvalidOperation, ValueError):
            return {"kind": "numerical", "answers": (escape(self._asked.value),)}
        return {"kind": "numerical", "answers": told[:1], "tolerance": told[1]}


def _worth(prompt: str, points: str) -> tuple[str, str]:
    """A prompt without what the question is worth, such as `(2 points)`, and that."""
    found = None if points else _WORTH.search(prompt)
    if found is None:
        return prompt, points
    tags = "".join(found[name] or "" for name in ("begin", "before", "after"))
    return prompt[: found.start()] + tags + prompt[found.end() :], found["first"] or found["last"]


def _truth(text: str) -> bool | None:
    return _TRUTHS.get(text.strip().upper(), truth(text.strip()))
