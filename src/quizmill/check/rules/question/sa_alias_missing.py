"""A right answer would be marked wrong: another name of the thing, or another notation of the value.

Each is put to the marker. Names that the prompt itself uses are no answers. Left out are answers that are
asked for as they are written: code, and those of a question with `compare`.

Why: a learner who knew it is told that he did not.

Source: our own.

Bad:
    prompt: Which firm makes the *M/S* biscuit?
    answer: Marks & Spencer          # names.yaml: aliases: [M or S]

Good:
    prompt: Which firm makes this biscuit?
    answer: Marks & Spencer
    accept: [M or S]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.model import Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.notations import notations
from quizmill.check.measure.typed_answers import ExpectedAnswer, answers
from quizmill.errors import Severity
from quizmill.grade.normalise import tokens

ID = "sa-alias-missing"
SEVERITY = Severity.WARNING


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every form of an answer that the marker refuses."""
    for answer in filter(lambda answer: answer.free, answers(question)):
        for given, what in _forms(answer, grounds):
            if not answer.accepts(given, grounds.name_index):
                message = f'"{given}", {what} "{answer.key.text}", would be marked wrong'
                yield Finding(path=answer.key.path, message=message, help="add it to the accepted forms")


def _forms(answer: ExpectedAnswer, grounds: Grounds) -> Iterator[tuple[str, str]]:
    if name := grounds.named(answer.key.text):
        for alias in (name.name, *name.aliases):
            if not answer.wanted.tokens.issuperset(tokens(alias)):
                yield alias, "another name of"
    elif value := values.read(answer.key.text):
        for notation in notations(value):
            yield notation, "another notation of"
