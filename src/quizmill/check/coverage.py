"""What of the documents is asked: fact by fact, section by section, and where documents disagree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from quizmill.bank.model import Bank, Fact, Source, kind_of, references_of
from quizmill.check.documents import Documents
from quizmill.check.grounds import Claim, claim_of
from quizmill.compose.exercise import key_of, prompt_of


class Part(msgspec.Struct, frozen=True):
    """A section of a document and its facts; without a title, what stands before the first section."""

    section: str
    first: int  # paragraph
    facts: tuple[Fact, ...]


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """A question, as far as coverage shows it; texts are markup."""

    id: str
    type: str
    prompt: str
    key: tuple[str, ...]


class FactAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A fact and the questions that rest on it."""

    id: str  # source/fact
    paragraph: int
    kind: str
    says: str
    as_of: str
    doubt: str
    questions: tuple[Asking, ...]


class SectionAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A section, its facts, and the paragraphs without one."""

    title: str
    first: int
    facts: tuple[FactAsked, ...]
    empty: tuple[int, ...] = ()  # paragraphs that were read and state nothing
    unread: tuple[int, ...] = ()  # paragraphs that nobody has accounted for; known only with documents

    @property
    def asked(self) -> int:
        """How many of the facts a question rests on."""
        return sum(bool(fact.questions) for fact in self.facts)

    @property
    def types(self) -> dict[str, int]:
        """How many questions of each kind rest on the section."""
        kinds = {asking.id: asking.type for fact in self.facts for asking in fact.questions}
        return dict(Counter(kinds.values()).most_common())

    @property
    def times(self) -> int:
        """How often its facts are asked: a question that rests on two of them counts twice."""
        return sum(len(fact.questions) for fact in self.facts)

    @property
    def questions(self) -> int:
        """How many different questions rest on the section."""
        return len({asking.id for fact in self.facts for asking in fact.questions})


class SourceAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A document and its sections."""

    id: str
    title: str
    sections: tuple[SectionAsked, ...]
    paragraphs: int | None = None  # of the document, where it was given

    @property
    def whole(self) -> SectionAsked:
        """The document as if it were one section."""
        return SectionAsked(
            title=self.title,
            first=1,
            facts=tuple(fact for section in self.sections for fact in section.facts),
            empty=tuple(n for section in self.sections for n in section.empty),
            unread=tuple(n for section in self.sections for n in section.unread),
        )


class Claimed(msgspec.Struct, frozen=True):
    """One of the values that documents give for the same thing."""

    value: str
    facts: tuple[str, ...]  # source/fact


class Conflict(msgspec.Struct, frozen=True):
    """A thing on which facts of the same time disagree."""

    about: str
    claims: tuple[Claimed, ...]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What of a bank's documents is asked."""

    title: str
    questions: int
    sources: tuple[SourceAsked, ...]
    conflicts: tuple[Conflict, ...]
    without_facts: tuple[str, ...]  # questions that rest on nothing


def coverage(bank: Bank, documents: Documents | None = None) -> Coverage:
    """The bank's coverage; with its *documents* also which paragraphs nobody has accounted for."""
    asking = _asking(bank)
    return Coverage(
        title=bank.title,
        questions=sum(1 for _ in bank.questions()),
        sources=tuple(_source_asked(source, asking, documents) for source in bank.sources),
        conflicts=tuple(conflicts_of(bank)),
        without_facts=tuple(question.id for _, question in bank.questions() if not references_of(question)),
    )


def as_json(coverage: Coverage) -> bytes:
    """The coverage as JSON, with the counts of documents and sections."""
    record = msgspec.to_builtins(coverage)
    for source, written in zip(coverage.sources, record["sources"], strict=True):
        written["counts"] = _counts(source.whole)
        for section, part in zip(source.sections, written["sections"], strict=True):
            part["counts"] = _counts(section)
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def parts_of(source: Source) -> list[Part]:
    """The sections of a document with their facts, in its order."""
    starts = [(section.title, section.first) for section in source.sections]
    if not starts or starts[0][1] > 1:
        starts.insert(0, ("", 1))
    ends = [first for _, first in starts[1:]] + [None]
    return [
        Part(
            title, first, tuple(f for f in source.facts if first <= f.paragraph and _before(f.paragraph, end))
        )
        for (title, first), end in zip(starts, ends, strict=True)
    ]


