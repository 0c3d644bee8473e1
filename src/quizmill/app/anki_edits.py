"""Which notes of a bank were edited in Anki: field by field, as the bank's files have them.

Three states are compared: what the note says in Anki, what the release gave out that it came with, and what
the bank gives out now. Where that release is not at hand, the note's own dates tell whether it was touched.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

import msgspec

from quizmill.export.anki.collected import Collected, Given
from quizmill.export.anki.families import FAMILIES
from quizmill.export.anki.notes import DAY, Note
from quizmill.export.anki.previous import Previous
from quizmill.export.anki.tags import WITHDRAWN
from quizmill.formats.anki_said import SAYS, Said, said
from quizmill.formats.field_digests import digest
from quizmill.formats.media import Pictures

_ASKED = {"prompt", "text", "context", "answer", "answers", "pairs", "extra", "sequence", "points"}
_UNORDERED = ("answers", "distractors", "accept", "extra", "tags")
_SHOWN = {"shuffle", "place"}  # where options stand is seen on a note, and not what was written
_MADE = {"Released", "Wording", "Forms"}  # of what other fields say
_REPEATED = "it repeats what stands elsewhere on the note, edit that"
_AROUND = "the words around what the bank says are quizmill's"
_ECHOES = {"Title", "Answer", "Choices"}
_ELSEWHERE = {
    "Lessons": "what a topic teaches is changed in the bank's file alone",
    "Image": "pictures are changed in the bank alone",
    "Audio": "sounds are changed in the bank alone",
    "Transcript": "what is said in a sound is changed in the bank alone",
    "Source": "it is made of the facts, which are changed in the seeds",
    "Doubts": "it is made of the facts, which are changed in the seeds",
    "Topic": "it is the title of the topic, which is changed in the bank",
    "Licence": "it is changed in bank.yaml",
}
_TAG = re.compile(r"<[^>]*>")
_Fields = Mapping[str, str]


class Whose(StrEnum):
    """Whose change it is that a note differs from the bank."""

    EDITED = "edited"  # in Anki alone
    BOTH = "both"  # in Anki, and in the bank otherwise
    UNSURE = "unsure"  # in Anki, or in the bank since that release: it is not at hand
    BEHIND = "behind"  # in the bank alone: the note is of an older release


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A field that says something else in Anki than in the bank; None where one of them has none."""

    field: str
    state: Whose
    bank: Any
    anki: Any
    released: Any = None  # as the release gave it out, where that is at hand
    remarks: tuple[str, ...] = ()  # what of the edit has no place in a bank


class Edited(msgspec.Struct, frozen=True, kw_only=True):
    """A note that differs: its question's id (a topic's for what is to be read), and the fields."""

    id: str
    guid: str
    fields: tuple[Difference, ...]
    told: tuple[str, ...] = ()  # what was edited and cannot come back, as sentences

    def of(self, *states: Whose) -> tuple[Difference, ...]:
        """The differences of those states."""
        return tuple(each for each in self.fields if each.state in states)


class EditsFound(msgspec.Struct, frozen=True, kw_only=True):
    """What a comparison has found: how many *notes* of the bank there are, and those that differ."""

    notes: int
    differing: tuple[Edited, ...]
    withdrawn: tuple[str, ...] = ()  # in Anki still, and in the bank no more


def compare(
    collected: Collected, now: Given, releases: Sequence[Previous], *, kept: Iterable[str] = ()
) -> EditsFound:
    """The notes of a collection beside those of the bank as it is *now*.

    *kept* are the questions that the bank has without asking them, drafts and such with errors: nothing is
    said of them.
    """
    work = _Comparison(collected, now, releases)
    unasked = set(kept)
    found, gone = [], []
    for guid, note in collected.notes.items():
        given = now.notes.get(guid)
        if WITHDRAWN in note.tags or {note.identity, _fields(given or note)["Id"]} & unasked:
            continue
        if given is None or WITHDRAWN in given.tags:
            gone.append(_fields(note)["Id"])
        elif edited := work.edited(note, given):
            found.append(edited)
    places = {guid: at for at, guid in enumerate(now.notes)}
    found.sort(key=lambda each: places[each.guid])
    return EditsFound(notes=len(collected.notes), differing=tuple(found), withdrawn=tuple(sorted(gone)))


