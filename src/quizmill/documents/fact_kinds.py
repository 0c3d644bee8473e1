"""What sort of thing a paragraph seems to state: a guess from its terms and a few words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizmill.bank.model import FactKind
from quizmill.documents.terms import Term

_CAUSE = re.compile(
    r"\b(?:because|due to|caused? by|as a result|therefore|led to|weil|aufgrund|wegen|deshalb|führte zu"
    r"|parce que|en raison d|à cause d|c'est pourquoi|porque|debido a|a causa de|por eso)\b"
    r"|因为|由于|导致|因此",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"\b(?:is defined as|is called|are called|refers to|means that|is known as|bezeichnet|heißt|nennt man"
    r"|désigne|s'appelle|est appelée?|se llama|se denomina|se define)\b|是指|指的是|称为|叫做",
    re.IGNORECASE,
)
_COMPARISON = re.compile(
    r"\b(?:more|less|larger|smaller|higher|lower|faster|better|worse|greater|fewer) than\b"
    r"|\bcompared (?:to|with)\b|\b(?:mehr|weniger|größer|kleiner|höher|besser) als\b"
    r"|\b(?:plus|moins) .{1,30}que\b|\b(?:más|menos) .{1,30}que\b"
    r"|相比|高于|低于|超过",
    re.IGNORECASE,
)


def kind_of(text: str, terms: Sequence[Term]) -> FactKind:
    """The likeliest kind of the fact that a paragraph states first."""
    for cue, kind in ((_DEFINITION, FactKind.DEFINITION), (_CAUSE, FactKind.CAUSE)):
        if cue.search(text):
            return kind
    sorts = {term.sort for term in terms}
    if "date" in sorts:
        return FactKind.DATE
    if _COMPARISON.search(text):
        return FactKind.COMPARISON
    if "number" in sorts:
        return FactKind.NUMBER
    return FactKind.NAME if "name" in sorts else FactKind.CLAIM
