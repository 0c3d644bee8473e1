"""What of a source must change when its document has: where its facts stand, its sections and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from quizmill.bank.document import Document, stands_in
from quizmill.bank.fold import fold
from quizmill.bank.model import DraftFact, Fact, Section, Source
from quizmill.documents.moved import How, Move, Moved


class LostTerm(msgspec.Struct, frozen=True):
    """A term that stood where its fact does, and no longer stands there."""

    term: str
    now_in: tuple[int, ...]  # paragraphs of the new edition


class PlacedFact(msgspec.Struct, frozen=True, kw_only=True):
    """Where a fact stood, and where it stands; for one whose words are gone, where it would."""

    fact: Fact | DraftFact
    paragraph: int
    how: How  # what became of its paragraph
    lost: tuple[LostTerm, ...] = ()
    reworded: bool = False  # it stands in other words than those it was read from

    @property
    def is_lost(self) -> bool:
        """Whether the document has its words no longer."""
        return bool(self.lost) or self.how is How.GONE

    @property
    def is_draft(self) -> bool:
        """Whether nothing rests on it yet."""
        return isinstance(self.fact, DraftFact)


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """A source as it is to be."""

    facts: tuple[PlacedFact, ...]  # in the order of the file
    sections: tuple[Section, ...]
    ended: tuple[Section, ...]  # sections of which nothing is left
    states_nothing: tuple[int, ...]
    unread: tuple[int, ...]  # paragraphs of which nobody has said what they state


def update(
    source: Source,
    evidence: Sequence[Fact | DraftFact],
    document: Document,
    moved: Moved,
    old: Document | None = None,
) -> Update:
    """What *source* must say of the new *document*, whose paragraphs were *moved* from those of the *old*.

    *evidence* is all that rests on it, in the order of the file: its facts, and the drafts of such.
    """
    facts = _told_as_one([placed(fact, document, moved, old) for fact in evidence], document, old)
    sections = [_section(source, at, document, moved, old) for at in range(len(source.sections))]
    nothing = _states_nothing(source, moved, old)
    facts = tuple(_on_evidence(fact, nothing, len(document.paragraphs)) for fact in facts)
    looked_at = {*nothing, *(each.paragraph for each in facts)}
    return Update(
        facts=facts,
        sections=_in_order(source, [each for each in sections if each]),
        ended=tuple(was for was, each in zip(source.sections, sections, strict=True) if not each),
        states_nothing=nothing,
        unread=tuple(n for n in range(1, len(document.paragraphs) + 1) if n not in looked_at),
    )


def _on_evidence(placed: PlacedFact, nothing: Sequence[int], last: int) -> PlacedFact:
    """The fact at the nearest paragraph that may state something, where its own is gone."""
    if placed.how is not How.GONE or placed.paragraph not in nothing:
        return placed
    free = (n for n in range(1, last + 1) if n not in nothing)
    nearest = min(free, key=lambda n: (abs(n - placed.paragraph), -n), default=placed.paragraph)
    return msgspec.structs.replace(placed, paragraph=nearest)


def placed(
    fact: Fact | DraftFact, document: Document, moved: Moved, old: Document | None = None
) -> PlacedFact:
    """Where *fact* stands in the new *document*: in the part of its paragraph that has most of its terms.

    When its terms are in none of them, they may stand beside, in a paragraph that was written anew.
    """
    if not fact.paragraph:  # a draft without one
        return PlacedFact(fact=fact, paragraph=0, how=How.SAME)
    move, terms, how = _move(fact.paragraph, moved, document), _terms(fact, old), How.GONE
    paragraph = max(move.to, key=lambda n: _standing(terms, n, document), default=move.near)
    if move.to:
        how = move.how
    if terms and (not move.to or _standing(terms, paragraph, document) < len(terms)):
        for n in _written_anew(move, moved):
            if _standing(terms, n, document) == len(terms):
                paragraph, how = n, How.CHANGED
                break
    lost = [
        LostTerm(term, document.where(term))
        for term in terms
        if how is How.GONE or not _standing((term,), paragraph, document)
    ]
    in_parts = how is How.SPLIT and not terms
    return PlacedFact(
        fact=fact,
        paragraph=paragraph,
        how=how,
        lost=tuple(lost),
        reworded=paragraph in moved.reworded or not move.whole or in_parts,
    )


def _told_as_one(
    facts: Sequence[PlacedFact], document: Document, old: Document | None
) -> tuple[PlacedFact, ...]:
    """The *facts*; those of a paragraph that one of them was found in, written anew, went there with it."""
    anew = {each.fact.paragraph: each.paragraph for each in facts if each.how is How.CHANGED}
    return tuple(
        _along(each, anew[each.fact.paragraph], document, old)
        if each.how is How.GONE and each.fact.paragraph in anew
        else each
        for each in facts
    )


def _along(each: PlacedFact, paragraph: int, document: Document, old: Document | None) -> PlacedFact:
    """A fact in the *paragraph* that its own was written anew as."""
    lost = tuple(
        LostTerm(term, document.where(term))
        for term in _terms(each.fact, old)
        if not _standing((term,), paragraph, document)
    )
    return PlacedFact(fact=each.fact, paragraph=paragraph, how=How.CHANGED, lost=lost, reworded=True)


def _move(paragraph: int, moved: Moved, document: Document) -> Move:
    """That of an old paragraph; of one beyond the old edition's end, as if it had been at the end."""
    if paragraph <= len(moved.moves):
        return moved.moves[paragraph - 1]
    return Move(how=How.GONE, near=len(document.paragraphs), whole=False)


