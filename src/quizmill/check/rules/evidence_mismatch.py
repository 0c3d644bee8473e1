"""The right answer is a figure or a name that none of the question's facts contains.

Looked at are what a fact says, its terms and its value. A figure may be written in another notation, a name
by one of its aliases. Answers in other words are not judged, nor are questions above the level `remember`:
their answers follow from the facts and need not stand in them.

Why: an answer that its evidence does not give is either wrong or rests on the wrong fact.

Source: Wozniak, Twenty rules of formulating knowledge, rule 18: provide sources.

Bad:
    prompt: How much did Xiaomi pledge for chips?
    answer: ¥200 billion
    facts: [xiaomi-moat/chip-pledge]      # which says ¥50 billion

Good:
    prompt: How much did Xiaomi pledge for research?
    answer: ¥200 billion
    facts: [xiaomi-moat/research-pledge]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import cloze, values
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Bank,
    Cloze,
    Fact,
    Level,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Question,
    ShortAnswer,
)
from quizmill.bank.reader.fault import Path
from quizmill.bank.values import Value
from quizmill.check.context import Context
from quizmill.check.documents import stands_in
from quizmill.check.finding import Finding, question_subject
from quizmill.check.listing import some
from quizmill.check.measure.figures import figures, implied, stands_among
from quizmill.errors import Severity

ID = "evidence-mismatch"
SEVERITY = Severity.ERROR


class _Evidence:
    """What the facts of a bank contain; each fact is read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._read: dict[str, tuple[str, tuple[Value, ...]]] = {}

    def contains(self, text: str, references: list[str]) -> bool:
        """Whether one of the facts gives it; true of what is neither a figure nor a name."""
        value, name = values.read(text), self._context.named(text)
        if value is not None and any(stands_among(value, self._of(fact)[1]) for fact in references):
            return True
        spellings = (name.name, *name.aliases) if name else (text,) if value is not None else ()
        wanted = [fold(spelling) for spelling in spellings]
        return not wanted or any(stands_in(each, self._of(fact)[0]) for fact in references for each in wanted)

    def _of(self, reference: str) -> tuple[str, tuple[Value, ...]]:
        if reference not in self._read:
            texts = _texts(self._context.facts[reference][1])
            found = tuple(figure.value for text in texts for figure in (*figures(text), *implied(text)))
            self._read[reference] = " \n ".join(map(fold, texts)), found
        return self._read[reference]


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """Every such answer."""
    evidence = _Evidence(context)
    for _, question in bank.questions():
        facts = list(context.evidence(question))
        if not facts or question.level is not Level.REMEMBER:
            continue
        for path, answer in _answers(question):
            if not evidence.contains(plain(answer), facts):
                yield Finding(
                    subject=question_subject(question.id),
                    path=path,
                    message=f'"{plain(answer)}" stands in none of the facts: {some(facts)}',
                    help="mend the answer, or name the fact it stands in; what has to be worked out is no "
                    "`level: remember`",
                )


def _texts(fact: Fact) -> tuple[str, ...]:
    return (plain(fact.says), *fact.terms, fact.value, fact.as_of)


def _answers(question: Question) -> Iterator[tuple[Path, str]]:
    match question:
        case MultipleChoice() | ShortAnswer() | Numerical():
            yield ("answer",), question.answer
        case MultipleResponse():
            yield from ((("answers", i), text) for i, text in enumerate(question.answers))
        case Cloze():
            yield from ((("text",), blank.answer) for blank in cloze.blanks(question.text))
        case Matching():
            yield from ((("pairs", i, 1), right) for i, (_, right) in enumerate(question.pairs))
        case _:
            return
