"""The pages of one copy's answer sheet."""

from __future__ import annotations

from quizmill.compose.answer_sheet.code import SheetCode, sign_of
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.compose.paper import Paper
from quizmill.export.paper.answer_sheet.head import Head
from quizmill.export.paper.answer_sheet.rings import Rings
from quizmill.export.paper.answer_sheet.signs import CodeSquare, Markers
from quizmill.export.paper.elements import Element
from quizmill.export.paper.flow import Entry, Page, Placed
from quizmill.export.paper.page_layout import MM
from quizmill.export.paper.sheet_head import Owner
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words


class AnswerPages:
    """Sets the answer sheets of one document."""

    def __init__(self, layout: Layout, words: Words, setter: Typesetter, level: int = 0) -> None:
        """*level* is that of the outline's lines that lead to them."""
        self._layout, self._words, self._setter, self._level = layout, words, setter, level
        self._head = Head(layout, words, setter.about("the title"))
        self._markers = Markers(layout)
        self._rings: dict[tuple[str, int], Rings] = {}

    def pages(self, paper: Paper, owner: Owner, copy: int) -> list[Page]:
        """Those of one copy, the number of which is 0 where all are alike; none if nothing has rings."""
        count = self._layout.sheet(paper.form).pages
        sign = sign_of(owner.student) if copy else ""
        codes = (SheetCode(paper.fingerprint, copy, page, sign) for page in range(1, count + 1))
        made = [self._page(paper, owner, code) for code in codes]
        for page in made[:1]:
            title = self._words("answer_sheet.title")
            page.entries.append(Entry(title, self._level, self._layout.height * MM))
        return made

    def _page(self, paper: Paper, owner: Owner, code: SheetCode) -> Page:
        square = self._layout.code
        return Page(
            [
                self._placed(0, 0, self._markers),
                self._placed(square.x, square.y, CodeSquare(code, square.width * MM)),
                *self._head.placed(paper, owner, code),
                self._placed(0, 0, self._ringed(paper.form, code.page)),
            ]
        )

    def _ringed(self, form: str, page: int) -> Rings:
        """Drawn once, however many copies there are."""
        if (form, page) not in self._rings:
            sheet = self._layout.sheet(form)
            self._rings[form, page] = Rings(self._layout, sheet, page, self._words, self._setter)
        return self._rings[form, page]

    def _placed(self, left: float, top: float, element: Element) -> Placed:
        return Placed(left * MM, (self._layout.height - top) * MM, element)
