"""A prompt is harder to read than the document it asks about.

The Flesch-Kincaid grade of a prompt of fifteen words and more, at most two above that of the hardest
document it rests on; words of names count one syllable.

Why: a question should test what its document says, not how well one reads long sentences.

Source: Haladyna, Downing and Rodriguez 2002, guideline 13: minimise the amount of reading.

Bad:
    prompt: Considering the considerable deterioration of international capitalisation, what necessitated …?

Good:
    prompt: Why could Joyo raise no more money in 2000?
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.document import Documents
from quizmill.bank.model import Bank, Question, references_of
from quizmill.check.finding import Finding, question_subject
from quizmill.check.language.lead import prompt
from quizmill.check.measure.readability import reading
from quizmill.check.texts import prompt_path
from quizmill.errors import Severity

ID = "readability"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_FEWEST = 15  # words
_ABOVE = 2.0  # grades


def check_documents(bank: Bank, documents: Documents) -> Iterator[Finding]:
    """Every such prompt."""
    grades = {id: reading("\n".join(each.paragraphs)).grade for id, each in documents.read.items()}
    for _, question in bank.questions():
        known = [grades[id] for id in _sources(question) if id in grades]
        found = reading(prompt(question))
        if known and found.words >= _FEWEST and found.grade > max(known) + _ABOVE:
            yield Finding(
                subject=question_subject(question.id),
                path=prompt_path(question),
                message=f"the prompt reads at grade {found.grade:.1f}, its document at "
                f"{max(known):.1f}: more than {_ABOVE:g} above",
                help="use shorter sentences and plainer words",
            )


def _sources(question: Question) -> set[str]:
    return {reference.partition("/")[0] for reference in references_of(question)}
