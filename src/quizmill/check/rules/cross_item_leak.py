"""The text of one question gives away the answer of another.

That is, it contains the answer, and with it two words of weight and half of what the other prompt asks
about, weighed by how rare each word is in the bank. Looked at is what is seen before answering: context,
prompt, options; a false statement gives nothing away. An answer that stands in more than 15% of the
questions tells nothing.

Why: in one paper the second question is a gift; it measures reading, and its mark means nothing.

Source: Haladyna, Downing and Rodriguez 2002, guideline 4: keep items independent of one another.

Bad:
    - {id: price, prompt: How much did Amazon offer for Joyo in 2004?, answer: $75 million, …}
    - {id: after, prompt: "After Amazon's offer of $75 million for Joyo in 2004, where did Lei Jun go?", …}

Good:
    - {id: after, prompt: Where did Lei Jun go after the sale of Joyo?, …}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

import msgspec

from quizmill.bank import cloze, values
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Bank,
    Cloze,
    Matching,
    MultipleChoice,
    Numerical,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.reader.fault import Path
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.language.lead import prompt
from quizmill.check.language.options import options
from quizmill.check.language.words import content, words
from quizmill.check.listing import some
from quizmill.check.measure.alike import rarity
from quizmill.check.texts import prompt_path
from quizmill.errors import Severity

ID = "cross-item-leak"
SEVERITY = Severity.WARNING

_SHARED = 2  # words
_WEIGHT = 0.5  # of the asked prompt's, that must stand beside the answer
_COMMON = 0.15  # of the questions
_FEW, _MANY = 3, 60  # questions: so many may hold an answer in any bank, more make none a gift
_SHORTEST = 4  # letters of an answer that is no value

Phrase = tuple[str, ...]


class _Text(msgspec.Struct, frozen=True):
    """What somebody reads before answering."""

    question: Question
    path: Path
    text: str


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each text, with the questions it answers."""
    asking: defaultdict[Phrase, list[Question]] = defaultdict(list)
    for _, question in bank.questions():
        for phrase in _answers(question):
            asking[phrase].append(question)
    shown = [text for _, question in bank.questions() for text in _shown(question)]
    places = _places(shown, asking)
    count = sum(1 for _ in bank.questions())
    weights = rarity([content(prompt(question)) for _, question in bank.questions()])
    given: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for phrase, found in places.items():
        if len({shown[at].question.id for at in found}) <= min(_MANY, max(_FEW, _COMMON * count)):
            for at in found:
                for asked in asking[phrase]:
                    if asked.id != shown[at].question.id and _gives(shown[at].text, asked, phrase, weights):
                        given[at][asked.id] = " ".join(phrase)
    for at, answers in sorted(given.items()):
        yield _finding(shown[at], answers)


def _finding(text: _Text, answers: dict[str, str]) -> Finding:
    told = [f'"{answer}" of "{id}"' for id, answer in answers.items()]
    ids = [f'"{id}"' for id in answers]
    return Finding(
        subject=question_subject(text.question.id),
        path=text.path,
        message=f"this gives away the answer {some(told)}",
        help=f"say it in other words here, or do not ask it in {some(ids)}",
    )


def _answers(question: Question) -> set[Phrase]:
    """The words of each form that is right, where they are enough to be known again."""
    match question:
        case MultipleChoice() | Numerical():
            forms: tuple[str, ...] = (question.answer,)
        case ShortAnswer():
            forms = (question.answer, *question.accept)
        case Cloze():
            forms = tuple(blank.answer for blank in cloze.blanks(question.text))
        case _:
            forms = ()
    return {words(plain(form)) for form in forms if _tells(plain(form))}


def _tells(answer: str) -> bool:
    value = values.read(answer)
    if isinstance(value, values.Quantity):
        return bool(value.currency or value.unit) or abs(value.amount) >= 1000
    return value is not None or sum(map(str.isalpha, answer)) >= _SHORTEST


def _shown(question: Question) -> Iterator[_Text]:
    if not (isinstance(question, TrueFalse) and not question.answer):
        yield _Text(question, prompt_path(question), prompt(question))
    if question.context:
        yield _Text(question, ("context",), plain(question.context))
    for option in options(question):
        yield _Text(question, option.path, option.text)
    if isinstance(question, Matching):
        for i, (left, _) in enumerate(question.pairs):
            yield _Text(question, ("pairs", i, 0), plain(left))


def _places(shown: list[_Text], phrases: Collection[Phrase]) -> dict[Phrase, list[int]]:
    """Where each phrase stands: the texts that contain it, by index."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)  # of the phrases that begin with a word
    for phrase in phrases:
        if phrase:
            lengths[phrase[0]].add(len(phrase))
    found: defaultdict[Phrase, list[int]] = defaultdict(list)
    for at, text in enumerate(shown):
        written = words(text.text)
        here = {
            phrase
            for i, word in enumerate(written)
            for length in lengths.get(word, ())
            if (phrase := written[i : i + length]) in phrases
        }
        for phrase in here:
            found[phrase].append(at)
    return found


def _gives(text: str, asked: Question, phrase: Phrase, weights: dict[str, float]) -> bool:
    wanted = content(prompt(asked)) - content(" ".join(phrase))
    shared = wanted & content(text)
    if len(shared) < _SHARED:
        return False
    return sum(weights[word] for word in shared) >= _WEIGHT * sum(weights[word] for word in wanted)
