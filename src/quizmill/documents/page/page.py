"""Documents beside their questions as one HTML page that needs nothing else: no network, no script.

The documents are other people's and may hold anything: every text goes through Jinja's autoescape, but
prompts and answers, whose markup comes as safe HTML from `bank.html_blocks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizmill.bank.curators_page import page_environment
from quizmill.documents.beside import DocumentBeside, Paragraph
from quizmill.documents.marked_terms import parts


def page(documents: Sequence[DocumentBeside], title: str, language: str = "en") -> bytes:
    """The page in UTF-8; *title* and *language* are the bank's."""
    environment = page_environment("quizmill.documents.page")
    environment.filters["sum_of"] = lambda shown, what: sum(len(getattr(each, what)) for each in shown)
    environment.filters["parts"] = lambda paragraph: parts(paragraph.text, _terms(paragraph))
    text = environment.get_template("page.html").render(documents=documents, title=title, language=language)
    return text.encode("utf-8", "replace")


def _terms(paragraph: Paragraph) -> Iterable[str]:
    return (term for fact in paragraph.facts for term in fact.terms)
