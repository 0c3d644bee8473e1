"""What a deck must tell its next release and no learner needs: kept in the collection's own settings.

Anki does not import settings, so none of it reaches a learner's collection.
"""

from __future__ import annotations

import msgspec

from quizmill.export.anki.numbering import Numbered

FORMAT = 2  # of this record and of how notes are written; 1 had four spare fields
KEY = "quizmill"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Which bank the deck is of, the names of its decks, questions' former ids, and deletions' numbers."""

    format: int = FORMAT
    namespace: str
    decks: dict[int, str] = {}  # by deck id
    identities: dict[str, str] = {}  # by question id, the first it had, where that is another
    numbers: dict[str, tuple[Numbered, ...]] = {}  # by the first id
