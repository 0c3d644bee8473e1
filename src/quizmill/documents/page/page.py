"""Documents beside their questions as one HTML page that needs nothing else: no network, no script.

The documents are other people's and may hold anything: every text goes through Jinja's autoescape, but
prompts and answers, whose markup comes as safe HTML from `bank.html_blocks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import jinja2
from markupsafe import Markup

from quizmill.bank.html import printable
from quizmill.bank.html_blocks import in_html
from quizmill.bank.ranges import listed
from quizmill.documents.beside import DocumentBeside, Paragraph
from quizmill.documents.marked_terms import parts


def page(documents: Sequence[DocumentBeside], title: str, language: str = "en") -> bytes:
    """The page in UTF-8; *title* and *language* are the bank's."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("quizmill.documents.page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
    )
    environment.filters["marked"] = lambda text: Markup(in_html(text))  # noqa: S704  # escaped there
    environment.filters["paragraphs"] = lambda numbers: listed("paragraph", numbers)
    environment.filters["words"] = lambda kind: kind.replace("_", " ")
    environment.filters["sum_of"] = lambda shown, what: sum(len(getattr(each, what)) for each in shown)
    environment.filters["parts"] = lambda paragraph: parts(paragraph.text, _terms(paragraph))
    text = environment.get_template("page.html").render(documents=documents, title=title, language=language)
    return text.encode("utf-8", "replace")


def _terms(paragraph: Paragraph) -> Iterable[str]:
    return (term for fact in paragraph.facts for term in fact.terms)


def _shown(value: object) -> object:
    """What is written into the page, before it is escaped: no character of it does anything there."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
