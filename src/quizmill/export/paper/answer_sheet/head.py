"""What stands above the rings: the title, whose sheet it is, and how rings are marked."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import escape
from quizmill.bank.ranges import in_ranges
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import FormSheet, Layout
from quizmill.compose.paper import Paper
from quizmill.export.paper.answer_sheet.examples import RIGHT, WRONG, Example
from quizmill.export.paper.elements import Element, WritingLine
from quizmill.export.paper.flow import Placed
from quizmill.export.paper.look import GREY, Look
from quizmill.export.paper.page_layout import MM, identifying
from quizmill.export.paper.sheet_head import Owner
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

_TITLE, _BODY, _SMALL = Look(13, 17, "heavy"), Look(11, 15), Look(8, 11, grey=GREY)
_HOW, _ELSEWHERE = Look(8, 10.5), Look(8, 10.5, "heavy")
_TOP, _BELOW_TITLE = 11.5, 18.0  # mm from the edge
_NAME_SHARE, _CLASS_SHARE = 0.62, 0.34  # of the line
_AFTER_NAME = 1.0  # mm
_LINES = 2  # at most, that list what is answered elsewhere


class Head:
    """Sets the heads of one document's answer sheets."""

    def __init__(self, layout: Layout, words: Words, setter: Typesetter) -> None:
        self._layout, self._words, self._setter = layout, words, setter

    def placed(self, paper: Paper, owner: Owner, code: SheetCode) -> Iterator[Placed]:
        """Everything of one page, in the order in which it is read."""
        sheet, name = self._layout.sheet(paper.form), self._layout.name
        yield self._line(paper.title, _TITLE, name.x, _TOP, name.width)
        yield self._line(self._known(paper, code, sheet), _SMALL, name.x, _BELOW_TITLE, name.width)
        beside = name.width * (1 - _CLASS_SHARE)
        yield from self._field("sheet.name", owner.student, name.x, name.width * _NAME_SHARE)
        yield from self._field("sheet.class", owner.group, name.x + beside, name.width * _CLASS_SHARE)
        yield from self._how(sheet, name.x, name.y + name.height + _AFTER_NAME)

    def _known(self, paper: Paper, code: SheetCode, sheet: FormSheet) -> str:
        words = self._words
        copy = [words("answer_sheet.copy", number=code.copy)] if code.copy else []
        page = words("sheet.page", page=code.page, pages=sheet.pages)
        return " · ".join([words("answer_sheet.title"), *identifying(paper, words), *copy, page])

    def _field(self, key: str, known: str, left: float, width: float) -> Iterator[Placed]:
        label, top = self._words(key), self._layout.name.y + 4
        beside = self._setter.width(label, _BODY) / MM + 2
        yield self._line(label, _BODY, left, top, beside)
        if known:
            yield self._line(known, _BODY, left + beside, top, width - beside)
        else:
            line: Element = self._setter.make(WritingLine, (width - beside) * MM, _BODY)
            yield self._placed(left + beside, top, line)

    def _how(self, sheet: FormSheet, left: float, top: float) -> Iterator[Placed]:
        """How to mark, how to take it back, how a number is given, and what is answered elsewhere."""
        words, width = self._words, self._layout.width - 2 * left
        yield from self._shown(left, top)
        top += _HOW.leading / MM + 0.8
        told = [words("answer_sheet.change")]
        told += [words("answer_sheet.number")] if any(line.step.y for line in sheet.lines) else []
        change = self._setter.set(escape(words("sheet.between").join(told)), _HOW, width * MM)
        yield self._placed(left, top, change)
        if sheet.typed:
            yield self._placed(left, top + change.height / MM + 0.4, self._elsewhere(sheet, width))

    def _elsewhere(self, sheet: FormSheet, width: float) -> Element:
        words, numbers = self._words, in_ranges(sheet.typed)
        listed = words("answer_sheet.typed", n=len(sheet.typed), numbers=numbers)
        made = self._setter.set(escape(listed), _ELSEWHERE, width * MM)
        if made.height <= _LINES * _ELSEWHERE.leading:
            return made
        return self._setter.set(escape(words("answer_sheet.rest")), _ELSEWHERE, width * MM)

    def _shown(self, left: float, top: float) -> Iterator[Placed]:
        """A ring as it should be, and some as they should not."""
        for key, marks in (("fill", RIGHT), ("wrong", WRONG)):
            label = self._words(f"answer_sheet.{key}")
            yield self._line(label, _HOW, left, top, 200.0)
            left += self._setter.width(escape(label), _HOW) / MM + 1.5
            for mark in marks:
                made = self._setter.make(Example, mark, self._layout.ring * MM)
                yield self._placed(left, top + (_HOW.leading - made.height) / 2 / MM, made)
                left += made.width / MM + 1.8
            left += 4

    def _line(self, text: str, look: Look, left: float, top: float, width: float) -> Placed:
        return self._placed(left, top, self._setter.line(text, look, width * MM))

    def _placed(self, left: float, top: float, element: Element) -> Placed:
        return Placed(left * MM, (self._layout.height - top) * MM, element)
