"""Other programs' files as a bank of ours, or as more of one, with the report of every loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

import msgspec

from quizmill.app import imported_before
from quizmill.app.file_kinds import NEW
from quizmill.app.init import slug
from quizmill.bank.model import Bank, Draft, Topic
from quizmill.bank.write import bank_files
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.publish import Product
from quizmill.formats.field_digests import digests
from quizmill.formats.format import Format, Found, Read
from quizmill.formats.questions import Entry, Maker, topic_id
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

_TABLE = "table"  # the format whose columns may be named


class File(NamedTuple):
    """A file that was read, and the name it goes by."""

    name: str
    data: bytes


class Opened(NamedTuple):
    """A file of a format that is known, and what a reader found in it."""

    name: str  # without its folder
    format: Format
    found: Found


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import would write, what became of the questions, and what was lost on the way."""

    files: dict[Path, Product]
    report: Report
    made: tuple[Entry, ...]
    news: tuple[str, ...] = ()  # sentences on what became of them
    has_seeds: bool = False  # the bank, in which every question names facts

    @property
    def drafts(self) -> int:
        """How many questions are not whole."""
        return sum(made.is_draft for made in self.made)


def opened(
    files: Sequence[File],
    format: str | None,
    report: Report,
    columns: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Opened, ...]:
    """What readers find in *files*, each by its own format unless one is named; a table's *columns* by name.

    Raises BadRequest for a format that is not read, FileUnusable for a file that is none, or has no question.
    """
    found: list[Opened] = []
    for file in files:
        name = PurePath(file.name).name
        if name in (other.name for other in found):
            raise BadRequest(f"two files are called {name}; a question is known again by its file's name")
        if not file.data.strip():
            raise FileUnusable(file.name, "this file is empty")
        reader = named(format or _TABLE) if format or columns else recognised(file.data, file.name)
        if reader.read is None:
            raise BadRequest(f"{reader.name} is only written; `quizmill export --list` shows what is read")
        told = {*report.losses}
        report.begin(called(name, files))
        read = (_by_columns(reader, columns) if columns else reader.read)(file.data, file.name, report)
        if not read.items:
            why = [
                f": {each.rule}" for each in report.losses if each not in told and each.field == "question"
            ]
            problem = f"there is no question in it that can be read as {reader.name}{''.join(why[:1])}"
            raise FileUnusable(file.name, problem)
        found.append(Opened(name, reader, read))
    return tuple(found)


def called(name: str, files: Sequence[File]) -> str:
    """What a report calls a file that is one of *files*: nothing where it is alone."""
    return name if len(files) > 1 else ""


def _by_columns(format: Format, columns: Mapping[str, Sequence[str]]) -> Read:
    if format.with_columns is None:
        raise BadRequest(f"--column names the columns of other tables; {format.name} has its own")
    return format.with_columns(columns)


def import_files(
    files: Sequence[File],
    folder: Path,
    tail: str,
    *,
    format: str | None = None,
    language: str = "en",
    unexplained: bool = False,
    columns: Mapping[str, Sequence[str]] | None = None,
) -> Imported:
    """A new bank in *folder* with the questions of *files*; its namespace ends in *tail*, drawn for it.

    Raises FileUnusable when something is in the folder already, and as `opened` does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileUnusable(
            str(folder), "there is something here already; name a new folder, or add to a bank with --into"
        )
    report = Report()
    found = opened(files, format, report, columns)
    maker = Maker(report, language=language, unexplained=unexplained)
    made = _made(maker, found, report)
    report.call(maker.names)
    topics, drafts = _topics(made)
    bank = Bank(
        title=found[0].found.title or PurePath(found[0].name).stem,
        namespace=f"{slug(folder)}-{tail}",
        language=language,
        topics=topics,
        drafts=drafts,
    )
    questions = tuple(question for _, found in made for question in found)
    written = _written(bank, found, questions)
    return Imported(
        files={folder / path: Product(data, NEW) for path, data in written.items()},
        report=report,
        made=questions,
    )


def _made(maker: Maker, found: Sequence[Opened], report: Report) -> list[tuple[Opened, tuple[Entry, ...]]]:
    """The questions of each file."""
    made = []
    for each in found:
        report.begin(each.name if len(found) > 1 else "")
        made.append((each, maker.made(each.found.items, each.format.name, each.name)))
    return made


def _written(bank: Bank, found: Sequence[Opened], questions: Sequence[Entry]) -> dict[str, bytes]:
    """The bank's files, what the texts show and let hear, and the record of what was imported."""
    written = {str(path): text.encode() for path, text in bank_files(bank).items()}
    for each in found:
        written |= each.found.files
    record = {question.id: digests(question.fields) for question in questions}
    return written | {imported_before.NAME: imported_before.as_file(record)}


def _topics(made: Sequence[tuple[Opened, Sequence[Entry]]]) -> tuple[tuple[Topic, ...], tuple[Draft, ...]]:
    """The topics in the order in which they come, with their questions and drafts."""
    titles: dict[str, str] = {}
    inside: dict[str, list[Entry]] = {}
    for file, questions in made:
        for question in questions:
            title = question.topic or file.found.title
            id = topic_id(title, file.name)
            titles.setdefault(id, title.strip() or PurePath(file.name).stem)
            inside.setdefault(id, []).append(question)
    topics = tuple(
        Topic(id=id, title=titles[id], questions=tuple(each.question for each in found if each.question))
        for id, found in inside.items()
    )
    drafts = tuple(each.as_draft(id) for id, found in inside.items() for each in found if not each.question)
    return topics, drafts
