"""A source follows its document into a new edition."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from quizmill.app.document_drafts import Sketch, begun
from quizmill.app.document_editions import (
    Compared,
    Edition,
    compare,
    has_fingerprint,
    is_plain,
    old_text,
    source_of,
)
from quizmill.app.document_text import FileText, text_of
from quizmill.app.in_place import as_it_was, changed, text_in_place
from quizmill.bank.edit import Edit, NotEditable, with_edits, with_entries
from quizmill.bank.files import Unread, read_inside
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.model import Bank, DraftFact, Fact, Source, references_of
from quizmill.bank.reader.draft_state import is_draft
from quizmill.bank.reader.yaml_tree import parse
from quizmill.documents.edits import Ways, of_facts, of_sections, of_states_nothing
from quizmill.documents.placing import Update, update
from quizmill.errors import BadRequest, BankInvalid, FileUnusable, Severity
from quizmill.export.publish import Product

_OTHER = 0.2  # of its words: a document with less in common is another one


class Updated(msgspec.Struct, frozen=True, kw_only=True):
    """What an update makes of a source, and what is to be written."""

    source: Source
    told_by: str  # by what it was known that it is this source
    old: Edition | None
    compared: Compared
    update: Update | None  # None when there is nothing to do
    begun: Sketch = Sketch((), (), ())
    questions: dict[str, tuple[str, ...]]  # those that rest on each fact, by the fact's id
    files: dict[Path, Product]


class NewEdition(msgspec.Struct, frozen=True, kw_only=True):
    """The new edition, and how it is to be taken."""

    file: Path
    source: str | None = None
    before: Path | None = None  # the old edition
    documents: Path | None = None  # the folder of the documents, when bank.yaml does not name it
    drafts: bool = True  # begin what is new
    force: bool = False  # even if it has little in common with the old one


def update_document(folder: Path, asked: NewEdition) -> Updated:
    """What the bank in *folder* must say when a document has changed.

    Raises BankUnreadable; BankInvalid for seeds with errors; FileUnusable for a document that is no text;
    BadRequest when it is of no source that is known, and when it is another document altogether.
    """
    loaded = load_bank(folder)
    _refuse_damaged(loaded)
    if not loaded.bank.sources:
        raise BadRequest(f"{folder} has no sources; `quizmill document add {asked.file}` makes one")
    new = text_of(asked.file, [source.document for source in loaded.bank.sources if source.document])
    return _Work(loaded, asked, new).done()


class _Work:
    """One update: what is known of it, step by step."""

    def __init__(self, loaded: LoadedBank, asked: NewEdition, new: FileText) -> None:
        self._loaded = loaded
        self._asked = asked
        self._text = new
        self._data = new.data
        self._is_file = new.is_file
        self._folder = asked.documents or loaded.documents

    def done(self) -> Updated:
        """The source, and the files that are to be written."""
        sources = self._loaded.bank.sources
        source, by = source_of(self._asked.source, self._asked.file.name, sources, self._beside)
        old = self._old(source, self._asked.before)
        compared = compare(source, self._drafts(source), old, self._data)
        made = Updated(
            source=source,
            told_by=by,
            old=old,
            compared=compared,
            update=None,
            questions=_questions(self._loaded.bank, source),
            files=self._document(source),
        )
        if has_fingerprint(source, self._data):
            return made
        if compared.moved.kept < _OTHER and not self._asked.force:
            raise BadRequest(_is_other(self._asked.file, source, old, compared))
        file = Path(self._loaded.origins.sources[source.id].file)
        text = text_in_place(file.parent, file)
        evidence = self._evidence(source, text)
        changes = update(source, evidence, compared.new, compared.moved, compared.old)
        new = (
            begun(source, self._text, compared, changes, self._loaded.bank)
            if self._asked.drafts
            else made.begun
        )
        if new.drafts and not _can_take(text, new):
            new = msgspec.structs.replace(new, drafts=())
        changes = _with_begun(changes, new)
        try:
            now = self._edited(source, text, compared, changes)
            if new.drafts:
                now = with_entries(now, ("facts",), [draft.tree for draft in new.drafts])
        except NotEditable as error:
            raise FileUnusable(str(file), f"it cannot be changed at its place: {error}") from error
        seed = {file: changed(text, now)}
        return msgspec.structs.replace(made, update=changes, begun=new, files=seed | made.files)

    def _beside(self, source: Source) -> Compared:
        return compare(source, self._drafts(source), self._old(source, None), self._data)

    def _drafts(self, source: Source) -> list[DraftFact]:
        return [draft for draft in self._loaded.bank.draft_facts if draft.source == source.id]

    def _old(self, source: Source, before: Path | None) -> Edition | None:
        return old_text(source, self._folder, Edition(self._data, str(self._asked.file)), before)

    def _name(self, source: Source) -> str:
        """What the document is called from now on: as before, unless it lies under another name already."""
        file = self._asked.file
        lies_there = self._folder is None or file.resolve().parent == self._folder.resolve()
        kept = source.document if is_plain(source.document) else f"{file.stem}.txt"
        return file.name if lies_there and self._is_file else kept

    def _document(self, source: Source) -> dict[Path, Product]:
        """The new edition, in the place of the old one."""
        if self._folder is None:
            if self._is_file:
                return {}
            raise BadRequest(f"{self._asked.file}: its text needs a place; name the folder with --documents")
        place = self._folder / self._name(source)
        if place.resolve() == self._asked.file.resolve():
            if self._is_file:
                return {}
            raise FileUnusable(str(place), "this is not UTF-8; save it as UTF-8, and try again")
        try:
            before = read_inside(self._folder, place)
        except Unread:
            before = b""
        return {} if before == self._data else {place: Product(self._data, as_it_was(before))}

    def _evidence(self, source: Source, text: str) -> list[Fact | DraftFact]:
        """The facts and the drafts of facts, in the order of the file."""
        finished, begun = iter(source.facts), iter(self._drafts(source))
        return [next(begun) if is_draft(each) else next(finished) for each in _fields(text).get("facts", [])]

    def _edited(self, source: Source, text: str, compared: Compared, changes: Update) -> str:
        """The source's file, with what must change in it."""
        text = with_edits(text, [*of_facts(changes), *self._of_head(source, compared)])
        written = _fields(text).get("states_nothing") or []
        text = _in_first_way(text, of_states_nothing(written, compared.moved, changes.states_nothing))
        return _in_first_way(text, of_sections(source.sections, changes.sections))

    def _of_head(self, source: Source, compared: Compared) -> Iterator[Edit]:
        if source.document != self._name(source):
            yield Edit(("document",), self._name(source))
        if source.sha256 != compared.new.sha256:
            yield Edit(("sha256",), compared.new.sha256)
        if source.paragraphs is not compared.cut:
            yield Edit(("paragraphs",), compared.cut.value)


