"""What is found in what changed since a revision: records by what they say, wherever they stand now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizmill.app.git import Revision
from quizmill.app.talk import Tell
from quizmill.bank.files import BANK_FILE
from quizmill.bank.load import LoadedBank
from quizmill.bank.reader.folder import TOPIC
from quizmill.bank.reader.origins import file_record
from quizmill.bank.reader.records import changed
from quizmill.bank.reader.yaml_tree import parse
from quizmill.errors import Diagnostic, shown

Found = tuple[Diagnostic, ...]


def found_since(found: Found, loaded: LoadedBank, revision: Revision, tell: Tell) -> Found:
    """The findings in records that are new, or said something else then, and in files that cannot be read.

    *tell* hears which folder was not there then.
    """
    texts = loaded.origins.texts
    now = {file_record(loaded.folder, file): text for file, text in texts.items()}
    records = changed(_before(loaded, revision, tell), now)
    return tuple(each for each in found if each.record in records or each.location.file not in texts)


def _before(loaded: LoadedBank, revision: Revision, tell: Tell) -> dict[str, str]:
    """The texts of the bank's files and seeds then, each by its record."""
    bank = loaded.folder.resolve()
    before: dict[str, str] = {}
    for folder in _outermost(loaded):
        texts = _texts(revision, bank, folder)
        if not texts:
            tell(f"note: {shown(str(folder))} was not in {revision.name}, so all of it counts as changed")
        before |= texts
    if seeds := _seeds(before.get(f"file {BANK_FILE}", "")):  # which may have been elsewhere
        before |= _texts(revision, bank, bank / seeds)
    return before


def _texts(revision: Revision, bank: Path, folder: Path) -> dict[str, str]:
    files = revision.files(folder, TOPIC)
    return {file_record(bank, str(path)): _text(data) for path, data in files.items()}


def _outermost(loaded: LoadedBank) -> Iterator[Path]:
    """The folder of the bank, and that of its seeds where it is not inside."""
    yield loaded.folder
    within = loaded.folder.resolve()
    yield from (folder for folder in loaded.folders if not folder.resolve().is_relative_to(within))


def _seeds(bank_file: str) -> str:
    """The folder of seeds that a bank.yaml names."""
    tree, _ = parse(bank_file)
    named = tree.get("seeds") if isinstance(tree, dict) else None
    return named if isinstance(named, str) else ""


def _text(data: bytes) -> str:
    """As the reader of a bank has it."""
    return data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
