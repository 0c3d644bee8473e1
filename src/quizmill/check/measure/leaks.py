"""Which question's text says the answer of another, and enough of what the other asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, assert_never

import msgspec

from quizmill.bank import cloze, values
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.reader.fault import Path
from quizmill.check.language.answer_options import options
from quizmill.check.language.lead import prompt
from quizmill.check.language.tokens import content, stems, words
from quizmill.check.measure.similarity import rarity
from quizmill.check.texts import prompt_path

_SHARED = 2  # words
_WEIGHT = 0.5  # of the asked prompt's, that must stand beside the answer
_COMMON = 0.15  # of the questions
_FEW, _MANY = 3, 60  # questions: so many may hold an answer in any bank, more make none a gift
_SHORTEST = 4  # letters of an answer that is no value

Phrase = tuple[str, ...]


class Text(msgspec.Struct, frozen=True, array_like=True):
    """What somebody reads before answering."""

    path: Path
    words: tuple[str, ...]


class Wording(msgspec.Struct, frozen=True, array_like=True):
    """What a question gives, and what it asks for."""

    shown: tuple[Text, ...]
    answers: frozenset[Phrase]  # the words of each form that is right, where they are known again
    asked: frozenset[str]  # the stems of the prompt


class _Shown(NamedTuple):
    question: Question
    text: Text


class Leak(NamedTuple):
    """A text of a question, and what it answers: by the id of the other question, the words it gives."""

    question: str
    path: Path
    answers: dict[str, str]


def leaks(questions: Sequence[Question], wordings: Sequence[Wording]) -> Iterator[Leak]:
    """Every text that gives an answer away; the *wordings* are those of the *questions*, in their order."""
    asking: defaultdict[Phrase, list[int]] = defaultdict(list)
    for at, wording in enumerate(wordings):
        for phrase in wording.answers:
            asking[phrase].append(at)
    shown = [
        _Shown(question, text)
        for question, wording in zip(questions, wordings, strict=True)
        for text in wording.shown
    ]
    weights = rarity([wording.asked for wording in wordings])
    most = min(_MANY, max(_FEW, _COMMON * len(wordings)))
    given: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for phrase, found in _places(shown, asking).items():
        if len({shown[at].question.id for at in found}) <= most:
            for at in found:
                for asked in asking[phrase]:
                    id = questions[asked].id
                    if id != shown[at].question.id and _gives(
                        shown[at].text, wordings[asked], phrase, weights
                    ):
                        given[at][id] = " ".join(phrase)
    for at, answers in sorted(given.items()):
        yield Leak(shown[at].question.id, shown[at].text.path, answers)


def wording_of(question: Question) -> Wording:
    """What the question gives, and what it asks for."""
    forms = map(plain, _forms(question))
    return Wording(
        shown=tuple(Text(path, words(text)) for path, text in _shown(question)),
        answers=frozenset(words(form) for form in forms if _tells(form)),
        asked=content(prompt(question)),
    )


def _forms(question: Question) -> tuple[str, ...]:
    match question:
        case MultipleChoice() | Numerical():
            return (question.answer,)
        case ShortAnswer():
            return (question.answer, *question.accept)
        case Cloze():
            return tuple(blank.answer for blank in cloze.blanks(question.text))
        case MultipleResponse() | TrueFalse() | Matching() | Ordering() | Essay():
            return ()
        case _:
            assert_never(question)


def _tells(answer: str) -> bool:
    value = values.read(answer)
    if isinstance(value, values.Quantity):
        return bool(value.currency or value.unit) or abs(value.amount) >= 1000
    return value is not None or sum(map(str.isalpha, answer)) >= _SHORTEST


def _shown(question: Question) -> Iterator[tuple[Path, str]]:
    if not (isinstance(question, TrueFalse) and not question.answer):
        yield prompt_path(question), prompt(question)
    if question.context:
        yield ("context",), plain(question.context)
    for option in options(question):
        yield option.path, option.text
    if isinstance(question, Matching):
        for i, (left, _) in enumerate(question.pairs):
            yield ("pairs", i, 0), plain(left)


def _places(shown: list[_Shown], phrases: Collection[Phrase]) -> dict[Phrase, list[int]]:
    """Where each phrase stands: the texts that contain it, by index."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)  # of the phrases that begin with a word
    for phrase in phrases:
        if phrase:
            lengths[phrase[0]].add(len(phrase))
    found: defaultdict[Phrase, list[int]] = defaultdict(list)
    for at, (_, text) in enumerate(shown):
        if lengths.keys().isdisjoint(text.words):
            continue
        here = {
            phrase
            for i, word in enumerate(text.words)
            if word in lengths
            for length in lengths[word]
            if (phrase := text.words[i : i + length]) in phrases
        }
        for phrase in here:
            found[phrase].append(at)
    return found


def _gives(text: Text, asked: Wording, phrase: Phrase, weights: dict[str, float]) -> bool:
    wanted = asked.asked - content(" ".join(phrase))
    shared = wanted & stems(text.words)
    if len(shared) < _SHARED:
        return False
    return sum(weights[word] for word in shared) >= _WEIGHT * sum(weights[word] for word in wanted)
