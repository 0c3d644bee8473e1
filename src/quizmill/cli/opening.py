"""Opening a bank for a command: forgiving for those who read, strict for those who write files from it."""

from __future__ import annotations

from pathlib import Path

from quizmill.bank.load import LoadedBank, load_bank
from quizmill.cli.terminal import complain
from quizmill.errors import BankInvalid, Diagnostic, Severity


def open_for_reading(folder: Path) -> LoadedBank:
    """The bank with its sound questions; what is wrong with the others is summed up on stderr.

    Raises BankUnreadable without a bank, BankInvalid when no question is sound.
    """
    loaded = load_bank(folder)
    errors = _errors(loaded.diagnostics)
    if not any(topic.questions for topic in loaded.bank.topics):
        raise BankInvalid(errors)
    if errors:
        what = (
            "1 error; what it touches is" if len(errors) == 1 else f"{len(errors)} errors; what they touch is"
        )
        complain(f"note: {folder} has {what} left out. The first: {errors[0].location}: {errors[0].message}")
        complain(f"note: `quizmill check --bank {folder}` shows all that is wrong")
    return loaded


def open_for_writing(folder: Path) -> LoadedBank:
    """The bank when nothing in it is wrong: what is printed or released cannot be taken back.

    Raises BankUnreadable without a bank, BankInvalid when reading or checking finds an error.
    """
    from quizmill.check import run  # the rules are many; a bank that is only read does not need them

    loaded = load_bank(folder)
    if errors := _errors(loaded.diagnostics) or run.errors(loaded):
        raise BankInvalid(errors)
    return loaded


def _errors(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR)
