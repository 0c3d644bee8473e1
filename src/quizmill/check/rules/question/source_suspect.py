"""A question rests on a doubted claim, and its explanation does not say why it is doubted.

The explanation says so when it shares two words of weight with the `doubt` of a fact: any two, where it has
a word such as "disputed" or "in fact", else two that neither the prompt nor the fact has. That the prompt
says whose claim it is, `conflict-unsourced` sees to.

Why: a learner remembers the claim long after the question, and should remember the doubt with it.

Source: Wozniak, Twenty rules of formulating knowledge, rule 18: provide sources.

Bad:
    facts: [lei-jun-life/lephone]      # doubt: LePhone was Lenovo's own phone brand
    explanation: The article says that he launched it in 2011.

Good:
    facts: [lei-jun-life/lephone]
    explanation: So the article says; elsewhere LePhone is known as a phone brand of Lenovo's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import plain
from quizmill.bank.model import Essay, Fact, Question, TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.check.language.lexicons import pattern
from quizmill.check.language.tokens import content
from quizmill.errors import Severity

ID = "source-suspect"
SEVERITY = Severity.WARNING

_SHARED = 2  # words
_DOUBTING = pattern(
    r"disput\w+|doubt\w*|contest\w+|contradict\w*|unconfirmed|unlikely|dramatis\w+|exaggerat\w+",
    r"in (?:fact|truth|reality)|actually|really|elsewhere|however|otherwise|wrong(?:ly)?|mistaken\w*",
    r"(?:other|outside) (?:accounts?|sources?|records?)|usually|by other\w*|no (?:witness|source|record)",
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """At most one finding; an essay's marker reads the doubt beside each fact."""
    doubted = {reference: fact for reference, (_, fact) in grounds.evidence(question).items() if fact.doubt}
    told = question.explanation
    if isinstance(question, TrueFalse):
        told += "\n" + question.correction
    if isinstance(question, Essay) or any(_is_explained(fact, question, told) for fact in doubted.values()):
        return
    for reference, fact in doubted.items():
        yield Finding(
            path=("explanation",) if question.explanation else (),
            message=f'"{reference}" is disputed, and the explanation does not say why',
            help=f"say so in the explanation: {fact.doubt}",
        )
        return


def _is_explained(fact: Fact, question: Question, told: str) -> bool:
    words, reason = content(plain(told)), content(fact.doubt)
    if _DOUBTING.search(told):
        return len(reason & words) >= min(_SHARED, len(reason))
    return len((reason - content(prompt(question)) - content(fact.says)) & words) >= _SHARED