def _in_first_way(text: str, ways: Ways) -> str:
    """The text after the first of the *ways* that can be gone."""
    for way in ways[:-1]:
        with contextlib.suppress(NotEditable):
            return with_edits(text, way)
    return with_edits(text, ways[-1]) if ways else text


def _can_take(text: str, new: Sketch) -> bool:
    """Whether drafts can be added behind the facts: no list in brackets can."""
    with contextlib.suppress(NotEditable):
        return bool(with_entries(text, ("facts",), [draft.tree for draft in new.drafts]))
    return False


def _with_begun(changes: Update, new: Sketch) -> Update:
    begun = {*new.states_nothing, *(draft.paragraph for draft in new.drafts)}
    return msgspec.structs.replace(
        changes,
        states_nothing=tuple(sorted({*changes.states_nothing, *new.states_nothing})),
        unread=tuple(n for n in changes.unread if n not in begun),
    )


def _fields(text: str) -> Any:
    """The fields of a source's file, in which no error is."""
    return parse(text)[0]


def _refuse_damaged(loaded: LoadedBank) -> None:
    """Numbers are moved only where every number can be read."""
    seeds = {Path(origin.file).parent for origin in loaded.origins.sources.values()}
    seeds |= {*loaded.folders[-1:]} - {loaded.folder}  # in which no file may be read
    found = [each for each in loaded.diagnostics if each.severity is Severity.ERROR]
    damaged = tuple(each for each in found if Path(each.location.file).parent in seeds)
    if damaged:
        raise BankInvalid(damaged)


def _questions(bank: Bank, source: Source) -> dict[str, tuple[str, ...]]:
    """The questions that rest on each fact of a source."""
    found: dict[str, list[str]] = {}
    for _, question in bank.questions():
        for reference in dict.fromkeys(references_of(question)):
            of, _, fact = reference.partition("/")
            if of == source.id:
                found.setdefault(fact, []).append(question.id)
    return {fact: tuple(ids) for fact, ids in found.items()}


def _is_other(file: Path, source: Source, old: Edition | None, compared: Compared) -> str:
    share = f"{compared.moved.kept:.0%}"
    if old is None:
        return (
            f"{file}: the terms of {share} of the paragraphs of {source.id} stand in it, and the text they "
            "were read from is not known; add --before with that text, or --force if this is its new edition"
        )
    return (
        f"{file}: {share} of the words of {old.place} are in it: this is another document; "
        f"`quizmill document add` brings it in, and --force takes it for a new edition of {source.id}"
    )
