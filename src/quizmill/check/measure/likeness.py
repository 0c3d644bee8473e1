"""Cards that ask nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Cloze, MultipleChoice, Numerical, Question, ShortAnswer
from quizmill.check.language.kinds import Kind, Names, expected_kind, kind
from quizmill.check.language.lead import lead
from quizmill.check.language.words import content, stem, words
from quizmill.check.measure.answers import answers
from quizmill.check.texts import asked_text
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import joined
from quizmill.grade.normalise import tokens as spelt

_ASKING = frozenset("what which who whom whose when where why how many much long far old end".split())
_OPTIONS = frozenset("following these options statement statements best example".split())
_MOST_PARTNERS = 3  # cards of one likeness that a card is held against


class Card(msgspec.Struct, frozen=True, dict=True):
    """A question, and what of it is compared."""

    question: Question
    asked: tuple[str, ...]  # the folded words of prompt and context
    stems: frozenset[str]
    names: Names
    index: NameIndex

    @cached_property
    def signs(self) -> frozenset[str]:
        """The words of one or two letters, and figures: Mi 1 is not Mi 2."""
        return frozenset(
            word
            for word in self.asked
            if word[0].isdigit() or (len(word) < 3 and stem(word) not in self.stems)
        )

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Every accepted form, the key first."""
        if isinstance(self.question, MultipleChoice):
            return (plain(self.question.answer),)
        return tuple(form.text for answer in answers(self.question) for form in answer.forms)

    @cached_property
    def answers(self) -> frozenset[str]:
        """Every accepted form and alias, as the marker spells it."""
        aliases = (alias for form in self.forms for alias in self.index.forms(form))
        return frozenset(joined(spelt(form)) for form in (*self.forms, *aliases))

    @property
    def shown(self) -> str:
        """The key, quoted."""
        return f'"{self.forms[0]}"' if self.forms else ""

    @cached_property
    def kind(self) -> Kind:
        """What kind of thing the key is."""
        return kind(self.forms[0], self.names) if self.forms else Kind.OTHER

    @cached_property
    def asks_for(self) -> tuple[Kind | None, frozenset[str]]:
        """What kind of thing is asked for, and with which words: how, much, which."""
        asking = lead(self.question)
        return expected_kind(asking), _ASKING.intersection(words(asking))


def alike(bank: Bank, known: Names, index: NameIndex) -> tuple[tuple[Card, Card], ...]:
    """Each card with earlier ones that have the same words of meaning but for one; a few of many."""
    return tuple(_neighbours(_cards(bank, known, index)))


def _cards(bank: Bank, known: Names, index: NameIndex) -> Iterator[Card]:
    """The questions whose prompt alone should tell the answer, in the bank's order."""
    for _, question in bank.questions():
        if not isinstance(question, ShortAnswer | Numerical | Cloze | MultipleChoice) or question.image:
            continue
        asked = asked_text(question)
        card = Card(question, words(asked), content(asked), known, index)
        # Which of these is a mammal: asked of other options, it has another answer.
        if not isinstance(question, MultipleChoice) or _OPTIONS.isdisjoint(card.asked):
            yield card


def _neighbours(found: Iterable[Card]) -> Iterator[tuple[Card, Card]]:
    """Pairs of cards that meet under a key; takes time in proportion to the words."""
    earlier: dict[int, list[tuple[int, Card]]] = {}
    for at, card in enumerate(found):
        keys = _keys(card.stems)
        partners = {place: other for key in keys for place, other in earlier.get(key, ())}
        for _, other in sorted(partners.items(), key=lambda each: each[0]):
            if len(card.stems ^ other.stems) <= 2:  # one word for another; else the keys met by chance
                yield card, other
        for key in keys:
            met = earlier.setdefault(key, [])
            if len(met) < _MOST_PARTNERS:
                met.append((at, card))


def _keys(stems: frozenset[str]) -> list[int]:
    """A number for all the words, and one for what is left without each of them."""
    if not stems:
        return []
    numbers = [hash(word) for word in stems]
    every = 0
    for number in numbers:
        every ^= number
    return [every, *(every ^ number for number in numbers)]
