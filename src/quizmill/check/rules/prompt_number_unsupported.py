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
from collections import defaultdict
from collections.abc import Iterable, Iterator

from quizmill.bank import values
from quizmill.bank.model import Bank, Fact, Level, Question, Source, TrueFalse
from quizmill.bank.values import Quantity, Value
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.language.lead import prompt
from quizmill.check.listing import some
from quizmill.check.measure.figures import Figure, figures, stands_among
from quizmill.check.texts import prompt_path
from quizmill.errors import Severity

ID = "prompt-number-unsupported"
SEVERITY = Severity.WARNING

_SMALL = 10
_CJK = r"\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"\d+|[{_CJK}]|[^\W\d_{_CJK}]+")  # a name may begin at each: 10 in Mi10, 小 in 买小米10
_ROUNDED = re.compile(r"\bnearest [\w.,$¥€£]+(?: (?:thousand|million|billion))?", re.IGNORECASE)


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """Every such figure; a false statement may hold one, for that may be what is false."""
    known = {source.id: frozenset(_figures_of(source)) for source in bank.sources}
    free = _Named(bank)
    for _, question in bank.questions():
        sources = {source.id: source for source, _ in context.evidence(question).values()}
        if not sources or question.level is not Level.REMEMBER or _is_false(question):
            continue
        found = {value for id in sources for value in known[id]}
        for figure in _asked(question, free):
            if not stands_among(figure.value, found):
                yield Finding(
                    subject=question_subject(question.id),
                    path=prompt_path(question),
                    message=f'"{figure.text}" stands in no fact of {_named_as(sources.values())}',
                    help="mend the figure, or add the fact that gives it",
                )


def _named_as(sources: Iterable[Source]) -> str:
    return some([source.name for source in sources])


def _is_false(question: Question) -> bool:
    return isinstance(question, TrueFalse) and not question.answer


def _asked(question: Question, free: _Named) -> Iterator[Figure]:
    bare = _ROUNDED.sub(" … ", free.left_out(prompt(question)))
    return (figure for figure in figures(bare) if not _is_small(figure.value))


def _is_small(value: Value) -> bool:
    return (
        isinstance(value, Quantity)
        and not value.currency
        and value.unit != "%"
        and abs(value.amount) <= _SMALL
    )


def _figures_of(source: Source) -> Iterator[Value]:
    texts = [source.title, source.short_title, *(section.title for section in source.sections)]
    texts += [text for fact in source.facts for text in _texts(fact)]
    yield from (figure.value for text in texts for figure in figures(text))
    published = values.read(str(source.published)) if source.published else None
    if published:
        yield published


def _texts(fact: Fact) -> tuple[str, ...]:
    return (fact.says, *fact.terms, fact.value, fact.as_of, fact.doubt)


class _Named:
    """Names and titles that hold a figure, by their first word."""

    def __init__(self, bank: Bank) -> None:
        written = [text for name in bank.names for text in (name.name, *name.aliases)]
        written += [title for source in bank.sources for title in (source.title, source.short_title)]
        by_first: defaultdict[str, list[str]] = defaultdict(list)
        for text in sorted({text for text in written if re.search(r"\d", text)}, key=len, reverse=True):
            if first := _WORD.search(text):
                by_first[first[0].lower()].append(re.escape(text[first.start() :]))
        self._by_first = {
            first: re.compile("|".join(found), re.IGNORECASE) for first, found in by_first.items()
        }

    def left_out(self, text: str) -> str:
        """The text with each of them as a gap, the longest that begins at a word."""
        kept, end = "", 0
        for word in _WORD.finditer(text) if self._by_first else ():
            names = self._by_first.get(word[0].lower())
            found = names.match(text, word.start()) if names and word.start() >= end else None
            if found:
                kept += f"{text[end : found.start()]} … "
                end = found.end()
        return kept + text[end:]
