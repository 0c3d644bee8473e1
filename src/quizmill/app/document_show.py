"""A bank's documents beside their facts and questions: which of them, and with which texts."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from quizmill.app.talk import Tell, silent
from quizmill.bank.closest import nearest
from quizmill.bank.document import Documents, read_documents
from quizmill.bank.load import LoadedBank
from quizmill.documents.beside import DocumentBeside, beside, narrowed
from quizmill.errors import BadRequest


def documents_at_hand(loaded: LoadedBank, folder: Path | None, tell: Tell = silent) -> Documents | None:
    """The documents in *folder*, or in the one that bank.yaml names; None where neither is at hand.

    *tell* hears of a folder that bank.yaml names and that is not there, and of documents that cannot be read.
    Raises FileUnusable when *folder* is no folder.
    """
    named = folder or loaded.documents
    if named is None:
        return None
    if folder is None and not named.is_dir():
        tell(f"note: the documents are not here: {named}, which bank.yaml names, is no folder")
        return None
    found = read_documents(named, loaded.bank.sources)
    for source, reason in found.unread.items():
        tell(f"note: the document of {source} {reason}")
    return found


def shown_documents(
    loaded: LoadedBank,
    source: str | None,
    documents: Documents | None,
    *,
    paragraphs: Collection[int] = (),
    unread: bool = False,
) -> list[DocumentBeside]:
    """The document of *source*, or all; only these *paragraphs*, and only those *unread*.

    Raises BadRequest for a source that is not there, where there is none, and for what cannot be narrowed so.
    """
    sources = {each.id: each for each in loaded.bank.sources}
    if not sources:
        raise BadRequest("this bank has no seeds, so there is no document; `quizmill document add` adds one")
    if source and source not in sources:
        raise BadRequest(f'there is no source "{source}"; {nearest(source, sources)}')
    if paragraphs and not source and len(sources) > 1:
        raise BadRequest(f"--paragraph: of which document? Name one: {', '.join(sources)}")
    chosen = [sources[source]] if source else list(sources.values())
    read = documents.read if documents else {}
    if unread and not read.keys() & {each.id for each in chosen}:
        raise BadRequest("--unread: only the text tells which paragraphs there are; add --documents DIR")
    return [
        narrowed(beside(loaded.bank, each, read.get(each.id)), paragraphs, unread=unread) for each in chosen
    ]
