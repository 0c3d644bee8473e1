"""Lists of words that rules look for, as patterns that match whole words in any case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizmill.check.language.quoting import without_quotations


def pattern(*phrases: str) -> re.Pattern[str]:
    """A pattern for any of the phrases, which are regular expressions, as whole words."""
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(phrases)})(?!['’]?\w)", re.IGNORECASE)


def hits(lexicon: re.Pattern[str], text: str) -> tuple[str, ...]:
    """What of the lexicon stands in the text, as written, in reading order."""
    return tuple(match[0] for match in lexicon.finditer(text))


def terms(lexicon: re.Pattern[str], text: str) -> frozenset[str]:
    """The different words of the lexicon in the text outside quotation marks, in small letters."""
    return frozenset(term.lower() for term in hits(lexicon, without_quotations(text)))


def _listed(text: str) -> Iterable[str]:
    """One phrase a word of *text*; an underscore is a space."""
    return (re.escape(word.replace("_", " ")) for word in text.split())


# Leave out only, must, cannot and no: true options have them as often as false ones.
ABSOLUTE = pattern(
    r"all(?! (?:through|over|along|right|day|night|[b-hj-z](?!\w)))",  # for all x
    r"(?<![=!]= )(?<!is )none",  # not Python's
    r"every(?! (?:\d|two|three|four|five|six|ten|few|other|second|minute|hour|day|night|morning|week|month"
    r"|quarter|year))",
    *_listed(
        """always never everyone everything nobody no_one completely entirely absolutely
        totally definitely certainly impossible incapable inevitable inevitably
        guarantee guaranteed undoubtedly overwhelming exclusively solely endlessly"""
    ),
)
VAGUE = pattern(
    *_listed(
        """often frequently occasionally rarely seldom sometimes usually commonly generally typically
        regularly periodically infrequently constantly more_or_less somewhat partly"""
    )
)
NEGATION = pattern(
    r"\w+n['’]t",
    *_listed(
        """not except excepting excluding never without none least incorrect incorrectly false wrong untrue
        unlikely cannot neither nor"""
    ),
)
PRONOUN = pattern(
    *_listed(
        """it its they them their he him his she her hers this that these those former latter himself herself
        itself themselves"""
    )
)
