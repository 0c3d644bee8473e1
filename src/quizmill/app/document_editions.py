"""The editions of a document: which source a new one is of, and the text that its facts were read from."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from quizmill.app.document_text import text_of
from quizmill.app.git import GitUnusable, Revision
from quizmill.bank.closest import nearest
from quizmill.bank.document import Document, document_of, stands_in
from quizmill.bank.files import Unread, read_inside
from quizmill.bank.fold import fold
from quizmill.bank.model import Cut, DraftFact, Source
from quizmill.documents.by_terms import moved_by_terms
from quizmill.documents.moved import Moved, moved, same_texts
from quizmill.errors import BadRequest

_LIKE = 0.3  # of its words: a document with as much in common is told by them
_RECUT = 0.1  # of its paragraphs more are the same when it is cut in the other way
_CLEAR = 0.2  # more than that of any other


class Recognised(NamedTuple):
    """A source, and by what it was told."""

    source: Source
    by: str


class Edition(NamedTuple):
    """A text of a document, and where it was."""

    data: bytes
    place: str


class Compared(NamedTuple):
    """A new edition beside the old one, if that is known."""

    old: Document | None
    new: Document
    cut: Cut
    moved: Moved


def source_of(
    id: str | None, name: str, sources: Sequence[Source], compared: Callable[[Source], Compared]
) -> Recognised:
    """The source of which the file called *name* is a new edition.

    Raises BadRequest when *id* is none, and when neither the name nor the content tells it.
    """
    if id is not None:
        for source in sources:
            if source.id == id:
                return Recognised(source, "--source")
        raise BadRequest(f'--source: there is no source "{id}"; {nearest(id, [each.id for each in sources])}')
    for called in (str, _stem):
        named = [each for each in sources if each.document and called(each.document) == called(name)]
        if len(named) == 1:
            return Recognised(named[0], "the file's name")
    return _likest(name, sources, compared)


def _likest(name: str, sources: Sequence[Source], compared: Callable[[Source], Compared]) -> Recognised:
    kept = sorted(((compared(source).moved.kept, at) for at, source in enumerate(sources)), reverse=True)
    best, at = kept[0]
    if best >= _LIKE and all(best - other >= _CLEAR for other, _ in kept[1:]):
        return Recognised(sources[at], f"its content, {best:.0%} of which is there still")
    ids = ", ".join(source.id for source in sources)
    raise BadRequest(f"which source is {name} a new edition of? Add --source with one of {ids}")


def old_text(source: Source, folder: Path | None, new: Edition, before: Path | None) -> Edition | None:
    """The text that the facts of *source* were read from: *before*, else the one that has its fingerprint.

    It is looked for in the documents' *folder*, and in what git has of that and of *new*. For a source
    without a fingerprint it is the one in which most terms stand where they should, maybe *new* itself.
    """
    if before is not None:
        return Edition(text_of(before, [source.document]).data, str(before))
    found = list(_candidates(source, folder, Path(new.place)))
    if source.sha256:
        return next((old for old in found if has_fingerprint(source, old.data)), None)
    best = max([*found, new], key=lambda old: _proven(source, old.data))
    return best if 2 * _proven(source, best.data) >= len(source.facts) else None


def _proven(source: Source, data: bytes) -> int:
    """How many of the facts have their terms where they should stand; fewer than none in what is no text."""
    try:
        document = document_of(data, source.paragraphs)
    except UnicodeDecodeError:
        return -1
    return sum(
        fact.paragraph <= len(document.folded)
        and all(stands_in(fold(term), document.folded[fact.paragraph - 1]) for term in fact.terms)
        for fact in source.facts
    )


def has_fingerprint(source: Source, data: bytes) -> bool:
    """Whether *data* is the text that *source* was read from."""
    try:
        document = document_of(data)
    except UnicodeDecodeError:
        return False
    return source.sha256.lower() in (document.sha256, document.as_stored)


def _candidates(source: Source, folder: Path | None, new: Path) -> Iterator[Edition]:
    places = {new.resolve(): new}
    if folder and is_plain(source.document):
        kept = folder / source.document
        places = {kept.resolve(): kept} | places
        if kept.resolve() != new.resolve():
            with contextlib.suppress(Unread):
                yield Edition(read_inside(folder, kept), str(kept))
    for place in places.values():
        yield from (Edition(data, f"git, as {place} was") for data in _in_git(place))


def is_plain(name: str) -> bool:
    """Whether a document's name, which comes from a bank, leads nowhere else."""
    return bool(name) and PurePath(name).name == name and not {"\\", "\0"} & {*name}


def _in_git(path: Path) -> list[bytes]:
    if not path.parent.is_dir():
        return []
    try:
        return Revision(path.parent, "HEAD").versions(path.name)
    except (BadRequest, GitUnusable):
        return []


def compare(source: Source, drafts: Sequence[DraftFact], old: Edition | None, data: bytes) -> Compared:
    """The new edition beside the old one; cut as that was, unless it is plainly cut in another way now."""
    own, other = source.paragraphs, Cut.BLANK_LINE if source.paragraphs is Cut.LINE else Cut.LINE
    new = document_of(data, own)
    if old is None:
        return Compared(None, new, own, moved_by_terms(source, drafts, new))
    before = document_of(old.data, own)
    recut = document_of(data, other)
    if _same(before, recut) > _same(before, new) + _RECUT * len(before.folded):
        new, own = recut, other
    return Compared(before, new, own, moved(before.folded, new.folded))


def _same(old: Document, new: Document) -> int:
    return len(same_texts(old.folded, new.folded))


def _stem(name: str) -> str:
    return Path(name).stem
