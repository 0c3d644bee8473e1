"""The report of a bank as its files are: read and judged only where one of them has changed.

While all have the size, times and place on the disk that they had, the report is the one that was kept; else
the bank is read, and what was judged of its questions before is not judged again.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from quizmill.bank.stamps import Stamp, absolute, are_settled, stamp_of, stamps
from quizmill.check.cache import Cache
from quizmill.check.store import FileStore
from quizmill.errors import Diagnostic, Severity

if TYPE_CHECKING:
    from quizmill.bank.load import LoadedBank

    Load = Callable[[Path], LoadedBank]


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A report, and what must be as it was for it to hold."""

    folders: tuple[str, ...]  # of the bank and its seeds
    stamps: tuple[Stamp, ...]
    others: tuple[Stamp, ...]  # of pictures, sounds and documents
    diagnostics: tuple[Diagnostic, ...]

    def holds(self) -> bool:
        """Whether everything is as it was."""
        with contextlib.suppress(OSError):
            return self.stamps == stamps(map(Path, self.folders)) and self.others == tuple(
                stamp_of(Path(path)) for path, *_ in self.others
            )
        return False


def report(
    folder: Path, documents: Path | None, cache: Path, load: Load | None = None
) -> tuple[Diagnostic, ...]:
    """What :func:`quizmill.check.run.check` says of the bank in *folder*; kept in the folder *cache*.

    Who needs the bank too gives the *load* it comes from. Raises BankUnreadable without a bank, FileUnusable
    without the folder of *documents*.
    """
    kept, part = Cache(FileStore(cache, folder)), _part("report", folder, documents)
    known = _known(kept, part)
    if known is not None:
        return known
    from quizmill.bank.load import (
        load_bank,  # with the rules, a hundred modules that a kept report does not need
    )
    from quizmill.check.run import check, of_documents

    began = time.time()
    loaded = (load or load_bank)(folder)
    found = check(loaded, documents, kept)
    _keep(kept, part, loaded, documents, found, began)
    faults = tuple(
        each for each in found if each.severity is Severity.ERROR and each.rule not in of_documents()
    )
    _keep(kept, _part("faults", folder, None), loaded, None, faults, began)
    return found


def known_errors(folder: Path, cache: Path) -> tuple[Diagnostic, ...] | None:
    """The errors in the bank in *folder*, where they are known without reading it."""
    return _known(Cache(FileStore(cache, folder)), _part("faults", folder, None))


def errors_of(loaded: LoadedBank, cache: Path, began: float) -> tuple[Diagnostic, ...]:
    """What :func:`quizmill.check.run.errors` finds, kept in *cache*; *began* is when reading did."""
    from quizmill.check.run import errors

    kept = Cache(FileStore(cache, loaded.folder))
    found = errors(loaded, kept)
    _keep(kept, _part("faults", loaded.folder, None), loaded, None, found, began)
    return found


def texts_of(diagnostics: Iterable[Diagnostic]) -> dict[str, str]:
    """By file, the texts in which *diagnostics* are; of a file that cannot be read, none."""
    from quizmill.bank.reader.text_file import read_text

    files = dict.fromkeys(diagnostic.location.file for diagnostic in diagnostics)
    texts = {file: read_text(Path(file).parent, Path(file)) for file in files}
    return {file: text for file, text in texts.items() if isinstance(text, str)}


def _part(what: str, folder: Path, documents: Path | None) -> str:
    """A report names files as the folders were named."""
    named = repr((str(folder), str(documents) if documents is not None else None))
    return f"{what}-{hashlib.blake2b(named.encode(errors='surrogateescape'), digest_size=6).hexdigest()}"


def _known(kept: Cache, part: str) -> tuple[Diagnostic, ...] | None:
    known = kept.recall(part, _Kept)
    return known.diagnostics if known and known.holds() else None


def _keep(
    kept: Cache,
    part: str,
    loaded: LoadedBank,
    documents: Path | None,
    found: tuple[Diagnostic, ...],
    began: float,
) -> None:
    """Keep what was found, unless a file could have changed while it was read, or others may yet appear."""
    if any(diagnostic.severity is Severity.ERROR for diagnostic in loaded.diagnostics):
        return  # a folder that is missing is not looked into, so it could come unseen
    with contextlib.suppress(OSError):
        folders = absolute(loaded.folders)
        own = stamps(map(Path, folders))
        others = tuple(map(stamp_of, files_beside(loaded, documents)))
        if are_settled((*own, *others), began):
            kept.keep(part, _Kept(folders, own, others, found))


def files_beside(loaded: LoadedBank, documents: Path | None) -> Iterator[Path]:
    """The pictures, sounds and documents that were looked at, or for; the folder of documents too."""
    from quizmill.bank.pictures import pictures

    for file in sorted({image.file for _, q in loaded.bank.questions() for image in pictures(q)}):
        yield loaded.folder / file
    for file in sorted({q.audio.file for _, q in loaded.bank.questions() if q.audio}):
        yield loaded.folder / file
    documents = documents if documents is not None else loaded.documents
    if documents is not None:
        yield documents
        yield from (documents / source.document for source in loaded.bank.sources if source.document)
