"""`quizmill list`: the questions of a bank, as a table to read or as JSON to work with."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from quizmill.app.drafts import drafts
from quizmill.app.opening import open_for_listing, open_for_reading
from quizmill.app.talk import count
from quizmill.bank.markup import plain
from quizmill.bank.model import OWN, Bank
from quizmill.cli.options import Wanted, bank_option, format_option, selection_options
from quizmill.compose.exercise import Exercise, key_of, options_of
from quizmill.compose.paper import Paper
from quizmill.compose.search import Library, Said, read_search
from quizmill.faces.plain.terminal import Screen, Tone, complain, rows_screen

if TYPE_CHECKING:
    from quizmill.bank.load import LoadedBank

Finding = Callable[[Exercise], tuple[Said, ...]]


@click.command("list")
@bank_option
@selection_options(order="bank", seed=0, electives=True)
@click.option(
    "--state",
    type=click.Choice(["asked", "draft"]),
    default="asked",
    show_default=True,
    envvar="QUIZMILL_STATE",
    help="The questions that are asked, or the drafts and what each of them lacks.",
)
@format_option("text", "json", variable="QUIZMILL_LIST_FORMAT", help="A table, or every field.")
def command(folder: Path, wanted: Wanted, state: str, form: str) -> None:
    """List the questions of a bank, or its drafts.

    With --search a line below each question says where the words were found.
    """
    if state == "draft":
        from quizmill.bank.load import load_bank  # as it is: also a bank of which nothing can be asked

        _list_drafts(load_bank(folder), wanted, form)
        return
    if form == "json":  # it says where each question is written, which a kept copy does not
        loaded = open_for_reading(folder, complain)
        if _asks_nothing(loaded.bank):
            sys.stdout.write("[]\n")
            return
        sys.stdout.buffer.write(as_json(loaded, wanted.paper(loaded.bank), _finding(loaded.bank, wanted)))
        return
    bank = open_for_listing(folder, complain)
    if _asks_nothing(bank):
        return
    paper = wanted.paper(bank)
    _print_table(rows_screen(), paper, _electives(bank), _finding(bank, wanted))
    complain(count(len(paper.exercises), "question"))


def as_json(loaded: LoadedBank, paper: Paper, finding: Finding | None = None) -> bytes:
    """An array with one object for each question; after a search with where the words were found."""
    electives = _electives(loaded.bank)
    records = [
        _record(loaded, exercise, exercise.topic in electives)
        | ({"found": finding(exercise)} if finding else {})
        for exercise in paper.exercises
    ]
    return msgspec.json.format(msgspec.json.encode(records), indent=2) + b"\n"


def _asks_nothing(bank: Bank) -> bool:
    """Whether no question is finished yet, which is told, and what there is instead."""
    if any(bank.questions()):
        return False
    begun = f"{count(len(bank.drafts), 'draft')}: `quizmill list --state draft`"
    complain(f"no finished question; {begun if bank.drafts else '`quizmill new KIND` begins one'}")
    return True


def _finding(bank: Bank, wanted: Wanted) -> Finding | None:
    """What tells where a question says what was searched for; None where nothing was."""
    if not wanted.selection.search:
        return None
    sought, library = read_search(wanted.selection.search), Library(bank.sources)
    return lambda exercise: library.said(exercise.question, sought)


def _list_drafts(loaded: LoadedBank, wanted: Wanted, form: str) -> None:
    found = drafts(loaded, wanted.selection)
    if form == "json":
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
        return
    screen = rows_screen()
    widest = max((len(draft.id) for draft in found), default=0)
    for draft in found:
        screen.row(f"{draft.id or '(no id)':{widest}}  {draft.type.replace('_', ' '):17}  ", draft.prompt)
        screen.say(f"{draft.file}:{draft.line}", indent=2, tone=Tone.QUIET)
        for lack in draft.lacks:
            screen.say(lack, label="  - ")
    complain(count(len(found), "draft"))


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


def _print_table(screen: Screen, paper: Paper, electives: frozenset[str], finding: Finding | None) -> None:
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
            for said in finding(exercise) if finding else ():
                screen.say(said.snippet, label=f"      {said.field}: ", tone=Tone.QUIET)
