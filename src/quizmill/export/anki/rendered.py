"""A question's cards as Anki renders them: its note's fields, set into the very templates of the deck.

Written after Anki 26.9 (template.rs, cloze.rs, the reviewer's `typeans` and replay buttons), as far as our
templates and fields go; `tests/real` holds it to the real Anki.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import msgspec

from quizmill.bank.model import Bank
from quizmill.compose.exercise import Exercise
from quizmill.export.anki import fields as note_fields
from quizmill.export.anki.families import Family, family_of
from quizmill.export.anki.media import harmless, name_images, name_sounds
from quizmill.export.anki.notes import join, ordinals
from quizmill.export.anki.notetypes import templates

_CONDITION = re.compile(  # one that has no other in it
    r"\{\{(?P<sign>[#^])(?P<field>\w+)\}\}(?P<inside>(?:(?!\{\{[#^]).)*?)\{\{/(?P=field)\}\}", re.DOTALL
)
_FIELD = re.compile(r"\{\{(?:(?P<filter>cloze|type):)?(?P<field>\w+)\}\}")
_DELETION = re.compile(r"\{\{c(?P<number>\d+)::(?P<answer>.*?)\}\}", re.DOTALL)
_FORMULA = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SOUND = re.compile(r"\[sound:([^\]]+)\]")
_BOX = "<center><input type=text id=typeans style=\"font-family: 'Arial'; font-size: 20px;\"></center>"
_NO_WORD = re.compile(r"[\x00-/:-@\[-`{-\x7f]")  # in ASCII
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


class Sides(msgspec.Struct, frozen=True):
    """Both sides of one card as HTML, with the box to type in and the buttons that play a sound."""

    front: str
    back: str


class Rendered(msgspec.Struct, frozen=True):
    """The cards of one note, their style, and the pictures and sounds they name."""

    cards: tuple[Sides, ...]
    style: str
    media: dict[str, bytes]


def rendered(bank: Bank, exercise: Exercise, media: Mapping[str, bytes], released: str) -> Rendered:
    """The cards of an exercise as in the first release of a deck, *released* on that day.

    *media* are its pictures and its sound by file. Raises ExportRefused for what Anki does not show or play.
    """
    media = harmless(media)
    names = name_images((exercise,), (), media) | name_sounds((exercise,), media)
    family = family_of(exercise.question)
    written = note_fields.write(bank, exercise, names, ()).fields | {"Released": released}
    joined = join(family, written)
    fields = dict(zip(family.field_names, joined.split("\x1f"), strict=True))
    return Rendered(
        cards=tuple(_card(family, fields, ordinal + 1) for ordinal in ordinals(family, joined)),
        style=templates().get_template("card.css").render(),
        media={name: media[file] for file, name in names.items()},
    )


def _card(family: Family, fields: Mapping[str, str], number: int) -> Sides:
    front = templates().get_template(f"{family.id}-front.html").render(family="")
    back = templates().get_template(f"{family.id}-back.html").render(family=family.id)
    return Sides(_side(front, fields, number, is_back=False), _side(back, fields, number, is_back=True))


def _side(template: str, fields: Mapping[str, str], number: int, *, is_back: bool) -> str:
    def value(found: re.Match[str]) -> str:
        text = fields[found["field"]]
        match found["filter"]:
            case "cloze":
                return _deletions(text, number, is_back=is_back)
            case "type":
                return f"<code id=typeans>{html.escape(_plain(text))}</code>" if is_back else _BOX
            case _:
                return text

    def kept(found: re.Match[str]) -> str:
        return found["inside"] if bool(fields[found["field"]].strip()) == (found["sign"] == "#") else ""

    before = ""
    while before != template:
        before, template = template, _CONDITION.sub(kept, template)
    return _with_buttons(_FIELD.sub(value, template), "a" if is_back else "q")


def _deletions(text: str, number: int, *, is_back: bool) -> str:
    """The text in which the deletions of that *number* are asked, or told."""

    def shown(found: re.Match[str]) -> str:
        answer, own = found["answer"], found["number"]
        if int(own) != number:
            return f'<span class="cloze-inactive" data-ordinal="{own}">{answer}</span>'
        if is_back:
            return f'<span class="cloze" data-ordinal="{own}">{answer}</span>'
        return f'<span class="cloze" data-cloze="{_attribute(answer)}" data-ordinal="{own}">[...]</span>'

    # MathJax draws nothing across elements, so Anki leaves none within a formula.
    return _FORMULA.sub(lambda formula: _TAG.sub("", formula[0]), _DELETION.sub(shown, text))


def _attribute(answer: str) -> str:
    """As Anki writes what is hidden into an attribute."""
    return _NO_WORD.sub(lambda sign: _NAMED.get(sign[0], f"&#x{ord(sign[0]):X};"), answer)


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))


def _with_buttons(side: str, letter: str) -> str:
    """A button for each sound, numbered on its side, that names what it plays."""
    parts = _SOUND.split(side)
    told = parts[0]
    for number, (name, rest) in enumerate(zip(parts[1::2], parts[2::2], strict=True)):
        told += _BUTTON.format(letter=letter, number=number, name=html.escape(name)) + rest
    return told


_BUTTON = (
    '<a class="replay-button soundLink" href=# data-sound="{name}" '
    "onclick=\"pycmd('play:{letter}:{number}'); return false;\">"
    '<svg class="playImage" viewBox="0 0 64 64"><circle cx="32" cy="32" r="29"/>'
    '<path d="M56.502,32.301l-37.502,20.101l0.329,-40.804l37.173,20.703Z"/></svg></a>'
)
