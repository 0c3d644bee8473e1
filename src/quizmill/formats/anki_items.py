"""Notes of Anki as items: a question for each card, one for all the blanks of a text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from quizmill.bank.markup import plain
from quizmill.bank.model import Audio
from quizmill.formats.anki_choices import choices_of
from quizmill.formats.anki_fields import AnkiTexts
from quizmill.formats.anki_notes import AnkiNote, CardTemplate, ShownField
from quizmill.formats.anki_own import is_own, own_item
from quizmill.formats.anki_template import filled
from quizmill.formats.card import answered
from quizmill.formats.item import Item
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report

_NO_CARDS = "of this note type a bank has no questions: {}"
_LABEL = "words that a template sets before an answer are left out"
_MARKED = {"leech", "marked"}
_DELETION = re.compile(r"\{\{c\d+(?:,\d+)*::")


def items(notes: Sequence[AnkiNote], pictures: Pictures, report: Report) -> Iterator[Item]:
    """The questions of notes, in their order; their decks are topics below the deck of them all."""
    above = _shared(note.deck for note in notes)
    for note in notes:
        if is_own(note):
            own = own_item(note, pictures, report)
            yield from [own] if own else []
            continue
        tags = tuple(tag for tag in note.tags if tag not in _MARKED)
        for item in _of(note, pictures, report):
            yield replace(item, tags=tags, topic=_topic(note.deck, above))


def _shared(decks: Iterable[str]) -> int:
    """How many levels of decks all notes have in common."""
    levels = [deck.split("::") for deck in {*decks}]
    alike = itertools.takewhile(lambda found: len(set(found)) == 1, zip(*levels, strict=False))
    return len(list(alike))


def _topic(deck: str, above: int) -> str:
    """A deck's name without what all decks have in common, unless that is all of it.

    The deck that every collection begins with is no topic.
    """
    levels = deck.split("::") if deck != "Default" else []
    return " – ".join(level.strip() for level in levels[above:] or levels[-1:])


def _of(note: AnkiNote, pictures: Pictures, report: Report) -> Iterator[Item]:
    called = note.guid or note.place
    texts = AnkiTexts(called, report, pictures)
    if item := choices_of(note, texts):
        yield _with_sound(item, texts, report)
    elif note.type.cloze:
        yield from _cloze(note, texts, report)
    elif not any(each.front for each in note.type.templates):
        _lost(note, called, report)
    else:
        for at, template in enumerate(note.type.templates):
            if note.cards is None or at in note.cards:
                id = f"{note.guid}/{at + 1}" if at and note.guid else note.guid
                place = f"{note.place}, card {at + 1}" if at else note.place
                texts = AnkiTexts(id or place, report, pictures)
                if item := _card(replace(note, guid=id, place=place), template, texts, report):
                    yield _with_sound(item, texts, report)


def _lost(note: AnkiNote, called: str, report: Report) -> None:
    first = next((value for value in note.fields.values() if value.strip()), "")
    report.lost(called, "question", _NO_CARDS.format(note.type.name), first[:80])


def _cloze(note: AnkiNote, texts: AnkiTexts, report: Report) -> Iterator[Item]:
    source = note.fields.get(note.type.cloze, "")
    shown = [each for template in note.type.templates for each in (*template.front, *template.back)]
    if not _DELETION.search(source) or "image occlusion" in note.type.name.lower():
        _lost(note, note.guid or note.place, report)
        return
    words = next((each.words for each in note.type.templates), "")
    asked = filled(words, note.fields, {note.type.cloze}) if words else source
    text, hints = texts.cloze(asked, is_html=note.is_html)
    others = [each for each in shown if each.field != note.type.cloze]
    hints += tuple(_read(note, [each for each in others if "hint" in each.filters], texts, "hint"))
    explanation = _explained(note, [each for each in others if "hint" not in each.filters], texts)
    item = Item(
        kind="cloze",
        place=note.place,
        id=note.guid,
        prompt=text,
        hint="; ".join(hints),
        explanation="\n\n".join(explanation),
    )
    yield _with_sound(item, texts, report)


def _read(note: AnkiNote, shown: Sequence[ShownField], texts: AnkiTexts, field: str) -> list[str]:
    """The texts of fields that say something, each once."""
    names = dict.fromkeys(each.field for each in shown)
    found = (texts.markup(note.fields.get(name, ""), field, is_html=note.is_html) for name in names)
    return [text for text in found if text]


def _asked(note: AnkiNote, template: CardTemplate, texts: AnkiTexts) -> str:
    """What the front of a card shows, with the words of its template."""
    asked = [each for each in template.front if not each.filters & {"type", "hint"}]
    says = any(note.fields.get(each.field, "").strip() for each in asked)
    if template.words and says:
        shown = filled(template.words, note.fields, {each.field for each in asked})
        return texts.markup(shown, "prompt", is_html=note.is_html)
    return "\n\n".join(_read(note, asked, texts, "prompt"))


def _explained(note: AnkiNote, shown: Sequence[ShownField], texts: AnkiTexts) -> list[str]:
    """The texts of fields that say something, each once, with the words of the template before them."""
    fields = {each.field: each for each in reversed(shown) if note.fields.get(each.field, "").strip()}
    found = [
        texts.markup(fields[name].before + note.fields[name], "explanation", is_html=note.is_html)
        for name in dict.fromkeys(each.field for each in shown)
        if name in fields
    ]
    return [text for text in found if text]


def _answers(
    note: AnkiNote, shown: Sequence[ShownField], texts: AnkiTexts, report: Report
) -> tuple[str, list[str]]:
    """The answer, which is the first field that says something, and what else the back says."""
    for at, each in enumerate(shown):
        if answer := "".join(_read(note, [each], texts, "answer")):
            if words := plain(texts.markup(each.before, "answer")):
                report.note(note.guid or note.place, "answer", _LABEL, words)
            return answer, _explained(note, [more for more in shown[at:] if more.field != each.field], texts)
    return "", []


def _card(note: AnkiNote, template: CardTemplate, texts: AnkiTexts, report: Report) -> Item | None:
    """The question of one card; None for one that shows nothing."""
    prompt = _asked(note, template, texts)
    heard = list(texts.sounds)
    hints = _read(note, [*_with(template.front, "hint"), *_with(template.back, "hint")], texts, "hint")
    typed = [*_with(template.front, "type"), *_with(template.back, "type")]
    others = [each for each in template.back if "hint" not in each.filters]
    answer, rest = _answers(note, [*typed, *others], texts, report)
    if not prompt and not heard:
        report.lost(note.guid or note.place, "question", "this card asks nothing", plain(answer))
        return None
    if not {*texts.sounds} <= {*heard}:
        report.lost(note.guid or note.place, "audio", "a sound of the answer has no place")
    texts.sounds[:] = heard
    shared: dict[str, Any] = {
        "place": note.place,
        "id": note.guid,
        "prompt": prompt,
        "hint": "; ".join(hints),
        "explanation": "\n\n".join(rest),
    }
    return Item(**shared, **answered(answer, note.guid or note.place, report, is_typed=bool(typed)))


def _with(shown: Iterable[ShownField], name: str) -> list[ShownField]:
    return [each for each in shown if name in each.filters]


def _with_sound(item: Item, texts: AnkiTexts, report: Report) -> Item:
    """The item with the first sound of its note; of others it is told."""
    sounds = list(dict.fromkeys(texts.sounds))
    for other in sounds[1:]:
        report.lost(item.called, "audio", "a question has one sound", other)
    return replace(item, audio=Audio(file=sounds[0], transcript="")) if sounds else item
