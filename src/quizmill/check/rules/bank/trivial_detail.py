"""A name is asked that one fact mentions and no other question needs.

Of recall questions that are answered by a name or term: it stands in one fact only, in no title or heading,
and in no other question. Figures and dates do not count, nor banks without facts or with fewer
than thirty questions.

Why: a learner's time is short; a detail that nothing hangs on is forgotten first.

Source: Haladyna, Downing and Rodriguez 2002, guideline 2: test important content, not trivia.

Bad:
    prompt: Which brand of pen signed the treaty?
    answer: Parker

Good:
    prompt: Which province did the treaty give away?
    answer: Alsace
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from quizmill.bank import values
from quizmill.bank.model import Bank, Cloze, Level, Numerical, Question
from quizmill.bank.reader.fault import Path
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import options
from quizmill.check.language.tokens import words
from quizmill.check.measure.typed_answers import ExpectedAnswer, answers
from quizmill.check.texts import asked_text
from quizmill.check.trait import Trait
from quizmill.errors import Severity

ID = "trivial-detail"
SEVERITY = Severity.ADVICE

_LEAST_QUESTIONS = 30

Places = dict[str, set[int]]  # by word, where it stands


class Recalled(msgspec.Struct, frozen=True, array_like=True):
    """An answer that is recalled, and the words of each form that is a name or term."""

    text: str
    path: Path
    forms: tuple[tuple[str, ...], ...]


class Mentions(msgspec.Struct, frozen=True, array_like=True):
    """What a question wants recalled, and every word that it mentions."""

    recalled: tuple[Recalled, ...]
    words: tuple[str, ...]


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """Every such answer, in a bank large enough to tell."""
    if not context.facts or len(context.questions) < _LEAST_QUESTIONS:
        return
    questions = context.traits(MENTIONS)
    wanted = frozenset(
        word for each in questions for answer in each.recalled for form in answer.forms for word in form
    )
    in_facts = _places(
        wanted, (words(" ".join((f.says, *f.terms, f.value))) for _, f in context.facts.values())
    )
    titles = (
        title
        for source in bank.sources
        for title in (source.title, *(section.title for section in source.sections))
    )
    in_titles = _places(wanted, map(words, titles))
    in_questions = _places(wanted, (each.words for each in questions))
    references = list(context.facts)
    for at, each in enumerate(questions):
        for answer in each.recalled:
            stands = {place for form in answer.forms for place in _where(form, in_facts)}
            elsewhere = {place for form in answer.forms for place in _where(form, in_questions)} - {at}
            titled = any(_where(form, in_titles) for form in answer.forms)
            if len(stands) == 1 and not elsewhere and not titled:
                yield _finding(context.questions[at], answer, references[min(stands)])


def _finding(question: Question, answer: Recalled, fact: str) -> Finding:
    message = f'"{answer.text}" stands in one fact, "{fact}", and in no other question'
    help = "keep it if something hangs on it; else ask for what does"
    return Finding(path=answer.path, message=message, help=help, subject=question_subject(question.id))


def mentions_of(question: Question, grounds: Grounds) -> Mentions:
    """What the question wants recalled, and every word that it mentions."""
    recalled = (
        Recalled(answer.key.text, answer.key.path, _forms(answer, grounds)) for answer in _recalled(question)
    )
    return Mentions(
        tuple(recalled), tuple(sorted({word for text in _texts(question) for word in words(text)}))
    )


MENTIONS = Trait("mentions", mentions_of, Mentions)
TRAITS = (MENTIONS,)


def _texts(question: Question) -> Iterator[str]:
    yield asked_text(question)
    yield from (option.text for option in options(question))
    yield from (form.text for answer in answers(question) for form in answer.forms)


def _recalled(question: Question) -> Iterator[ExpectedAnswer]:
    if question.level is not Level.REMEMBER or isinstance(question, Numerical | Cloze):
        return
    yield from (answer for answer in answers(question) if values.read(answer.key.text) is None)


def _forms(answer: ExpectedAnswer, grounds: Grounds) -> tuple[tuple[str, ...], ...]:
    """Every form that begins with a capital."""
    aliases = grounds.name_index.forms(answer.key.text)
    texts = (*(form.text for form in answer.forms), *aliases)
    return tuple(words(text) for text in texts) if answer.key.text[:1].isupper() else ()


def _places(wanted: frozenset[str], texts: Iterable[tuple[str, ...]]) -> Places:
    """Where each *wanted* word stands: the texts, by index."""
    found: Places = {}
    for place, text in enumerate(texts):
        for word in wanted.intersection(text):
            found.setdefault(word, set()).add(place)
    return found


def _where(form: tuple[str, ...], places: Places) -> set[int]:
    """The places in which all words of the form stand."""
    return set.intersection(*(places.get(word, set()) for word in form)) if form else set()
