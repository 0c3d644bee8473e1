"""A deck as Anki's text format: for note types that every Anki has, and for other programs that read tables.

A text file can bring no note types, pictures and sounds, so each question becomes a note of Anki's own Basic
or Cloze. Cloze would show all pairs of a matching but one, and so give that one away: each pair is a Basic
note.
These notes have identities of their own: they never touch those of the deck, nor its history.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Matching, Ordering
from quizmill.compose.exercise import Exercise
from quizmill.export.anki import deletions, html
from quizmill.export.anki import fields as note_fields
from quizmill.export.anki.decks import decks_of
from quizmill.export.anki.families import family_of
from quizmill.export.anki.identity import Identities
from quizmill.export.anki.tags import tags_of
from quizmill.words import Words, words_in

HEADER = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
"""
_FORMULA = "=+-@"  # what a spreadsheet takes a formula to begin with

# The parts of a note by their field, and the key of the words before each.
_Parts = tuple[tuple[str, str], ...]
_ASKED: _Parts = (
    ("Context", ""),
    ("Prompt", ""),
    ("Image", ""),
    ("Audio", ""),
    ("Options", ""),
    ("Unit", "unit"),
)
_TEXT: _Parts = (("Context", ""), ("Prompt", ""), ("Image", ""), ("Audio", ""), ("Text", ""))
_LEFT: _Parts = (
    ("Context", ""),
    ("Prompt", ""),
    ("Image", ""),
    ("Audio", ""),
    ("Left", ""),
    ("Choices", "choose_from"),
)
_WHY: _Parts = (
    ("Accepted", "also_right"),
    ("Correction", "in_fact"),
    ("Transcript", "said"),
    ("Explanation", "why"),
    ("Tempting", "tempting"),
    ("Source", "source"),
    ("Id", ""),
)
_ANSWERED: _Parts = (("Answer", ""), ("Points", "full_answer"), *_WHY)


def text_deck(bank: Bank, exercises: Iterable[Exercise]) -> str:
    """The exercises as tab-separated lines: GUID, note type, deck, tags, and two fields of HTML."""
    decks, identities = decks_of(bank, {}), Identities(bank, {}, {})
    names = {
        topic: decks.names[deck].lstrip(_FORMULA) or bank.namespace for topic, deck in decks.topics.items()
    }
    out = io.StringIO()
    out.write(HEADER)
    csv.writer(out, "excel-tab", lineterminator="\n").writerows(
        [cell.replace("\t", " ") for cell in row]
        for exercise in exercises
        for row in _rows(bank, exercise, identities.of(exercise.id), names[exercise.topic])
    )
    return out.getvalue()


def _rows(bank: Bank, exercise: Exercise, identity: str, deck: str) -> Iterator[tuple[str, ...]]:
    fields, words = _fields(bank, exercise), words_in(bank.language)
    tags = " ".join(tags_of(bank.namespace, exercise))
    if isinstance(exercise.question, Matching):
        for name, left, right in _pairs(exercise.question):
            guid = f"{bank.namespace}.text-pair.{identity}.{name}"
            pair = fields | {"Left": f"<b>{html.isolated(left)}</b>", "Answer": html.isolated(right)}
            yield guid, "Basic", deck, tags, _joined(pair, _LEFT, words), _joined(pair, _ANSWERED, words)
    elif family_of(exercise.question).cloze:
        guid = f"{bank.namespace}.text-cloze.{identity}"
        yield guid, "Cloze", deck, tags, _joined(fields, _TEXT, words), _joined(fields, _WHY, words)
    else:
        guid = f"{bank.namespace}.text-basic.{identity}"
        yield guid, "Basic", deck, tags, _joined(fields, _ASKED, words), _joined(fields, _ANSWERED, words)


def _fields(bank: Bank, exercise: Exercise) -> dict[str, str]:
    fields = note_fields.write(bank, exercise, html.NO_IMAGES, ()).fields
    audio = exercise.question.audio
    tempting = (
        f"{html.isolated(exercise.options[i])}: {html.isolated(why)}" for i, why in exercise.why_not.items()
    )
    if isinstance(exercise.question, Ordering):
        fields["Text"] = deletions.bare(exercise.question.sequence)
    return fields | {
        "Audio": html.literal(f"[to be played: {audio.file}]") if audio else "",
        "Tempting": html.listing("ul", tempting),
        "Id": f"<small>{fields['Id']}</small>",
    }


def _pairs(matching: Matching) -> Iterator[tuple[str, str, str]]:
    """Each pair after a name of its own, made from its left: it stays when others change or change places."""
    met: Counter[str] = Counter()
    for left, right in matching.pairs:
        name = hashlib.blake2b(html.one_line(plain(left)).encode(), digest_size=6).hexdigest()
        met[name] += 1
        yield (name if met[name] == 1 else f"{name}-{met[name]}"), left, right


def _joined(fields: Mapping[str, str], parts: _Parts, words: Words) -> str:
    told = ((key, fields[name]) for name, key in parts if fields.get(name))
    return "".join(f"<div>{_explained(key, text, words) if key else text}</div>" for key, text in told)


def _explained(key: str, text: str, words: Words) -> str:
    return words("list.explained", first=words(f"anki.{key}"), second=text)
