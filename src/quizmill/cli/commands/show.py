"""`quizmill show`: questions in full, with their right answers, their evidence and where they are written."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.document_show import documents_at_hand
from quizmill.app.opening import open_for_reading
from quizmill.bank.document import Documents
from quizmill.bank.load import LoadedBank
from quizmill.bank.markup import pictured, plain, shown, whole
from quizmill.cli.naming_options import offering, several
from quizmill.cli.options import bank_option, documents_option, search_option
from quizmill.compose.exercise import Exercise, letter
from quizmill.compose.paper import compose
from quizmill.compose.selection import Selection, choose
from quizmill.errors import BadRequest
from quizmill.faces.plain.details import of_the_answer, of_the_question
from quizmill.faces.plain.feedback import right_answer, sources, transcript
from quizmill.faces.plain.question import body, heading_facts
from quizmill.faces.plain.terminal import Screen, Tone, complain, stdout_screen
from quizmill.grade.also_right import also_right, told


@click.command("show")
@bank_option
@click.argument("ids", metavar="ID...", nargs=-1, shell_complete=offering("id"))
@search_option
@documents_option
def command(folder: Path, ids: tuple[str, ...], search: str, documents: Path | None) -> None:
    """Show questions in full, with their evidence.

    Those with these ids, or those that a search finds. Where the documents are at hand, the paragraphs that
    they rest on are shown too.
    """
    if not ids and not search:
        raise BadRequest("name the ids of questions, or add --search WORDS; `quizmill list` shows both")
    loaded = open_for_reading(folder, complain)
    ids = several(ids)
    chosen = choose(loaded.bank, Selection(ids=ids, search=search, electives=True), seed=0)
    paper = compose(loaded.bank, chosen.questions, seed=0, order="bank")
    found = {exercise.id: exercise for exercise in paper.exercises}
    at_hand = documents_at_hand(loaded, documents, complain)
    screen = stdout_screen(loaded.bank.language)
    for i, id in enumerate(dict.fromkeys(ids) if not search else found):
        if i:
            screen.say()
        _show(screen, loaded, found[id])
        _paragraphs(screen, found[id], at_hand)


def _paragraphs(screen: Screen, exercise: Exercise, documents: Documents | None) -> None:
    """What the documents themselves say where the facts stand, as far as they are at hand."""
    places = dict.fromkeys((each.source, each.name, each.paragraph) for each in exercise.evidence)
    for source, name, paragraph in places:
        document = documents.read.get(source) if documents else None
        if document and (text := document.paragraph(paragraph)) is not None:
            screen.say(f"In the words of {name}, paragraph {paragraph}:", tone=Tone.QUIET)
            screen.say(text, indent=8, tone=Tone.QUIET)


def _show(screen: Screen, loaded: LoadedBank, exercise: Exercise) -> None:
    question = exercise.question
    screen.say(exercise.id, tone=Tone.HEADING)
    screen.say(str(loaded.origins.of_question(exercise.id)))
    screen.say(heading_facts(exercise, screen.words))
    screen.say()
    body(screen, exercise)
    screen.say()
    also = also_right(exercise.question, loaded.bank.names, loaded.bank.language)
    right_answer(screen, exercise, told(also, screen.words))
    for label, text in of_the_answer(exercise):
        screen.say(text, label=label)
    for option, why in exercise.why_not.items():
        text = exercise.options[option]
        said = letter(option) if whole(text) or pictured(text) else shown(text)
        screen.say(f"{said}: {plain(why)}", label="Why not ")
    if question.audio:
        transcript(screen, question.audio)
    if question.hint:
        screen.say(plain(question.hint), label="Hint: ")
    if question.explanation:
        screen.text(question.explanation, label="Why: ")
    sources(screen, exercise)
    for label, text in of_the_question(exercise):
        screen.say(text, label=label)
