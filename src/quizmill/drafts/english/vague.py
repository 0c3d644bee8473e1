"""Things that a sentence takes as known: the canal; in full where only one thing can be meant, else told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quizmill.drafts.english.verbs import AUXILIARIES, form_of

_FULL = re.compile(r"\b[Tt]he (?P<name>(?:[A-Z][\w'’-]+ )+(?P<noun>[A-Z][a-z-]+))\b(?!['’])")
_THE = re.compile(
    r"\b(?P<the>[Tt]he) (?P<noun>[a-z][a-z-]+)(?![\w'’-])(?! (?:of|that|which|who|whose|between)\b)"
)
_ADJECTIVE = r"(?:old|new|young|later|present|first|second|third|fourth|last)"
_VAGUE = re.compile(
    rf"\b[Tt]he (?:{_ADJECTIVE} )?(?P<noun>[a-z][a-z-]*(?:[a-df-rt-z]|(?<!a)e))"
    r"(?P<after>[.,;]|$| [\w]+(?: \w+)?)"
)
_GOES_ON = re.compile(r"(?:at|by|and|or|because|when|as)\b(?! (?:which|whom))|(?:in|on) \d|of \d{4}")
_KNOWN = frozenset(
    """world sun moon earth sea sky internet web past future present year end beginning time same other
    government public market economy north south east west left right rest latter former war air ground first
    second third last next old new young only whole most remaining two
    spring summer autumn winter month""".split()
)


def full_names(texts: Iterable[str]) -> dict[str, str]:
    """By a common noun, the one name with "the" in the texts that ends with it: canal, Suez Canal.

    None for a noun that means one thing to everybody, as the sea does, nor where the texts speak more often
    of such things in general: of reefs, "the reef" need not be the Great Barrier Reef.
    """
    found: dict[str, list[str]] = {}
    whole = "\n".join(texts)
    for match in _FULL.finditer(whole):
        found.setdefault(match["noun"].lower(), []).append(match["name"])
    return {
        noun: names[0]
        for noun, names in found.items()
        if noun not in _KNOWN and len(set(names)) == 1 and _times_in_general(noun, whole) <= len(names)
    }


def _times_in_general(noun: str, text: str) -> int:
    """How often the text speaks of any such thing: a canal, every canal, canals."""
    return len(
        re.findall(rf"\b(?:(?:an?|any|each|every|no) (?:[a-z-]+ )?{noun}|{noun}e?s)\b", text, re.IGNORECASE)
    )


def full(says: str, named: Mapping[str, str]) -> str:
    """The sentence with the full name of what it speaks of as known, where there is one."""

    def replaced(match: re.Match[str]) -> str:
        name = named.get(match["noun"], "")
        own = (
            _is_told(match["noun"], says[: match.start()])
            or name in says
            or _is_adjective(match["noun"], says[match.end() :])
        )
        return match[0] if own or not name else f"{match['the']} {name}"

    return _THE.sub(replaced, says)


def is_vague(text: str) -> bool:
    """Whether the text speaks of one thing as known that it does not tell."""
    for match in _VAGUE.finditer(text):
        noun, after = match["noun"], match["after"].strip(" .,;")
        first = after.partition(" ")[0]
        ends = not after or first in AUXILIARIES or _GOES_ON.match(after) or form_of(first)
        if ends and noun not in _KNOWN and not _is_told(noun, text[: match.start()]):
            return True
    return False


def _is_told(noun: str, before: str) -> bool:
    """Whether the sentence has said which one it means: a canal … the canal."""
    return bool(re.search(rf"\b(?:an?|[A-Z][\w-]+)(?: [\w-]+)*? {noun}\b", before, re.IGNORECASE))


def _is_adjective(noun: str, after: str) -> bool:
    """Whether another noun follows, which the word belongs to: the canal company."""
    word = re.match(r" ([a-z]+)", after)
    return bool(word and word[1] in ("company", "bank", "zone", "town", "building", "works"))
