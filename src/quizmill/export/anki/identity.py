"""Which notes are a question's: a GUID never changes, so it goes on with the id the question had at first.

`docs/decisions/anki-identity.md` says why, and what is decided where it could be otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizmill.bank.model import Bank, Draft
from quizmill.errors import ExportRefused
from quizmill.export.anki.notes import DAY, Note

_ALIKE = 90  # of 100: how like each other two wordings are of which one may be the other reworded
_COMPARED = 1_000_000  # pairs at most, for a second or so; of more than that only equal wordings are found


class Identities:
    """Of each question the id that ends its notes' GUIDs, and of each such id the question."""

    def __init__(self, bank: Bank, before: Mapping[str, Note], known: Mapping[str, str]) -> None:
        """*before* are the notes of the previous release by GUID, *known* what it knew.

        Raises ExportRefused when two questions would have the same notes.
        """
        self.known = dict(known)  # by a question's id, the first one it had, where that is another
        self._bearers: dict[str, str] = {}
        renamed = [*_renamed(bank)]
        if renamed:
            release = _LastRelease(before)
            for id, former in renamed:
                firsts = [self.of(each) for each in former]
                if id not in self.known and not release.holds(id, firsts):
                    self.known[id] = release.first(firsts)
        if self.known:
            asked = dict.fromkeys(question.id for _, question in bank.questions())
            self._bearers = {first: id for id, first in self.known.items() if id not in asked}
            self._bearers |= self._owners(asked)

    def of(self, question: str) -> str:
        """What the GUIDs of the question with that id end with."""
        return self.known.get(question, question)

    def bearer(self, identity: str) -> str:
        """The id of the question whose notes' GUIDs end so, as it is or was last."""
        return self._bearers.get(identity, identity)

    def _owners(self, asked: Iterable[str]) -> dict[str, str]:
        owners: dict[str, str] = {}
        refusals = []
        for id in asked:
            first = self.of(id)
            if (other := owners.setdefault(first, id)) != id:
                new, old = (other, id) if other == first else (id, other)
                refusals.append(
                    f'{new}: the notes of this id are those of "{old}" now, which was called so; give the '
                    "question an id that was never used"
                )
        if refusals:
            raise ExportRefused(tuple(refusals))
        return owners


class _LastRelease:
    """What the previous release's notes say of the ids there were."""

    def __init__(self, before: Mapping[str, Note]) -> None:
        self._live: dict[str, int] = {}  # the day, counted from 1970, on which each last changed
        self._withdrawn: dict[str, int] = {}
        for note in before.values():
            (self._live if note.cards else self._withdrawn)[note.identity] = note.mod // DAY
        self._day = max([*self._live.values(), *self._withdrawn.values()], default=0)

    def first(self, ids: Sequence[str]) -> str:
        """Under which of the *ids*, oldest first, there are notes: better such as have cards."""
        return next((id for notes in (self._live, self._withdrawn) for id in ids if id in notes), ids[0])

    def holds(self, id: str, former: Iterable[str]) -> bool:
        """Whether learners have had cards under *id* itself: they would lose those.

        Not if it came, and one of the *former* ids went, on the very last day: then the change of name was
        forgotten, and is made good at once.
        """
        forgotten = self._day in map(self._withdrawn.get, former)
        return id in self._live and not (forgotten and self._live[id] == self._day)


def likely_renamed(gone: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """By the id of a question that is gone, that of a new one whose wording is the same or nearly so.

    *gone* and *new* are wordings by question id. Each new one is named once.
    """
    from rapidfuzz import fuzz, process  # 20 ms that only such a release needs

    left = dict(new)
    by_wording = {wording: id for id, wording in new.items()}
    pairs: dict[str, str] = {}
    for id, wording in gone.items():
        if (same := by_wording.get(wording)) in left:
            pairs[id] = same
            del left[same]
    others = {id: wording for id, wording in gone.items() if id not in pairs}
    if len(others) * len(left) > _COMPARED:
        return pairs
    for id, wording in others.items():
        if best := process.extractOne(wording, left, scorer=fuzz.ratio, score_cutoff=_ALIKE):
            pairs[id] = best[2]
            del left[best[2]]
    return pairs


def _renamed(bank: Bank) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every id with the ones before it, of unfinished questions too."""
    for _, question in bank.questions():
        if question.formerly:
            yield question.id, question.formerly
    for draft in bank.drafts:
        if former := _former(draft):
            yield draft.id, former


def _former(draft: Draft) -> tuple[str, ...]:
    """What its `formerly` says, which nobody has looked at yet."""
    found = draft.tree.get("formerly")
    return tuple(id for id in (found if isinstance(found, list) else [found]) if isinstance(id, str))
