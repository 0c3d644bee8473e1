"""The document of a source is not in the folder of the documents, or is no text in UTF-8.

Why: none of its facts can be proven.

Source: our own.

Bad:
    document: ../elsewhere/joyo.txt

Good:
    document: joyo.txt
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.document import Documents
from quizmill.bank.model import Bank
from quizmill.check.finding import Finding, source_subject
from quizmill.errors import Severity

ID = "document-missing"
SEVERITY = Severity.ERROR


def check_documents(bank: Bank, documents: Documents) -> Iterator[Finding]:
    """Every source whose document could not be read."""
    for source in bank.sources:
        if source.id in documents.unread:
            message = f'the document "{source.document}" {documents.unread[source.id]}'
            help = "put it there under that name, as plain text in UTF-8"
            yield Finding(subject=source_subject(source.id), path=("document",), message=message, help=help)
