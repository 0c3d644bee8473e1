"""The note types as Anki's JSON: genanki's frame around our fields, templates and CSS."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import genanki
import jinja2

from quizmill.export.anki.families import FAMILIES, FOLDED, STYLED, UNSEARCHED, Family, Field
from quizmill.export.anki.labels import codes, label

NoteType = dict[str, Any]

_TEMPLATES = (("quizmill.export.anki",), ("quizmill.grade.accepted", "."))  # the latter for its script
_SHOWN = re.compile(r"\{\{(\w+)\}\}")


def note_types(previous: dict[int, NoteType]) -> list[NoteType]:
    """The four note types; one that is as it was keeps its time, so a learner's own CSS survives."""
    return [_dated(_note_type(family), previous.get(family.note_type)) for family in FAMILIES.values()]


def _dated(note_type: NoteType, previous: NoteType | None) -> NoteType:
    if previous is None:
        return note_type
    if note_type | {"mod": 0} == previous | {"mod": 0}:
        return previous
    return note_type | {"mod": max(STYLED, previous["mod"] + 1)}


class _Model(genanki.Model):  # type: ignore[misc]  # genanki has no types
    """genanki's, but that what old Ankis ask for is read from the front, not found by trying: 30 ms saved."""

    @property
    def _req(self) -> list[list[object]]:
        """For each template: a card is made when any of the fields that stand on its front has something."""
        names = [field["name"] for field in self.fields]
        return [
            [place, "any", sorted({names.index(name) for name in _SHOWN.findall(template["qfmt"])})]
            for place, template in enumerate(self.templates)
        ]


def _note_type(family: Family) -> NoteType:
    files = templates()
    card = {
        "name": "Card",
        "id": family.template,
        "qfmt": files.get_template(f"{family.id}-front.html").render(family=""),
        "afmt": files.get_template(f"{family.id}-back.html").render(family=family.id),
        "bqfmt": "{{Title}}",  # what the browser lists, instead of both sides with all their words
        "bafmt": family.listed,
    }
    model = _Model(
        family.note_type,
        family.name,
        fields=[_field(field) for field in family.fields],
        templates=[card],
        css=files.get_template("card.css").render(),
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
        "excludeFromSearch": field.name in UNSEARCHED,
        "preventDeletion": True,
    }


@lru_cache(maxsize=1)  # note types share what they include
def templates() -> jinja2.Environment:
    """Anki's templates own the double braces, so ours are brackets."""
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            (
                jinja2.PackageLoader("quizmill.export.anki"),
                jinja2.PackageLoader("quizmill.grade.accepted", "."),
            )
        ),
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
    environment.globals |= {"label": label, "codes": codes()}
    return environment
