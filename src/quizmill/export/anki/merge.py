"""The notes of a release, one by one: as they were, as they are now, or withdrawn.

Anki takes over a note when its time is later than the one it has, and then wholly: a learner's own edits
are gone. So a note's time moves only when something on it does.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from quizmill.bank.model import Bank, Topic
from quizmill.compose.exercise import Exercise
from quizmill.compose.study import Chapter
from quizmill.export.anki import fields as note_fields
from quizmill.export.anki import html, lessons
from quizmill.export.anki.decks import Decks, decks_of
from quizmill.export.anki.families import FAMILIES, STUDY, Family, family_of, guid_of
from quizmill.export.anki.identity import Identities
from quizmill.export.anki.labels import is_ours
from quizmill.export.anki.manifest import Manifest
from quizmill.export.anki.note_diff import Change, change
from quizmill.export.anki.notes import Card, NewIds, Note, join, ordinals
from quizmill.export.anki.numbering import Numbered
from quizmill.export.anki.places import Place, Places
from quizmill.export.anki.previous import Previous
from quizmill.export.anki.tags import WITHDRAWN, tags_of, tags_of_lessons
from quizmill.words import words_in

_NOWHERE = Place(0, 0)


class Outcome(msgspec.Struct):
    """What has become of the questions, or of what topics have to be read, as far as the notes are made."""

    new: list[str] = []
    # The new ones of a release that follows another; those of a first one would be too many to hold.
    arrived: dict[str, Note] = {}
    updated: list[str] = []
    unchanged: list[str] = []
    carried: list[str] = []
    withdrawn: dict[str, Note] = {}  # as each was before
    added: dict[str, int] = {}
    ceased: dict[str, tuple[str, ...]] = {}  # what the blanks, steps or pairs of those cards were
    changed: dict[str, Change] = {}


class Merge:
    """The release that follows *before*, stamped with *released* (seconds since 1970).

    The notes of *before* are taken out of it as theirs are made, so that a large deck is not held twice.
    """

    def __init__(self, bank: Bank, before: Previous, released: int) -> None:
        self.outcome = Outcome()
        self.lessons = Outcome()  # by topic
        self.touched = False  # whether a note that has been made is not as it was before
        self.decks: Decks = decks_of(bank, before.manifest.decks)
        self._bank = bank
        asked = {guid: note for guid, note in before.notes.items() if note.family != STUDY.id}
        self._identities = Identities(bank, asked, before.manifest.identities)
        self.titles = {topic.id: topic.title for topic in bank.topics}
        self._topics = {self._topic_guid(topic, before.notes): topic.id for topic in bank.topics}
        self._follows = bool(before.notes)
        self._left = before.notes
        self._released = released
        self._places = Places(bank)
        self._numbers = dict(before.manifest.numbers)
        self._new_ids = NewIds(bank.namespace, *before.ids)

    def notes(
        self, exercises: Iterable[Exercise], read: Iterable[Chapter], media: Mapping[str, str]
    ) -> Iterator[Note]:
        """Those of *exercises*, in their order; then what was not chosen, and what is withdrawn.

        What there is to *read* of a topic comes before the first of its exercises. *media* are the names of
        pictures and sounds in the deck, by file.
        """
        chosen: set[str] = set()
        unread = {chapter.topic: chapter for chapter in read}
        for exercise in exercises:
            chosen.add(exercise.id)
            if chapter := unread.pop(exercise.topic, None):
                yield self._read(chapter, media)
            yield self._asked(exercise, media)
        if self._left:
            yield from self._rest(chosen)

    @property
    def manifest(self) -> Manifest:
        """What the release after this one must know, once all notes have been made."""
        return Manifest(
            namespace=self._bank.namespace,
            decks=self.decks.names,
            identities=self._identities.known,
            numbers=self._numbers,
        )

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Questions in the bank's order; at the end those that are not in it."""
        numbers = {id: place.number for id, place in self._places.questions.items()}
        last = self._places.last + 1
        return tuple(sorted(ids, key=lambda id: (numbers.get(id, last), id)))

    def _asked(self, exercise: Exercise, media: Mapping[str, str]) -> Note:
        """An exercise's note: new, changed, or as it was."""
        question = exercise.question
        family, identity = family_of(question), self._identities.of(question.id)
        remembered = self._numbers.get(identity, ()) if family.cloze else ()
        written = note_fields.write(self._bank, exercise, media, remembered)
        if family.cloze:
            self._numbers[identity] = written.numbers
        guid = guid_of(self._bank.namespace, family, identity)
        old = self._left.pop(guid, None)
        tags = tags_of(self._bank.namespace, exercise)
        deck = self.decks.topics[exercise.topic]
        place = self._places.questions[question.id]
        note = self._note(family, guid, place, written.fields, tags, old, deck)
        self._record(self.outcome, note, question.id, old)
        self.touched |= note is not old
        return note

    def _read(self, chapter: Chapter, media: Mapping[str, str]) -> Note:
        """The note of what a topic has to be read."""
        topic = chapter.topic
        guid = next(guid for guid, id in self._topics.items() if id == topic)
        old = self._left.pop(guid, None)
        written = lessons.write(self._bank, chapter, media)
        tags = tags_of_lessons(self._bank.namespace, topic)
        place = self._places.lessons[topic]
        note = self._note(STUDY, guid, place, written, tags, old, self.decks.topics[topic])
        self._record(self.lessons, note, topic, old)
        self.touched |= note is not old
        return note

    def _topic_guid(self, topic: Topic, before: Mapping[str, Note]) -> str:
        """Under which its study card goes: its own id's, or that of one it had, if there is one already."""
        own, *former = (guid_of(self._bank.namespace, STUDY, id) for id in (topic.id, *topic.formerly))
        return next((guid for guid in (own, *former) if guid in before), former[0] if former else own)

    def _rest(self, chosen: set[str]) -> Iterator[Note]:
        """What is left of the release before.

        A question that is in the bank but not *chosen*, or unfinished again, stays; one that is chosen has
        become another family's.
        """
        decks = {question.id: self.decks.topics[topic.id] for topic, question in self._bank.questions()}
        drafts = {draft.id for draft in self._bank.drafts}
        for old in self._left.values():
            question = self._identities.bearer(old.identity)
            if not old.cards:  # withdrawn before
                note = old
            elif old.family == STUDY.id:
                note = self._not_read(old)
            elif question in decks and question not in chosen:
                self.outcome.carried.append(question)
                note = self._with_cards(old, self._places.questions[question], decks[question])
            elif question in drafts:
                self.outcome.carried.append(question)
                note = old
            else:
                self.outcome.withdrawn[question] = old
                note = self._withdrawn(old, question)
            self.touched |= note is not old
            yield note

    def _not_read(self, old: Note) -> Note:
        """A study card of whose topic nothing is asked: it stays while there is something to read."""
        topic = self._topics.get(old.guid, old.identity)
        if topic in self._places.lessons:
            self.lessons.carried.append(topic)
            return self._with_cards(old, self._places.lessons[topic], self.decks.topics[topic])
        self.lessons.withdrawn[topic] = old
        return self._withdrawn(old, topic)

    def _note(
        self,
        family: Family,
        guid: str,
        place: Place,
        fields: dict[str, str],
        tags: tuple[str, ...],
        old: Note | None,
        deck: int | None,
    ) -> Note:
        """The note, as *old* as can be; its cards are in *deck*, and without one it has none."""
        if old and old.tags == tags and old.joined == _dated(family, fields, old.mod):
            return self._with_cards(old, place, deck)
        mod = max(self._released, old.mod + 1) if old else self._released
        id = old.id if old else self._new_ids.note(place.number, mod)
        joined = _dated(family, fields, mod)
        return Note(
            id=id,
            guid=guid,
            family=family.id,
            mod=mod,
            joined=joined,
            tags=tags,
            cards=self._cards(id, ordinals(family, joined), place, deck, old.cards if old else ()),
        )

    def _with_cards(self, note: Note, place: Place, deck: int | None) -> Note:
        """The same note with the cards it now has; *note* itself where it has them."""
        cards = self._cards(note.id, ordinals(FAMILIES[note.family], note.joined), place, deck, note.cards)
        return note if cards == note.cards else msgspec.structs.replace(note, cards=cards)

    def _cards(
        self, note: int, ordinals: tuple[int, ...], place: Place, deck: int | None, had: tuple[Card, ...]
    ) -> tuple[Card, ...]:
        """The cards that Anki makes of a note; those it *had* keep their ids."""
        if deck is None:
            return ()
        ids = {card.ordinal: card.id for card in had}
        return tuple(
            [
                Card(
                    ids[n] if n in ids else self._new_ids.card(note, n),
                    n,
                    deck,
                    self._places.position(place, nth),
                )
                for nth, n in enumerate(ordinals)
            ]
        )

    def _record(self, outcome: Outcome, note: Note, id: str, old: Note | None) -> None:
        if old is None:
            outcome.new.append(id)
            if self._follows:
                outcome.arrived[id] = note
        elif note.mod == old.mod:
            outcome.unchanged.append(id)
        else:
            outcome.updated.append(id)
            outcome.changed[id] = change(old, note) if old.cards else Change()
            before, after = ({card.ordinal for card in each.cards} for each in (old, note))
            if before and after - before:
                outcome.added[id] = len(after - before)
            if before - after:
                outcome.ceased[id] = self._bearers(note.identity, before - after)

    def _bearers(self, identity: str, ordinals: Iterable[int]) -> tuple[str, ...]:
        """The plain text of the blank, step or pair of each card; "" of what has none."""
        texts = {each.number: " – ".join(each.texts) for each in self._numbers.get(identity, ())}
        return tuple(texts.get(ordinal + 1, "") for ordinal in sorted(ordinals))

    def _withdrawn(self, old: Note, id: str) -> Note:
        """The tombstone: it says so to those who have the note, and brings nobody a card."""
        family = FAMILIES[old.family]
        words = words_in(self._bank.language)
        notice = "anki.withdrawn_lessons" if family is STUDY else "anki.withdrawn_question"
        notice = words(notice, search=f"tag:{WITHDRAWN}")
        fields = {"Title": words("anki.withdrawn", id=id), "Prompt": html.literal(notice), "Id": id}
        fields["Language"] = self._bank.language if is_ours(self._bank.language) else "en"
        if family.cloze:
            fields["Text"] = _all_deletions(self._numbers.get(old.identity, ()), fields["Title"])
        return self._note(family, old.guid, _NOWHERE, fields, (WITHDRAWN,), old, None)


def day_of(seconds: int) -> str:
    """The day in UTC, as 2026-11-22."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


_day = functools.lru_cache(maxsize=8)(day_of)  # of a hundred thousand notes, most are of one day


def _all_deletions(numbers: tuple[Numbered, ...], text: str) -> str:
    """A deletion for every card a learner may have, so that none of them is blank."""
    return " ".join(html.deletion(numbered.number, text) for numbered in numbers)


def _dated(family: Family, fields: dict[str, str], mod: int) -> str:
    """The fields joined, with the day of the note's last change, which alone is no change, added to them."""
    fields["Released"] = _day(mod)
    return join(family, fields)
