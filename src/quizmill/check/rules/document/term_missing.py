"""A term of a fact does not stand in the paragraph the fact names.

Both are compared without case, accents, kinds of quote and dash and extra white space, in whole words and
figures: 200 does not stand in 2004. Of the draft of a fact it is advice.

Why: the terms are the proof that the paragraph says what the fact says.

Source: our own.

Bad:
    paragraph: 27
    terms: [$75 million]      # which stands in 28

Good:
    paragraph: 28
    terms: [$75 million]
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from quizmill.bank.document import Document, Documents, stands_in
from quizmill.bank.fold import fold
from quizmill.bank.model import Bank, DraftFact, Fact
from quizmill.bank.ranges import listed
from quizmill.check.editions import or_update
from quizmill.check.finding import Finding, Subject, fact_subject
from quizmill.errors import Severity

ID = "term-missing"
SEVERITY = Severity.ERROR


def check_documents(bank: Bank, documents: Documents) -> Iterator[Finding]:
    """Every term that is not where it should be."""
    for source in bank.sources:
        if document := documents.read.get(source.id):
            besides = or_update(source, documents)
            for fact in source.facts:
                yield from _missing(fact_subject(source.id, fact.id), fact, document, besides)
            for draft in bank.draft_facts:
                if draft.source == source.id and draft.id and draft.paragraph:
                    subject = fact_subject(source.id, draft.id)
                    for finding in _missing(subject, draft, document, besides):
                        yield replace(finding, severity=Severity.ADVICE)


def _missing(subject: Subject, fact: Fact | DraftFact, document: Document, besides: str) -> Iterator[Finding]:
    if fact.paragraph > len(document.folded):
        return
    text = document.folded[fact.paragraph - 1]
    for i, term in enumerate(fact.terms):
        if not stands_in(fold(term), text):
            message = f'"{term}" does not stand in paragraph {fact.paragraph}'
            help = _help(term, document) + besides
            yield Finding(subject=subject, path=("terms", i), message=message, help=help)


def _help(term: str, document: Document) -> str:
    where = document.where(term)
    if not where:
        return (
            "it stands nowhere in this document: copy it letter by letter; if the document says it no "
            "longer, delete the fact or give it another paragraph, and look at the questions that rest on it"
        )
    return f"it stands in {listed('paragraph', where)}"
