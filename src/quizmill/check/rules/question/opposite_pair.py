"""The key is one of the only two options that say the opposite of each other.

Why: whoever sees the pair guesses that the key is in it, and has half the options struck out.

Source: our own.

Bad:
    answer: It raises the boiling point
    distractors: [It lowers the boiling point, It colours the water, It frees oxygen]

Good:
    answer: It raises the boiling point
    distractors: [It colours the water, It frees oxygen, It speeds up the flow]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from quizmill.bank.model import MultipleChoice, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import Option, is_meta, options
from quizmill.check.language.tokens import words
from quizmill.errors import Severity

ID = "opposite-pair"
SEVERITY = Severity.ADVICE

_FEWEST = 3  # two options may well be opposites: that is the question
_OPPOSITES = """
    raise/lower raises/lowers raised/lowered raising/lowering increase/decrease increases/decreases
    increased/decreased increasing/decreasing rise/fall rises/falls rose/fell rising/falling gain/lose
    gains/loses gained/lost first/last buy/sell buys/sells bought/sold win/lose wins/loses won/lost
    online/offline more/less more/fewer most/least higher/lower high/low larger/smaller large/small
    bigger/smaller big/small longer/shorter long/short faster/slower fast/slow stronger/weaker strong/weak
    before/after above/below over/under up/down left/right inside/outside internal/external early/late
    earlier/later open/closed opens/closes opened/closed open/close start/stop starts/stops started/stopped
    begin/end begins/ends began/ended positive/negative hot/cold hotter/colder warm/cool warmer/cooler
    heavier/lighter heavy/light deeper/shallower thicker/thinner cheap/dear cheap/expensive
    cheaper/dearer rich/poor old/new older/newer older/younger maximum/minimum maximise/minimise
    maximize/minimize maximal/minimal expand/contract expands/contracts expanded/contracted
    accept/reject accepts/rejects accepted/rejected always/never all/none with/without true/false
    active/passive public/private import/export imports/exports add/remove adds/removes added/removed
    forward/backward forwards/backwards direct/indirect directly/indirectly dominant/recessive
    acidic/alkaline acid/base oxidised/reduced oxidized/reduced absorb/release absorbs/releases
    presence/absence present/absent success/failure succeeded/failed profit/loss supply/demand
    strengthen/weaken strengthens/weakens strengthened/weakened widen/narrow widens/narrows
    convex/concave upper/lower front/back north/south east/west northern/southern eastern/western
    systolic/diastolic anterior/posterior proximal/distal superior/inferior dorsal/ventral
    agonist/antagonist hyper/hypo speed/slow speeds/slows
"""
_PAIRS = frozenset(frozenset(pair.split("/")) for pair in _OPPOSITES.split())
_DENIALS = frozenset("not no never cannot don't doesn't didn't isn't aren't wasn't can't won't non".split())
_NEUTRAL = re.compile(
    r"\b(?:the same|unchanged|no (?:change|effect|difference)|constant|neither|equal|zero|not? change)\b",
    re.IGNORECASE,
)
_DO = frozenset("do does did".split())  # stand beside an inserted not
_PREFIXES = (
    "un",
    "in",
    "im",
    "il",
    "ir",
    "non",
    "dis",
    "de",
    "hypo",
    "hyper",
    "endo",
    "exo",
    "hetero",
    "homo",
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, at the key, where there is one such pair and it holds the key."""
    if not isinstance(question, MultipleChoice):
        return
    found = [option for option in options(question) if not is_meta(option.text)]
    if len(found) < _FEWEST:
        return
    if any(_NEUTRAL.search(option.text) for option in found):
        return  # up, down, or neither: nothing else is left
    pairs = [(one, other) for one, other in combinations(found, 2) if _opposite(one, other)]
    if len(pairs) == 1 and any(option.right for option in pairs[0]):
        key, other = sorted(pairs[0], key=lambda option: not option.right)
        message = (
            f'"{key.text}" is right, and "{other.text}" is the only option that says the opposite of another'
        )
        help = "replace it, or give another option its opposite too"
        yield Finding(path=other.path, message=message, help=help)


def _opposite(one: Option, other: Option) -> bool:
    mine, theirs = list(words(one.text)), list(words(other.text))
    if len(mine) == len(theirs):
        differing = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
        return len(differing) == 1 and _opposed(*differing[0])
    shorter, longer = sorted((mine, theirs), key=len)
    bare = [word for word in longer if word not in _DENIALS]
    if len(bare) == len(longer) or not set(shorter).isdisjoint(_DENIALS):
        return False
    return _without_do(bare) == _without_do(shorter)


def _opposed(one: str, other: str) -> bool:
    if frozenset((one, other)) in _PAIRS:
        return True
    return any(one == prefix + other or other == prefix + one for prefix in _PREFIXES) or any(
        one.startswith(prefix)
        and other.startswith(against)
        and one[len(prefix) :] == other[len(against) :] != ""
        for prefix, against in (("hypo", "hyper"), ("hyper", "hypo"), ("endo", "exo"), ("exo", "endo"))
    )


def _without_do(text: list[str]) -> list[str]:
    """The words, verbs without the ending that do, does and did take over."""
    return [word.removesuffix("s") for word in text if word not in _DO]
