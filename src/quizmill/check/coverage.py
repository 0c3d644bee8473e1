"""What of the documents is asked and taught: fact by fact, section by section, and what the core rests on."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from quizmill.bank.document import Documents
from quizmill.bank.model import Bank, Fact, Importance, Source, kind_of, references_of
from quizmill.check.conflicts import Conflict, conflicts_of
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
    core: bool = False


class FactCovered(msgspec.Struct, frozen=True, kw_only=True):
    """A fact, the questions that rest on it, and where it is taught."""

    id: str  # source/fact
    paragraph: int
    kind: str
    says: str
    as_of: str
    doubt: str
    questions: tuple[Asking, ...]
    taught: tuple[str, ...] = ()  # the ids of topics of which a lesson rests on it


class SectionCovered(msgspec.Struct, frozen=True, kw_only=True):
    """A section, its facts, and the paragraphs without one."""

    title: str
    first: int
    facts: tuple[FactCovered, ...]
    empty: tuple[int, ...] = ()  # paragraphs that were read and state nothing
    unread: tuple[int, ...] = ()  # paragraphs that nobody has accounted for; known only with documents
    begun: tuple[int, ...] = ()  # paragraphs with drafts of facts alone

    @property
    def asked(self) -> int:
        """How many of the facts a question rests on."""
        return sum(bool(fact.questions) for fact in self.facts)

    @property
    def taught(self) -> int:
        """How many of the facts a lesson rests on."""
        return sum(bool(fact.taught) for fact in self.facts)

    @property
    def both(self) -> int:
        """How many of the facts are taught and asked."""
        return sum(bool(fact.taught and fact.questions) for fact in self.facts)

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


class SourceCovered(msgspec.Struct, frozen=True, kw_only=True):
    """A document and its sections."""

    id: str
    title: str
    sections: tuple[SectionCovered, ...]
    paragraphs: int | None = None  # of the document, where it was given

    @property
    def whole(self) -> SectionCovered:
        """The document as if it were one section."""
        return SectionCovered(
            title=self.title,
            first=1,
            facts=tuple(fact for section in self.sections for fact in section.facts),
            empty=tuple(n for section in self.sections for n in section.empty),
            unread=tuple(n for section in self.sections for n in section.unread),
            begun=tuple(n for section in self.sections for n in section.begun),
        )


class Core(msgspec.Struct, frozen=True, kw_only=True):
    """What core questions rest on, and what of it is not taught; facts and questions by their ids."""

    questions: int
    facts: tuple[str, ...]
    untaught: tuple[str, ...]
    untaught_questions: tuple[str, ...]  # none of whose facts is taught


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What of a bank's documents is asked and taught."""

    title: str
    questions: int
    lessons: int  # that rest on facts
    core: Core
    sources: tuple[SourceCovered, ...]
    conflicts: tuple[Conflict, ...]
    without_facts: tuple[str, ...]  # questions that rest on nothing


def coverage(bank: Bank, documents: Documents | None = None) -> Coverage:
    """The bank's coverage; with its *documents* also which paragraphs nobody has accounted for."""
    asking, taught = _asking(bank), _taught(bank)
    begun: defaultdict[str, set[int]] = defaultdict(set)
    for draft in bank.draft_facts:
        begun[draft.source].add(draft.paragraph)
    return Coverage(
        title=bank.title,
        questions=sum(1 for _ in bank.questions()),
        lessons=sum(bool(lesson.facts) for topic in bank.topics for lesson in topic.learn),
        core=_core(bank, taught),
        sources=tuple(
            _source_covered(source, asking, taught, documents, begun[source.id]) for source in bank.sources
        ),
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


def _counts(section: SectionCovered) -> dict[str, int | dict[str, int]]:
    return {
        "facts": len(section.facts),
        "asked": section.asked,
        "taught": section.taught,
        "both": section.both,
        "times": section.times,
        "questions": section.questions,
        "types": section.types,
    }


def _before(paragraph: int, end: int | None) -> bool:
    return end is None or paragraph < end


def _asking(bank: Bank) -> dict[str, list[Asking]]:
    """The questions that rest on each fact, each once."""
    found: defaultdict[str, list[Asking]] = defaultdict(list)
    for _, question in bank.questions():
        asking = Asking(
            id=question.id,
            type=kind_of(question),
            prompt=prompt_of(question),
            key=key_of(question),
            core=question.importance is Importance.CORE,
        )
        for reference in dict.fromkeys(references_of(question)):
            found[reference].append(asking)
    return found


def _taught(bank: Bank) -> dict[str, list[str]]:
    """The topics of which a lesson rests on each fact, each once."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for topic in bank.topics:
        for reference in dict.fromkeys(fact for lesson in topic.learn for fact in lesson.facts):
            found[reference].append(topic.id)
    return found


def _core(bank: Bank, taught: dict[str, list[str]]) -> Core:
    questions = [question for _, question in bank.questions() if question.importance is Importance.CORE]
    asked = {reference for question in questions for reference in references_of(question)}
    facts = tuple(reference for reference in bank.facts() if reference in asked)
    return Core(
        questions=len(questions),
        facts=facts,
        untaught=tuple(reference for reference in facts if reference not in taught),
        untaught_questions=tuple(
            question.id
            for question in questions
            if references_of(question) and taught.keys().isdisjoint(references_of(question))
        ),
    )


def _source_covered(
    source: Source,
    asking: dict[str, list[Asking]],
    taught: dict[str, list[str]],
    documents: Documents | None,
    begun: set[int],
) -> SourceCovered:
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
            SectionCovered(
                title=part.section,
                first=part.first,
                facts=tuple(_fact_covered(source, fact, asking, taught) for fact in part.facts),
                empty=tuple(n for n in bare if n in source.states_nothing),
                unread=tuple(n for n in bare if n not in begun and n not in source.states_nothing),
                begun=tuple(sorted(n for n in begun - stating if part.first <= n and _before(n, end))),
            )
        )
    return SourceCovered(id=source.id, title=source.title, sections=tuple(sections), paragraphs=last)


def _fact_covered(
    source: Source, fact: Fact, asking: dict[str, list[Asking]], taught: dict[str, list[str]]
) -> FactCovered:
    reference = f"{source.id}/{fact.id}"
    return FactCovered(
        id=reference,
        paragraph=fact.paragraph,
        kind=fact.kind.value,
        says=fact.says,
        as_of=fact.as_of,
        doubt=fact.doubt,
        questions=tuple(asking.get(reference, ())),
        taught=tuple(taught.get(reference, ())),
    )
