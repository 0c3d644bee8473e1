"""Notes of Anki as its packages and its text files have them: fields by name, and what cards show of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from quizmill.formats.anki_template import REFERENCE, visible, worded

_DELETIONS = "cloze"  # the filter that shows a field with deletions
_BUILT_IN = {"frontside", "tags", "type", "deck", "subdeck", "card", "cardflag"}
_HINTS = {"hint", "hints", "hinweis", "tipp", "indice", "pista", "提示"}


class ShownField(msgspec.Struct, frozen=True):
    """A field that a side of a card shows: by which filters, such as `type`, `hint` or `cloze`.

    *before* is the HTML with the template's own words before it; empty where there are none.
    """

    field: str
    filters: frozenset[str] = frozenset()
    before: str = ""


class CardTemplate(msgspec.Struct, frozen=True):
    """One card of a note type: what its front shows, and what its back shows beside that.

    *words* is the front's template where it has words of its own; else it is empty.
    """

    front: tuple[ShownField, ...]
    back: tuple[ShownField, ...]
    words: str = ""


class NoteType(msgspec.Struct, frozen=True):
    """A note type: its name, its fields in order, its cards; whether it has one card for each deletion."""

    name: str
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]

    @property
    def cloze(self) -> str:
        """The field with deletions; empty where the type has none."""
        shown = (each for template in self.templates for each in template.front)
        return next((each.field for each in shown if _DELETIONS in each.filters), "")


class AnkiNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note. *cards* are the places of those of its type's templates that it has; None for all."""

    place: str
    type: NoteType
    fields: Mapping[str, str]
    guid: str = ""
    tags: tuple[str, ...] = ()
    deck: str = ""
    cards: frozenset[int] | None = None
    is_html: bool = True


def template(front: str, back: str) -> CardTemplate:
    """The card of these two templates."""
    asked = tuple(_shown(front))
    fields = {each.field for each in asked}
    answered = tuple(each for each in _shown(back) if each.field not in fields or "type" in each.filters)
    return CardTemplate(asked, answered, worded(visible(front)))


def _shown(source: str) -> Iterator[ShownField]:
    """The fields that a template shows, each once; conditions show nothing themselves."""
    told: dict[str, ShownField] = {}
    for text in (visible(source), source):  # a script may show fields too
        end, before = 0, ""
        for found in REFERENCE.finditer(text):
            before, end = before + text[end : found.start()], found.end()
            field = found["field"].strip()
            if not found["sign"] and field.lower() not in _BUILT_IN:
                filters = {each for each in found["filters"].lower().split(":") if each}
                filters |= {"hint"} if field.lower() in _HINTS else set()
                told.setdefault(field, ShownField(field, frozenset(filters), worded(before)))
            before = before if found["sign"] in ("#", "^") else ""
    yield from told.values()


def of_fields(name: str, fields: tuple[str, ...]) -> NoteType:
    """A note type of which only the fields are known: the first asks, what follows answers."""
    first = fields[:1]
    front = tuple(ShownField(field) for field in first)
    hints = frozenset({"hint"})
    back = tuple(ShownField(field, hints if field.lower() in _HINTS else frozenset()) for field in fields[1:])
    return NoteType(name, fields, (CardTemplate(front, back),))


def of_deletions(name: str, fields: tuple[str, ...]) -> NoteType:
    """A note type of which only the fields are known: the first has deletions."""
    front = (ShownField(fields[0], frozenset({_DELETIONS})),)
    return NoteType(name, fields, (CardTemplate(front, tuple(map(ShownField, fields[1:]))),))
