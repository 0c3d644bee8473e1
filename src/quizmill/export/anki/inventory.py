"""What there is in a deck's notes, found as they pass by on their way into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizmill.export.anki.families import STUDY
from quizmill.export.anki.media import referred_to
from quizmill.export.anki.notes import Note


class Inventory:
    """Counts the notes that go through `counted`, and what is in them."""

    def __init__(self, *, pictures: bool) -> None:
        """*pictures* are only looked for where there may be some: it takes a while."""
        self.questions = 0  # notes with cards that ask
        self.lessons = 0  # notes with cards to be read
        self.latest = 0  # when the last of the notes changed, in seconds
        self.decks: set[int] = set()  # those that have cards
        self.pictures: set[str] = set()  # names in the deck
        self._looking = pictures

    def counted(self, notes: Iterable[Note]) -> Iterator[Note]:
        """The same notes."""
        for note in notes:
            self.latest = max(self.latest, note.mod)
            self.questions += bool(note.cards) and note.family != STUDY.id
            self.lessons += bool(note.cards) and note.family == STUDY.id
            for card in note.cards:
                self.decks.add(card.deck)
            if self._looking:
                self.pictures |= referred_to((note.joined,))
            yield note
