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

from quizmill.bank import values
from quizmill.bank.document import stands_in
from quizmill.bank.figures import stands_among
from quizmill.bank.fold import fold
from quizmill.bank.model import Level, Question
from quizmill.bank.reader.fault import Path
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import options
from quizmill.check.measure.typed_answers import answers
from quizmill.check.phrasing import some
from quizmill.errors import Severity

ID = "evidence-mismatch"
SEVERITY = Severity.WARNING


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every such answer."""
    facts = list(grounds.evidence(question))
    if not facts or question.level is not Level.REMEMBER:
        return
    for path, answer in _answers(question):
        if not _is_given(answer, facts, grounds):
            yield Finding(
                path=path,
                message=f'"{answer}" stands in none of the facts: {some(facts)}',
                help="mend the answer, or name the fact it stands in; what has to be worked out is no "
                "`level: remember`",
            )


def _is_given(text: str, facts: list[str], grounds: Grounds) -> bool:
    """Whether one of the facts gives it; true of what is neither a figure nor a name."""
    value, name = values.read(text), grounds.named(text)
    said = [grounds.figures.of_fact(reference) for reference in facts]
    if value is not None and any(stands_among(value, stated) for _, stated in said):
        return True
    spellings = (name.name, *name.aliases) if name else (text,) if value is not None else ()
    wanted = [fold(spelling) for spelling in spellings]
    return not wanted or any(stands_in(each, texts) for texts, _ in said for each in wanted)


def _answers(question: Question) -> Iterator[tuple[Path, str]]:
    """What is right, without markup, where it is a text of its own: chosen or typed."""
    yield from ((option.path, option.text) for option in options(question) if option.right)
    yield from ((answer.key.path, answer.key.text) for answer in answers(question))
