"""Answer sheets as PDF pages: drawn from a layout alone, so that what is printed is what is read."""

from __future__ import annotations

from collections.abc import Sequence

from quizmill.compose.answer_sheet.layout import Layout
from quizmill.compose.paper import Paper
from quizmill.export.paper import page_layout
from quizmill.export.paper.answer_sheet.pages import AnswerPages
from quizmill.export.paper.sheet_head import NOBODY, Owner
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import words_in


def answer_sheet_pdf(
    papers: Sequence[Paper],
    layout: Layout,
    *,
    owners: Sequence[Owner] = (),
    copies: Sequence[int] = (),
    language: str = "",
) -> bytes:
    """One PDF of the answer sheets of *papers*, each beginning on an odd page; equal in, equal out.

    *owners* and *copies*, the numbers of the sheets in their set, are one for each paper or none at all.
    *language* is that of the sheet's own words, the bank's if nothing is said.
    """
    words, setter = words_in(language, papers[0].language), Typesetter()
    subject = page_layout.identity(papers, words)
    pdf = page_layout.new_pdf(layout.size, papers[0], papers[0].title, subject, sharing=len(papers) > 1)
    sheets = AnswerPages(layout, words, setter)
    nobody, unnumbered = [NOBODY] * len(papers), [0] * len(papers)
    for paper, owner, copy in zip(papers, owners or nobody, copies or unnumbered, strict=True):
        pdf.print(sheets.pages(paper, owner, copy))
    setter.finish()
    return pdf.finish()
