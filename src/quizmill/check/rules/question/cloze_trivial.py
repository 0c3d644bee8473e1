"""A blank hides a word that grammar or common sense supplies.

An article, a preposition, an auxiliary, a common verb or adjective. Names, figures and the terms of facts
never count.

Why: the card tests grammar, not the matter.

Source: Wozniak, Twenty rules of formulating knowledge, rule 5: cloze deletion of what is to be known.

Bad:
    text: "The Suez Canal {{was}} opened in 1869."

Good:
    text: "The Suez Canal was opened in the year {{1869}}."
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.model import Cloze, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.tokens import content, words
from quizmill.check.measure.typed_answers import answers
from quizmill.errors import Severity

ID = "cloze-trivial"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_COMMON = frozenset(
    """big large small great good bad new old high low long short many much few more most very first last
    next important main major key significant different similar same other several various certain
    special own made make makes did does do went go goes got get gets gave give gives took take takes
    came come comes became become becomes began begin begins said say says called call calls used use
    uses successful famous popular well known really quickly slowly""".split()
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every such blank."""
    if not isinstance(question, Cloze):
        return
    terms: set[str] | None = None
    for answer in answers(question):
        key = answer.key.text
        if not _is_trivial(key) or values.read(key) or grounds.named(key):
            continue
        if terms is None:
            terms = {
                word
                for _, fact in grounds.evidence(question).values()
                for t in fact.terms
                for word in words(t)
            }
        if not terms.issuperset(words(key)):
            help = "hide what is to be known: a name, a figure, a term"
            yield Finding(path=("text",), message=f'"{key}" is a word that anyone supplies', help=help)


def _is_trivial(key: str) -> bool:
    found = words(key)
    if len(found) == 1 and (len(key) == 1 or not key.islower()):
        return False  # a sign, an element, an acronym
    alphabetic = bool(found) and all(word.isalpha() and word.isascii() for word in found)
    return alphabetic and ((not content(key) and _is_function(found)) or _COMMON.issuperset(found))


def _is_function(found: tuple[str, ...]) -> bool:
    """Whether no word is short for something: what has no stem may just have two letters."""
    return all(len(word) > 2 or word in _TWO_LETTERS for word in found)


_TWO_LETTERS = frozenset("am an as at be by do go he if in is it me my no of on or so to up us we".split())
