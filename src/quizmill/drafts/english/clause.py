"""A sentence cut into what stands before its verb, the verb, and the rest; only where that is sure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from quizmill.drafts.english.verbs import AUXILIARIES, Form, bases, form_of

Starts = Callable[[str], str]
IsProper = Callable[[str], bool | None]

_OWNING = {"has": "does", "have": "do", "had": "did"}  # how it is asked what somebody has
_LONGEST_SUBJECT = 12  # words
_LONGEST_PRESENT = 4  # words of a subject that is no name, before a verb in the present
_NO_SUBJECT = frozenset(
    """that which who whom whose where when while as because since if than although though after before until
    what how why and or but it he she they this these those there here we you i""".split()
)
_AFTER_PARTICIPLES = frozenset(("by", "as", "in", "from", "on"))
_BEFORE_NOUNS = frozenset(
    """a an the its his her their our my this that these those of in on at by for from with to as no some any
    each every all most many few two three four five six seven eight nine ten first second third last next own
    very more less into over under between about""".split()
)
_BETWEEN = frozenset(("not", "never", "always", "often", "already", "also", "since", "ever", "even", "just"))
_PARTICIPLES = frozenset(
    """been become begun come done drunk flown gone grown had known run rung seen shown shrunk sung sunk swum
    thrown won""".split()
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_LEAD = re.compile(
    r"(?P<lead>(?:In|On|By|About|Around|During|Since|At|After|Before|From|Within|For|Until) [^,]{2,60}),"
    r" (?=\S)"
    r"|(?P<bare>(?:In|By|About|Around|Since) (?:the (?:year |spring of |summer of |autumn of |winter of ))?"
    rf"(?:(?:{MONTHS}) )?\d{{4}}) (?=[A-Z\d]|the )"
)
_LOWERED = frozenset(
    """the a an its his her their our this that these those each every all some most many few both no one two
    three four five six seven eight nine ten in on at by from with after before during since until about
    around
    more less nearly almost only what how another such other several within for""".split()
)


class Clause(msgspec.Struct, frozen=True):
    """What stands before the verb, begun as inside a sentence; the verb; what follows it.

    Attributes:
        lead: What stands before the subject and a comma, such as `in 2004`; "" for nothing.
        subject: Who or what it is said of.
        verb: The finite verb, an auxiliary where there is one.
        form: What the verb is where it is no auxiliary.
        rest: What follows the verb.
    """

    lead: str
    subject: str
    verb: str
    form: Form | None
    rest: str

    @property
    def asking(self) -> tuple[str, str]:
        """The word that a question begins with, and what is left of the verb: `did`, `build`; `was`, ``."""
        if self.form:
            return self.form.helper, self.form.base
        if self.verb in _OWNING and not _is_perfect(self.rest):
            return _OWNING[self.verb], "have"
        return self.verb, ""


def clause_of(text: str, starts: Starts, is_proper: IsProper) -> Clause | None:
    """The clause that a sentence is, else None.

    *starts* gives the name that a text starts with, or ""; *is_proper* tells whether a word is written with
    a capital anywhere, None where nobody knows.
    """
    lead, body = _lead(text, starts)
    name = starts(body)
    words = body.split(" ")
    first = len(name.split(" ")) if name else 1
    if name.endswith("'s") or body[len(name) :].startswith("'s"):
        name = ""
    for at in range(first, min(len(words), first + _LONGEST_SUBJECT)):
        before = words[first:at] if name else words[:at]
        if any(word.lower().strip(",") in _NO_SUBJECT or word.endswith((",", ";", ":")) for word in before):
            return None
        word = words[at]
        form = None if word in AUXILIARIES else _verb_at(words, at, named=bool(name) and at == first)
        if word not in AUXILIARIES and form is None:
            continue
        subject = begun_inside(" ".join(words[:at]), name, is_proper)
        return Clause(lead, subject, word, form, " ".join(words[at + 1 :])) if subject else None
    return None


def _is_perfect(rest: str) -> bool:
    """Whether `has` only helps the verb that follows, and does not say what somebody has."""
    words = [word.strip(",.") for word in rest.split()[:3]]
    while words and (words[0] in _BETWEEN or words[0].endswith("ly")):
        words = words[1:]
    first = words[0] if words else ""
    form = form_of(first)
    return (
        first in _PARTICIPLES
        or bool(form and form.helper == "did")
        or first.endswith(("ed", "en", "wn", "ught"))
    )


def _verb_at(words: list[str], at: int, *, named: bool) -> Form | None:
    """The verb that a word is; None for a noun, a participle, or what may be one.

    Behind a name that begins the sentence it is a verb; behind other subjects it may be one in the past, and
    in the present where no other word can be the verb.
    """
    word, before, after = words[at], words[at - 1], words[at + 1 :]
    form = form_of(word)
    if named and form:
        return form if after[:1] != ["by"] or form.helper == "does" else None
    if before.lower() in _BEFORE_NOUNS or before.endswith(("'s", "s'")):
        return None
    if form and form.helper == "did":
        return None if _AFTER_PARTICIPLES.issuperset(after[:1] or [""]) and _goes_on(after) else form
    if at > _LONGEST_PRESENT or _goes_on(after):
        return None
    is_plural = before.endswith("s") and not before.endswith("ss")
    if form:
        return None if is_plural else form
    return Form(word, "do") if is_plural and word in bases() else None


def _goes_on(words: list[str]) -> bool:
    """Whether another verb follows, so that the one before may be a participle: phones made here sold."""
    return any(word in AUXILIARIES or form_of(word.strip(",.")) for word in words)


def _lead(text: str, starts: Starts) -> tuple[str, str]:
    match = None if starts(text) else _LEAD.match(text)
    if match is None:
        return "", text
    lead = match["lead"] or match["bare"]
    rest = text[match.end() :]
    return lead[:1].lower() + lead[1:], rest


def begun_inside(text: str, name: str, is_proper: IsProper) -> str:
    """A text that begins with a capital as it stands inside a sentence; "" where that is unsure.

    It has a small letter there unless it begins with a *name*.
    """
    if name or not text[:1].isupper():
        return text
    first = re.split(r"[\s,;:]", text, maxsplit=1)[0]
    bare = first.removesuffix("'s")
    if bare.lower() in _LOWERED:
        return text[:1].lower() + text[1:]
    proper = is_proper(bare)
    if proper is None:
        return text if _looks_proper(text) else ""
    return text if proper else text[:1].lower() + text[1:]


def _looks_proper(text: str) -> bool:
    """Whether the second word begins with a capital or a digit too, as in Apollo 11."""
    words = text.split(" ")
    return (len(words) > 1 and (words[1][:1].isupper() or words[1][:1].isdigit())) or words[0][1:] != words[
        0
    ][1:].lower()


def without(text: str, parts: Iterable[str]) -> str:
    """The text without these parts, with single spaces."""
    for part in parts:
        text = text.replace(part, "", 1)
    return re.sub(r"\s+", " ", text).strip()
