"""Pronouns without anything they could stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

_SUBJECTS = frozenset("he she it they".split())
_OTHERS = frozenset(
    "its his her him their them hers theirs himself herself itself themselves former latter".split()
)
_POINTING = frozenset("this these those".split())
_PRONOUNS = _SUBJECTS | _OTHERS | _POINTING
_AUXILIARY = frozenset(
    "did does do was were is are has have had can could will would should might may must".split()
)
_ASKING = frozenset("what which who whom whose when where why how".split())
_DETERMINING = frozenset("what which whose".split())
_PREPOSITION = frozenset(
    """in on at by for from to with of under after before into during since until about through per""".split()
)
_DETERMINER = frozenset(
    """a an the each every any some no another both many several most all two three four five six my your
    our whose""".split()
)
_LITTLE = frozenset(
    """and or but if as than that then so not only also more less much many long far old often first last
    later earlier there here be been being according""".split()
)
# Asked for after `what` or `how many`: a measure or a time is not what a pronoun stands for.
_MEASURES = frozenset(
    """year years month months day days date time times age number amount sum price percentage percent
    share extent way reason reasons order country city place town""".split()
)
# Neither a time nor a point of a story is it, whatever stands before the word.
_TIMES = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday end beginning start year years month day date time decade
    century past future meantime spring summer autumn winter""".split()
)
_FRONTING = frozenset(
    """after although as at before besides by despite during for from given if in like on since though to
    under unlike until upon when whereas while with without""".split()
)
_NO_NAMES = _AUXILIARY | _ASKING | _PREPOSITION | _DETERMINER | _LITTLE | _TIMES
_AHEAD = 6  # words after a pronoun within which its name may follow
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?|[,;:?!…]")
_PIECE = re.compile(r"[^\W_]+")
_WEATHER = (
    "cold|hot|hott|warm|cool|dark|light|bright|wet|wett|dry|dri|wind|windy|rain|rainy|sunny|humid|foggy"
    "|cloudy"
)
_CLOCK = "late|early|noon|midnight|summer|winter|spring|autumn|night|day|daytime|\\d+|[a-z]+day"
_IMPERSONAL = (
    "possible|impossible|likely|unlikely|probable|true|false|safe|unsafe|wise|legal|illegal|lawful|allowed|forbidden"
    "|permitted|common|usual|normal|customary|advisable|sensible|fair|polite|rude|convenient|difficult|hard|harder"
    "|easy|easier|best|better|worth|time|low tide|high tide|longest|lightest|darkest|brightest"
    "|coldest|hottest"
)
# An `it` that stands for nothing: of what is said behind it, of weather, of time and distance.
_SOMETHING = re.compile(
    r"\bit(?:\s+\w+)?\s+(?:is|was|be|been|has been|seems?|seemed|takes?|took|costs?)\b"
    r"(?=.{0,200}?\b(?:that|who|whether|if)\b|(?: (?!\w+(?:ed|en|ld|nt|de|ght)\b)\w+){1,3} (?:to|for)\b)"
    r"|\bit\s+(?:falls?|fell|fallen)\s+to\b"
    r"|\b(?:is|was|does|did|would|will|can|could|has|may|might)\s+it\s+(?:take|cost|mean|follow|possible|true|said|known|called|"
    r"necessary|important|better|best|easier|harder|ever|that|be (?:said|necessary|possible|better))\b"
    r"|\b(?:is|was)\s+it\b(?=.{0,200}?\bthat\b)"
    r"|\b(?:is|was|be)\s+it\s+(?:\w+\s+){1,3}(?:to|for)\b"
    rf"|\b(?:is|was|be)\s+it\s+(?:not\s+|ever\s+|so\s+|more\s+|less\s+|most\s+)*(?:{_IMPERSONAL})\b"
    r"|\b(?:is|was)\s+it\s+(?:\w+\s+){1,4}?(?:or\s+(?:\w+\s+){1,4}?)?(?:who|that)\b"
    r"|\b(?:whose|which\s+\w+['’]s)\s+turn\s+(?:is|was)\s+it\b"
    r"|\b(?:does|did|would)\s+it\s+(?:matter|happen|seem|appear)\b"
    r"|\bit\s+(?:is|was)\s+(?:an?|the|one|on|in)\s+(?:\w+\s+){0,3}"
    r"(?:morning|afternoon|evening|night|day|[a-z]+day|week|month|summer|winter|spring|autumn|year|time)\b"
    r"|\b(?:make|makes|made|making|find|finds|found|think|consider\w*)\s+it\s+(?:\w+\s+){1,3}(?:to|that|for)\b"
    r"|\bit\s+(?:rain|rains|rained|snow|snows|is raining|is snowing)\b"
    rf"|\bhow\s+(?:far|long|late|early|{_WEATHER})\s+(?:is|was|will|does|did|would|can|has|had)\s+it\b"
    r"|\bwhat\s+(?:time|day|date|month|year|season|hour)\s+(?:is|was|will|would)\s+it\b"
    r"(?=\s*\?|\s+(?:be|in|at|on|when|if|now|today|there|here|after|by)\b)"
    rf"|\b(?:is|was|does|did|will|gets?|can)\s+it\s+(?:be\s+|get\s+|become\s+|grow\s+)?"
    rf"(?:so\s+|much\s+|very\s+|always\s+|usually\s+|often\s+)*(?:{_WEATHER}|{_CLOCK})(?:er|r|ier)?\b"
    rf"|\bit\s+(?:is|was|gets?|got|becomes?|became|grows|will\s+be|has\s+been)\s+"
    rf"(?:so\s+|very\s+|getting\s+|always\s+|already\s+|still\s+)*(?:{_WEATHER}|{_CLOCK})(?:er|r|ier)?\b",
    re.IGNORECASE,
)


