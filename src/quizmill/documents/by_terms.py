"""Where paragraphs have gone when nobody has the text they were in, by where the facts' terms stand now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quizmill.bank.document import Document
from quizmill.bank.fold import fold
from quizmill.bank.model import DraftFact, Fact, Source
from quizmill.documents.moved import How, Move, Moved


def moved_by_terms(source: Source, drafts: Sequence[DraftFact], document: Document) -> Moved:
    """What became of the paragraphs that *source* names, as far as terms and headings tell.

    A paragraph is where most of the terms of its facts stand, and no fewer than half; of several such places,
    at the one to which its neighbours have moved. What has no terms is where both its neighbours say.
    """
    facts: list[Fact | DraftFact] = [*source.facts, *drafts]
    terms = _terms_by_paragraph(facts)
    places = {n: _with_most(own, document) for n, own in terms.items()}
    sure = {n: found[0] for n, found in places.items() if len(found) == 1} | _headings(source, document)
    for n, found in sorted(places.items()):
        if len(found) > 1:
            sure[n] = min(found, key=lambda place: abs(place - n - _shift(n, sure)))
    last = len(document.paragraphs)
    moves = [_move(n, sure, terms, last) for n in range(1, _last_named(source, facts) + 1)]
    reached = {n for move in moves for n in move.to}
    fresh = tuple(n for n in range(1, last + 1) if n not in reached)
    kept = sum(n in sure for n in terms) / len(terms) if terms else 0.0
    return Moved(moves=tuple(moves), reworded=frozenset(fresh), fresh=fresh, kept=kept)


def _terms_by_paragraph(facts: Sequence[Fact | DraftFact]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for fact in facts:
        if fact.terms and fact.paragraph:
            found.setdefault(fact.paragraph, []).extend(fact.terms)
    return found


def _with_most(terms: list[str], document: Document) -> list[int]:
    """The paragraphs in which most of the *terms* stand, and no fewer than half."""
    counts = Counter(n for term in set(terms) for n in document.where(term))
    most = max(counts.values(), default=0)
    return sorted(n for n, count in counts.items() if count == most) if 2 * most >= len(set(terms)) else []


def _headings(source: Source, document: Document) -> dict[int, int]:
    """The first paragraphs of sections whose title is a paragraph of its own, and only once."""
    found: dict[int, int] = {}
    for section in source.sections:
        title = fold(section.title)
        if document.folded.count(title) == 1:
            found[section.first] = document.folded.index(title) + 1
    return found


def _shift(n: int, sure: Mapping[int, int]) -> int:
    """By how much the nearest paragraph that is known has moved."""
    nearest = min(sure, key=lambda known: (abs(known - n), known), default=None)
    return sure[nearest] - nearest if nearest is not None else 0


def _move(n: int, sure: Mapping[int, int], terms: Mapping[int, list[str]], last: int) -> Move:
    if n in sure:
        return Move(how=How.SAME, to=(sure[n],), near=sure[n])
    before = max((known for known in sure if known < n), default=None)
    after = min((known for known in sure if known > n), default=None)
    shifts = {sure[known] - known for known in (before, after) if known is not None}
    near = max(1, min(n + _shift(n, sure), last))
    if n not in terms and len(shifts) == 1 and near == n + min(shifts):
        return Move(how=How.SAME, to=(near,), near=near)
    return Move(how=How.GONE, near=near, whole=False)


def _last_named(source: Source, facts: Sequence[Fact | DraftFact]) -> int:
    named = [fact.paragraph for fact in facts] + [section.first for section in source.sections]
    return max([*named, *source.states_nothing], default=0)
