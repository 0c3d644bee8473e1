"""Where the notes of a bank stand: in the order of the bank, and in the order in which new cards come."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from quizmill.bank.model import Bank, Question, Topic
from quizmill.compose.exercise import key_of
from quizmill.export.anki.families import family_of


class Place(msgspec.Struct, frozen=True, gc=False):
    """A note's number in the bank, and the position at which its first card comes among new ones, from 1."""

    number: int
    turn: int


class Places:
    """The places of all questions, and of what their topics have to be read, by the ids of each.

    A topic is read before its first question is asked, whichever that is. New cards come core first, in all
    topics, then in the bank's order: every note's first card, then each second one, and so on; after the last
    of them all, those of elective topics in the same way.
    """

    def __init__(self, bank: Bank) -> None:
        numbers = {each: n for n, each in enumerate(_in_order(bank), 1)}
        turns = {each: n for n, each in enumerate(_in_turn(bank), 1)}
        elective = {topic.id for topic in bank.topics if topic.elective}
        met = [_cards(question) for topic, question in bank.questions() if topic.id not in elective]
        later = max(met, default=0) * len(turns)
        self.questions: dict[str, Place] = {}
        self.lessons: dict[str, Place] = {}
        for (topic, question), number in numbers.items():
            place = Place(number, turns[topic, question] + later * (topic in elective))
            if question:
                self.questions[question] = place
            else:
                self.lessons[topic] = place
        self.last = len(numbers)

    def position(self, place: Place, nth: int) -> int:
        """Of the *nth* card, from 0, of the note with that place."""
        return place.turn + nth * self.last


_Note = tuple[str, str]  # a topic's id and a question's, which is "" for what the topic has to be read


def _in_order(bank: Bank) -> Iterator[_Note]:
    for topic in bank.topics:
        yield from _read(topic)
        for question in topic.questions:
            yield topic.id, question.id


def _in_turn(bank: Bank) -> Iterator[_Note]:
    unread = {topic.id: topic for topic in bank.topics}
    for topic, question in bank.by_importance():
        if unread.pop(topic.id, None):
            yield from _read(topic)
        yield topic.id, question.id
    for topic in unread.values():  # they ask nothing
        yield from _read(topic)


def _cards(question: Question) -> int:
    """How many cards it has in Anki."""
    return len(key_of(question)) if family_of(question).cloze else 1


def _read(topic: Topic) -> Iterator[_Note]:
    if topic.learn:
        yield topic.id, ""
