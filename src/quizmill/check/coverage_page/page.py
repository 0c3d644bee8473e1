"""Coverage as one HTML page that needs nothing else: no network, no script.

Every text goes through Jinja's autoescape, but prompts and answers, whose markup comes as safe HTML from
`bank.html_blocks`.
"""

from __future__ import annotations

from quizmill.bank.curators_page import page_environment
from quizmill.check.coverage import Coverage


def page(coverage: Coverage, language: str = "en") -> bytes:
    """The page in UTF-8; *language* is the bank's, as BCP 47."""
    environment = page_environment("quizmill.check.coverage_page")
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
