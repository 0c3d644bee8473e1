"""Questions whose answer is chosen, as every form poses them, and how far seven ways get of guessing it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

import msgspec

from quizmill.bank.markup import plain
from quizmill.bank.model import MultipleChoice, MultipleResponse, Question, Topic, TrueFalse
from quizmill.bank.reader.fault import Path
from quizmill.check.context import Context
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import is_meta
from quizmill.check.language.lead import statement
from quizmill.check.language.lexicons import ABSOLUTE
from quizmill.check.language.tokens import content
from quizmill.check.measure import significance
from quizmill.check.trait import Trait
from quizmill.compose.exercise import Placement

_ANYWHERE = Topic(id="any", title="Any")  # its topic changes nothing of how a question is posed
_SPECIFIC = re.compile(r"\d|[A-Z](?<=\w .)")  # a figure, or a name that does not begin the text
_LONGEST, _PLACE, _ABSOLUTE = (
    "the longest option",
    "the usual place",
    "an option without always, never or all",
)


_VERDICT = "the verdict that is right most often"  # where there are statements alone


class Guess(msgspec.Struct, frozen=True, array_like=True):
    """What a strategy makes of one question: it guesses among *left* of *size* options."""

    id: str
    left: int
    size: int
    right: int  # of the options, and how many of them are among those left
    kept: int


class Statement(msgspec.Struct, frozen=True, array_like=True):
    """What a guesser sees of a true/false question, and what is right."""

    id: str
    answer: bool
    length: int
    absolute: bool


class Choice(msgspec.Struct, frozen=True, array_like=True):
    """A multiple choice or response in shown order; markup is gone."""

    id: str
    single: bool  # one option is to be chosen
    prompt: str
    options: tuple[str, ...]
    paths: tuple[Path, ...]  # of the options, in their order
    right: frozenset[int]
    own: tuple[int, ...]  # the options that speak of the matter, not of the other options
    fixed: bool  # the author or the options' values give the order, not chance
    guesses: dict[str, Guess] = {}  # by the strategy that leads to it


# Of a prompt and the options that speak of the matter, those it leaves; none or all where it cannot tell.
Strategy = Callable[[str, Mapping[int, str]], Sequence[int]]


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


def scores(context: Context) -> Iterator[Score]:
    """The score of each strategy that has an opinion at all."""
    posed = context.once(choices)
    statements = [each for each in context.traits(STATEMENT) if each]
    for name in _STRATEGIES:
        own = (guess for choice in posed if (guess := choice.guesses.get(name)))
        guesses = [*(_usual_place(posed) if name == _PLACE else own), *_judged(statements, name)]
        if guesses:
            tries = max(guess.size for guess in guesses) if name == _PLACE else 1
            said = _VERDICT if name == _PLACE and not posed else name
            yield _score(said, guesses, tries)


def choice_of(question: Question, grounds: Grounds) -> Choice | None:
    """The question as a choice, where it is one."""
    if not isinstance(question, MultipleChoice | MultipleResponse):
        return None
    written = {option.text: option for option in grounds.item(question).options}
    exercise = grounds.arranger.exercise(_ANYWHERE, question)
    prompt, shown = plain(question.prompt), [plain(text) for text in exercise.options]
    right = frozenset([i for i, text in enumerate(shown) if written[text].right])
    own = {i: text for i, text in enumerate(shown) if not is_meta(text)}
    guesses = {
        name: guess
        for name, left_by in _ALONE.items()
        if len(left := left_by(prompt, own)) < len(shown)
        and (guess := _guess(question.id, len(shown), right, left))
    }
    return Choice(
        id=question.id,
        single=isinstance(question, MultipleChoice),
        prompt=prompt,
        options=tuple(shown),
        paths=tuple([written[text].path for text in shown]),
        right=right,
        own=tuple(own),
        fixed=exercise.placement is Placement.FIXED,
        guesses=guesses,
    )


def choices(context: Context) -> list[Choice]:
    """Every multiple choice and response, in the bank's order."""
    return [choice for choice in context.traits(CHOICE) if choice]


