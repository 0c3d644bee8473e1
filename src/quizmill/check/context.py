"""What rules share: lookups that are made once for a bank."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

import msgspec

from quizmill.bank import picture, values
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Fact, Name, Question, Source, references_of
from quizmill.check.documents import Documents
from quizmill.check.item import Item, item_of
from quizmill.check.language.words import words
from quizmill.check.measure.choices import Choice, choices
from quizmill.check.measure.likeness import Card, alike
from quizmill.grade.names import NameIndex


class Claim(msgspec.Struct, frozen=True):
    """What a fact says of the thing it is about; equal when the same is said of the same time."""

    key: object  # the value as read, so that $75 million and 75m USD are one
    as_of: str


class Context(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The bank and the lookups over it."""

    bank: Bank
    facts: dict[str, tuple[Source, Fact]]  # by `source/fact`
    names: dict[str, Name]  # by name or alias, folded
    claims: dict[str, dict[Claim, str]]  # by `about`: each different claim, and its value as first written
    images: frozenset[str]  # the image files that questions name and that are there
    broken_images: dict[str, str] = {}  # why one of them can be shown nowhere
    items: dict[str, Item] = {}  # by the question's id
    documents: Documents | None = None

    @cached_property
    def claimants(self) -> dict[str, set[str]]:
        """By `about`: the ids of the sources that speak of it."""
        found: dict[str, set[str]] = {}
        for source, fact in self.facts.values():
            found.setdefault(fact.about, set()).add(source.id)
        return found

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Every multiple choice and response as posed; several rules look at them."""
        return tuple(choices(self.bank))

    @cached_property
    def name_index(self) -> NameIndex:
        """The marker's index of the names."""
        return NameIndex(self.bank.names)

    @cached_property
    def alike(self) -> tuple[tuple[Card, Card], ...]:
        """Pairs of cards that ask nearly the same."""
        return alike(self.bank, self, self.name_index)

    def named(self, text: str) -> Name | None:
        """The person, company, place or thing that the whole of *text* names."""
        return self.names.get(fold(plain(text))) if self.names else None

    def evidence(self, question: Question) -> dict[str, tuple[Source, Fact]]:
        """The facts a question rests on, those of its points included, by `source/fact`."""
        references = references_of(question)
        return {reference: self.facts[reference] for reference in references if reference in self.facts}


def context_of(bank: Bank, folder: Path, documents: Documents | None) -> Context:
    """The context of a bank whose question files lie in *folder*; looks there for its images."""
    facts = bank.facts()
    files = {question.image.file for _, question in bank.questions() if question.image}
    images = frozenset(file for file in files if is_inside(file) and _is_file(folder, file))
    context = Context(
        bank=bank,
        facts=facts,
        names={fold(text): name for name in bank.names for text in (name.name, *name.aliases)},
        claims=_claims(facts),
        images=images,
        broken_images={file: flaw for file in images if (flaw := _flaw(folder, file))},
        documents=documents,
    )
    return msgspec.structs.replace(context, items=_items(context))


def claim_of(fact: Fact) -> Claim:
    """What the fact says of the thing it is about."""
    return Claim(values.read(fact.value) or fold(fact.value), fact.as_of)


def is_inside(file: str) -> bool:
    """Whether a path from a bank stays below its folder, on every system."""
    path = PurePosixPath(file)
    return not (path.is_absolute() or ".." in path.parts or "\\" in file or ":" in file or "\0" in file)


def _items(context: Context) -> dict[str, Item]:
    known = frozenset(word for name in context.names for word in words(name))
    titles = tuple(title for source in context.bank.sources for title in (source.title, source.name))
    return {
        question.id: item_of(
            question,
            names=context if context.names else None,
            name_words=known,
            evidence="\n".join(fact.says for _, fact in context.evidence(question).values()),
            rivals=tuple(_rivals(question, context)),
            titles=titles,
        )
        for _, question in context.bank.questions()
    }


def _rivals(question: Question, context: Context) -> Iterator[str]:
    """What other facts say of the things that the question's facts are about."""
    for _, fact in context.evidence(question).values():
        if fact.about and fact.value:
            own = claim_of(fact)
            yield from (said for claim, said in context.claims[fact.about].items() if claim.key != own.key)


def _claims(facts: dict[str, tuple[Source, Fact]]) -> dict[str, dict[Claim, str]]:
    claims: dict[str, dict[Claim, str]] = {}
    for _, fact in facts.values():
        if fact.about and fact.value:
            claims.setdefault(fact.about, {}).setdefault(claim_of(fact), fact.value)
    return claims


def _is_file(folder: Path, file: str) -> bool:
    """Whether it is there and no link leads out of the folder."""
    path = folder / file
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def _flaw(folder: Path, file: str) -> str | None:
    try:
        return picture.flaw(file, (folder / file).read_bytes())
    except OSError as error:
        return f"it cannot be read ({error.strerror})"
