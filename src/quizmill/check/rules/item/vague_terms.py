"""An option, or a statement to be judged, says usually, often, rarely or the like.

A statement to be judged is that of a true/false question, or of a choice between true and false. Left out are
options that all have the word, and words that the facts have too. The words predict little: judges take
exception to about one in three such options, hardly ever to `often` or `regularly`; hence advice.

Why: people disagree on how often often is, so the truth of what is said is arguable.

Source: NBME Item-Writing Guide 2020, chapter 3: avoid vague terms in options.

Bad:
    answer: It usually works
    distractors: [It rarely works, It seldom works]

Good:
    answer: It works in 9 of 10 patients
    distractors: [It works in 5 of 10 patients, It works in 1 of 10 patients]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.lexicons import VAGUE
from quizmill.check.rules.item.tf_as_options import is_judged
from quizmill.errors import Severity

ID = "vague-terms"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True
_HELP = "say how much or how often, in figures where you can"


def check_item(item: Item) -> Iterator[Finding]:
    """The statement, or every option with the words."""
    if is_judged(item) and (found := item.own_terms(VAGUE, item.lead)):
        message = f'whether the statement is true hangs on "{min(found)}"'
        yield Finding(path=item.path, message=message, help=_HELP)
    if not item.chosen:
        return
    for option in item.real:
        if found := item.own_terms(VAGUE, option.text):
            yield Finding(path=option.path, message=f'the option says "{min(found)}"', help=_HELP)
