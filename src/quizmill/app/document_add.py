"""A document comes into a bank: the skeleton of a source in its seeds, and its text beside the bank."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from quizmill.app.document_head import Head, Options, head_of
from quizmill.app.file_kinds import NEW
from quizmill.app.in_place import changed, text_in_place
from quizmill.app.new_question import own_bank
from quizmill.bank.document import Document, document_of
from quizmill.bank.edit import Edit, NotEditable, with_edits, with_entries
from quizmill.bank.files import BANK_FILE
from quizmill.bank.load import LoadedBank
from quizmill.bank.markup import same
from quizmill.bank.model import Source
from quizmill.bank.reader.seeds import NAMES_FILE
from quizmill.bank.write import source_text
from quizmill.bank.yaml_out import text as yaml_text
from quizmill.documents.name_words import kind_of_name, untitled
from quizmill.documents.skeleton import Skeleton, skeleton
from quizmill.errors import BadRequest, FileUnusable, shown
from quizmill.export.publish import Product

_SCHEMA = ".schemas/source.json"
_FOLDER = "documents"  # of a bank that names none
_SEEDS = "seeds"


class AddedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What was made of one file."""

    source: Source
    skeleton: Skeleton
    path: Path  # of the seeds file
    seeds: str  # its text
    text: Path  # where the document lies, to be read
    is_copied: bool  # the text was not there yet
    left: tuple[str, ...]  # what of the file was not taken
    notes: tuple[str, ...]


class AddedDocuments(msgspec.Struct, frozen=True, kw_only=True):
    """The files that a command is to write, and what they hold."""

    files: dict[Path, Product]
    documents: tuple[AddedDocument, ...]
    named: tuple[str, ...]  # what bank.yaml says newly, as lines
    new_names: tuple[str, ...]
    are_names_added: bool


def documents_added(
    folder: Path, given: Sequence[tuple[Path, bytes]], options: Options, *, text: Path | None, names: bool
) -> AddedDocuments:
    """The bank in *folder* with the documents *given*, by their paths; nothing is written yet.

    Their texts go to the folder *text*, else to the one that bank.yaml names. With *names* those that seem
    new go into names.yaml. Raises BadRequest for an id that cannot be, FileUnusable for a file that cannot be
    read, is there already, or would be written over, BankUnreadable without a bank.
    """
    bank = own_bank(folder)
    adding = _Adding(bank, text or bank.documents or folder / _FOLDER)
    for path, data in given:
        adding.add(path, data, options)
    named = adding.name_folders()
    new = adding.new_names()
    if names and new:
        adding.add_names(new)
    return AddedDocuments(
        files=adding.files,
        documents=tuple(adding.documents),
        named=named,
        new_names=new,
        are_names_added=names and bool(new),
    )


