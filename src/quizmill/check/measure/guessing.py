"""Seven ways to choose an answer without knowing anything, and how far each gets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

import msgspec

from quizmill.bank.model import TrueFalse
from quizmill.check.language.lead import statement
from quizmill.check.language.lexicons import ABSOLUTE
from quizmill.check.language.words import content
from quizmill.check.measure import chance
from quizmill.check.measure.choices import Choice

Strategy = Callable[[Choice], Sequence[int]]  # the options it leaves; none or all where it cannot tell

_SPECIFIC = re.compile(r"\d|(?<=\w )[A-Z]")  # a figure, or a name that does not begin the text


class Guess(msgspec.Struct, frozen=True):
    """What a strategy makes of one question: it guesses among *left* of *size* options."""

    id: str
    left: int
    size: int
    right: int  # of the options, and how many of them are among those left
    kept: int


class Score(msgspec.Struct, frozen=True):
    """How a strategy fares over the questions it has an opinion on."""

    strategy: str
    questions: int
    earned: float  # the share of them it gets right
    chance: float  # the share that guessing blindly would
    likely: float  # the probability of doing so well by chance
    won: tuple[str, ...]  # the questions whose key it kept

    @property
    def lift(self) -> float:
        """What it earns above chance, in points of a hundred."""
        return 100 * (self.earned - self.chance)


def scores(choices: Iterable[Choice], statements: Iterable[TrueFalse]) -> Iterator[Score]:
    """The score of each strategy that has an opinion at all."""
    posed, truths = list(choices), list(statements)
    for name, strategy in _strategies(posed).items():
        guesses = [guess for choice in posed if (guess := _guess(choice, strategy(choice)))]
        guesses += _judged(truths, name)
        if guesses:
            tries = max(guess.size for guess in guesses) if name == "the usual place" else 1
            yield _score(name, guesses, tries)


def _strategies(posed: list[Choice]) -> dict[str, Strategy]:
    return {
        "the longest option": lambda choice: _best(choice, len),
        "the shortest option": lambda choice: _best(choice, lambda text: -len(text)),
        "the usual place": _usual_place(posed),
        "the option with most words of the prompt": _echo,
        "the option that shares most with the others": _central,
        "an option without always, never or all": _without_absolutes,
        "an option with a figure or name": _specific,
    }


def _best(choice: Choice, measure: Callable[[str], float]) -> Sequence[int]:
    measures = {i: measure(choice.options[i]) for i in choice.own}
    best = max(measures.values(), default=0)
    return [i for i, found in measures.items() if found == best]


def _usual_place(posed: list[Choice]) -> Strategy:
    """Where chance does not place the options, the place that holds most keys."""
    places: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for choice in posed:
        if choice.single and choice.fixed:
            places[len(choice.options)][min(choice.right)] += 1
    usual = {size: found.most_common(1)[0][0] for size, found in places.items()}
    return lambda choice: [usual[len(choice.options)]] if choice.single and choice.fixed else []


def _echo(choice: Choice) -> Sequence[int]:
    asked = content(choice.prompt)
    found = _best(choice, lambda text: len(content(text) & asked))
    return found if found and content(choice.options[found[0]]) & asked else []


def _central(choice: Choice) -> Sequence[int]:
    often = Counter(word for i in choice.own for word in content(choice.options[i]))
    return _best(choice, lambda text: sum(often[word] - 1 for word in content(text)))


def _without_absolutes(choice: Choice) -> Sequence[int]:
    return [i for i in choice.own if not ABSOLUTE.search(choice.options[i])]


def _specific(choice: Choice) -> Sequence[int]:
    return [i for i in choice.own if _SPECIFIC.search(choice.options[i])]


def _guess(choice: Choice, left: Sequence[int]) -> Guess | None:
    size, right = len(choice.options), len(choice.right)
    told = 0 < len(left) < size and (right == 1 or len(left) == 1)  # else its score has no simple law
    kept = len(choice.right.intersection(left))
    return Guess(choice.question.id, len(left), size, right, kept) if told else None


def _judged(truths: list[TrueFalse], name: str) -> Iterator[Guess]:
    """What the strategy says of statements: true where they are long, false with an absolute word."""
    if name == "the longest option" and truths:
        middle = median(len(statement(each)) for each in truths)
        opinions = {each.id: len(statement(each)) > middle for each in truths}
    elif name == "the usual place" and truths:
        usual = 2 * sum(each.answer for each in truths) >= len(truths)
        opinions = {each.id: usual for each in truths}
    elif name.startswith("an option without"):
        opinions = {each.id: False for each in truths if ABSOLUTE.search(statement(each))}
    else:
        return
    for each in truths:
        if each.id in opinions:
            yield Guess(each.id, 1, 2, 1, int(opinions[each.id] == each.answer))


def _score(name: str, guesses: list[Guess], tries: int) -> Score:
    earned = sum(guess.kept / guess.left for guess in guesses)
    blind = sum(guess.right / guess.size for guess in guesses)
    trials = Counter(guess.right * guess.left / guess.size for guess in guesses)
    won = tuple(guess.id for guess in guesses if guess.kept)
    return Score(
        name,
        len(guesses),
        earned / len(guesses),
        blind / len(guesses),
        min(1.0, tries * chance.at_least(trials, len(won))),
        won,
    )
