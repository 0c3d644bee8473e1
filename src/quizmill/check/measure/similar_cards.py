"""Cards that ask nearly the same, found without comparing each with each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache, reduce
from operator import xor

import msgspec

from quizmill.bank.alike import codes
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, MultipleChoice, Numerical, Question, ShortAnswer
from quizmill.bank.pictures import is_illustrated
from quizmill.check.context import Context
from quizmill.check.grounds import Grounds
from quizmill.check.language.kinds import Kind, expected_kind, kind
from quizmill.check.language.lead import lead
from quizmill.check.language.tokens import content, stem, words
from quizmill.check.measure.typed_answers import answers
from quizmill.check.texts import asked_text
from quizmill.check.trait import Trait
from quizmill.compose.exercise import prompt_of
from quizmill.grade.normalise import joined, tokens

_ASKING = frozenset("what which who whom whose when where why how many much long far old end".split())
_OPTIONS = frozenset("following these options statement statements best example".split())
_WORD = re.compile(r"[^\W_]+")
_MOST_PARTNERS = 3  # cards of one likeness that a card is held against


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """What a question asks, as it is compared."""

    said: str  # the folded words of prompt and context, as one text: in memory a tenth of each by itself
    stems: frozenset[str]
    keys: tuple[int, ...]  # of a card: a number for all its stems, and one for what is left without each


def asked_in(question: Question, grounds: Grounds) -> Asked:
    """What the question asks."""
    text = asked_text(question)
    said, stems = words(text), content(text)
    return Asked(" ".join(said), stems, tuple(_keys(stems)) if _is_card(question, said) else ())


ASKED = Trait("asked", asked_in, Asked)


class Card(msgspec.Struct, frozen=True, dict=True):
    """A question whose prompt alone should tell the answer, and what of it is compared."""

    question: Question
    told: Asked
    grounds: Grounds

    @property
    def asked(self) -> tuple[str, ...]:
        """The folded words of prompt and context."""
        return tuple(self.told.said.split())

    @cached_property
    def written(self) -> tuple[list[str], tuple[str, ...]]:
        """Its words with the capitals of symbols, and what is code: CO is not Co, `\\d` not `\\D`."""
        told = f"{self.question.context} {prompt_of(self.question)}"
        words = _WORD.findall(plain(told))
        return [word if len(word) < 3 else word[:1].lower() + word[1:] for word in words], codes(told)

    @property
    def stems(self) -> frozenset[str]:
        """Of those that carry meaning."""
        return self.told.stems

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
        aliases = (alias for form in self.forms for alias in self.grounds.name_index.forms(form))
        return frozenset(joined(tokens(form)) for form in (*self.forms, *aliases))

    @property
    def shown(self) -> str:
        """The key, quoted."""
        return f'"{self.forms[0]}"' if self.forms else ""

    @cached_property
    def kind(self) -> Kind:
        """What kind of thing the key is."""
        return kind(self.forms[0], self.grounds) if self.forms else Kind.OTHER

    @cached_property
    def asks_for(self) -> tuple[Kind | None, frozenset[str]]:
        """What kind of thing is asked for, and with which words: how, much, which."""
        asking = lead(self.question)
        return expected_kind(asking), _ASKING.intersection(words(asking))


def similar_cards(context: Context) -> tuple[tuple[Card, Card], ...]:
    """Each card with earlier ones that have the same words of meaning but for one; a few of many."""
    return tuple(_neighbours(context))


def _is_card(question: Question, asked: tuple[str, ...]) -> bool:
    """Whether its prompt alone should tell the answer.

    Which of these is a mammal: asked of other options, it has another answer.
    """
    if not isinstance(question, ShortAnswer | Numerical | Cloze | MultipleChoice):
        return False
    if question.audio or is_illustrated(question):  # which ask as well
        return False
    return not isinstance(question, MultipleChoice) or _OPTIONS.isdisjoint(asked)


def _neighbours(context: Context) -> Iterator[tuple[Card, Card]]:
    """Pairs of cards that meet under a key; takes time in proportion to the words."""
    said = context.traits(ASKED)
    cards: dict[int, Card] = {}

    def card(at: int) -> Card:
        return cards.setdefault(at, Card(context.questions[at], said[at], context.grounds))

    shared = _shared([asked.keys for asked in said])
    earlier: dict[int, list[int]] = {}
    for at, asked in enumerate(said):
        keys = [key for key in asked.keys if key in shared]
        partners = {other for key in keys for other in earlier.get(key, ())}
        for other in sorted(partners):
            if len(asked.stems ^ said[other].stems) <= 2:  # one word for another; else the keys met by chance
                yield card(at), card(other)
        for key in keys:
            met = earlier.setdefault(key, [])
            if len(met) < _MOST_PARTNERS:
                met.append(at)


def _shared(keys: Iterable[Iterable[int]]) -> set[int]:
    """The keys that several cards have; most are one card's alone, and a list for each fills the memory."""
    once, again = set[int](), set[int]()
    for own in keys:
        again |= once.intersection(own)
        once.update(own)
    return again


def _keys(found: frozenset[str]) -> list[int]:
    if not found:
        return []
    numbers = list(map(_number, found))
    every = reduce(xor, numbers)
    return [every, *[every ^ number for number in numbers]]


@lru_cache(maxsize=1 << 16)  # a bank's questions share most of their words
def _number(word: str) -> int:
    """A number that stands for the word, in every run."""
    return int.from_bytes(hashlib.blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest())
