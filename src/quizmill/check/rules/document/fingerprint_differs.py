"""A document is not the one the facts were read from, byte for byte.

Why: paragraphs may have moved, so that every reference to it is in doubt.

Source: our own.

Bad:
    sha256: "0000000000000000000000000000000000000000000000000000000000000000"

Good:
    sha256: "81f37ae9f4f173025a510b804aa7686451c26784fe5157d5b76f73e14c6f9698"
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.document import Documents
from quizmill.bank.model import Bank
from quizmill.check.editions import has_changed, update_of
from quizmill.check.finding import Finding, source_subject
from quizmill.errors import Severity

ID = "fingerprint-differs"
SEVERITY = Severity.ERROR


def check_documents(bank: Bank, documents: Documents) -> Iterator[Finding]:
    """Every source whose fingerprint is not that of its document."""
    for source in bank.sources:
        document = documents.read.get(source.id)
        if document and source.sha256 and has_changed(source, document):
            message = f'"{source.document}" is not the file "{source.id}" was read from'
            help = f"get that file; or follow its changes by {update_of(source, documents)}"
            yield Finding(subject=source_subject(source.id), path=("sha256",), message=message, help=help)
