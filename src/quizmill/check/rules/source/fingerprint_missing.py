"""A source does not say which file it was read from, or has no fingerprint of that file.

Why: without both nobody can prove later that the facts stand in the very text they were taken from.

Source: our own.

Bad:
    document: joyo.txt

Good:
    document: joyo.txt
    sha256: "81f37ae9f4f173025a510b804aa7686451c26784fe5157d5b76f73e14c6f9698"
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Source
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "fingerprint-missing"
SEVERITY = Severity.WARNING


def check_source(source: Source, grounds: Grounds) -> Iterator[Finding]:
    """One finding for each of the two that is missing."""
    if not source.document:
        help = "add `document: FILE`, its name in the folder of the documents"
        yield Finding(message=f'"{source.id}" does not say which file it was read from', help=help)
    if not source.sha256:
        help = "add `sha256: …`; `sha256sum FILE` prints it"
        yield Finding(message=f'"{source.id}" has no fingerprint of its document', help=help)
