"""The page of every rule that a diagnostic can name: those that read a bank, and those that judge it."""

from __future__ import annotations

import inspect

import msgspec

from quizmill.bank.closest import nearest
from quizmill.bank.reader.pages import PAGES
from quizmill.check import registry
from quizmill.errors import BadRequest, Severity


class RulePage(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule means."""

    id: str
    severity: Severity
    text: str
    documents: bool = False  # it runs only when the documents are given
    answers: bool = False  # it runs only when answers are given
    english: bool = False  # it is silent in banks of other languages

    @property
    def summary(self) -> str:
        """Its first line."""
        return " ".join(self.text.partition("\n\n")[0].split())


def pages() -> tuple[RulePage, ...]:
    """Every page, in the order of their ids."""
    with_documents = {rule.ID for rule in registry.DOCUMENT_RULES}
    with_answers = {rule.ID for rule in registry.ANSWER_RULES}
    judging = [
        RulePage(
            id=rule.ID,
            severity=rule.SEVERITY,
            text=inspect.cleandoc(rule.__doc__ or ""),
            documents=rule.ID in with_documents,
            answers=rule.ID in with_answers,
            english=registry.reads_english(rule),
        )
        for rule in registry.rules()
    ]
    reading = [RulePage(id=id, severity=page.severity, text=page.text) for id, page in PAGES.items()]
    return tuple(sorted((*judging, *reading), key=lambda page: page.id))


def page_of(id: str) -> RulePage:
    """The page of that rule; raises BadRequest, naming the nearest, when there is none."""
    known = {page.id: page for page in pages()}
    if id not in known:
        near = nearest(id, known)
        help = near if len(near) < 80 else "`quizmill rules` lists them"
        raise BadRequest(f'there is no rule "{id}"; {help}')
    return known[id]
