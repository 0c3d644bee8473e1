"""Reading a bank: its sound questions, and everything that is wrong with the rest.

Only this package opens bank files. A file is read a second time, for lines and columns, only when
something is wrong in it.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from quizmill.bank.files import BANK_FILE, EMPTY_BANK
from quizmill.bank.model import Bank, Topic
from quizmill.bank.reader import links
from quizmill.bank.reader.bank_file import BankFile, in_order, order_faults, read_bank_file
from quizmill.bank.reader.discussions import discussion_faults
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.folder import TOPIC, find_topics
from quizmill.bank.reader.former import report_former
from quizmill.bank.reader.kept_topics import KeptTopics
from quizmill.bank.reader.left_out import left_out
from quizmill.bank.reader.origins import Origin, Origins
from quizmill.bank.reader.reading import Reading
from quizmill.bank.reader.seeds import read_seeds
from quizmill.bank.reader.stray_seeds import Strays
from quizmill.bank.reader.topics import read_topics
from quizmill.cycles import without_search_for_cycles
from quizmill.errors import BankUnreadable, Diagnostic, Severity, shown


class LoadedBank(msgspec.Struct, frozen=True, kw_only=True):
    """A bank as read: what is sound, what is wrong with the rest, and where everything was written."""

    folder: Path
    bank: Bank
    origins: Origins
    diagnostics: tuple[Diagnostic, ...]  # in the order of their places
    seeds: Path | None = None  # the folder that bank.yaml names, whether it is there or not
    documents: Path | None = None  # the folder that bank.yaml names, whether it is there or not
    folders: tuple[Path, ...]  # where the bank's files are, or might have been

    @property
    def texts(self) -> Path | None:
        """The folder with the documents' texts, where it is there: a clone need not have it."""
        return self.documents if self.documents and self.documents.is_dir() else None

    @property
    def bank_file(self) -> str:
        """The path of bank.yaml, as diagnostics show it."""
        return str(self.folder / BANK_FILE)


@without_search_for_cycles()
def load_bank(folder: Path, kept: KeptTopics | None = None) -> LoadedBank:
    """Read the bank in *folder*, and the seeds it names; *kept* is what reading it before has left.

    Raises BankUnreadable when *folder* is no folder with a bank.yaml in it. Everything else that is
    wrong is a diagnostic, and a sound question is not lost because another is broken.
    """
    refuse_no_bank(folder)
    reading = Reading()
    bank_file = Origin(str(folder / BANK_FILE))
    head = read_bank_file(reading, folder / BANK_FILE)
    seeds_folder, documents = _beside(folder, head.seeds), _beside(folder, head.documents)
    found = find_topics(folder, seeds_folder)
    for path, fault in found.faults:
        reading.report(Origin(str(path)), fault)
    seeds = read_seeds(reading, seeds_folder) if seeds_folder and seeds_folder.is_dir() else None
    files = in_order(found.files, head.order)
    topics, drafts, strays = read_topics(reading, folder, files, seeds.known if seeds else None, head, kept)
    _count_as_asked(reading)
    own = {name: getattr(head, name) for name in Bank.__struct_fields__}
    known = {question.id for topic in topics for question in topic.questions}.union(
        each.id for each in drafts
    )
    own.update(topics=topics, drafts=drafts, left_out=left_out(reading, files, known))
    if seeds:
        own.update(sources=seeds.sources, draft_facts=seeds.drafts, names=seeds.names)
    bank = Bank(**own)
    misplaced = Strays(folder, seeds_folder if seeds else None, strays)
    _report_seeds(reading, bank, bank_file, seeds_folder, documents, misplaced)
    _report_whole(reading, bank, bank_file, head, files)
    return LoadedBank(
        folder=folder,
        bank=bank,
        origins=reading.origins,
        diagnostics=reading.diagnostics(folder),
        seeds=seeds_folder,
        documents=documents,
        folders=(*found.folders, *([seeds_folder] if seeds and seeds_folder else ())),
    )


def refuse_no_bank(folder: Path) -> None:
    """Raise BankUnreadable when *folder* is no folder with a bank.yaml in it."""
    if reason := _no_bank(folder):
        raise BankUnreadable(str(folder), f"{reason}; {_meant(folder)}")


def _no_bank(folder: Path) -> str:
    """Why there is no bank in *folder*; nothing where there is one."""
    if not folder.is_dir():
        return "this is a file, not a folder with bank.yaml" if folder.exists() else "there is no such folder"
    return "" if os.path.lexists(folder / BANK_FILE) else f"there is no {BANK_FILE} in it"


def _beside(folder: Path, named: str) -> Path | None:
    """The folder that bank.yaml names, as seen from its own."""
    return Path(os.path.normpath(folder / named)) if named else None


