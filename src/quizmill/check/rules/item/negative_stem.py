"""The question asks for what is not so.

Meant is the question itself: which is, does or can not; a closing `except`; why one should not; which
statement is false; what is least likely. Not meant is a `not` in the circumstances (if the pump does not
start, which …), in what describes a thing (a lake that is not salty), in a story before the question,
beside a how many, in `without` and `unlikely`, and in quotation marks.

Why: a reader in a hurry misses the not, and the mark then measures reading. In capitals or set apart it is
harder to miss, and the finding only advice; so it is where the question asks for what is false or least.

Source: Haladyna, Downing and Rodriguez 2002, guideline 17: word the stem positively. Judges take exception to
not, never and except in three of four such items, to false, incorrect and wrong in one of three.

Bad:
    prompt: Which of these is not a mammal?

Good:
    prompt: Which of these is a fish?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Cloze, Essay, TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.errors import Severity

ID = "negative-stem"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_ELSEWHERE = Essay | TrueFalse | Cloze  # statements have a rule of their own
_ANY = re.compile(
    r"\b(?:not|never|cannot|\w+n['’]t|except\w*|excluding|but one|false|untrue|least|incorrect|wrong)", re.I
)
_HARMLESS = re.compile(
    r"\bNOT gates?\b|\bnot (?:change[sd]?|vary|varies|depend|matter|only|just|merely|necessarily|yet"
    r"|for profit)\b|\bor not\b|\bNOT ?\((?=[^)]*[A-Z])"
    r"|\b(?:incorrect|wrong|false)(?:ly)? (?:side|way|turn|positives?|negatives?|alarms?|memor(?:y|ies))\b"
    r"|\bwhat(?:'s|’s| is| was) (?:wrong|false|incorrect)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\bhow (?:many|much|often|long)\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(?:which|what|who|whom|whose|where|when|why|how)\b", re.IGNORECASE)
_DENIAL = r"(not|never|cannot|\w+n['’]t)\b"
_DENIED = re.compile(rf"\b{_DENIAL}", re.IGNORECASE)
# A clause about circumstances or a thing: a denial in it is not the question's. `but not` is a contrast.
_ASIDE = re.compile(
    r"\b(?:if|unless|when|whenever|while|because|since|although|though|that|who|whose|which|where|as)\b"
    r"|, not\b|\band (?:not|never)\b|\bbut\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(except(?:ing)?|excluding)\b(?= *(?:for|one)?\W*$)"
    r"|\b(?:all|each|every|any)\b[^.?!]{0,200}\b(except|but one)\b",
    re.IGNORECASE,
)
_OF_THESE = re.compile(
    rf"\b(?:one|all|each|any) (?:\w+ )?of (?:the (?:following|below)|these|those)\b[^.?!,]{{0,120}}? "
    rf"{_DENIAL}"
    r"|^\W*(?:choose|circle|find|identify|mark|name|pick|select|tick) (?:the|an?|one) (?:\w+ ){0,3}"
    rf"(?:that|which|who) [^,.?!]{{0,120}}?\b{_DENIAL}",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:which|what|who)\b[^,.?!]{0,120}?\b(?:is|are|was|were|be) (?:\w+ly )?(false|incorrect|wrong"
    r"|untrue)\b"
    r"|\b(?:the|which|an?|one|what|is|are) (false|incorrect|wrong|untrue) (?:\w+ )?"
    r"(?:statements?|sentences?|options?|answers?|ones?|claims?|matches|pairs?)\b"
    r"|\b(?:which|what)\b[^,.?!]{0,120}?\b(incorrectly|wrongly)\b"
    r"|\b(least) (?:likely|probable|appropriate|suitable|accurate|correct|true)\b",
    re.IGNORECASE,
)
_MILD = frozenset("false incorrect incorrectly wrong wrongly untrue least".split())
_UNFINISHED = re.compile(r"\b(not|never)(?: (?:an?|the|of|in|to|by|for|be))*\W*$", re.IGNORECASE)
_ADVISING = re.compile(r"\b(?:should|must|can|could|may|would)\w*", re.IGNORECASE)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, for the word on which the question turns."""
    if item.of(_ELSEWHERE) or not (word := denial_in(item.asked)):
        return
    loud = word.isupper()
    help = "ask for what is so" if loud else "ask for what is so; if it must be, write the word in capitals"
    severity = Severity.ADVICE if loud or word.lower() in _MILD else None
    yield Finding(path=item.path, message=f'the question turns on "{word}"', help=help, severity=severity)


def denial_in(lead: str) -> str:
    """The word by which the sentence that asks wants what is not so, outside quotations; "" without one."""
    if not _ANY.search(lead):
        return ""
    asked = _HARMLESS.sub(" ", lead)
    if _AMOUNT.search(asked):
        return ""
    patterns = [_CLOSED, _OF_THESE, _FALSE] + ([] if "?" in asked or _ASKING.search(asked) else [_UNFINISHED])
    for match in (pattern.search(asked) for pattern in patterns):
        if match:
            return next(group for group in match.groups() if group)
    return _denied(asked)


def _denied(asked: str) -> str:
    """The denial in the question word's own clause; a why is turned by one only where it advises."""
    comma = asked.find(", ") if _ASIDE.match(asked) else -1
    question = (comma > 0 and _ASKING.search(asked, comma)) or _ASKING.search(asked)
    if not question:
        return ""
    aside = _ASIDE.search(asked, question.end())
    clause = asked[question.end() : aside.start() if aside else len(asked)]
    match = _DENIED.search(clause)
    if not match or (question[0].lower() == "why" and not _ADVISING.search(clause)):
        return ""
    return match[1]
