"""A paragraph of a document has no fact and is not in `states_nothing`.

One with the draft of a fact is begun: the advice on drafts names it.

Why: nobody has said that it was looked at, so something worth knowing may stand in it.

Source: our own.

Bad:
    facts: [{id: offer, paragraph: 3, …}]
    states_nothing: [1]       # and paragraph 2?

Good:
    facts: [{id: offer, paragraph: 3, …}]
    states_nothing: [1, 2]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.document import Documents
from quizmill.bank.model import Bank
from quizmill.bank.ranges import listed
from quizmill.check.finding import Finding, source_subject
from quizmill.errors import Severity

ID = "paragraph-unread"
SEVERITY = Severity.WARNING


def check_documents(bank: Bank, documents: Documents) -> Iterator[Finding]:
    """One finding for each source, with all such paragraphs."""
    for source in bank.sources:
        document = documents.read.get(source.id)
        known = {fact.paragraph for fact in source.facts} | set(source.states_nothing)
        known.update(draft.paragraph for draft in bank.draft_facts if draft.source == source.id)
        unread = [n for n in range(1, len(document.paragraphs) + 1) if n not in known] if document else []
        if unread:
            message = f'no fact rests on {listed("paragraph", unread)} of "{source.document}"'
            help = "write down what they state, or add them to `states_nothing`"
            path = ("states_nothing",)
            yield Finding(
                subject=source_subject(source.id), path=path, at_key=True, message=message, help=help
            )
