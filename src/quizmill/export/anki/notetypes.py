"""The note types as Anki's JSON: genanki's frame around our fields, templates and CSS."""

from __future__ import annotations

from typing import Any

import genanki
import jinja2

from quizmill.bank.model import Bank
from quizmill.export.anki import html
from quizmill.export.anki.bearing import bearing, has_blanks, options_shown
from quizmill.export.anki.schema import FAMILIES, FOLDED, STYLED, Family, Field

NoteType = dict[str, Any]


def note_types(previous: dict[int, NoteType]) -> list[NoteType]:
    """The three note types; one that is as it was keeps its time, so a learner's own CSS survives."""
    return [_dated(_note_type(family), previous.get(family.note_type)) for family in FAMILIES.values()]


def description(bank: Bank, questions: int) -> str:
    """What the deck says of itself in Anki; it holds *questions* of the bank's."""
    asked = tuple(question for _, question in bank.questions())
    return (
        _templates()
        .get_template("deck.html")
        .render(
            title=html.literal(bank.title),
            about=html.literal(bank.description),
            licence=html.literal(bank.license),
            questions=questions,
            bearing=bearing(asked, questions),
            options=options_shown(asked),
            blanks=has_blanks(asked),
        )
    )


def _dated(note_type: NoteType, previous: NoteType | None) -> NoteType:
    if previous is None:
        return note_type
    if note_type | {"mod": 0} == previous | {"mod": 0}:
        return previous
    return note_type | {"mod": max(STYLED, previous["mod"] + 1)}


def _note_type(family: Family) -> NoteType:
    templates = _templates()
    card = {
        "name": "Card",
        "id": family.template,
        "qfmt": templates.get_template(f"{family.id}-front.html").render(),
        "afmt": templates.get_template(f"{family.id}-back.html").render(),
    }
    model = genanki.Model(
        family.note_type,
        family.name,
        fields=[_field(field) for field in family.fields],
        templates=[card],
        css=templates.get_template("card.css").render(),
        model_type=genanki.Model.CLOZE if family.cloze else genanki.Model.FRONT_BACK,
    )
    json: NoteType = model.to_json(STYLED, None)
    return json


def _field(field: Field) -> dict[str, object]:
    """What a field is to Anki; none can be deleted by accident, which would cut the note off from updates."""
    return {
        "name": field.name,
        "id": field.id,
        "font": "Arial",
        "collapsed": field.name in FOLDED,
        "preventDeletion": True,
    }


def _templates() -> jinja2.Environment:
    """Anki's templates own the double braces, so ours are brackets."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("quizmill.export.anki"),
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        autoescape=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
