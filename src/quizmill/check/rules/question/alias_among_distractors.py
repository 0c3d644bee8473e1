"""A wrong option is another name of a right one.

Which names are one is told by names.yaml. Left out are options of which each character counts: a question
of how a name is written has the others for distractors.

Why: the distractor is right as well, and whoever picks it is marked wrong.

Source: Haladyna, Downing and Rodriguez 2002, guideline 19: only one choice is the right answer.

Bad:
    answer: Amazon
    distractors: [Amazon.com, Alibaba]

Good:
    answer: Amazon
    distractors: [eBay, Alibaba]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import same
from quizmill.bank.model import Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import options
from quizmill.errors import Severity

ID = "alias-among-distractors"
SEVERITY = Severity.WARNING


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every wrong option that names what a right one names."""
    if not grounds.names:
        return
    written = [option for option in options(question) if not option.exact]
    owners = {
        name: option.text for option in written if option.right and (name := grounds.named(option.text))
    }
    for option in written if owners else ():
        if option.right:
            continue
        name = grounds.named(option.text)
        if name in owners and same(option.text) != same(owners[name]):
            message = f'"{option.text}" is another name of "{owners[name]}", which is right'
            yield Finding(path=option.path, message=message, help="replace it by something else")
