"""The prompt tells time from "now": five years ago, the next decade, soon.

A year in the prompt or its context gives such words their anchor; so does a document that is named and whose
date is known, and an event they are counted from (the next five years after the sale). A `now` at the end
counts from what the sentences before it tell (the current is halved; how much is lost now?).

Why: nobody knows what a writer's "now" was, and each year makes the answer wronger.

Source: Wozniak, Twenty rules of formulating knowledge, rule 19: provide date stamping.

Bad:
    prompt: What did Xiaomi begin five years ago?

Good:
    prompt: What did Xiaomi begin in 2020?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.markup import plain
from quizmill.bank.model import Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.check.language.lexicons import hits, pattern
from quizmill.check.language.tokens import words
from quizmill.check.language.years import years_in
from quizmill.check.texts import prompt_path
from quizmill.errors import Severity

ID = "relative-time"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_UNIT = r"(?:year|month|week|day|quarter|decade|centur)(?:s|y|ies)?"
_NEAR = r"(?:next|last|past|coming|previous|recent)"
_RELATIVE = pattern(
    rf"(?:[\w-]{{1,30}} )?{_UNIT} (?:ago|from now)",
    rf"(?:the|these|over|in|within|during) (?:the )?{_NEAR} (?:[\w-]{{1,30}} )?{_UNIT}",
    r"(?:next|last|this) (?:year|month|week|quarter|decade|century|spring|summer|autumn|winter)",
    r"recently|lately|nowadays|yesterday|tomorrow|currently|at present|to date|so far|these days",
    r"(?:will|to|very) soon|soon to",
    r"(?:until|as of|by|of|even|still) (?:now|today)|today(?='s)|(?:today|now)(?=\W*$)",
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']{4,}'(?!\w)|\*[^*]+\*")
_COUNTED_FROM = pattern(
    r"after|since|from the|before|following|when|then|at the time|that time|\w+ing of",
    r"(?:one|each|every|the first|the same) (?:year|month|week|day)",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
)
_CHANGED = (
    r"(?:doubled|halved|trebled|tripled|quartered|raised|lowered|increased|reduced|heated|cooled|added|removed"
    r"|replaced|swapped|lengthened|shortened)"
)
_AFTER_A_CHANGE = pattern(rf"(?:is|are) (?:then )?{_CHANGED}[^?]{{0,200}}[.;,] [^.;?]{{0,200}}now(?=\W*$)")


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for the first such phrase."""
    asked = prompt(question)
    unquoted = _QUOTED.sub(" ", asked)
    found = hits(_RELATIVE, unquoted)
    if found and not _is_anchored(question, unquoted, grounds):
        yield Finding(
            path=prompt_path(question),
            message=f'"{found[0]}" depends on when it is read',
            help="write the year, or count from an event that the prompt names",
        )


def _is_anchored(question: Question, unquoted: str, grounds: Grounds) -> bool:
    asked = f"{prompt(question)}\n{plain(question.context)}"
    if years_in(asked) or _COUNTED_FROM.search(unquoted) or _AFTER_A_CHANGE.search(unquoted):
        return True
    spaced = f" {' '.join(words(asked))} "
    dated = {source.id: source for source, fact in grounds.evidence(question).values() if source.published}
    titles = [title for source in dated.values() for title in (source.title, source.short_title) if title]
    return any(f" {' '.join(words(title))} " in spaced for title in titles)
