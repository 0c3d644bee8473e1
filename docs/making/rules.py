"""The rules, from their pages: an index by how bad they are, and a page each, which its id finds."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from making.markdown import fenced, page, prose, table
from quizmill.check.rule_pages import RulePage, pages
from quizmill.errors import Severity

_OF_RULES = """
What `quizmill check` looks for. An error stops whatever writes files; a warning is a flaw that learners
would meet; advice is worth a thought. `quizmill rules ID` shows one page at the terminal. A finding that
you have looked at and accept is silenced where it stands, with the reason: `allow: {key-longest: the
name is what it is}`.
"""
_ORIGIN = "the docstrings in src/quizmill/check/rules and src/quizmill/bank/reader/pages.py"
_TITLES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVICE: "Advice"}
_CALLED = {Severity.ERROR: "An error.", Severity.WARNING: "A warning.", Severity.ADVICE: "Advice."}


def rules() -> str:
    """The index, the worst first."""
    parts = ["# The rules", *prose(_OF_RULES)]
    for severity, title in _TITLES.items():
        of_it = [each for each in pages() if each.severity is severity]
        linked = ([f"[`{each.id}`]({each.id}.md)", each.summary] for each in of_it)
        parts += [f"## {title}", table(("rule", "what it finds"), linked)]
    return page(parts, _ORIGIN)


def rule(told: RulePage) -> str:
    """The page of a rule."""
    return page([f"# {told.id}", *_said(told)], _ORIGIN)


def _said(told: RulePage) -> Iterator[str]:
    for paragraph in told.text.split("\n\n"):
        head, _, example = paragraph.partition(":\n")
        if head in ("Bad", "Good"):
            yield f"{head}:"
            yield fenced("yaml", textwrap.dedent(example))
        else:
            yield paragraph if paragraph.startswith("|") else " ".join(paragraph.split())
    limits = [_CALLED[told.severity]]
    if told.documents:
        limits.append("Found when the documents are given: `quizmill check --documents DIR`.")
    if told.answers:
        limits.append("Found when answers are given: `quizmill check --answers LOG`.")
    if told.english:
        limits.append("Looks at banks in English.")
    yield " ".join([*limits, "[All rules](README.md)."])
