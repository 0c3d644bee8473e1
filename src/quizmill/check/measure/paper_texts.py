"""What paper cannot show of the texts of a bank, record by record."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from quizmill.bank.model import Bank, Fact, Question, Source, references_of
from quizmill.bank.printable import Obstacle, obstacle, refused
from quizmill.bank.reader.fault import Path
from quizmill.check.context import Context
from quizmill.check.finding import BANK, Subject, fact_subject, question_subject, source_subject
from quizmill.check.grounds import Grounds
from quizmill.check.texts import printed_texts
from quizmill.check.trait import Trait

Spots = list[tuple[Path, str]]  # where in the record, and the refused characters that stand there first


class Unprintable(NamedTuple):
    """A record with a text that paper cannot show."""

    subject: Subject
    spots: Spots
    opening: str = ""  # of what is said of it, where the subject does not tell all

    def characters(self, without: Container[Obstacle] = ()) -> dict[str, tuple[Path, Obstacle]]:
        """Those that are refused for any other reason: where each stands first, and why it is."""
        return {
            character: (path, why)
            for path, characters in self.spots
            for character in characters
            if (why := obstacle(character)) and why not in without
        }

    def obstacles(self) -> dict[Obstacle, str]:
        """For what reasons they are refused, each with its first character."""
        found: dict[Obstacle, str] = {}
        for character, (_, why) in self.characters().items():
            found.setdefault(why, character)
        return found


def _in_question(question: Question, grounds: Grounds) -> Spots:
    return _spots(printed_texts(question))


REFUSED = Trait("refused-on-paper", _in_question, Spots)


def questions(context: Context) -> list[Unprintable]:
    """Those of the questions."""
    pairs = zip(context.questions, context.traits(REFUSED), strict=True)
    return [Unprintable(question_subject(question.id), spots) for question, spots in pairs if spots]


def asked_facts(context: Context) -> list[tuple[Source, Fact]]:
    """The facts that questions rest on, which a key prints."""
    asked = dict.fromkeys(each for question in context.questions for each in references_of(question))
    return [context.facts[each] for each in asked if each in context.facts]


def facts(asked: Iterable[tuple[Source, Fact]]) -> list[Unprintable]:
    """Those of the facts."""
    found = (
        Unprintable(fact_subject(source.id, fact.id), _in_fields(fact, "says", "as_of", "doubt"))
        for source, fact in asked
    )
    return [each for each in found if each.spots]


def titles(bank: Bank, asked: Iterable[tuple[Source, Fact]]) -> list[Unprintable]:
    """Those of the bank, its topics and the documents that a key names."""
    sources = {source.id: source for source, _ in asked}
    found = [
        Unprintable(BANK, _in_fields(bank, "title")),
        *(
            Unprintable(BANK, _spots([((), topic.title)]), f'the title of the topic "{topic.id}" ')
            for topic in bank.topics
        ),
        *(
            Unprintable(source_subject(id), _in_fields(source, "title", "short_title"))
            for id, source in sources.items()
        ),
    ]
    return [each for each in found if each.spots]


def _in_fields(record: object, *fields: str) -> Spots:
    return _spots(((field,), getattr(record, field)) for field in fields)


def _spots(texts: Iterable[tuple[Path, str]]) -> Spots:
    """Each refused character where it stands first."""
    listed = list(texts)
    sought = refused(" ".join([text for _, text in listed]))  # once for all: hardly ever is there one
    found: Spots = []
    for path, text in listed:
        if not sought:
            break
        if first := [each for each in refused(text) if sought.pop(each, None)]:
            found.append((path, "".join(first)))
    return found
