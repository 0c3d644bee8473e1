"""A question of a snapshot as it is asked, alone on a paper, with the pictures and the sound it needs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec.structs import replace

from quizmill.app.pictures import pictures
from quizmill.app.preview.snapshot import Shown, Snapshot
from quizmill.app.sounds import sounds
from quizmill.bank.model import Bank, Question, Topic
from quizmill.bank.pictures import pictures as pictures_of
from quizmill.bank.stamps import stamp_of
from quizmill.compose.arrange import evidence_of
from quizmill.compose.exercise import Evidence, Exercise
from quizmill.compose.paper import Paper, compose

_SEED = 0  # options stand as in every deck


class Posed(msgspec.Struct, frozen=True, kw_only=True):
    """One question, ready to be shown in any way."""

    bank: Bank  # with its names and its words; nothing of its other questions is looked at
    folder: Path
    paper: Paper
    version: str  # differs where anything that could be seen of it does

    @property
    def exercise(self) -> Exercise:
        """The question."""
        return self.paper.exercises[0]

    def media(self) -> Mapping[str, bytes]:
        """Its pictures and its sound by file; raises FileUnusable for one that cannot be read."""
        return self.pictures() | self.sounds()

    def pictures(self) -> dict[str, bytes]:
        """Its pictures by file; raises FileUnusable for one that cannot be read."""
        return pictures(self.folder, (self.exercise,))

    def sounds(self) -> dict[str, bytes]:
        """Its sound by file; raises FileUnusable where it cannot be read."""
        return sounds(self.folder, (self.exercise,))


class Poser:
    """Poses the questions of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    def posed(self, entry: Shown, question: Question) -> Posed:
        """The *question* of an entry, alone."""
        bank, folder = self.snapshot.bank, self.snapshot.loaded.folder
        topic = Topic(id=entry.topic, title=self.snapshot.titles.get(entry.topic, entry.topic))
        paper = compose(bank, ((topic, question),), seed=_SEED, order="bank", evidence=self._evidence)
        files = sorted({image.file for image in pictures_of(question)} | _heard(question))
        stamps = [stamp_of(folder / file) for file in files]
        own = msgspec.msgpack.encode((paper.exercises[0], stamps))
        version = hashlib.blake2b(self._common + own, digest_size=9).hexdigest()
        return Posed(bank=bank, folder=folder, paper=paper, version=version)

    @cached_property
    def _evidence(self) -> dict[str, Evidence]:
        return evidence_of(self.snapshot.bank)

    @cached_property
    def _common(self) -> bytes:
        """A digest of what all questions of the bank have in common."""
        bare = replace(self.snapshot.bank, topics=(), drafts=(), left_out=(), sources=())
        return hashlib.blake2b(msgspec.msgpack.encode(bare), digest_size=16).digest()


def _heard(question: Question) -> set[str]:
    return {question.audio.file} if question.audio else set()
