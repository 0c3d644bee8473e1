"""Opening a bank: forgiving for those who read, strict for those who write files from it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from quizmill.app.folders import cache_folder
from quizmill.app.talk import Tell, silent
from quizmill.bank import cached
from quizmill.bank.files import EMPTY_BANK
from quizmill.bank.model import Bank
from quizmill.errors import BankInvalid, Diagnostic, Severity

if TYPE_CHECKING:
    from quizmill.bank.load import LoadedBank


class SoundBank(msgspec.Struct, frozen=True):
    """A bank in which nothing is wrong, and the folder its pictures are in."""

    folder: Path
    bank: Bank


def open_for_reading(folder: Path, tell: Tell = silent) -> LoadedBank:
    """The bank with its sound questions; *tell* hears what is wrong with the others.

    Nothing need be asked in it yet. Raises BankUnreadable without a bank, BankInvalid when errors have cost
    it every question.
    """
    from quizmill.bank.load import load_bank  # with YAML: a bank that was kept needs neither

    loaded = load_bank(folder)
    errors = _damage(loaded)
    if errors and not _asks(loaded.bank):
        raise BankInvalid(errors)
    if errors:
        what = (
            "1 error; what it touches is" if len(errors) == 1 else f"{len(errors)} errors; what they touch is"
        )
        tell(f"note: {folder} has {what} left out. The first: {errors[0].location}: {errors[0].message}")
        tell(f"note: `quizmill check --bank {folder}` shows all that is wrong")
    return loaded


def open_for_listing(folder: Path, tell: Tell = silent) -> Bank:
    """The bank with its sound questions, as `open_for_reading` has it, but quicker the second time.

    A bank without a fault is kept as a copy, which serves until one of its files changes. Raises as
    `open_for_reading` does.
    """
    return _kept_or_read(folder, tell)[0]


def open_for_asking(folder: Path, tell: Tell = silent) -> Bank:
    """The bank as `open_for_listing` has it, with a question at least; raises BankInvalid where none is."""
    bank, errors = _kept_or_read(folder, tell)
    if not _asks(bank):
        raise BankInvalid(errors)
    return bank


def _kept_or_read(folder: Path, tell: Tell) -> tuple[Bank, tuple[Diagnostic, ...]]:
    """The bank, and the errors in it."""
    cache = cache_folder()
    if bank := cached.recall(folder, cache):
        return bank, ()
    began = time.time()
    loaded = open_for_reading(folder, tell)
    errors = _errors(loaded.diagnostics)
    if not errors:
        cached.keep(folder, loaded.folders, loaded.bank, cache, began)
    return loaded.bank, errors


def open_for_writing(folder: Path) -> SoundBank:
    """The bank when nothing in it is wrong: what is printed or released cannot be taken back.

    Raises BankUnreadable without a bank, BankInvalid when reading or checking finds an error.
    """
    from quizmill.check import checked  # a bank that is only read does not need it

    cache = cache_folder()
    errors = checked.known_errors(folder, cache)
    bank = cached.recall(folder, cache) if errors == () else None
    if bank is None:
        bank, errors = _judged(folder, cache)
    if errors:
        raise BankInvalid(errors)
    return SoundBank(folder, bank)


def _judged(folder: Path, cache: Path) -> tuple[Bank, tuple[Diagnostic, ...]]:
    """The bank, and the errors in it."""
    from quizmill.bank.load import load_bank
    from quizmill.check import checked

    began = time.time()
    loaded = load_bank(folder)
    errors = _errors(loaded.diagnostics)
    if not errors:
        cached.keep(folder, loaded.folders, loaded.bank, cache, began)
        errors = checked.errors_of(loaded, cache, began)
    return loaded.bank, errors


def _asks(bank: Bank) -> bool:
    return any(topic.questions for topic in bank.topics)


def _damage(loaded: LoadedBank) -> tuple[Diagnostic, ...]:
    """The errors but that nothing is asked yet, which only those mind who want to ask."""
    return tuple(each for each in _errors(loaded.diagnostics) if each.rule != EMPTY_BANK)


def _errors(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR)
