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

from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.model import Bank, Cloze, Level, Numerical, Question
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.language.options import options
from quizmill.check.language.words import words
from quizmill.check.measure.answers import Answer, answers
from quizmill.check.texts import asked_text
from quizmill.errors import Severity

ID = "trivial-detail"
SEVERITY = Severity.ADVICE

_LEAST_QUESTIONS = 30

Places = dict[str, set[str]]  # by word, where it stands


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """Every such answer, in a bank large enough to tell."""
    if not context.facts or sum(1 for _ in bank.questions()) < _LEAST_QUESTIONS:
        return
    asked = [
        (question, answer, _forms(answer, context))
        for _, question in bank.questions()
        for answer in _recalled(question)
    ]
    wanted = frozenset(word for *_, forms in asked for form in forms for word in form)
    in_facts = _places(
        wanted,
        ((ref, " ".join((fact.says, *fact.terms, fact.value))) for ref, (_, fact) in context.facts.items()),
    )
    in_titles = _places(
        wanted,
        (
            (source.id, title)
            for source in bank.sources
            for title in (source.title, *(section.title for section in source.sections))
        ),
    )
    in_questions = _places(
        wanted, ((question.id, text) for _, question in bank.questions() for text in _asked(question))
    )
    for question, answer, forms in asked:
        stands = {ref for form in forms for ref in _where(form, in_facts)}
        elsewhere = {id for form in forms for id in _where(form, in_questions)} - {question.id}
        if len(stands) == 1 and not elsewhere and not any(_where(form, in_titles) for form in forms):
            message = f'"{answer.key.text}" stands in one fact, "{min(stands)}", and in no other question'
            help = "keep it if something hangs on it; else ask for what does"
            subject = question_subject(question.id)
            yield Finding(path=answer.key.path, message=message, help=help, subject=subject)


def _asked(question: Question) -> Iterator[str]:
    yield asked_text(question)
    yield from (option.text for option in options(question))
    yield from (form.text for answer in answers(question) for form in answer.forms)


def _recalled(question: Question) -> Iterator[Answer]:
    if question.level is not Level.REMEMBER or isinstance(question, Numerical | Cloze):
        return
    yield from (answer for answer in answers(question) if values.read(answer.key.text) is None)


def _forms(answer: Answer, context: Context) -> tuple[tuple[str, ...], ...]:
    """The words of each form that is a name or term: every one that begins with a capital."""
    aliases = context.name_index.forms(answer.key.text)
    texts = (*(form.text for form in answer.forms), *aliases)
    return tuple(words(text) for text in texts) if answer.key.text[:1].isupper() else ()


def _places(wanted: frozenset[str], texts: Iterator[tuple[str, str]]) -> Places:
    found: Places = {}
    for place, text in texts:
        for word in wanted.intersection(words(text)):
            found.setdefault(word, set()).add(place)
    return found


def _where(form: tuple[str, ...], places: Places) -> set[str]:
    """The places in which all words of the form stand."""
    return set.intersection(*(places.get(word, set()) for word in form)) if form else set()
