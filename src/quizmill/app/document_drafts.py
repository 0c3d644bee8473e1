"""What is new in an edition, begun as `document add` begins it: drafts of facts, and what states nothing."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from quizmill.app.document_editions import Compared
from quizmill.app.document_text import FileText
from quizmill.bank.model import Bank, DraftFact, Section, Source
from quizmill.documents.moved import Moved
from quizmill.documents.placing import Update


class Sketch(msgspec.Struct, frozen=True):
    """What is written for paragraphs that are new."""

    drafts: tuple[DraftFact, ...]
    states_nothing: tuple[int, ...]
    headings: tuple[Section, ...]  # those among them: nobody has said whether sections begin there


def begun(source: Source, text: FileText, compared: Compared, update: Update, bank: Bank) -> Sketch:
    """A draft for each new paragraph that states something, and the numbers of the others."""
    from quizmill.documents.skeleton import skeleton  # with libraries that a moved number does not need

    new = _new(source, update, compared.moved)
    if not new or compared.old is None:  # then nobody knows what is new
        return Sketch((), (), ())
    parts = text.extracted(compared.cut).parts
    taken = {each.fact.id for each in update.facts}
    made = skeleton(source.id, parts, bank.names, bank.language, taken=taken)
    return Sketch(
        tuple(draft for draft in made.drafts if draft.paragraph in new),
        tuple(n for n in made.states_nothing if n in new),
        tuple(
            Section(title=parts[n - 1].text, first=n) for n in sorted(new) if parts[n - 1].kind == "heading"
        ),
    )


def _new(source: Source, update: Update, moved: Moved) -> Collection[int]:
    """The unread paragraphs but those that nobody had read before either."""
    origins = moved.origins()
    read = {*source.states_nothing, *(each.fact.paragraph for each in update.facts)}
    return {
        n for n in update.unread if n in moved.reworded or n in moved.fresh or read.intersection(origins[n])
    }
