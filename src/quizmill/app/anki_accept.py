"""What was edited in Anki, taken into the bank's files: at its place, and only as it was meant.

Each change is tried on the text of its file first. The question that is then read must differ in that field
alone, and its note must say what the note in Anki says; else the bank stays, and it is told why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from quizmill.app.anki_edits import BankPictures, Difference, Edited, Whose, key_moved, same
from quizmill.app.in_place import changed, text_in_place
from quizmill.app.transplant import Ways, ways
from quizmill.bank import cloze
from quizmill.bank.edit import NotEditable, with_edits
from quizmill.bank.load import LoadedBank
from quizmill.bank.model import Essay, Question, Topic
from quizmill.bank.reader import askable
from quizmill.bank.reader.decode import decode_question
from quizmill.bank.reader.yaml_tree import parse
from quizmill.compose.arrange import Arranger
from quizmill.errors import Severity
from quizmill.export.anki.collected import Given, note_fields
from quizmill.export.publish import Product
from quizmill.formats.anki_said import Said, said

_MEDIA = ("image", "audio")
_OPTIONS = ("answer", "answers", "distractors")
_PLACED = 0  # the seed by which options stand on notes


class EditRefused(Exception):
    """Why an edit cannot be taken, as a sentence."""


class Acceptance:
    """A bank's files as the edits that are taken change them."""

    def __init__(self, loaded: LoadedBank, now: Given) -> None:
        self._loaded = loaded
        self._media = now.media
        self._asked = {question.id: (topic, question) for topic, question in loaded.bank.questions()}
        self._arranger = Arranger(loaded.bank, seed=_PLACED)
        self._before: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def reason(self, note: Edited, difference: Difference) -> str:
        """Why an edit could not be taken; nothing where it can."""
        try:
            self._after(note, difference)
        except EditRefused as refused:
            return str(refused)
        return ""

    def take(self, note: Edited, difference: Difference) -> None:
        """Take an edit; raises EditRefused where the bank is to stay as it is."""
        file = self._loaded.origins.questions[note.id].file
        self._texts[file] = self._after(note, difference)

    def files(self) -> dict[Path, Product]:
        """What is to be written, and only what changed."""
        return {
            Path(file): changed(self._before[file], text)
            for file, text in self._texts.items()
            if text != self._before[file]
        }

    def _text(self, file: str) -> str:
        if file not in self._texts:
            self._before[file] = self._texts[file] = text_in_place(self._loaded.folder, Path(file))
        return self._texts[file]

    def _after(self, note: Edited, difference: Difference) -> str:
        """The text of the question's file with the edit in it."""
        if note.id not in self._asked:
            raise EditRefused("what a topic teaches is changed in the bank's file alone")
        if difference.state is Whose.BEHIND:
            raise EditRefused("nobody has edited it in Anki: the note is of an older release")
        if difference.field in _MEDIA:
            raise EditRefused("pictures and sounds are changed in the bank alone")
        origin = self._loaded.origins.questions[note.id]
        text = self._text(origin.file)
        record = _at(text, origin.path)
        name, why = difference.field, ""
        for way in self._ways(record, origin.path, note, difference):
            try:
                after = with_edits(text, way)
            except NotEditable as error:
                why = f"it cannot be changed at its place: {error}"
                continue
            why = self._flaw(note, name, difference.anki, record, _at(after, origin.path))
            if not why:
                return after
        raise EditRefused(
            why or "the bank's text says more than a card shows, so that its place is not certain"
        )

    def _ways(self, record: Any, path: Sequence[Any], note: Edited, difference: Difference) -> Iterator[Ways]:
        if difference.field in _OPTIONS and key_moved(_values(note, "bank"), _values(note, "anki")):
            raise EditRefused("which option is right is changed in the bank alone")
        if isinstance(difference.anki, bool):
            raise EditRefused("whether a statement is true is changed in the bank alone")
        written = record.get(difference.field)
        yield from ways((*path, difference.field), written, difference.bank, difference.anki)

    def _flaw(self, note: Edited, name: str, wanted: Any, before: Any, after: Any) -> str:
        """Why the question that is read after an edit is not as it should be."""
        topic, question = self._asked[note.id]
        old, new = decode_question(before, ()), decode_question(after, ())
        if isinstance(new, tuple) or isinstance(old, tuple):
            return f"the bank could not have it: {new[0].message if isinstance(new, tuple) else ''}"
        faults = askable.faults_in(new, self._loaded.bank.language)
        if fault := next((each for each in faults if each.severity is Severity.ERROR), None):
            return f"the bank could not have it: {fault.message}"
        if other := next(_other_fields(old, new, name), ""):
            return f'"{other}" would change with it'
        values = self._said(topic, question, new).values
        if not same(name, values.get(name), wanted):
            return "on a card of the bank's it would say something else than in Anki"
        return ""

    def _said(self, topic: Topic, question: Question, new: Question) -> Said:
        """What the note of the *new* question says."""
        compare = getattr(question, "compare", None)
        if compare is not None:  # which may be the whole bank's
            new = msgspec.structs.replace(new, compare=compare)
        bank = self._loaded.bank
        fields, tags = note_fields(bank, self._arranger.exercise(topic, new), self._media)
        return said(fields, tags, fields, BankPictures(self._media))


def _values(note: Edited, where: str) -> Mapping[str, Any]:
    found = {each.field: getattr(each, where) for each in note.fields}
    return {name: value for name, value in found.items() if value is not None}


@lru_cache(maxsize=2)  # one text is edited in many ways
def _tree(text: str) -> Any:
    """The text as the reader of a bank has it; nobody may change it."""
    return parse(text.removeprefix("\ufeff").replace("\r\n", "\n"))[0]


def _at(text: str, path: Sequence[Any]) -> Any:
    tree = _tree(text)
    for step in path:
        tree = tree[step]
    return tree


def _other_fields(old: Question, new: Question, name: str) -> Iterator[str]:
    """What else is another: beside the field, or within it what no card shows."""
    for field in old.__struct_fields__:
        if field != name and getattr(old, field) != getattr(new, field):
            yield field
    if name == "text" and _forms(old) != _forms(new):
        yield "accept"
    if name == "points" and _grounds(old) != _grounds(new):
        yield "facts"


def _grounds(question: Question) -> list[tuple[str, ...]]:
    return [point.facts for point in question.points] if isinstance(question, Essay) else []


def _forms(question: Any) -> list[tuple[str, ...]]:
    return [blank.accept for blank in cloze.blanks(question.text)]
