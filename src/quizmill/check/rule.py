"""What a rule is: a module with an id, a severity, a page and a function for its scope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from quizmill.bank.document import Documents
from quizmill.bank.model import Bank, Fact, Question, Source
from quizmill.check.context import Context
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.item import Item
from quizmill.check.texts import Texts
from quizmill.errors import Severity


class Rule(Protocol):
    """What every rule module has; its docstring is its page.

    One that reads English words has `READS_ENGLISH = True` besides; one that is milder than an error, but for
    the worst of its findings, `AT_WORST = Severity.ERROR`. One in `rules/answers` is no more than this:
    what is measured, the analysis of answers tells.
    """

    ID: str
    SEVERITY: Severity
    __doc__: str | None


class QuestionRule(Rule, Protocol):
    """Looks at one question and what it rests on; findings are about it."""

    def check_question(self, question: Question, grounds: Grounds) -> Iterator[Finding]: ...


class TextRule(Rule, Protocol):
    """Looks at the texts of a question, a fact, a source or a topic, each alone; findings are about it."""

    def check_texts(self, texts: Texts) -> Iterator[Finding]: ...


class ItemRule(Rule, Protocol):
    """Looks at the writing of one question; findings are about it."""

    def check_item(self, item: Item) -> Iterator[Finding]: ...


class FactRule(Rule, Protocol):
    """Looks at one fact; findings are about it."""

    def check_fact(self, source: Source, fact: Fact, grounds: Grounds) -> Iterator[Finding]: ...


class SourceRule(Rule, Protocol):
    """Looks at one source; findings are about it."""

    def check_source(self, source: Source, grounds: Grounds) -> Iterator[Finding]: ...


class BankRule(Rule, Protocol):
    """Looks at the whole bank; findings say what they are about, or are about bank.yaml.

    What it looks at in each question is best a trait, named in its `TRAITS`: that is kept until the question
    changes.
    """

    def check_bank(self, bank: Bank, context: Context) -> Iterator[Finding]: ...


class DocumentRule(Rule, Protocol):
    """Holds the whole bank against its documents; runs only when these are given."""

    def check_documents(self, bank: Bank, documents: Documents) -> Iterator[Finding]: ...
