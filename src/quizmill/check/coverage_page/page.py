"""Coverage as one HTML page that needs nothing else: no network, no script.

Every text goes through Jinja's autoescape, and nothing is marked safe; the inline markup of prompts and
answers is set by the template, span by span.
"""

from __future__ import annotations

import jinja2

from quizmill.bank.markup import spans
from quizmill.check.coverage import Coverage, FactAsked
from quizmill.check.phrasing import listed


def page(coverage: Coverage, language: str = "en") -> bytes:
    """The page in UTF-8; *language* is the bank's, as BCP 47."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("quizmill.check.coverage_page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["spans"] = spans
    environment.filters["paragraphs"] = lambda numbers: listed("paragraph", numbers)
    environment.filters["words"] = lambda kind: kind.replace("_", " ")
    facts = {
        fact.id: (source, fact)
        for source in coverage.sources
        for section in source.sections
        for fact in section.facts
    }
    text = environment.get_template("page.html").render(
        coverage=coverage, facts=facts, language=language, asked=sum(map(_is_asked, _all(coverage)))
    )
    return text.encode("utf-8", "replace")


def _all(coverage: Coverage) -> list[FactAsked]:
    return [fact for source in coverage.sources for fact in source.whole.facts]


def _is_asked(fact: FactAsked) -> bool:
    return bool(fact.questions)
