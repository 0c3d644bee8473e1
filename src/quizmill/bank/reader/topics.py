"""Reading topic files: their questions, whether each can be asked at all, and the drafts."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import NamedTuple

import msgspec

from quizmill.bank.model import ComparedQuestion, Draft, Id, Question, Topic
from quizmill.bank.reader import askable, links
from quizmill.bank.reader.bank_file import BankFile
from quizmill.bank.reader.decode import as_id, decode_question
from quizmill.bank.reader.draft_state import is_draft, unknown_state
from quizmill.bank.reader.fault import Fault, Path, Place
from quizmill.bank.reader.kept_topics import KeptTopics, as_before
from quizmill.bank.reader.lacking import EXPLAIN, NO_EXPLANATION
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.reading import Reading, id_of, is_error
from quizmill.bank.reader.stray_seeds import is_of_seeds
from quizmill.bank.reader.tree import Tree
from quizmill.errors import Severity, shown

_DEPTH = 2  # of a question in its file: ("questions", 3)
_ID = re.compile(typing.get_args(Id)[1].pattern)
_UNNAMED = "unnamed"  # a topic whose file's name makes no id


class Topics(NamedTuple):
    """What the topic files of a bank hold, and those of them that hold seeds instead."""

    topics: tuple[Topic, ...]
    drafts: tuple[Draft, ...]
    seeds: tuple[FilePath, ...]


def read_topics(
    reading: Reading,
    folder: FilePath,
    files: dict[str, FilePath],
    known: links.Known | None,
    head: BankFile,
    kept: KeptTopics | None = None,
) -> Topics:
    """The topics of *files*, by id, with their sound questions. *known* is None for a bank without seeds.

    What *head* says of language and comparing holds for all questions. A file that says what it said when it
    was *kept* is not read again.
    """
    kept = kept or KeptTopics()
    kept.begin(known, head)
    topics: list[Topic] = []
    drafts: list[Draft] = []
    seeds: list[FilePath] = []
    for id, path in files.items():
        origin = Origin(str(path))
        if topic := as_before(reading, folder, path, kept):
            topics.append(topic)
            continue
        told = len(reading.found)
        tree = reading.fields(folder, path, "topic file")
        if tree and is_of_seeds(tree):
            seeds.append(path)
            continue
        entries = reading.entries(tree, "questions", origin) if tree else []
        topic = _own_fields(reading, id, tree, path.relative_to(folder), origin) if tree is not None else None
        questions, unfinished = _entries(reading, entries, id, known, head)
        drafts += unfinished
        topic = topic or _stand_in(id)
        reading.origins.topics[topic.id] = origin
        for fault in links.lesson_faults(topic.learn, known) if known else ():
            reading.report(origin, fault)
        topics.append(msgspec.structs.replace(topic, questions=tuple(questions)))
        if len(reading.found) == told and len(questions) == len(entries) and not reading.inside:
            kept.keep(origin.file, reading.origins.texts[origin.file], topics[-1])
    return Topics(tuple(topics), tuple(drafts), tuple(seeds))


def _entries(
    reading: Reading,
    entries: list[tuple[Origin, Tree]],
    topic: str,
    known: links.Known | None,
    head: BankFile,
) -> tuple[list[Question], list[Draft]]:
    """The sound questions of a file, and its drafts."""
    questions: list[Question] = []
    drafts: list[Draft] = []
    for place, entry in entries:
        if isinstance(entry, dict) and is_draft(entry):
            drafts.append(_draft(reading, entry, place, topic, known, head))
        elif question := _question(reading, entry, place, known, head):
            questions.append(question)
    return questions, drafts


def _own_fields(
    reading: Reading, id: str, tree: dict[str, Tree], inside: FilePath, origin: Origin
) -> Topic | None:
    """What the file says of the topic, beside its questions; *inside* is its path from the bank's folder."""
    if "id" in tree:
        help = "delete it: a topic's id is its file's name"
        reading.report(origin, Fault(("id",), "unknown-field", 'unknown field "id"', help, at_key=True))
    if _ID.fullmatch(id):
        return reading.record({**tree, "id": id}, Topic, origin)
    reading.report(origin, _name_of_file(inside))
    reading.record({**tree, "id": _UNNAMED}, Topic, origin)
    return None


