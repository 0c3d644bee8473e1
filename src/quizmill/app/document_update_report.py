"""What an update has to tell, sorted by what its reader must do."""

from __future__ import annotations

import msgspec

from quizmill.app.document_update import Updated
from quizmill.documents.placing import PlacedFact


class Term(msgspec.Struct, frozen=True):
    """A term that a fact's paragraph has no longer."""

    term: str
    now_in: tuple[int, ...]  # paragraphs


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """A fact, and what became of it."""

    id: str
    paragraph: int
    was: int
    how: str  # what became of its paragraph
    missing: tuple[Term, ...]
    reworded: bool
    lost: bool
    draft: bool
    questions: tuple[str, ...]


class FactBegun(msgspec.Struct, frozen=True):
    """The draft of a fact, for a paragraph that is new."""

    id: str
    paragraph: int
    terms: tuple[str, ...]


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A section as it is now."""

    title: str
    first: int = msgspec.field(name="from")


class UpdateReport(msgspec.Struct, frozen=True, kw_only=True):
    """A whole update."""

    source: str
    told_by: str
    compared_with: str  # empty when the old text is not known
    nothing_to_do: bool
    paragraphs: int
    paragraphs_before: int
    facts: tuple[Followed, ...]
    sections: tuple[Heading, ...]
    ended: tuple[Heading, ...]
    states_nothing: tuple[int, ...]
    unread: tuple[int, ...]
    drafts: tuple[FactBegun, ...]
    headings: tuple[Heading, ...]
    files: tuple[str, ...]

    @property
    def lost(self) -> list[Followed]:
        """The facts whose words the document has no longer."""
        return [fact for fact in self.facts if fact.lost and not fact.draft]

    @property
    def drafts_lost(self) -> list[Followed]:
        """The drafts of facts that have nothing left to say."""
        return [fact for fact in self.facts if fact.lost and fact.draft]

    @property
    def reworded(self) -> list[Followed]:
        """The facts that stand in other words than before."""
        return [fact for fact in self.facts if fact.reworded and not fact.lost and not fact.draft]


def report(updated: Updated) -> UpdateReport:
    """What *updated* has to tell."""
    source, compared, changes = updated.source, updated.compared, updated.update
    return UpdateReport(
        source=source.id,
        told_by=updated.told_by,
        compared_with=updated.old.place if updated.old else "",
        nothing_to_do=changes is None,
        paragraphs=len(compared.new.paragraphs),
        paragraphs_before=len(compared.moved.moves),
        facts=tuple(_followed(each, updated) for each in (changes.facts if changes else ())),
        sections=tuple(Heading(title=each.title, first=each.first) for each in changes.sections)
        if changes
        else (),
        ended=tuple(Heading(title=each.title, first=each.first) for each in changes.ended) if changes else (),
        states_nothing=changes.states_nothing if changes else (),
        unread=changes.unread if changes else (),
        drafts=tuple(
            FactBegun(f"{source.id}/{draft.id}", draft.paragraph, draft.terms)
            for draft in updated.begun.drafts
        ),
        headings=tuple(Heading(title=each.title, first=each.first) for each in updated.begun.headings),
        files=tuple(map(str, updated.files)),
    )


def as_json(told: UpdateReport) -> bytes:
    """For programs, a line for each field."""
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def _followed(placed: PlacedFact, updated: Updated) -> Followed:
    fact = placed.fact
    return Followed(
        id=f"{updated.source.id}/{fact.id}",
        paragraph=placed.paragraph,
        was=fact.paragraph,
        how=placed.how.value,
        missing=tuple(Term(each.term, each.now_in) for each in placed.lost),
        reworded=placed.reworded,
        lost=placed.is_lost,
        draft=placed.is_draft,
        questions=updated.questions.get(fact.id, ()),
    )
