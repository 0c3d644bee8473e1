"""The prompt of a card is long or hard to read.

More than 35 words, or a Flesch-Kincaid grade above 12 where it has fifteen words and more. Names, titles and
figures count as one syllable each.

Why: a card is read many times; the learner should spend the time remembering.

Source: Wozniak, Twenty rules of formulating knowledge, rule 12: optimise wording; Kincaid and others 1975.

Bad:
    prompt: Considering the circumstance that the Mediterranean had been geographically separated from the
      Atlantic, what consequently occurred?

Good:
    prompt: What happened to the Mediterranean when it was cut off from the Atlantic?
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Cloze, Numerical, Question, ShortAnswer
from quizmill.check.attribution import untitled
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.measure.readability import Reading, reading
from quizmill.check.texts import filled_prompt, prompt_path
from quizmill.errors import Severity

ID = "long-prompt"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_MOST_WORDS = 35
_HARDEST = 12.0  # school year
_LEAST_WORDS = 15  # for a grade to mean anything


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding: for the length before the grade."""
    if not isinstance(question, ShortAnswer | Numerical | Cloze):
        return
    path = prompt_path(question)
    asked = filled_prompt(question)
    found = reading(untitled(asked, grounds).replace("…", " Title "))  # a title is read as one word
    if message := _measure(found):
        yield Finding(
            path=path, message=message, help="say it in fewer and shorter words, or in two sentences"
        )


def _measure(found: Reading) -> str:
    if found.words > _MOST_WORDS:
        return f"the prompt has {found.words} words, more than {_MOST_WORDS}"
    if found.words >= _LEAST_WORDS and found.grade > _HARDEST:
        return f"the prompt reads at grade {found.grade:.1f}, above {_HARDEST:.0f}"
    return ""