def statement_in(question: Question, grounds: Grounds) -> Statement | None:
    """The statement of a true/false question."""
    if not isinstance(question, TrueFalse):
        return None
    told = statement(question)
    return Statement(question.id, question.answer, len(told), bool(ABSOLUTE.search(told)))


CHOICE = Trait("choice", choice_of, Choice | None)
STATEMENT = Trait("statement", statement_in, Statement | None)


def _most(measures: Mapping[int, int]) -> Sequence[int]:
    best = max(measures.values(), default=0)
    return [i for i, found in measures.items() if found == best]


def _usual_place(posed: list[Choice]) -> Iterator[Guess]:
    """Where chance does not place the options, the place that holds most keys."""
    placed = [choice for choice in posed if choice.single and choice.fixed]
    places: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for choice in placed:
        places[len(choice.options)][min(choice.right)] += 1
    usual = {size: found.most_common(1)[0][0] for size, found in places.items()}
    for choice in placed:
        if guess := _guess(choice.id, len(choice.options), choice.right, [usual[len(choice.options)]]):
            yield guess


def _longest(prompt: str, own: Mapping[int, str]) -> Sequence[int]:
    return _most({i: len(text) for i, text in own.items()})


def _shortest(prompt: str, own: Mapping[int, str]) -> Sequence[int]:
    return _most({i: -len(text) for i, text in own.items()})


def _echo(prompt: str, own: Mapping[int, str]) -> Sequence[int]:
    asked = content(prompt)
    shared = {i: len(content(text) & asked) for i, text in own.items()}
    return _most(shared) if any(shared.values()) else []


def _central(prompt: str, own: Mapping[int, str]) -> Sequence[int]:
    stems = {i: content(text) for i, text in own.items()}
    if sum(map(len, stems.values())) == len(frozenset().union(*stems.values())):
        return list(own)  # nothing is shared
    often = Counter(stem for found in stems.values() for stem in found)
    return _most({i: sum(often[stem] - 1 for stem in found) for i, found in stems.items()})


def _without_absolutes(prompt: str, own: Mapping[int, str]) -> Sequence[int]:
    absolute = _having(ABSOLUTE, own)
    return [i for i in own if i not in absolute]


def _specific(prompt: str, own: Mapping[int, str]) -> Sequence[int]:
    return _having(_SPECIFIC, own)


def _having(pattern: re.Pattern[str], own: Mapping[int, str]) -> Sequence[int]:
    """The options in which it is found; most often it is in none, which one look at all of them shows."""
    if not pattern.search("\n".join(own.values())):
        return ()
    return [i for i, text in own.items() if pattern.search(text)]


def _guess(id: str, size: int, right: frozenset[int], left: Sequence[int]) -> Guess | None:
    if not 0 < len(left) < size or (len(right) != 1 and len(left) != 1):
        return None  # it cannot tell, or its score has no simple law
    return Guess(id, len(left), size, len(right), len(right.intersection(left)))


_ALONE: dict[str, Strategy] = {
    _LONGEST: _longest,
    "the shortest option": _shortest,
    "the option with most words of the prompt": _echo,
    "the option that shares most with the others": _central,
    _ABSOLUTE: _without_absolutes,
    "an option with a figure or name": _specific,
}
_STRATEGIES = (*tuple(_ALONE)[:2], _PLACE, *tuple(_ALONE)[2:])  # as they are reported


def _judged(statements: list[Statement], name: str) -> Iterator[Guess]:
    """What the strategy says of statements: true where they are long, false with an absolute word."""
    if name == _LONGEST and statements:
        middle = median(each.length for each in statements)
        opinions = {each.id: each.length > middle for each in statements}
    elif name == _PLACE and statements:
        usual = 2 * sum(each.answer for each in statements) >= len(statements)
        opinions = {each.id: usual for each in statements}
    elif name == _ABSOLUTE:
        opinions = {each.id: False for each in statements if each.absolute}
    else:
        return
    for each in statements:
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
        min(1.0, tries * significance.at_least(trials, len(won))),
        won,
    )
