"""A blank stands after a bare preposition, and nothing says what kind of answer is wanted.

A word that says the kind stands among the four words before it or the two after it: the year, the company,
the city of. Signs of money and units say it too.

Why: `founded in` is followed by a year, a place or a garage, and each of them is right.

Source: Matuschak 2020: prompts are precise.

Bad:
    text: "The Red Cross was founded in {{1863}} by Henry Dunant."

Good:
    text: "The Red Cross was founded in the year {{1863}} by Henry Dunant."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import cloze, values
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.kinds import NAMES, VALUES, kind
from quizmill.check.language.tokens import content, words
from quizmill.errors import Severity

ID = "cloze-many-fits"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_BEFORE, _AFTER = 4, 2  # words in which the kind is told
_OPEN = frozenset("in at on by from with".split())
_BARE = re.compile(r"[^\W\d_]\s+$")
_MONTHS = (
    "january february march april may june july august september october november december spring summer "
    "autumn winter morning evening"
)
_NARROWING = frozenset(
    f"""year years month months day days date week century decade quarter age era period season company
    companies firm business maker manufacturer retailer publisher newspaper magazine bank fund club team group
    party organisation organization agency institute university college school church army government
    ministry court person people man woman founder author writer poet painter artist composer singer
    actor director scientist chemist physicist biologist mathematician physician doctor philosopher
    inventor engineer explorer emperor king queen prince president minister chancellor general
    investor chief city town village capital country nation state province county region district
    continent island river lake sea ocean mountain street place site language word term name title
    book novel play poem film song opera painting product phone car model app software program system
    website machine device engine chip drug medicine vitamin hormone enzyme protein gene organ tissue
    bone muscle nerve cell organelle species plant animal element metal gas acid base compound
    molecule atom ion particle mineral rock colour color number amount sum price percent unit law rule theorem
    principle theory method function operator keyword command type class structure process stage phase
    material substance layer port game sport brand series chapter act section page member
    partner rival buyer seller owner programmer friend {_MONTHS}""".split()
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every such blank."""
    if not isinstance(question, Cloze):
        return
    segments = cloze.segments(question.text)
    for at, blank in enumerate(segments):
        if isinstance(blank, str) or not _names_or_values(plain(blank.answer), grounds):
            continue
        before, after = _words_at(segments, at - 1), _words_at(segments, at + 1)
        if before[-1:] and before[-1] in _OPEN and _BARE.search(_literal(segments, at - 1)):
            near = {*before[-_BEFORE:], *after[:_AFTER]}
            if not (_told(near) or _counts(plain(blank.answer), _literal(segments, at + 1))):
                message = f'many answers fit after "{" ".join(before[-_BEFORE:])}"'
                help = "say before the blank what is wanted: the year, the city of, the company"
                yield Finding(path=("text",), message=message, help=help)


def _names_or_values(answer: str, grounds: Grounds) -> bool:
    return kind(answer, grounds) in NAMES | VALUES or (answer[:1].isupper() and not answer.isupper())


def _told(near: set[str]) -> bool:
    return any(word in _NARROWING or word.removesuffix("s") in _NARROWING for word in near)


def _counts(answer: str, after: str) -> bool:
    """Whether a value is followed by what it counts or measures."""
    first = after.split()[0] if after[:1].isspace() and after.strip() else ""
    measured = after[:1] == "%" or (first[:1].islower() and bool(content(first)))
    return measured and values.read(answer) is not None


def _literal(segments: tuple[str | cloze.Blank, ...], at: int) -> str:
    segment = segments[at] if 0 <= at < len(segments) else ""
    return plain(segment) if isinstance(segment, str) else ""


def _words_at(segments: tuple[str | cloze.Blank, ...], at: int) -> tuple[str, ...]:
    return words(_literal(segments, at))
