"""Reading a bank: its sound questions, and everything that is wrong with the rest.

Only this package opens bank files. A file is read a second time, for lines and columns, only when
something is wrong in it.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from quizmill.bank.model import Bank, Topic
from quizmill.bank.reader import links
from quizmill.bank.reader.bank_file import in_order, order_faults, read_bank_file
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.former import report_former
from quizmill.bank.reader.origins import Origin, Origins
from quizmill.bank.reader.reading import Reading
from quizmill.bank.reader.seeds import Seeds, read_seeds
from quizmill.bank.reader.topics import read_topics
from quizmill.errors import BankUnreadable, Diagnostic

BANK_FILE = "bank.yaml"


class LoadedBank(msgspec.Struct, frozen=True, kw_only=True):
    """A bank as read: what is sound, what is wrong with the rest, and where everything was written."""

    folder: Path
    bank: Bank
    origins: Origins
    diagnostics: tuple[Diagnostic, ...]  # in the order of their places

    @property
    def bank_file(self) -> str:
        """The path of bank.yaml, as diagnostics show it."""
        return str(self.folder / BANK_FILE)


def load_bank(folder: Path) -> LoadedBank:
    """Read the bank in *folder*, and the seeds it names.

    Raises BankUnreadable when *folder* is no folder with a bank.yaml in it. Everything else that is
    wrong is a diagnostic, and a sound question is not lost because another is broken.
    """
    if not folder.is_dir():
        reason = (
            "this is a file, not a folder with bank.yaml" if folder.exists() else "there is no such folder"
        )
        raise BankUnreadable(str(folder), f"{reason}; `quizmill init` starts a bank")
    if not (folder / BANK_FILE).is_file():
        raise BankUnreadable(str(folder), f"there is no {BANK_FILE} in it; `quizmill init` starts a bank")
    reading = Reading()
    head = read_bank_file(reading, folder / BANK_FILE)
    seeds = _seeds(reading, folder, head.seeds)
    files = {path.stem: path for path in in_order(_topic_files(reading, folder), head.order)}
    topics, drafts = read_topics(reading, files, seeds.known if seeds else None)
    if not head.seeds and not reading.has_faults(folder / BANK_FILE):
        _refuse_facts(reading, topics)
    own = {name: getattr(head, name) for name in Bank.__struct_fields__}
    own.update(topics=topics, drafts=drafts)
    own.update(sources=seeds.sources if seeds else (), names=seeds.names if seeds else ())
    bank = Bank(**own)
    if not any(topic.questions for topic in topics) and not any(reading.errors()):
        help = "add a topic file such as joyo.yaml; `quizmill init` shows one"
        _report(reading, folder, Fault((), "empty-bank", "this bank has no questions", help))
    for fault in order_faults(head.order, list(files)):
        _report(reading, folder, fault)
    topic_origins = {id: Origin(str(path)) for id, path in files.items()}
    report_former(reading, bank, Origin(str(folder / BANK_FILE)), topic_origins)
    return LoadedBank(folder=folder, bank=bank, origins=reading.origins, diagnostics=reading.diagnostics())


def _topic_files(reading: Reading, folder: Path) -> list[Path]:
    for path in sorted(folder.glob("*.yml")):
        help = "rename it to end in .yaml, the one ending that is read"
        reading.report(Origin(str(path)), Fault((), "bad-file-name", "this file is not read", help))
    return [path for path in folder.glob("*.yaml") if path.name != BANK_FILE]


def _seeds(reading: Reading, folder: Path, where: str) -> Seeds | None:
    if not where:
        return None
    seeds = Path(os.path.normpath(folder / where))
    if seeds.is_dir():
        return read_seeds(reading, seeds)
    help = f"`seeds:` is read from the folder of {BANK_FILE}"
    _report(reading, folder, Fault(("seeds",), "no-seeds", f"there is no folder {seeds}", help))
    return None


def _refuse_facts(reading: Reading, topics: tuple[Topic, ...]) -> None:
    """Facts named in a bank without seeds: told once, since the one mistake is in bank.yaml."""
    for question in (question for topic in topics for question in topic.questions):
        if fault := links.without_seeds(question):
            reading.report(reading.origins.questions[question.id], fault, question.id)
            return


def _report(reading: Reading, folder: Path, fault: Fault) -> None:
    reading.report(Origin(str(folder / BANK_FILE)), fault)
