"""A document's paragraphs beside the facts that stand in them, and the questions that rest on these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import msgspec

from quizmill.bank.document import Document
from quizmill.bank.model import Bank, DraftFact, Fact, Source, kind_of, references_of
from quizmill.bank.reader.links import references_in_tree
from quizmill.compose.exercise import key_of, prompt_of
from quizmill.errors import BadRequest


class Resting(msgspec.Struct, frozen=True, kw_only=True):
    """A question that rests on a fact; texts are markup, of a draft as far as it has them."""

    id: str
    type: str
    prompt: str
    key: tuple[str, ...] = ()
    draft: bool = False


class FactBeside(msgspec.Struct, frozen=True, kw_only=True):
    """A fact, or the draft of one, and what rests on it."""

    id: str  # within its source; "" for a draft without one
    kind: str
    says: str
    terms: tuple[str, ...]
    as_of: str = ""
    doubt: str = ""
    draft: bool = False
    questions: tuple[Resting, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, as a curator looks at it."""

    number: int
    text: str | None  # None without the document
    heading: str  # of the section that begins here
    states_nothing: bool
    unread: bool  # nobody has accounted for it
    facts: tuple[FactBeside, ...]

    @property
    def begun(self) -> bool:
        """Whether the draft of a fact or of a question stands here."""
        return any(fact.draft or any(each.draft for each in fact.questions) for fact in self.facts)


class DocumentBeside(msgspec.Struct, frozen=True, kw_only=True):
    """A document paragraph by paragraph; without its text those that something is known of."""

    id: str
    title: str
    document: str  # its file's name
    length: int | None  # in paragraphs; None without the document
    paragraphs: tuple[Paragraph, ...]

    @property
    def unread(self) -> tuple[int, ...]:
        """The paragraphs that nobody has accounted for."""
        return tuple(each.number for each in self.paragraphs if each.unread)

    @property
    def begun(self) -> tuple[int, ...]:
        """The paragraphs with drafts."""
        return tuple(each.number for each in self.paragraphs if each.begun)


def beside(bank: Bank, source: Source, document: Document | None) -> DocumentBeside:
    """The document of *source* beside what the bank has of it."""
    facts: defaultdict[int, list[FactBeside]] = defaultdict(list)
    resting = _resting(bank, source)
    for fact in source.facts:
        facts[fact.paragraph].append(_finished(fact, resting))
    for draft in bank.draft_facts:
        if draft.source == source.id:
            facts[draft.paragraph].append(_begun(draft, resting))
    headings = {section.first: section.title for section in source.sections}
    nothing = frozenset(source.states_nothing)
    length = len(document.paragraphs) if document else None
    known = range(1, length + 1) if length is not None else sorted({*facts, *headings, *nothing})
    beyond = sorted(number for number in facts if number not in known)
    return DocumentBeside(
        id=source.id,
        title=source.title,
        document=source.document,
        length=length,
        paragraphs=tuple(
            Paragraph(
                number=number,
                text=document.paragraph(number) if document else None,
                heading=headings.get(number, ""),
                states_nothing=number in nothing,
                unread=document is not None and not facts[number] and number not in nothing,
                facts=tuple(facts[number]),
            )
            for number in (*known, *beyond)
        ),
    )


def narrowed(shown: DocumentBeside, numbers: Collection[int], *, unread: bool) -> DocumentBeside:
    """Only the paragraphs with these *numbers*, all without any; only those *unread*.

    Raises BadRequest for a number beyond the document's end.
    """
    if shown.length is not None and (beyond := [number for number in numbers if number > shown.length]):
        last = f'"{shown.document}" has {shown.length}'
        raise BadRequest(f"--paragraph: there is no paragraph {beyond[0]}; {last}")
    kept = tuple(
        each
        for each in shown.paragraphs
        if (not numbers or each.number in numbers) and (each.unread or not unread)
    )
    return msgspec.structs.replace(shown, paragraphs=kept)


def as_json(shown: Iterable[DocumentBeside]) -> bytes:
    """A list of documents with their paragraphs."""
    return msgspec.json.format(msgspec.json.encode(list(shown)), indent=2) + b"\n"


def _resting(bank: Bank, source: Source) -> dict[str, tuple[Resting, ...]]:
    """By the id of a fact in *source* the questions that rest on it, drafts last."""
    found: defaultdict[str, list[Resting]] = defaultdict(list)
    for _, question in bank.questions():
        asked = Resting(
            id=question.id, type=kind_of(question), prompt=prompt_of(question), key=key_of(question)
        )
        for fact in _of(source, references_of(question)):
            found[fact].append(asked)
    for draft in bank.drafts:
        tree = draft.tree
        prompt = tree.get("prompt") or tree.get("text")
        begun = Resting(id=draft.id, type=_text(tree.get("type")), prompt=_text(prompt), draft=True)
        for fact in _of(source, (reference for _, reference in references_in_tree(tree))):
            found[fact].append(begun)
    return {fact: tuple(each) for fact, each in found.items()}


def _of(source: Source, references: Iterable[str]) -> Iterator[str]:
    """The ids of those facts that are of the source, each once."""
    for reference in dict.fromkeys(references):
        of, _, fact = reference.partition("/")
        if of == source.id:
            yield fact


def _finished(fact: Fact, resting: dict[str, tuple[Resting, ...]]) -> FactBeside:
    return FactBeside(
        id=fact.id,
        kind=fact.kind.value,
        says=fact.says,
        terms=fact.terms,
        as_of=fact.as_of,
        doubt=fact.doubt,
        questions=resting.get(fact.id, ()),
    )


def _begun(draft: DraftFact, resting: dict[str, tuple[Resting, ...]]) -> FactBeside:
    return FactBeside(
        id=draft.id,
        kind=_text(draft.tree.get("kind")),
        says=_text(draft.tree.get("says")),
        terms=draft.terms,
        draft=True,
        questions=resting.get(draft.id, ()) if draft.id else (),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
