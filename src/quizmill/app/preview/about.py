"""What stands beside a question: where it is written and how, what is found in it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from quizmill.app.preview.listing import ToldFinding
from quizmill.app.preview.newest import Findings, Seen
from quizmill.app.preview.snapshot import Shown, Snapshot, State
from quizmill.bank.document import Documents
from quizmill.bank.model import references_of
from quizmill.errors import Diagnostic

_AROUND = 6  # lines about what cannot be told from what is around it


class WrittenLine(msgspec.Struct, frozen=True):
    """A line of a file."""

    number: int
    text: str


class FactBeside(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fact that a question rests on."""

    id: str  # as source/fact
    title: str = ""  # of the document
    paragraph: int = 0
    says: str = ""
    terms: tuple[str, ...] = ()
    as_of: str = ""
    doubt: str = ""
    original: str = ""  # the paragraph itself, where the documents are at hand
    unread: str = ""  # why it is not
    findings: tuple[ToldFinding, ...] = ()


class About(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told about a question beside how it looks."""

    seen: Seen
    key: str
    id: str
    kind: str
    topic: str  # its title
    state: str
    is_earlier: bool
    version: str  # of how it looks; empty where it cannot be shown
    place: str
    findings: tuple[ToldFinding, ...]
    evidence: tuple[FactBeside, ...]
    lines: tuple[WrittenLine, ...]


def about(
    snapshot: Snapshot, findings: Findings, key: str, version: str, documents: Documents | None
) -> About:
    """What there is to be told about the entry of that *key*, shown as that *version*."""
    entry = snapshot.entries[key]
    file, first = _place(snapshot, entry)
    lines = _lines(snapshot, entry, file, first)
    return About(
        seen=Seen(snapshot.number, findings.number),
        key=key,
        id=entry.id,
        kind=entry.kind,
        topic=snapshot.titles.get(entry.topic, entry.topic),
        state=entry.state,
        is_earlier=entry.is_earlier,
        version=version,
        place=f"{file}:{first}",
        findings=tuple(map(ToldFinding.of, _found(snapshot, findings, entry, file, lines))),
        evidence=tuple(_evidence(snapshot, findings, entry, documents)),
        lines=lines,
    )


def _place(snapshot: Snapshot, entry: Shown) -> tuple[str, int]:
    """The file an entry is written in, and its first line."""
    origins = snapshot.loaded.origins
    if entry.origin is not None:
        place = origins.locate(entry.origin)
        return place.file, place.line
    topic = origins.topics.get(entry.topic)
    return (topic.file if topic else snapshot.loaded.bank_file), entry.line


def _lines(snapshot: Snapshot, entry: Shown, file: str, first: int) -> tuple[WrittenLine, ...]:
    """The lines of the entry: up to the next one in its file, or around what an error has left of it."""
    written = snapshot.loaded.origins.texts.get(file, "").split("\n")
    begins = {
        place[1]
        for each in snapshot.entries.values()
        if each.topic == entry.topic and (place := _place(snapshot, each))[0] == file
    }
    last = min((line for line in begins if line > first), default=len(written) + 1)
    found = [WrittenLine(number, written[number - 1]) for number in range(first, min(last, len(written) + 1))]
    while found and not found[-1].text.strip():
        found.pop()
    return tuple(found)


def _found(
    snapshot: Snapshot, findings: Findings, entry: Shown, file: str, lines: Sequence[WrittenLine]
) -> Sequence[Diagnostic]:
    """What is found in an entry; one without an id is known by its lines."""
    current = snapshot.found if findings.number < snapshot.number else findings.all
    if entry.state is not State.SOUND or not entry.id:
        numbers = {line.number for line in lines}
        return [
            each
            for each in current
            if (entry.id and each.question == entry.id)
            or (each.question is None and each.location.file == file and each.location.line in numbers)
        ]
    return findings.by_question.get(entry.id, [])


def _evidence(
    snapshot: Snapshot, findings: Findings, entry: Shown, documents: Documents | None
) -> Iterator[FactBeside]:
    known = snapshot.bank.facts()
    for reference in dict.fromkeys(references_of(entry.question) if entry.question else ()):
        if reference not in known:
            yield FactBeside(id=reference)
            continue
        source, fact = known[reference]
        original, unread = _original(documents, source.id, fact.paragraph)
        yield FactBeside(
            id=reference,
            title=source.title,
            paragraph=fact.paragraph,
            says=fact.says,
            terms=fact.terms,
            as_of=fact.as_of,
            doubt=fact.doubt,
            original=original,
            unread=unread,
            findings=tuple(map(ToldFinding.of, findings.by_fact.get(reference, ()))),
        )


def _original(documents: Documents | None, source: str, paragraph: int) -> tuple[str, str]:
    """The paragraph as the document has it; else why there is none."""
    if documents is None:
        return "", ""
    if source in documents.read:
        document = documents.read[source]
        text = document.paragraph(paragraph)
        return ("", f"has {len(document.paragraphs)} paragraphs") if text is None else (text, "")
    return "", documents.unread.get(source, "is not named")
