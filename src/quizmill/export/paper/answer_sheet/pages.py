"""The pages of one pupil's answer sheet: whose it is, how to mark, the rings."""

from __future__ import annotations

from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.compose.paper import Paper
from quizmill.export.paper.answer_sheet.rings import Rings
from quizmill.export.paper.answer_sheet.signs import CodeSquare, Markers
from quizmill.export.paper.elements import Element, WritingLine
from quizmill.export.paper.flow import Page, Placed
from quizmill.export.paper.look import GREY, Look
from quizmill.export.paper.page_layout import MM, identifying
from quizmill.export.paper.sheet_head import Owner
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

_TITLE, _BODY, _SMALL = Look(13, 17, "heavy"), Look(11, 15), Look(8, 11, grey=GREY)


class AnswerPages:
    """Sets the answer sheets of one document."""

    def __init__(self, layout: Layout, words: Words, setter: Typesetter) -> None:
        self._layout, self._words, self._setter = layout, words, setter
        self._markers = Markers(layout)
        self._rings: dict[tuple[str, int], Rings] = {}

    def pages(self, paper: Paper, owner: Owner, copy: int) -> list[Page]:
        """Those of one copy; none of a form whose questions have no rings."""
        count = self._layout.sheet(paper.form).pages
        return [
            self._page(paper, owner, SheetCode(paper.fingerprint, copy, n), count)
            for n in range(1, count + 1)
        ]

    def _page(self, paper: Paper, owner: Owner, code: SheetCode, count: int) -> Page:
        layout, name = self._layout, self._layout.name
        place = self._words("sheet.page", page=code.page, pages=count)
        page = Page([])
        page.placed += [
            self._placed(0, 0, self._markers),
            self._placed(layout.code.x, layout.code.y, CodeSquare(code, layout.code.width * MM)),
            self._line(paper.title, _TITLE, name.x, 12.0, name.width),
            self._line(
                " · ".join((*identifying(paper, self._words), place)), _SMALL, name.x, 18.5, name.width
            ),
            *self._field("sheet.name", owner.student, name.x, name.width * 0.62),
            *self._field("sheet.class", owner.group, name.x + name.width * 0.66, name.width * 0.34),
            self._placed(0, 0, self._ringed(paper.form, code.page)),
        ]
        return page

    def _ringed(self, form: str, page: int) -> Rings:
        if (form, page) not in self._rings:
            sheet = self._layout.sheet(form)
            self._rings[form, page] = Rings(self._layout, sheet, page, self._setter)
        return self._rings[form, page]

    def _field(self, key: str, known: str, left: float, width: float) -> list[Placed]:
        label = self._words(key)
        beside = self._setter.width(label, _BODY) / MM + 2
        top = self._layout.name.y + 4
        told = (
            [self._line(known, _BODY, left + beside, top, width - beside)]
            if known
            else [
                self._placed(left + beside, top, self._setter.make(WritingLine, (width - beside) * MM, _BODY))
            ]
        )
        return [self._line(label, _BODY, left, top, beside), *told]

    def _line(self, text: str, look: Look, left: float, top: float, width: float) -> Placed:
        return self._placed(left, top, self._setter.line(text, look, width * MM))

    def _placed(self, left: float, top: float, element: Element) -> Placed:
        return Placed(left * MM, (self._layout.height - top) * MM, element)
