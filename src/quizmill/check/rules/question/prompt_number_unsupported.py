"""A year, sum or number in the prompt stands in no fact of the documents the question rests on.

Numbers up to ten are let be, since they often count the options or the parts of the question; so are the
figures in names and titles, decades, and what an answer is rounded to. Questions above the level `remember`
are not judged: they may bring a case with figures of their own.

Why: a figure that no document gives is a slip, and it sends a learner who knows better astray.

Source: Wozniak, Twenty rules of formulating knowledge, rule 18: provide sources.

Bad:
    prompt: How much did Amazon offer for Joyo in 2005?      # the document says 2004

Good:
    prompt: How much did Amazon offer for Joyo in 2004?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizmill.bank.figures import Figure, figures
from quizmill.bank.model import Level, Question, Source, TrueFalse
from quizmill.bank.values import Quantity, Value
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.check.phrasing import some
from quizmill.check.texts import prompt_path
from quizmill.errors import Severity

ID = "prompt-number-unsupported"
SEVERITY = Severity.WARNING

_SMALL = 10
_ROUNDED = re.compile(r"\bnearest [\w.,$¥€£]+(?: (?:thousand|million|billion))?", re.IGNORECASE)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every such figure; a false statement may hold one, for that may be what is false."""
    sources = {source.id: source for source, _ in grounds.evidence(question).values()}
    if not sources or question.level is not Level.REMEMBER or _is_false(question):
        return
    for figure in _asked(question, grounds):
        if not any(grounds.figures.of_source(id).holds(figure.value) for id in sources):
            yield Finding(
                path=prompt_path(question),
                message=f'"{figure.text}" stands in no fact of {_named_as(sources.values())}',
                help="mend the figure, or add the fact that gives it",
            )


def _named_as(sources: Iterable[Source]) -> str:
    return some([source.name for source in sources])


def _is_false(question: Question) -> bool:
    return isinstance(question, TrueFalse) and not question.answer


def _asked(question: Question, grounds: Grounds) -> Iterator[Figure]:
    bare = _ROUNDED.sub(" … ", grounds.numbered_names.left_out(prompt(question)))
    return (figure for figure in figures(bare) if not _is_small(figure.value))


def _is_small(value: Value) -> bool:
    return (
        isinstance(value, Quantity)
        and not value.currency
        and value.unit != "%"
        and abs(value.amount) <= _SMALL
    )