def _terms(fact: Fact | DraftFact, old: Document | None) -> tuple[str, ...]:
    """The terms that stood where the fact did; a term that never did is no loss of this edition."""
    if old is None or fact.paragraph > len(old.folded):
        return fact.terms
    return tuple(term for term in fact.terms if stands_in(fold(term), old.folded[fact.paragraph - 1]))


def _standing(terms: Sequence[str], paragraph: int, document: Document) -> int:
    return sum(stands_in(fold(term), document.folded[paragraph - 1]) for term in terms)


def _written_anew(move: Move, moved: Moved) -> Iterator[int]:
    """The paragraphs beside in which nothing of the old edition is."""
    first, last = (move.to[0], move.to[-1]) if move.to else (move.near, move.near)
    around = (move.near, last + 1, first - 1)
    return (n for n in around if n in moved.fresh)


def _section(
    source: Source, at: int, document: Document, moved: Moved, old: Document | None
) -> Section | None:
    """A section from the first paragraph that is left of it; its title follows its heading."""
    section = source.sections[at]
    end = min((each.first for each in source.sections if each.first > section.first), default=None)
    own = range(section.first, end or max(section.first, len(moved.moves)) + 1)
    moves = [_move(n, moved, document) for n in own]
    first = next((move for move in moves if move.to), None)
    if first is None:
        return None
    title = section.title
    if first is moves[0] and _is_heading(section, old) and first.how is How.CHANGED:
        title = document.paragraphs[first.to[0] - 1]
    return Section(title=title, first=first.to[0])


def _in_order(source: Source, sections: list[Section]) -> tuple[Section, ...]:
    """The sections as they follow each other now; what stands before the first is still of it, if it was."""
    ordered = sorted(sections, key=lambda each: each.first)
    if ordered and min(each.first for each in source.sections) == 1:
        ordered[0] = Section(title=ordered[0].title, first=1)
    return tuple(ordered)


def _is_heading(section: Section, old: Document | None) -> bool:
    """Whether the first paragraph of a section is its title."""
    if old is None or section.first > len(old.folded):
        return False
    return old.folded[section.first - 1] == fold(section.title)


def _states_nothing(source: Source, moved: Moved, old: Document | None) -> tuple[int, ...]:
    """Of the new paragraphs those that have all their words from such as stated nothing, and new headings."""
    nothing = set(source.states_nothing)
    headings = {each.first for each in source.sections if _is_heading(each, old)} & nothing
    return tuple(
        sorted(
            number
            for number, origins in moved.origins().items()
            if nothing.issuperset(origins) and (number not in moved.reworded or headings.issuperset(origins))
        )
    )
