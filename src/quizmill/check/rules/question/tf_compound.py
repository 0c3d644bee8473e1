"""A statement to judge makes two claims.

Two finite clauses that are joined, or four names and figures and more. Words in quotation marks do not count.

Why: when one claim is true and the other false, the statement is half true, and a wrong verdict does not tell
which of them was not known.

Source: Haladyna, Downing and Rodriguez 2002, on true/false items; Matuschak 2020: prompts are focused.

Bad:
    prompt: The Titanic sank in 1912 because her captain was asleep.

Good:
    prompt: The Titanic sank in 1912.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Question, TrueFalse
from quizmill.check.attribution import without_titles
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.clauses import second_claim
from quizmill.check.language.lead import statement
from quizmill.check.language.quoting import without_quotations
from quizmill.errors import Severity

ID = "tf-compound"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_MOST = 3  # names and figures: who did what when
_LONGEST_NAME = 4  # words
_FIGURE = re.compile(r"\d")
_SCALES = frozenset("thousand million billion trillion percent".split())


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, for the second clause before the names and figures."""
    if not isinstance(question, TrueFalse):
        return
    said = without_quotations(statement(question))
    if joint := second_claim(said):
        message = f'two claims, joined by "{joint}"'
        yield Finding(path=("prompt",), message=message, help="ask one of them, or make two questions")
        return
    parts = _particulars(without_titles(said, grounds).split(), grounds)
    if len(parts) > _MOST:
        message = f"{len(parts)} names and figures ({', '.join(parts)}), more than {_MOST}"
        yield Finding(path=("prompt",), message=message, help="leave out what is not judged")


def _particulars(text: list[str], grounds: Grounds) -> list[str]:
    """The different names and figures of folded words, longest first at each place."""
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        length = next(
            (n for n in range(_LONGEST_NAME, 0, -1) if grounds.named(" ".join(text[at : at + n]))), 0
        )
        if name := grounds.named(" ".join(text[at : at + length])) if length else None:
            found.setdefault(name.name, name.name)
        elif _FIGURE.match(text[at]):
            length = 1 + (text[at + 1 : at + 2] != [] and text[at + 1] in _SCALES)
            figure = " ".join(text[at : at + length])
            found.setdefault(figure, figure)
        at += length or 1
    return list(found.values())