def orphan(text: str, *, pointing: bool) -> str | None:
    """The first pronoun that stands for nothing named; None where there is none.

    *pointing*: whether `this company` counts, which it does not where a list below is pointed at.
    """
    if _PRONOUNS.isdisjoint(_PIECE.findall(text.lower())):
        return None
    tokens = _TOKEN.findall(_SOMETHING.sub(" … ", text))
    for at, token in enumerate(tokens):
        word = token.lower()
        if not _is_pronoun(word, tokens, at, pointing):
            continue
        if word == "them" and not pointing and at and tokens[at - 1].lower() == "of":
            continue  # which of them: of the options
        if _named_before(tokens[:at], asked=word not in _POINTING) or (
            word not in _POINTING and _named_after(tokens, at)
        ):
            return None  # later ones stand for the same
        return str(token)
    return None


def _is_pronoun(word: str, tokens: Sequence[str], at: int, pointing: bool) -> bool:
    if word in _SUBJECTS or word in _OTHERS:
        return not (tokens[at].isupper() and len(word) > 1)  # IT and US are none
    following = tokens[at + 1 : at + 2]
    return pointing and word in _POINTING and bool(following) and following[0][0].isalpha()


def _named_before(tokens: Sequence[str], *, asked: bool) -> bool:
    """Whether something is named among the words before a pronoun; *asked*: who is asked for counts too."""
    fronted = _is_fronted(tokens)
    for at, token in enumerate(tokens):
        word = token.lower()
        if not token[0].isalpha() or word in _NO_NAMES:
            continue
        before = tokens[at - 1].lower() if at else ""
        if before in _DETERMINING or (before == "many" and at > 1):
            if not fronted and word not in _MEASURES:
                return True
        elif (
            (at and token[0].isupper())
            or before in _DETERMINER
            or _ends_noun(tokens, at)
            or (not at and token[0].isupper() and not _is_command(word))
        ):
            return True
    return asked and not fronted and any(token.lower() == "who" for token in tokens[:1])


def _is_fronted(tokens: Sequence[str]) -> bool:
    """Whether what is asked for comes before an auxiliary and the pronoun: `which company did he`."""
    return bool(tokens) and tokens[-1].lower() in _AUXILIARY


def _is_command(word: str) -> bool:
    return word in {
        "name",
        "give",
        "state",
        "list",
        "put",
        "match",
        "select",
        "choose",
        "explain",
        "describe",
        "say",
    }


def _ends_noun(tokens: Sequence[str], at: int) -> bool:
    """Whether a lower-case word is a noun in the plural: `do plants lose their leaves`."""
    word = tokens[at].lower()
    if len(word) < 5 or not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in _MEASURES:
        return False
    before = tokens[at - 1].lower() if at else ""
    return not before or before in _AUXILIARY or before in _PREPOSITION or before[0].isalpha()


def _named_after(tokens: Sequence[str], at: int) -> bool:
    """Whether a name follows: `when he wrote it, Newton`, `what did his years there teach Newton`.

    After a comma it does where the pronoun stands in a clause put first, not in `why did it fail, in Rome`.
    """
    after = tokens[at + 1 :]
    if "," in after and _in_front_clause(tokens[:at]):
        return any(token[0].isupper() for token in after[after.index(",") + 1 :])
    near = list(takewhile(lambda each: each[0] not in ",;:", after[:_AHEAD]))
    return tokens[at].lower() in _OTHERS and any(
        token[0].isupper() and before.lower() not in _PREPOSITION and not before[0].isupper()
        for before, token in pairwise(near)
    )


def _in_front_clause(before: Sequence[str]) -> bool:
    """Whether the words of the sentence so far begin a clause or phrase that comes before the main one."""
    last = max((i for i, each in enumerate(before) if each[0] in "?!…"), default=-1)
    sentence = [token.lower() for token in before[last + 1 :]]
    if not sentence or sentence[-1] in _FRONTING:  # by its own account, …
        return bool(sentence)
    return (
        sentence[0] in _FRONTING
        and "," not in sentence
        and (len(sentence) < 2 or sentence[1] not in _AUXILIARY | _ASKING)
    )
