"""How the pages for a curator are filled in: every text is escaped, and only markup of ours is HTML."""

from __future__ import annotations

import jinja2
from markupsafe import Markup

from quizmill.bank.html import printable
from quizmill.bank.html_blocks import in_html
from quizmill.bank.ranges import listed


def page_environment(package: str) -> jinja2.Environment:
    """The templates of *package*: every text goes through Jinja's autoescape.

    But for prompts and answers (`marked`), whose markup comes as safe HTML from `bank.html_blocks`.
    """
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(package),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
    )
    environment.filters["marked"] = lambda text: Markup(in_html(text))  # noqa: S704  # escaped there
    environment.filters["paragraphs"] = lambda numbers: listed("paragraph", numbers)
    environment.filters["words"] = lambda kind: kind.replace("_", " ")
    return environment


def _shown(value: object) -> object:
    """What is written into the page, before it is escaped: no character of it does anything there."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