def conflicts_of(bank: Bank) -> Iterator[Conflict]:
    """The things of which two facts of the same time, or of none, give different values."""
    by_about: defaultdict[str, list[tuple[str, Fact]]] = defaultdict(list)
    for reference, (_, fact) in bank.facts().items():
        if fact.about and fact.value:
            by_about[fact.about].append((reference, fact))
    for about, members in by_about.items():
        claims = [claim_of(fact) for _, fact in members]
        at_odds = _at_odds(claims)
        groups: dict[object, list[tuple[str, Fact]]] = {}
        for member, claim in zip(members, claims, strict=True):
            if claim.key in at_odds:
                groups.setdefault(claim.key, []).append(member)
        if groups:
            claimed = (Claimed(each[0][1].value, tuple(ref for ref, _ in each)) for each in groups.values())
            yield Conflict(about, tuple(claimed))


def _counts(section: SectionAsked) -> dict[str, int | dict[str, int]]:
    return {
        "facts": len(section.facts),
        "asked": section.asked,
        "times": section.times,
        "questions": section.questions,
        "types": section.types,
    }


def _at_odds(claims: list[Claim]) -> set[object]:
    """What is claimed while something else is claimed of the same time; one without a time is of any."""
    by_time: defaultdict[str, set[object]] = defaultdict(set)
    for claim in claims:
        by_time[claim.as_of].add(claim.key)
    every, timeless = {claim.key for claim in claims}, by_time[""]
    return {
        claim.key
        for claim in claims
        for others in ((by_time[claim.as_of], timeless) if claim.as_of else (every,))
        if others and others != {claim.key}
    }


def _before(paragraph: int, end: int | None) -> bool:
    return end is None or paragraph < end


def _asking(bank: Bank) -> dict[str, list[Asking]]:
    """The questions that rest on each fact, each once."""
    found: defaultdict[str, list[Asking]] = defaultdict(list)
    for _, question in bank.questions():
        asking = Asking(
            id=question.id, type=kind_of(question), prompt=prompt_of(question), key=key_of(question)
        )
        for reference in dict.fromkeys(references_of(question)):
            found[reference].append(asking)
    return found


def _source_asked(
    source: Source, asking: dict[str, list[Asking]], documents: Documents | None
) -> SourceAsked:
    document = documents.read.get(source.id) if documents else None
    last = len(document.paragraphs) if document else None
    parts = parts_of(source)
    ends = [part.first for part in parts[1:]] + [None]
    stating = {fact.paragraph for fact in source.facts}
    sections = []
    for part, end in zip(parts, ends, strict=True):
        inside = range(part.first, end or (last or 0) + 1)
        bare = [n for n in inside if n not in stating] if last else []
        sections.append(
            SectionAsked(
                title=part.section,
                first=part.first,
                facts=tuple(_fact_asked(source, fact, asking) for fact in part.facts),
                empty=tuple(n for n in bare if n in source.states_nothing),
                unread=tuple(n for n in bare if n not in source.states_nothing),
            )
        )
    return SourceAsked(id=source.id, title=source.title, sections=tuple(sections), paragraphs=last)


def _fact_asked(source: Source, fact: Fact, asking: dict[str, list[Asking]]) -> FactAsked:
    reference = f"{source.id}/{fact.id}"
    return FactAsked(
        id=reference,
        paragraph=fact.paragraph,
        kind=fact.kind.value,
        says=fact.says,
        as_of=fact.as_of,
        doubt=fact.doubt,
        questions=tuple(asking.get(reference, ())),
    )