def _stand_in(id: str) -> Topic:
    """The topic of a file whose own fields are unsound."""
    return Topic(id=id if _ID.fullmatch(id) else _UNNAMED, title=id)


def _name_of_file(inside: FilePath) -> Fault:
    """The fault of a file whose path makes no id."""
    fitting = [as_id(part) for part in inside.with_suffix("").parts]
    name = f"{'/'.join(fitting)}{inside.suffix}" if all(fitting) else "one such as tea.yaml"
    help = f"rename it to {name}: lower-case letters and digits, parted by single hyphens"
    said = f'"{shown(inside.as_posix())}" makes no id for the topic'
    return Fault((), "bad-form", said, help, Place(1, 1))


def _question(
    reading: Reading, tree: Tree, origin: Origin, known: links.Known | None, head: BankFile
) -> Question | None:
    faults = reading.parsed(origin)
    if isinstance(tree, dict) and "state" in tree:
        faults.append(unknown_state(tree.pop("state"), "question"))
    found, own = _read(tree, faults, known, head)
    id = id_of(tree)
    faults += [*own, *_claim(reading, id, origin)]
    for fault in faults:
        reading.report(origin, fault, id)
    return None if any(map(is_error, faults)) else found


def _draft(
    reading: Reading,
    tree: dict[str, Tree],
    origin: Origin,
    topic: str,
    known: links.Known | None,
    head: BankFile,
) -> Draft:
    """The entry as it is written. What would lose something of it is an error; what it lacks is advice."""
    id, parsed = id_of(tree), reading.parsed(origin)
    help = "delete `state: draft` when it is finished"
    advice = [Fault(("state",), "draft", "this is a draft: it is asked nowhere", help), *_lacking(tree)]
    fields = {name: value for name, value in tree.items() if name != "state"}
    advice += _read(fields, parsed, known, head)[1]
    for fault in (*parsed, *_claim(reading, id, origin)):
        if fault.rule == "control-character":  # which nobody is shown
            fault = msgspec.structs.replace(fault, severity=Severity.ADVICE)
        reading.report(origin, fault, id)
    allowed = tree.get("allow")
    for fault in advice:
        if isinstance(allowed, dict) and fault.rule in allowed:
            continue
        reading.report(origin, msgspec.structs.replace(fault, severity=Severity.ADVICE), id)
    reading.origins.drafts.append(origin)
    reading.origins.asked_in_vain.update(fact for _, fact in links.references_in_tree(tree))
    return Draft(id=id or "", topic=topic, tree=tree)


def _lacking(tree: dict[str, Tree]) -> Iterator[Fault]:
    """What nobody needs in order to read a question, and every question should have."""
    explanation = tree.get("explanation")
    if not (explanation.strip() if isinstance(explanation, str) else explanation):
        yield Fault((), "explanation-missing", NO_EXPLANATION, EXPLAIN)


def _read(
    tree: Tree, parsed: list[Fault], known: links.Known | None, head: BankFile
) -> tuple[Question | None, list[Fault]]:
    """The question, as far as it is one, and what keeps it from being asked beside what YAML *parsed*."""
    found = decode_question(tree, ())
    if isinstance(found, tuple):
        return None, [*found, *(links.faults_in_tree(tree, known) if known else ())]
    if head.compare and isinstance(found, ComparedQuestion) and not found.compare:
        found = msgspec.structs.replace(found, compare=head.compare)
    split = [fault.path[_DEPTH:] for fault in filter(is_error, parsed)]  # its parts are not judged
    return found, [each for each in _faults_in(found, known, head.language) if not _is_within(each, split)]


def _claim(reading: Reading, id: str | None, origin: Origin) -> list[Fault]:
    """Note where the id stands; the fault when it stands elsewhere already."""
    if id and id in reading.origins.questions:
        return [reading.taken(id, reading.origins.questions[id])]
    if id:
        reading.origins.questions[id] = origin
    return []


def _is_within(fault: Fault, paths: list[Path]) -> bool:
    return any(path and fault.path[: len(path)] == path for path in paths)


def _faults_in(question: Question, known: links.Known | None, language: str) -> list[Fault]:
    linked = links.faults_in(question, known) if known else ()
    return [*askable.faults_in(question, language), *linked]
