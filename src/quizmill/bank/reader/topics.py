"""Reading topic files: their questions, and whether each can be asked at all."""

from __future__ import annotations

from pathlib import Path as FilePath

import msgspec

from quizmill.bank.model import Question, Topic
from quizmill.bank.reader import links, sound
from quizmill.bank.reader.decode import decode_question
from quizmill.bank.reader.fault import Fault, Path
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.reading import Reading, id_of
from quizmill.bank.reader.yaml_tree import Tree

_DEPTH = 2  # of a question in its file: ("questions", 3)


def read_topics(reading: Reading, files: list[FilePath], known: links.Known | None) -> tuple[Topic, ...]:
    """The topics of *files*, with their sound questions. *known* is None for a bank without seeds."""
    return tuple(_topic(reading, path, known) for path in files)


def _topic(reading: Reading, path: FilePath, known: links.Known | None) -> Topic:
    origin = Origin(str(path))
    tree = reading.fields(path, "topic file")
    topic = Topic(id="unnamed", title=path.stem)  # stands in for one whose own fields are unsound
    if tree is None:
        return topic
    entries = reading.entries(tree, "questions", origin)
    if "id" in tree:
        help = "delete it: a topic's id is its file's name"
        reading.report(origin, Fault(("id",), "unknown-field", 'unknown field "id"', help, at_key=True))
    topic = reading.record({**tree, "id": path.stem}, Topic, origin) or topic
    questions = tuple(q for place, entry in entries if (q := _question(reading, entry, place, known)))
    return msgspec.structs.replace(topic, questions=questions)


def _question(reading: Reading, tree: Tree, origin: Origin, known: links.Known | None) -> Question | None:
    found, id = decode_question(tree, ()), id_of(tree)
    faults = reading.parsed(origin)
    if isinstance(found, tuple):
        faults += [*found, *(links.faults_in_tree(tree, known) if known else ())]
    else:
        split = [fault.path[_DEPTH:] for fault in faults]  # what YAML parted is not judged in its parts
        faults += [each for each in _faults_in(found, known) if not _is_within(each, split)]
    if id and id in reading.origins.questions:
        faults.append(reading.taken(id, reading.origins.questions[id]))
    elif id:
        reading.origins.questions[id] = origin
    for fault in faults:
        reading.report(origin, fault, id)
    if faults or isinstance(found, tuple):
        reading.origins.asked_in_vain.update(fact for _, fact in links.references_in_tree(tree))
        return None
    return found


def _is_within(fault: Fault, paths: list[Path]) -> bool:
    return any(path and fault.path[: len(path)] == path for path in paths)


def _faults_in(question: Question, known: links.Known | None) -> list[Fault]:
    linked = links.faults_in(question, known) if known else ()
    return [*sound.faults_in(question), *linked]
