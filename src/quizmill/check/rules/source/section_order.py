"""The sections of a document do not begin at paragraph 1, or do not ascend.

Why: a section reaches up to the next one's first paragraph, so evidence would be shown under a wrong heading.

Source: our own.

Bad:
    sections: [{title: Act I, from: 16}, {title: Prologue, from: 8}]

Good:
    sections: [{title: Opening, from: 1}, {title: Prologue, from: 8}, {title: Act I, from: 16}]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Source
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "section-order"
SEVERITY = Severity.ERROR


def check_source(source: Source, grounds: Grounds) -> Iterator[Finding]:
    """Every section out of its place."""
    before = 0
    for i, section in enumerate(source.sections):
        path = ("sections", i, "from")
        if i == 0 and section.first != 1:
            message = f"the first section begins at paragraph {section.first}, not at 1"
            yield Finding(path=path, message=message, help="begin with the title, from 1")
        elif section.first <= before:
            message = (
                f'"{section.title}" begins at paragraph {section.first}, the section before it at {before}'
            )
            yield Finding(path=path, message=message, help="list the sections in the order of the document")
        before = section.first
