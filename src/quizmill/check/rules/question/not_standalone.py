"""The prompt names nothing: no name, no figure, no term, only words like the price and the company.

Why: read alone, months later, it could be about anything.

Source: Matuschak 2020: prompts are precise.

Bad:
    prompt: What was the price?

Good:
    prompt: What was the price of the Louisiana Purchase in US dollars?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.markup import plain, spans
from quizmill.bank.model import Numerical, Question, ShortAnswer, TrueFalse
from quizmill.bank.pictures import is_illustrated
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.check.language.lexicons import PRONOUN
from quizmill.check.language.tokens import content, stem
from quizmill.errors import Severity

ID = "not-standalone"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

# What a question may be about only when it is said of what: nouns that need an owner, and verbs.
_GENERIC = frozenset(
    map(
        stem,
        """price cost sum amount number value size length height weight age date year month day time place
        location company firm business founder owner buyer seller author writer inventor leader director
        president person people man woman name title product result outcome effect cause reason purpose
        goal aim idea main key important first last second third new old next early late original final
        total event thing step stage part role point kind type form sort way method process called known
        named happen begin start end found found founded build built make made sell sold buy bought pay
        paid give gave get got take took become became use used write wrote publish published discover
        discovered invent invented launch launched open opened close closed win won lose lost go went
        come came move moved live lived born die died need needed want wanted work worked help helped
        change changed dollars yuan euros pounds percent percentage years months days hours times
        statement answer question example story article book city country province town state""".split(),
    )
)
_ANCHOR = re.compile(r"\d|[\"“”'‘`=+<>%]|(?<=[^\s.?!:]\s)[A-Z]|[A-Z]{2}|[^\x00-\x7f’–—…]")


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, at the prompt."""
    if not isinstance(question, ShortAnswer | Numerical | TrueFalse):
        return
    if question.context or question.audio or is_illustrated(question):
        return
    asked = prompt(question)
    if _ANCHOR.search(asked) or PRONOUN.search(asked) or len(spans(question.prompt)) > 1:
        return
    said = content(asked)
    if said and said <= _GENERIC and not any(grounds.named(word) for word in plain(question.prompt).split()):
        message = "the prompt names nothing that it is about"
        yield Finding(path=("prompt",), message=message, help="name the person, thing or term it is about")