class _Adding:
    """The files of a bank as documents are added to it, one after the other."""

    def __init__(self, bank: LoadedBank, texts: Path) -> None:
        self.bank = bank
        self.seeds = bank.seeds or bank.folder / _SEEDS
        self.texts = texts
        self.files: dict[Path, Product] = {}
        self.documents: list[AddedDocument] = []

    def add(self, path: Path, data: bytes, options: Options) -> None:
        head = head_of(path, data, options, self.bank.bank.language)
        document = document_of(head.text, head.cut)
        self._refuse_known(path, head, document)
        target = self._target(path, head)
        made = skeleton(head.id, head.extracted.parts, self.bank.bank.names, head.language, title=head.title)
        source = self._source(head, target.name, document, made)
        seeds = self.seeds / f"{head.id}.yaml"
        written = self._schema_line() + source_text(source, made.drafts)
        is_copied = self._copy(target, head.text)
        self.files[seeds] = Product(written.encode(), NEW)
        self.documents.append(
            AddedDocument(
                source=source,
                skeleton=made,
                path=seeds,
                seeds=written,
                text=target,
                is_copied=is_copied,
                left=head.extracted.left,
                notes=head.notes,
            )
        )

    def name_folders(self) -> tuple[str, ...]:
        """Have bank.yaml name the folders of seeds and documents; the lines that are new."""
        wanted = {"seeds": (self.bank.seeds, self.seeds), "documents": (self.bank.documents, self.texts)}
        new = {
            field: Path(os.path.relpath(folder, self.bank.folder)).as_posix()
            for field, (known, folder) in wanted.items()
            if known is None
        }
        if new:
            path = self.bank.folder / BANK_FILE
            before = text_in_place(self.bank.folder, path)
            try:
                after = with_edits(before, [Edit((field,), value) for field, value in new.items()])
            except NotEditable as error:
                lines = "\n  ".join(f"{field}: {value}" for field, value in new.items())
                raise FileUnusable(
                    str(path), f"nothing can be added here: {error}; write\n  {lines}"
                ) from error
            self.files[path] = changed(before, after)
        return tuple(f"{field}: {value}" for field, value in new.items())

    def new_names(self) -> tuple[str, ...]:
        """The names found that names.yaml does not have, each once; no person again with a title."""
        known = {same(form) for name in self.bank.bank.names for form in (name.name, *name.aliases)}
        found = {same(name): name for each in reversed(self.documents) for name in each.skeleton.new_names}
        persons = known | set(found)
        found = {
            form: name
            for form, name in found.items()
            if untitled(name) == name or same(untitled(name)) not in persons
        }
        return tuple(
            name for each in self.documents for name in each.skeleton.new_names if _take(found, name, known)
        )

    def add_names(self, new: Sequence[str]) -> None:
        """Put the names into names.yaml, each of the kind that its words tell."""
        path = self.seeds / NAMES_FILE
        entries = [self._entry(name) for name in new]
        if not path.is_file():
            self.files[path] = Product(yaml_text({"names": entries}).encode(), NEW)
            return
        before = text_in_place(self.seeds, path)
        try:
            self.files[path] = changed(before, with_entries(before, ("names",), entries))
        except NotEditable as error:
            raise FileUnusable(str(path), f"nothing can be added here: {error}") from error

    def _entry(self, name: str) -> dict[str, object]:
        """What names.yaml says of a new name; with a title it is another form of that name."""
        forms = dict.fromkeys(form for each in self.documents for form in each.skeleton.new_names)
        titled = [form for form in forms if form != name and same(untitled(form)) == same(name)]
        kind = kind_of_name(titled[0] if titled else name)
        return {"name": name, "kind": str(kind), **({"aliases": titled} if titled else {})}

    def _refuse_known(self, path: Path, head: Head, document: Document) -> None:
        """Raise when the document, or its id, is there already."""
        others = (*self.bank.bank.sources, *(each.source for each in self.documents))
        for other in others:
            if other.sha256.lower() in (document.sha256, document.as_stored):
                help = "`quizmill document update` is for what changes in it later"
                raise FileUnusable(str(path), f'this document is there already, as "{other.id}"; {help}')
            if other.id == head.id:
                help = f"`quizmill document update {shown(str(path))}` if it is a newer version of that"
                raise BadRequest(
                    f'the id "{head.id}" is taken by a document of this bank; {help}, else --id {head.id}-2'
                )
        seeds = self.seeds / f"{head.id}.yaml"
        if head.id in self.bank.origins.sources or seeds.exists() or seeds in self.files:
            raise BadRequest(f"{shown(str(seeds))} is there already; choose another --id")

    def _target(self, path: Path, head: Head) -> Path:
        """Where the document is to lie; a plain text that lies in the folder already stays there."""
        target = self.texts / (path.name if head.is_plain else f"{head.id}.txt")
        for other in self.bank.bank.sources:
            if other.document == target.name:
                raise FileUnusable(
                    str(path),
                    f'"{other.id}" is read from a file of that name; `quizmill document update` if this is a '
                    "newer version of it, else give it another name",
                )
        return target

    def _copy(self, target: Path, data: bytes) -> bool:
        """Have the text written, unless it is there."""
        try:
            if target.read_bytes() == data:
                return False
        except OSError:
            pass
        if target.exists():
            raise FileUnusable(
                str(target), "another text is there already; choose another folder with --text"
            )
        self.files[target] = Product(data, NEW)
        return True

    def _source(self, head: Head, name: str, document: Document, made: Skeleton) -> Source:
        return Source(
            id=head.id,
            title=head.title,
            short_title=head.short_title,
            published=head.published,
            document=name,
            sha256=document.sha256,
            paragraphs=head.cut,
            sections=made.sections,
            states_nothing=made.states_nothing,
        )

    def _schema_line(self) -> str:
        schema = self.bank.folder / _SCHEMA
        if not schema.is_file():
            return ""
        inside = Path(os.path.relpath(schema, self.seeds)).as_posix()
        return f"# yaml-language-server: $schema={inside}\n"


def _take(found: dict[str, str], name: str, known: set[str]) -> bool:
    """Whether a name is met for the first time and no known one is written so."""
    return same(name) not in known and found.pop(same(name), None) is not None
