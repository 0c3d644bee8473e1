"""An opinion is asked as if it were a fact.

The prompt or the right answer praises, outside quotation marks, and nobody is named who says so.

Why: praise cannot be known, only agreed with.

Source: Haladyna, Downing and Rodriguez 2002, guideline 6: avoid opinion-based items.

Bad:
    prompt: Which visionary composer wrote the Ninth Symphony?

Good:
    prompt: Which composer wrote the *Ode to Joy* symphony, his ninth?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.markup import plain
from quizmill.bank.model import Essay, Question
from quizmill.bank.reader.fault import Path
from quizmill.check.attribution import says_whose
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import options
from quizmill.check.language.lead import prompt
from quizmill.check.language.quoting import without_quotations
from quizmill.check.measure.typed_answers import answers
from quizmill.check.texts import asked_text, prompt_path
from quizmill.errors import Severity

ID = "opinion-as-fact"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_OF_A_SCALE = (  # the greatest of these is measured
    "common|number|lower|integer|possible|amount|risk|share|depth|height|extent|increase|decrease|value|effect"
)
_OF_A_CHOICE = (  # the best of these is a matter of the field
    "description|definition|explanation|example|answer|choice|option|statement|summary|estimate|approximation|fit"
    "|practices?|method|way|approach|translation|first step|next step|response|treatment|case|known"
)
_PRAISE = re.compile(
    rf"""\b(?:greatest(?!\s+(?:{_OF_A_SCALE}))
       | iconic | remarkabl[ey] | meteoric | visionary | brilliant(?:ly)? | truly | legendary | amazing(?:ly)?
       | incredibl[ey] | outstanding(?!\s+(?:shares?|debts?|balance|claims?|stock|loans?)) | superb | genius
       | magnificent | phenomenal | extraordinary | wonderful | stunning | groundbreaking | masterful
       | unparalleled | awe-inspiring | breathtaking | fantastic | finest
       | (?:the|world['’]s|country['’]s|whose|its|his|her)\s+(?:very\s+)?best(?![-\s]+(?:{_OF_A_CHOICE})\b)
         (?!\s+\w+\s+(?:to|for)\b)
         (?=\s+[a-z]+(?<!s)\b))\b""",
    re.IGNORECASE | re.VERBOSE,
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, for the first such word."""
    for path, text in _texts(question):
        found = _PRAISE.search(without_quotations(text))
        if found and not says_whose(asked_text(question), grounds):
            message = f'"{found[0].lower()}" is an opinion, and nobody is named who holds it'
            yield Finding(path=path, message=message, help="leave it out, or say who says so")
            return


def _texts(question: Question) -> Iterator[tuple[Path, str]]:
    yield prompt_path(question), prompt(question)
    yield from ((option.path, option.text) for option in options(question) if option.right)
    yield from ((form.path, form.text) for answer in answers(question) for form in answer.forms)
    if isinstance(question, Essay):
        yield from ((("points", i), plain(point.point)) for i, point in enumerate(question.points))
