"""Coverage as one HTML page that needs nothing else: no network, no script.

Every text goes through Jinja's autoescape, but prompts and answers, whose markup comes as safe HTML from
`bank.html_blocks`.
"""

from __future__ import annotations

import jinja2
from markupsafe import Markup

from quizmill.bank.html import printable
from quizmill.bank.html_blocks import in_html
from quizmill.bank.ranges import listed
from quizmill.check.coverage import Coverage


def page(coverage: Coverage, language: str = "en") -> bytes:
    """The page in UTF-8; *language* is the bank's, as BCP 47."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("quizmill.check.coverage_page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
    )
    environment.filters["marked"] = lambda text: Markup(in_html(text))  # noqa: S704  # escaped there
    environment.filters["paragraphs"] = lambda numbers: listed("paragraph", numbers)
    environment.filters["words"] = lambda kind: kind.replace("_", " ")
    facts = {
        fact.id: (source, fact)
        for source in coverage.sources
        for section in source.sections
        for fact in section.facts
    }
    text = environment.get_template("page.html").render(
        coverage=coverage,
        facts=facts,
        language=language,
        asked=sum(source.whole.asked for source in coverage.sources),
        taught=sum(source.whole.taught for source in coverage.sources),
    )
    return text.encode("utf-8", "replace")


def _shown(value: object) -> object:
    """What is written into the page, before it is escaped: no character of it does anything there."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
