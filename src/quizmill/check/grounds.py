"""What questions rest on: facts, names, pictures and sounds, and the lookups over them. No question is in it.

A rule that judges one question is given this and the question, so what it finds can hang on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from quizmill.bank import picture, sound, values
from quizmill.bank.files import Unread
from quizmill.bank.fold import fold
from quizmill.bank.model import Bank, Fact, Name, Question, Source, references_of
from quizmill.bank.pictures import pictures
from quizmill.check.item import Item, item_of
from quizmill.check.language.tokens import words
from quizmill.check.measure.fact_figures import FactFigures
from quizmill.check.measure.numbered_names import NumberedNames
from quizmill.compose.arrange import Arranger
from quizmill.grade.names import NameIndex

SEED = 0  # of the one arrangement that is judged; any other is as good


class Claim(msgspec.Struct, frozen=True):
    """What a fact says of the thing it is about; equal when the same is said of the same time."""

    key: object  # the value as read, so that $75 million and 75m USD are one
    as_of: str


class Shown(msgspec.Struct, frozen=True):
    """Where a picture is shown."""

    flaw: str = ""  # why it is shown nowhere
    limits: tuple[picture.Limit, ...] = ()  # what else keeps it out of some outputs
    drawn: picture.Drawn | None = None  # what of a drawing is shown nowhere, or not on paper


class Heard(msgspec.Struct, frozen=True):
    """Where a sound is played."""

    size: int  # bytes
    flaw: str = ""  # why it is not played everywhere, as it should be
    limits: tuple[sound.Unplayed, ...] = ()  # on what else it is not played


class Grounds(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A bank without its questions, and the lookups over it."""

    bank: Bank
    facts: dict[str, tuple[Source, Fact]]  # by `source/fact`
    names: dict[str, Name]  # by name or alias, folded
    pictures: dict[str, Shown | None]  # by file; None where it is not there
    sounds: dict[str, Heard | None]  # the same

    @cached_property
    def claims(self) -> dict[str, dict[Claim, str]]:
        """By `about`: each different claim, and its value as first written."""
        claims: dict[str, dict[Claim, str]] = {}
        for _, fact in self.facts.values():
            if fact.about and fact.value:
                claims.setdefault(fact.about, {}).setdefault(claim_of(fact), fact.value)
        return claims

    @cached_property
    def claimants(self) -> dict[str, set[str]]:
        """By `about`: the ids of the sources that speak of it."""
        found: dict[str, set[str]] = {}
        for source, fact in self.facts.values():
            found.setdefault(fact.about, set()).add(source.id)
        return found

    @cached_property
    def name_index(self) -> NameIndex:
        """The marker's index of the names."""
        return NameIndex(self.bank.names)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words of the names."""
        return frozenset(word for name in self.names for word in words(name))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles of the documents, long and short."""
        return tuple(title for source in self.bank.sources for title in (source.title, source.name))

    @cached_property
    def figures(self) -> FactFigures:
        """The figures that facts state."""
        return FactFigures(self.bank.sources, self.facts)

    @cached_property
    def numbered_names(self) -> NumberedNames:
        """The names and titles that hold a figure."""
        return NumberedNames(self.bank)

    @cached_property
    def arranger(self) -> Arranger:
        """Who poses the questions."""
        return Arranger(self.bank, seed=SEED)

    def named(self, text: str) -> Name | None:
        """The person, company, place or thing that the whole of *text*, which has no markup, names."""
        return self.names.get(fold(text)) if self.names else None

    def evidence(self, question: Question) -> dict[str, tuple[Source, Fact]]:
        """The facts a question rests on, those of its points included, by `source/fact`."""
        references = references_of(question)
        return {reference: self.facts[reference] for reference in references if reference in self.facts}

    def item(self, question: Question) -> Item:
        """The question as an item writer judges it, cut up once for all that look at it in turn."""
        if not (self._latest and self._latest[0] is question):
            self._latest[:] = question, self._item(question)
        item: Item = self._latest[1]
        return item

    @cached_property
    def _latest(self) -> list[Any]:
        return []  # the question that was asked for last, and its item

    def _item(self, question: Question) -> Item:
        evidence = self.evidence(question).values()
        return item_of(
            question,
            names=self if self.names else None,
            name_words=self.name_words,
            evidence="\n".join(fact.says for _, fact in evidence),
            rivals=tuple(self._rivals(fact for _, fact in evidence)),
            titles=self.titles,
        )

    def _rivals(self, evidence: Iterator[Fact]) -> Iterator[str]:
        """What other facts say of the things that these are about."""
        for fact in evidence:
            if fact.about and fact.value:
                own = claim_of(fact)
                yield from (said for claim, said in self.claims[fact.about].items() if claim.key != own.key)


def grounds_of(bank: Bank, folder: Path) -> Grounds:
    """What the questions of *bank* rest on; its pictures and sounds are looked for in *folder*."""
    spoken = {question.audio.file for _, question in bank.questions() if question.audio}
    files = {image.file for _, question in bank.questions() for image in pictures(question)}
    return Grounds(
        bank=msgspec.structs.replace(bank, topics=(), drafts=(), left_out=()),
        facts=bank.facts(),
        names={fold(text): name for name in bank.names for text in (name.name, *name.aliases)},
        pictures={file: _shown(folder, file) for file in sorted(files)},
        sounds={file: _heard(folder, file) for file in sorted(spoken)},
    )


def claim_of(fact: Fact) -> Claim:
    """What the fact says of the thing it is about."""
    return Claim(values.read(fact.value) or fold(fact.value), fact.as_of)


def is_inside(file: str) -> bool:
    """Whether a path from a bank stays below its folder, on every system."""
    path = PurePosixPath(file)
    return not (path.is_absolute() or ".." in path.parts or "\\" in file or ":" in file or "\0" in file)


def _shown(folder: Path, file: str) -> Shown | None:
    """Where the picture is shown; None when it is not there, or a link leads out of the folder."""
    if not _is_there(folder, file):
        return None
    try:
        data = picture.read_picture(folder, file)
    except Unread as error:
        return Shown(f"it {error.reason}")
    flaw = picture.flaw(file, data)
    return Shown(flaw) if flaw else Shown(limits=picture.limits(file, data), drawn=picture.drawn(data))


def _heard(folder: Path, file: str) -> Heard | None:
    """Where the sound is played; None when it is not there, or a link leads out of the folder."""
    if not _is_there(folder, file):
        return None
    try:
        data = sound.read_sound(folder, file)
    except Unread as error:
        return Heard(0, f"it {error.reason}")
    flaw = sound.flaw(file, data)
    return Heard(len(data), flaw) if flaw else Heard(len(data), limits=sound.limits(data))


def _is_there(folder: Path, file: str) -> bool:
    path = folder / file
    try:
        return is_inside(file) and path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except OSError:  # a name that is too long, a folder that may not be looked into
        return False