class _Comparison:
    def __init__(self, collected: Collected, now: Given, releases: Sequence[Previous]) -> None:
        self._edited = collected.edited
        self._releases = releases
        self._pictures = BankPictures(now.media)
        self._stamps: dict[str, int] = {}  # by day: the earliest time of a note that changed on it
        for guid, note in collected.notes.items():
            day, at = _fields(note)["Released"], self._edited[guid]
            self._stamps[day] = min(at, self._stamps.get(day, at))

    def edited(self, note: Note, given: Note) -> Edited | None:
        """What differs in a note; None where nothing does."""
        there, here = _fields(note), _fields(given)
        if note.tags == given.tags and all(there[name] == here[name] for name in there if name != "Released"):
            return None
        release = self._release(note)
        base = _fields(release) if release else None
        anki = said(there, note.tags, base or here, self._pictures, is_base=base is not None)
        bank = self._said(here, given.tags, here)
        was = self._said(base, release.tags, base) if release and base else None
        is_touched = self._is_touched(note, release)
        reworded = there.get("Wording") != here.get("Wording")
        found = []
        for name, ours, theirs in _differing(bank, anki):
            state = Whose.BEHIND
            if is_touched and was:
                state = _state(name, was.values.get(name), ours, theirs)
            elif is_touched:
                state = Whose.EDITED if name in _ASKED and not reworded else Whose.UNSURE
            if name == "accept" and _is_worked_out(state, was, anki, ours, theirs):
                continue
            lost = (each for each in anki.lost if each not in bank.lost)
            remarks = tuple(each for each in lost if each.partition(":")[0] == name)
            released = was.values.get(name) if was else None
            found.append(
                Difference(
                    field=name, state=state, bank=ours, anki=theirs, released=released, remarks=remarks
                )
            )
        told = tuple(_told(there, base, here, anki, was)) if is_touched and base and was else ()
        if not (found or told):
            return None
        return Edited(id=here["Id"] or note.identity, guid=note.guid, fields=tuple(found), told=told)

    def _said(self, fields: _Fields, tags: Sequence[str], before: _Fields) -> Said:
        return said(fields, tags, before, self._pictures)

    def _release(self, note: Note) -> Note | None:
        """The note as a release gave it out that this one came with."""
        day, at = _fields(note)["Released"], self._edited[note.guid]
        found = [release.notes[note.guid] for release in self._releases if note.guid in release.notes]
        found = [each for each in found if _fields(each)["Released"] == day and each.mod <= at]
        # A note that changed again on that day may have come before: what was edited is as it was then.
        found = [each for each in found if each.mod in (at, min(each.mod, self._stamps[day]))]
        return max(found, key=lambda each: each.mod, default=None)

    def _is_touched(self, note: Note, release: Note | None) -> bool:
        """Whether the note changed in Anki after it came there."""
        at, day = self._edited[note.guid], _fields(note)["Released"]
        if release:
            return at > release.mod
        return not (at == self._stamps[day] and _is_on(day, at))


class BankPictures(Pictures):
    """Those of a bank by their names in its decks."""

    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__()
        self._named = files

    def kept(self, source: str) -> str:
        """The path by which the bank calls a picture or sound; empty for one that is not the bank's."""
        return self._named.get(source, "")


def same(name: str, one: Any, other: Any) -> bool:
    """Whether a field says the same; of options and tags the order says nothing."""
    if name in _UNORDERED:
        return sorted(map(digest, one or ())) == sorted(map(digest, other or ()))
    return digest(one) == digest(other)


def _differing(bank: Said, anki: Said) -> Iterator[tuple[str, Any, Any]]:
    """The fields that say something else, with what the bank says and what Anki does."""
    for name in dict.fromkeys([*bank.values, *anki.values]):
        ours, theirs = bank.values.get(name), anki.values.get(name)
        if name not in _SHOWN and not same(name, ours, theirs):
            yield name, ours, theirs


def _state(name: str, was: Any, ours: Any, theirs: Any) -> Whose:
    """Whose change it is, by what was released."""
    if same(name, was, theirs):
        return Whose.BEHIND
    return Whose.EDITED if same(name, was, ours) else Whose.BOTH


def _is_worked_out(state: Whose, was: Said | None, anki: Said, ours: Any, theirs: Any) -> bool:
    """Whether the bank alone makes the difference: of the answer it works out other forms that are right."""
    if was is None:
        return state is Whose.UNSURE and set(theirs or ()) <= set(ours or ())
    return state is Whose.BEHIND and was.values.get("answer") != anki.values.get("answer")


def key_moved(bank: Mapping[str, Any], anki: Mapping[str, Any]) -> bool:
    """Whether an option that is wrong in the bank is right in Anki, or the other way round."""
    return bool(_rights(anki) & _wrongs(bank) or _wrongs(anki) & _rights(bank))


def _rights(values: Mapping[str, Any]) -> set[str]:
    return {str(text) for text in [*values.get("answers", ()), values.get("answer", "")] if text != ""}


def _wrongs(values: Mapping[str, Any]) -> set[str]:
    wrongs = values.get("distractors", ())
    return {str(each["text"] if isinstance(each, dict) else each) for each in wrongs}


def _told(there: _Fields, base: _Fields, here: _Fields, anki: Said, was: Said) -> Iterator[str]:
    """What was edited and is no field of a bank's file, or has no place in one."""
    for name, other in anki.contrary.items():
        yield f"{name} and {other} were both edited and say different things: make them say the same"
    names = dict.fromkeys([*was.values, *anki.values])
    changed = {name for name in names if not same(name, was.values.get(name), anki.values.get(name))}
    lost = [each for each in anki.lost if each not in was.lost]
    for name in there:
        says = SAYS.get(name, ())
        unmoved = there[name] in (base[name], here[name])
        if unmoved or name in anki.contrary or name in _MADE or changed.intersection(says):
            continue
        if name in _ELSEWHERE or not says:
            yield f"{name} was edited: {_ELSEWHERE.get(name, 'the bank makes it of something else')}"
            continue
        rules = [rule for field, _, rule in (loss.partition(": ") for loss in lost) if field in says]
        if not rules and _words(there[name]) != _words(base[name]):
            rules = [_REPEATED if name in _ECHOES else _AROUND]
        for rule in rules:
            yield f"{name} was edited: {rule}"


def _words(source: str) -> list[str]:
    return html.unescape(_TAG.sub(" ", source)).split()


def _fields(note: Note) -> dict[str, str]:
    return dict(zip(FAMILIES[note.family].field_names, note.fields, strict=True))


def _is_on(day: str, at: int) -> bool:
    try:
        midnight = datetime.datetime.fromisoformat(f"{day}T00:00+00:00").timestamp()
    except ValueError:
        return False
    return midnight <= at < midnight + DAY
