"""What a bank rests on, to be spoilt: its sources, facts and names, and its documents.

The documents are made up: each paragraph has the terms that its facts name, in plain sentences of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from quizmill.bank.document import Document, Documents, document_of
from quizmill.bank.model import Bank, Fact, Question, Source, Topic

_PROSE = (
    "Towards the evening we walked along the northern harbour, where several older passengers remembered "
    "whatever the merchants and sailors had recorded in their diaries."
)
Texts = Mapping[str, tuple[str, ...]]  # the paragraphs of each source's document


class Ground(NamedTuple):
    """A bank and the texts of its documents; a source whose text is missing has lost its file."""

    bank: Bank
    texts: Texts

    def source(self, id: str) -> Source:
        return next(source for source in self.bank.sources if source.id == id)

    def with_source(self, changed: Source) -> Ground:
        sources = tuple(changed if each.id == changed.id else each for each in self.bank.sources)
        return self._replace(bank=replace(self.bank, sources=sources))

    def with_fact(self, source: str, fact: Fact) -> Ground:
        """With the fact in the place of the one of its id, else after all others."""
        facts = {each.id: each for each in self.source(source).facts} | {fact.id: fact}
        return self.with_source(replace(self.source(source), facts=tuple(facts.values())))

    def with_text(self, source: str, paragraphs: tuple[str, ...]) -> Ground:
        """With another document, whose fingerprint the source has."""
        changed = self._replace(texts={**self.texts, source: paragraphs})
        return changed.with_source(replace(self.source(source), sha256=_document(paragraphs).sha256))

    def with_questions(self, questions: tuple[Question, ...]) -> Ground:
        topic = Topic(id="all", title="All", questions=questions)
        return self._replace(bank=replace(self.bank, topics=(topic,)))

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for _, question in self.bank.questions())

    def documents(self) -> Documents:
        named = [source for source in self.bank.sources if source.document]
        read = {each.id: _document(self.texts[each.id]) for each in named if each.id in self.texts}
        return Documents(
            "documents", read, {each.id: "is not there" for each in named if each.id not in read}
        )


class GroundMutation(NamedTuple):
    """What is done to one of the sources, and the rule that should see it."""

    rule: str
    plant: Callable[[Ground, str], Ground | None]  # None where that source has no place for it
    implied: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return self.plant.__name__.replace("_", " ")


def ground_of(bank: Bank, questions: tuple[Question, ...]) -> Ground:
    """The bank with these questions alone, and made-up documents that its sources fit."""
    ground = Ground(bank, {}).with_questions(questions)
    for source in bank.sources:
        last = max((*(fact.paragraph for fact in source.facts), *source.states_nothing))
        ground = ground.with_text(source.id, tuple(_paragraph(source, n) for n in range(1, last + 1)))
    return ground


def _paragraph(source: Source, number: int) -> str:
    terms = dict.fromkeys(term for fact in source.facts if fact.paragraph == number for term in fact.terms)
    seen = f"There we also found {', '.join(terms)}." if terms else ""
    return f"{_PROSE} {seen}".strip()


def _document(paragraphs: tuple[str, ...]) -> Document:
    return document_of("\n".join(paragraphs).encode())
