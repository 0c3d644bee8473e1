"""Clauses: whether a text says one thing or two, told by its finite verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizmill.bank.fold import fold

_AUXILIARY = frozenset(
    """am is are was were has have had do does did can could will would shall should may might must isn't
    aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't couldn't won't wouldn't""".split()
)
# Forms that are seldom anything but a finite verb.
_FINITE = frozenset(
    """arose ate awoke became began bent bore bought bound broke brought built burnt came caught chose
    clung crept dealt drank drew drove dug fed fell felt fled flew flung forbade foresaw forgave forgot
    fought froze gave got grew heard held hid hung kept knew laid lay led lent lost made meant met
    overcame overtook paid ran rang rebuilt rode rose said sang sank sat saw sent shone shook shot shrank
    slept slid sold sought sped spent spoke sprang stank stole stood stove strode strove struck stuck swam
    swept swore swung taught thought threw told took tore trod understood undertook upheld went wept
    withdrew withheld withstood woke won wore wrote
    accepts achieves acquires adds adopts agrees allows announces appears applies argues arrives avoids
    became becomes begins believes belongs binds breaks brings builds buys carries causes chooses collects
    combines comes competes connects considers consists contains continues converts creates decides
    declines decreases defines delivers denies depends describes develops differs dies disappears
    discovers does eats employs enables encourages ends enters establishes exceeds exists expands expects
    explains fails falls finds follows forces gains gets gives goes grows happens has helps holds ignores
    improves includes increases indicates introduces invents invests involves joins keeps knows lacks
    lasts leads learns leaves lets lies lives loses maintains makes manages means measures meets melts
    moves needs obtains occurs offers opens operates outsells owns pays performs persuades prefers
    prevents produces promises protects proves provides publishes puts raises reaches receives refers
    refuses rejects relies remains removes replaces represents requires rises runs says seeks seems
    sells sends serves shrinks sinks speaks spends stands stays succeeds suffers surrounds takes teaches
    tells tends thinks treats tries turns understands uses varies wants wins works writes""".split()
)
# Words that begin a clause whatever its verb, unless it is `because of`.
_SUBORDINATING = frozenset("because whereas although though which who".split())
_CLEFT = frozenset("it that this".split())  # it was because he was ill that he went
_PRONOUNS = frozenset("it he she they".split())
_AFTER_VERB = frozenset(
    """a an the its his her their this that these those all both each some many in on at to into from by
    with for out up down off over about as more less no two three four five six seven eight nine ten
    only it him them""".split()
)
_PREFIX = re.compile(r"^(?:out|over|under|re|mis)(?=[a-z]{4})")
_ALSO_OTHERS = frozenset("cost cut hit left let put quit set spread split".split())  # in other forms too
_AFTER_NOUN = frozenset("and or of in on at for from to with by than as".split())
_BEFORE_OBJECT = frozenset(
    "a an the its his her their this that these those all each some many no less more it him them".split()
)
_RELATIVE = frozenset("that which who whom whose where when if whether".split())
_PREPOSED = frozenset("of in on at by for from to with under through during".split())
_JOIN = re.compile(r"[;:]\s|,?\s(?:and|but|because|whereas|although|though|while)\s|,\s(?:which|so|who)\s")
_BECAUSE_OF = re.compile(r"^of\s")
_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][\w.-]*\w")  # not what begins a sentence
_TOKEN = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*|[\d][\d.,]*")
_LONGEST = 1000  # characters that are read; the joints of longer texts would take too long
_NEAR = 8  # words after a joining word within which its clause has its verb


def second_claim(text: str) -> str | None:
    """The word that joins a second finite clause to a first, as in `it bought A and sold B`; else None."""
    folded = fold(text[:_LONGEST])
    named = frozenset(fold(word) for word in _NAME.findall(text))
    for match in _JOIN.finditer(folded):
        joint = match[0].strip(" ,") or match[0].strip()
        before = _tokens(folded[: match.start()])
        after = folded[match.end() :].partition(",")[0]
        if joint in _SUBORDINATING:
            if before and not _is_part(before, after):
                return joint
        elif _states(before, named) and _begins_clause(_tokens(after), joint, named):
            return joint
    return None


def _is_part(before: Sequence[str], after: str) -> bool:
    """Whether what follows is no claim of its own: `because of`, or `it was because he …`."""
    return bool(_BECAUSE_OF.match(after)) or (before[0] in _CLEFT and len(before) == 2)


def _is_finite(word: str) -> bool:
    """Whether a folded word is an auxiliary or another form that is finite for certain."""
    return word in _AUXILIARY or word in _FINITE or _PREFIX.sub("", word) in _FINITE


def _tokens(folded: str) -> list[str]:
    return _TOKEN.findall(folded)


def _states(words: Sequence[str], named: frozenset[str]) -> bool:
    """Whether the words hold a finite verb of their main clause, not of a subordinate one left open.

    After a `both` or `between` without its `and`, the verb must stand behind it: in `he led both A and B` the
    words that follow are its second half, in `both firms grew and B` they are not.
    """
    start = 1 + max((i for i, word in enumerate(words) if word in _RELATIVE and i), default=-1)
    pair = max((i for i in range(start, len(words)) if words[i] in ("both", "between")), default=-1)
    if pair >= 0 and "and" not in words[pair:]:
        start = pair + 1
    return any(_is_verb(words, i, named, sure=False) for i in range(start, len(words)))


def _begins_clause(words: Sequence[str], joint: str, named: frozenset[str]) -> bool:
    """Whether a clause begins here: a verb at once, or a subject and then its verb."""
    if len(words) > 1 and words[0] in _PRONOUNS:
        return True
    for i, word in enumerate(words[:_NEAR]):
        if word in _RELATIVE:
            return False
        if _is_verb(words, i, named):
            return i == 0 or joint != "and" or not _PREPOSED.intersection(words[:1])
    return False


def _is_verb(words: Sequence[str], at: int, named: frozenset[str], *, sure: bool = True) -> bool:
    """Whether the word there is finite; unless *sure*, a form in -ed may have a bare object.

    Nouns in -s after one of the *named* have their verb behind them, `Kingsoft phones sell`, or are verbs.
    """
    word = words[at]
    if _is_finite(word):
        return True
    before = words[at - 1] if at else ""
    follower = words[at + 1] if at + 1 < len(words) else ""
    if word in _ALSO_OTHERS:
        return follower in _BEFORE_OBJECT or follower in named
    if word.endswith("s") and len(word) > 3 and word not in named:
        stands_first = at == 0 and follower in _BEFORE_OBJECT
        return stands_first or (before in named and follower != "" and follower not in _AFTER_NOUN)
    if not word.endswith("ed") or len(word) < 5:
        return False
    passive = at and before in ("by", "the", "a", "an", "its", "their", "being", "newly", "of")
    loose = not sure or before in named or not follower or follower in named
    return not passive and (loose or follower in _AFTER_VERB or follower[0].isdigit())
