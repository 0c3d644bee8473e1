"""A deck as Anki's text format: for note types that every Anki has, and for other programs that read tables.

A text file can bring no note types and no pictures, so each question becomes a note of Anki's own Basic or
Cloze. These notes have identities of their own: they never touch those of the deck, nor its history.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from quizmill.bank.model import Bank
from quizmill.compose.exercise import Exercise
from quizmill.export.anki import fields as note_fields
from quizmill.export.anki import html
from quizmill.export.anki.decks import decks_of
from quizmill.export.anki.schema import family_of
from quizmill.export.anki.tags import tags_of

FIRST_LINE = "#separator:tab\n"
_HEADER = f"""\
{FIRST_LINE}#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
"""
_FORMULA = "=+-@"  # what a spreadsheet takes a formula to begin with

# The parts of a note by their field, and the word before each.
_Parts = tuple[tuple[str, str], ...]
_ASKED: _Parts = (("Context", ""), ("Prompt", ""), ("Image", ""), ("Options", ""), ("Unit", "Unit: "))
_TEXT: _Parts = (("Context", ""), ("Prompt", ""), ("Image", ""), ("Text", ""), ("Choices", "Choose from: "))
_WHY: _Parts = (
    ("Accepted", "Also right: "),
    ("Correction", "In fact: "),
    ("Explanation", "Why: "),
    ("Source", "Source: "),
)
_ANSWERED: _Parts = (("Answer", ""), ("Points", "A full answer names: "), *_WHY)


def text_deck(bank: Bank, exercises: Iterable[Exercise]) -> str:
    """The exercises as tab-separated lines: GUID, note type, deck, tags, and two fields of HTML."""
    decks = decks_of(bank, {})
    names = {
        topic: decks.names[deck].lstrip(_FORMULA) or bank.namespace for topic, deck in decks.topics.items()
    }
    out = io.StringIO()
    out.write(_HEADER)
    csv.writer(out, "excel-tab", lineterminator="\n").writerows(
        [cell.replace("\t", " ") for cell in _row(bank, exercise, names[exercise.topic])]
        for exercise in exercises
    )
    return out.getvalue()


def _row(bank: Bank, exercise: Exercise, deck: str) -> tuple[str, ...]:
    fields = note_fields.write(bank, exercise, "", ()).fields
    image = exercise.question.image
    fields["Image"] = html.literal(f"[picture: {image.alt}]") if image else ""
    tags = " ".join(tags_of(bank.namespace, exercise))
    if family_of(exercise.question).cloze:
        guid = f"{bank.namespace}.text-cloze.{exercise.id}"
        return guid, "Cloze", deck, tags, _joined(fields, _TEXT), _joined(fields, _WHY)
    guid = f"{bank.namespace}.text-basic.{exercise.id}"
    return guid, "Basic", deck, tags, _joined(fields, _ASKED), _joined(fields, _ANSWERED)


def _joined(fields: Mapping[str, str], parts: _Parts) -> str:
    return "".join(f"<div>{word}{fields[name]}</div>" for name, word in parts if fields.get(name))