def _meant(folder: Path) -> str:
    """What to do where there is no bank: one that lies beside, just above or just below is named."""
    around = folder if folder.is_dir() else folder.parent
    below = sorted(path.parent for path in around.glob(f"*/{BANK_FILE}"))
    found = [each for each in (around, *below, around.parent) if (each / BANK_FILE).is_file()]
    return f"there is a bank in {shown(str(found[0]))}" if found else "`quizmill init` starts a bank"


def _report_whole(
    reading: Reading, bank: Bank, bank_file: Origin, head: BankFile, files: dict[str, Path]
) -> None:
    """Note what only the whole bank shows."""
    if not any(topic.questions for topic in bank.topics) and not any(reading.errors()):
        reading.report(bank_file, _without_questions(bank, files))
    else:
        _report_empty(reading, bank, files)
    for fault in order_faults(head.order, list(files)):
        reading.report(bank_file, fault)
    for fault in discussion_faults(bank, reading.origins.questions):
        reading.report(bank_file, fault)
    report_former(reading, bank, bank_file, {id: Origin(str(path)) for id, path in files.items()})


def _without_questions(bank: Bank, files: dict[str, Path]) -> Fault:
    """What is said of a bank in which nothing can be asked yet, by what there is of it."""
    said = "this bank has no questions yet"
    begin = f"`quizmill new KIND` begins one{f' in {next(iter(files.values())).name}' if files else ''}"
    if bank.drafts:
        said = "all questions of this bank are drafts, which are asked nowhere"
        there = ", ".join(dict.fromkeys(f"{draft.topic}{TOPIC}" for draft in bank.drafts))
        help = f"finish one in {there}, and delete its `state: draft`"
        if any("origin" in draft.tree for draft in bank.drafts):
            help += "; import again with --into and --unexplained to ask what lacks only an explanation"
    elif bank.facts():
        help = f"`quizmill new --from all` proposes some from its facts, {begin}"
    elif bank.draft_facts:
        help = "finish some facts of its documents; then `quizmill new --from all` proposes questions"
    elif files:
        help = begin
    else:
        help = (
            "`quizmill document add FILE` makes facts of a document to ask about, "
            "`quizmill new multiple_choice --topic NAME` begins a question"
        )
    return Fault((), EMPTY_BANK, said, help)


def _report_empty(reading: Reading, bank: Bank, files: dict[str, Path]) -> None:
    """Note topics without questions that no error has cost any."""
    faulty = {error.location.file for error in reading.errors()}
    filled = {draft.topic for draft in bank.drafts} | {topic.id for topic in bank.topics if topic.questions}
    for id in (topic.id for topic in bank.topics if topic.id in files and topic.id not in filled):
        if (file := str(files[id])) not in faulty:
            help = "write them below `questions:`, each begins with `- id: …`; or delete the file"
            advice = Fault((), "empty-topic", "this topic has no questions", help, severity=Severity.ADVICE)
            reading.report(Origin(file), advice)


def _count_as_asked(reading: Reading) -> None:
    """What files with errors name: nobody knows what the questions that were lost would have asked."""
    asked, origins = reading.origins.asked_in_vain, reading.origins
    for file in {error.location.file for error in reading.errors()}:
        asked.update(links.mentioned(origins.texts[file]) if file in origins.texts else origins.facts)


def _report_seeds(
    reading: Reading,
    bank: Bank,
    bank_file: Origin,
    named: Path | None,
    documents: Path | None,
    strays: Strays,
) -> None:
    """Note seeds that are not where bank.yaml says, or of which it says nothing; *named* is what it names."""
    unsure = not named and reading.has_faults(Path(bank_file.file))  # the line may be what is broken
    for file, fault in strays.faults():
        if file or not unsure:
            reading.report(Origin(str(file)) if file else bank_file, fault)
    if named and not strays.seeds and not strays.folders:
        help = f"`seeds:` is read from the folder of {BANK_FILE}"
        reading.report(bank_file, Fault(("seeds",), "no-seeds", f"there is no folder {named}", help))
    if documents and not documents.is_dir():
        help = "put the documents' texts there to have facts held against them; without them all else works"
        message = f"there is no folder {documents}"
        advice = Fault(("documents",), "no-documents", message, help, severity=Severity.ADVICE)
        reading.report(bank_file, advice)
    if not named and not unsure:
        _refuse_facts(reading, bank.topics, strays)


def _refuse_facts(reading: Reading, topics: tuple[Topic, ...], strays: Strays) -> None:
    """Facts named in a bank without seeds: told once, since the one mistake is in bank.yaml."""
    beside = strays.folder.parent / "seeds"
    where = next(iter(strays.folders), "../seeds" if beside.is_dir() else "…")
    for topic in topics:
        if found := links.without_seeds(topic, where):
            id, fault = found
            origin = reading.origins.questions[id] if id else reading.origins.topics[topic.id]
            reading.report(origin, fault, id)
            return
