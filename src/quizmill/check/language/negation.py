"""Words that say no, and a text without them."""

from __future__ import annotations

import re

from quizmill.check.language.lexicons import NEGATION, hits
from quizmill.check.language.quoting import without_quotations

# Not a denial: "not only", "at least", "no less than", "false positive", "wrong side".
_HARMLESS = re.compile(
    r"\b(?:true or false|whether or not|not (?:only|just|merely|necessarily|until)|(?:at|last but not) least"
    r"|false (?:positives?|negatives?|alarms?|memor(?:y|ies)|colou?rs?)|wrong (?:side|way|turn))\b",
    re.IGNORECASE,
)
# What every denial has; most texts have none of it.
_ANY = re.compile(
    r"n(?:o|['’])t\b|never|none|exce|exclu|least|wrong|false|inco|untr|unli|without|\bnor?\b|neither|cannot",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(no(?!\.? ?\d)(?! (?:less|more|fewer|later|earlier|longer|sooner) than)) (?=\w)", re.IGNORECASE
)
_BESIDE_VERB = re.compile(r"\b(?:do|does|did)(?: not|n['’]t)\b", re.IGNORECASE)
_ATTACHED = re.compile(r"(\w)n['’]t\b", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:not|never|no|cannot)\b", re.IGNORECASE)


def denials(text: str) -> tuple[str, ...]:
    """The words that say no in the text's own voice, in reading order."""
    if not _ANY.search(text):
        return ()
    own = _HARMLESS.sub(" ", without_quotations(text))
    return hits(NEGATION, own) or tuple(match[1] for match in _NO.finditer(own))


def affirmed(text: str) -> str:
    """The text without its `not`, `never`, `n't`, and the do that came with them."""
    bare = _ATTACHED.sub(r"\1", _BESIDE_VERB.sub(" ", text))
    return " ".join(_ALONE.sub(" ", bare).split())
