"""Cards that ask nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Cloze, MultipleChoice, Numerical, Question, ShortAnswer
from quizmill.check.answers import answers
from quizmill.check.context import Context
from quizmill.check.language.kinds import Kind, expected_kind, kind
from quizmill.check.language.lead import lead
from quizmill.check.language.words import content, stem, words
from quizmill.check.texts import asked_text
from quizmill.grade import names
from quizmill.grade.normalise import joined
from quizmill.grade.normalise import words as spelt

_ASKING = frozenset("what which who whom whose when where why how many much long far old end".split())
_MOST_PARTNERS = 3  # cards of one likeness that a card is held against


class Card(msgspec.Struct, frozen=True):
    """What of a question is compared."""

    question: Question
    asked: str  # folded words of prompt and context
    stems: frozenset[str]
    signs: frozenset[str]  # the words of one or two letters, and figures: Mi 1 is not Mi 2
    answers: frozenset[str]  # every accepted form and alias
    shown: str
    kind: Kind
    expects: Kind | None
    asking: frozenset[str]  # how, much, which … of the lead


def cards(bank: Bank, context: Context) -> Iterator[Card]:
    """The questions whose prompt alone should tell the answer, in the bank's order."""
    for _, question in bank.questions():
        if isinstance(question, ShortAnswer | Numerical | Cloze | MultipleChoice) and not question.image:
            card = _card(question, bank, context)
            if not _looks_at_options(question, card):
                yield card


def neighbours(found: Iterator[Card]) -> Iterator[tuple[Card, Card]]:
    """Each card with the earlier ones whose words are the same but for one; a few of many.

    Takes time in proportion to the words: cards meet under what is left of them without one word.
    """
    earlier: dict[frozenset[str], list[Card]] = {}
    for card in found:
        keys = [card.stems, *(card.stems - {word} for word in card.stems)] if card.stems else []
        partners: dict[str, Card] = {}
        for key in keys:
            for other in earlier.get(key, ()):
                partners.setdefault(other.question.id, other)
        yield from ((card, other) for other in partners.values())
        for key in keys:
            met = earlier.setdefault(key, [])
            if len(met) < _MOST_PARTNERS:
                met.append(card)


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of either that are in both; 1 for the same."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _card(question: ShortAnswer | Numerical | Cloze | MultipleChoice, bank: Bank, context: Context) -> Card:
    if isinstance(question, MultipleChoice):
        forms = [plain(question.answer)]
    else:
        forms = [form.text for answer in answers(question) for form in answer.forms]
    aliases = [alias for form in forms for alias in names.index(bank.names).forms(form)]
    asked = asked_text(question)
    folded = words(asked)
    stems = content(asked)
    return Card(
        question=question,
        asked=" ".join(folded),
        stems=stems,
        signs=frozenset(
            word for word in folded if word[0].isdigit() or (len(word) < 3 and stem(word) not in stems)
        ),
        answers=frozenset(joined(spelt(form)) for form in (*forms, *aliases)),
        shown=f'"{forms[0]}"' if forms else "",
        kind=kind(forms[0], context) if forms else Kind.OTHER,
        expects=expected_kind(lead(question)),
        asking=_ASKING.intersection(words(lead(question))),
    )


def _looks_at_options(question: Question, card: Card) -> bool:
    """Whether a choice asks about its own options: which of these is a mammal."""
    looks = {"following", "these", "options", "statement", "statements", "best", "example"}
    return isinstance(question, MultipleChoice) and not looks.isdisjoint(card.asked.split())
