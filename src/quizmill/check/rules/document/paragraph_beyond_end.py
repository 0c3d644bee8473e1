"""A paragraph is named that the document does not have.

A paragraph is the n-th line that is not blank, counted from 1; for a source with `paragraphs: blank-line` it
is the n-th run of lines that blank lines part.

Why: the evidence cannot be looked up.

Source: our own.

Bad:
    paragraph: 61    # of a document with 49

Good:
    paragraph: 16
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.document import Documents
from quizmill.bank.model import Bank, Cut, Source
from quizmill.bank.reader.fault import Path
from quizmill.check.editions import or_update
from quizmill.check.finding import Finding, Subject, fact_subject, source_subject
from quizmill.errors import Severity

ID = "paragraph-beyond-end"
SEVERITY = Severity.ERROR
_COUNTED = {
    Cut.LINE: "count the lines that are not blank, from 1",
    Cut.BLANK_LINE: "count the runs of lines that blank lines part, from 1",
}


def check_documents(bank: Bank, documents: Documents) -> Iterator[Finding]:
    """Every fact, section and entry of `states_nothing` beyond the last paragraph."""
    for source in bank.sources:
        if document := documents.read.get(source.id):
            last = len(document.paragraphs)
            help = _COUNTED[source.paragraphs] + or_update(source, documents)
            for subject, path, paragraph in _named(source):
                if paragraph > last:
                    message = f'there is no paragraph {paragraph}: "{source.document}" has {last}'
                    yield Finding(subject=subject, path=path, message=message, help=help)


def _named(source: Source) -> Iterator[tuple[Subject, Path, int]]:
    here = source_subject(source.id)
    for i, section in enumerate(source.sections):
        yield here, ("sections", i, "from"), section.first
    for fact in source.facts:
        yield fact_subject(source.id, fact.id), ("paragraph",), fact.paragraph
    for i, paragraph in enumerate(source.states_nothing):
        yield here, ("states_nothing", i), paragraph
