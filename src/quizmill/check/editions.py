"""Whether a document has changed since its facts were read from it: numbers are then moved by a command."""

from __future__ import annotations

from pathlib import Path

from quizmill.bank.document import Document, Documents, stands_in
from quizmill.bank.fold import fold
from quizmill.bank.model import Source

_FEWEST = 3  # facts without their terms
_SHARE = 0.2  # of all facts


def has_changed(source: Source, document: Document) -> bool:
    """Whether *document* is not the one *source* was read from: by its fingerprint, else by its terms."""
    if source.sha256:
        return source.sha256.lower() not in (document.sha256, document.as_stored)
    with_terms = [fact for fact in source.facts if fact.terms]
    missed = sum(
        fact.paragraph > len(document.folded)
        or not all(stands_in(fold(term), document.folded[fact.paragraph - 1]) for term in fact.terms)
        for fact in with_terms
    )
    return missed >= max(_FEWEST, _SHARE * len(with_terms))


def or_update(source: Source, documents: Documents) -> str:
    """What to add to a help about a number; nothing, where the document is as it was."""
    if not has_changed(source, documents.read[source.id]):
        return ""
    return f"; if it has changed, {update_of(source, documents)} moves all its numbers"


def update_of(source: Source, documents: Documents) -> str:
    """The command, as it can be pasted."""
    file = str(Path(documents.folder, source.document))
    quoted = f"'{file}'" if " " in file else file
    return f"`quizmill document update {quoted}`"
