"""`quizmill list`: the questions of a bank, as a table to read or as JSON to work with."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from quizmill.app.opening import open_for_asking, open_for_reading
from quizmill.app.talk import count
from quizmill.bank.markup import plain
from quizmill.bank.model import OWN, Bank
from quizmill.cli.options import Wanted, bank_option, format_option, selection_options
from quizmill.compose.exercise import Exercise, key_of, options_of
from quizmill.compose.paper import Paper
from quizmill.faces.plain.terminal import Screen, Tone, complain, rows_screen

if TYPE_CHECKING:
    from quizmill.bank.load import LoadedBank


@click.command("list")
@bank_option
@selection_options(order="bank", seed=0, electives=True)
@format_option("text", "json", variable="QUIZMILL_LIST_FORMAT", help="A table, or every field.")
def command(folder: Path, wanted: Wanted, form: str) -> None:
    """List the questions of a bank."""
    if form == "json":  # it says where each question is written, which a kept copy does not
        loaded = open_for_reading(folder, complain)
        sys.stdout.buffer.write(as_json(loaded, wanted.paper(loaded.bank)))
        return
    bank = open_for_asking(folder, complain)
    paper = wanted.paper(bank)
    _print_table(rows_screen(), paper, _electives(bank))
    complain(count(len(paper.exercises), "question"))


def as_json(loaded: LoadedBank, paper: Paper) -> bytes:
    """An array with one object for each question."""
    electives = _electives(loaded.bank)
    records = [_record(loaded, exercise, exercise.topic in electives) for exercise in paper.exercises]
    return msgspec.json.format(msgspec.json.encode(records), indent=2) + b"\n"


def _electives(bank: Bank) -> frozenset[str]:
    """The ids of the topics that only those are asked who choose them."""
    return frozenset(topic.id for topic in bank.topics if topic.elective)


def _record(loaded: LoadedBank, exercise: Exercise, elective: bool) -> dict[str, Any]:
    """One question: its fields as written, where that was, and what follows from them."""
    fields = {
        name: value for name, value in msgspec.to_builtins(exercise.question).items() if value is not None
    }
    if "distractors" in fields:
        fields["distractors"] = [each if each["why"] else each["text"] for each in fields["distractors"]]
    fields |= fields.pop(OWN)
    place = loaded.origins.of_question(exercise.id)
    return {
        **fields,
        "topic": exercise.topic,
        "elective": elective,
        "file": place.file,
        "line": place.line,
        "options": options_of(exercise.question),
        "key": key_of(exercise.question),
        "evidence": [
            {"source": each.source, "title": each.title, "paragraph": each.paragraph, "says": each.says}
            for each in exercise.evidence
        ],
    }


def _print_table(screen: Screen, paper: Paper, electives: frozenset[str]) -> None:
    widest = max(len(exercise.id) for exercise in paper.exercises)
    by_topic = itertools.groupby(paper.exercises, key=lambda each: (each.topic_title, each.topic))
    for i, ((title, topic), members) in enumerate(by_topic):
        if i:
            screen.say()
        elective = ", elective" if topic in electives else ""
        screen.say(f"{title} ({topic}){elective}", tone=Tone.HEADING)
        for exercise in members:
            kind = exercise.kind.replace("_", " ")
            label = f"  {exercise.id:{widest}}  {kind:17}  {exercise.question.difficulty:6}  "
            screen.row(label, " ".join(plain(exercise.prompt).split()))
