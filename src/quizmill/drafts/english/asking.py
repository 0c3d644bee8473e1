"""Questions made of clauses, by forms whose grammar is sure; None where none is."""

from __future__ import annotations

import re

import msgspec

from quizmill.drafts.english.clause import Clause

_EMBEDDED = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|while|because|since|if|than|although|though|after|before|until"
    r"|so|what|how)\b|[,;:–—(]"
)
_PREPOSITION = (
    "behind|among|beside|beyond|without|above|near|until|like|of|in|on|at|by|for|from|with|to|as|into|over"
    "|under|between|per|and|or|but|within|during|after|before|about|around|against|through|across|along"
    "|north|south|east|west|away|apart|long|high|tall|wide|deep|old|later|earlier|ago|worldwide|each|every|than|that|which|who|whose|where|when|while|because|since|annually|a|an|the"
)
_GENERAL = re.compile(r"(?:is|was) an? (?:[\w-]+ ){0,3}[\w-]+$")  # many a thing is one
_SECOND = re.compile(
    r", (?:and|but|so|which|who|while) |[;:]| (?:but|yet|so) | and (?:he|she|it|they|his|her|its|their) "
)
_MULTIPLE = re.compile(r"(?:the \w+ of|as \w+ as) [^,;:]+$")
_DIRECTION = re.compile(
    r"\b(?:north|south|east|west|upstream|downstream|inland|offshore)(?:east|west|ern)?\b"
)
_LONGEST_COUNTED = 3  # words


def asked_adverbial(clause: Clause, part: str, asking: str) -> str | None:
    """What *part*, such as `in 2004`, is asked for by, such as `In which year`; it follows the verb."""
    if clause.lead and clause.lead.lower() == part.lower():
        return question(asking, msgspec.structs.replace(clause, lead=""), clause.rest)
    at = clause.rest.find(part)
    if at < 0 or _EMBEDDED.search(clause.rest[:at]):
        return None
    after = clause.rest[at + len(part) :].lstrip()
    if (
        after[:1] in (",", "–")
        or _EMBEDDED.match(after)
        or after.startswith(("and ", "or ", "but ", "yet ", "to ", "of "))
    ):
        return None
    return question(asking, clause, f"{clause.rest[:at].rstrip()} {after}".strip())


def question(asking: str, clause: Clause, rest: str) -> str:
    """*asking*, then the clause with its verb before its subject."""
    helper, base = clause.asking
    words = [asking, helper, clause.subject, base, rest]
    lead = f", {clause.lead}" if clause.lead else ""
    told = re.sub(r"\s+", " ", " ".join(word for word in words if word)).strip()
    return f"{told}{lead}?"


def asked_count(clause: Clause, figure: str) -> tuple[str, str] | None:
    """How many of what, where the *figure* is what follows the verb; with what is counted."""
    before = "about|around|nearly|almost|over|more than|some|only"
    match = re.match(
        rf"(?P<about>(?:{before}) )?{re.escape(figure)}"
        rf" (?P<what>(?:(?!(?:{_PREPOSITION})\b)[\w'-]+ ?)+)(?P<rest>.*)$",
        clause.rest,
    )
    if match is None or (
        clause.form is None and clause.verb not in ("has", "have", "had", "is", "are", "was", "were")
    ):
        return None
    what, rest = match["what"].strip(), match["rest"].strip()
    if _DIRECTION.search(what):  # which belongs to the place behind it: northwest of
        return None
    if not what or len(what.split()) > _LONGEST_COUNTED or re.search("[,;:]", rest):
        return None
    about = "About how many" if match["about"] in ("about ", "around ", "nearly ", "almost ") else "How many"
    if match["about"] in ("over ", "more than ", "some ", "only "):
        return None
    helper, base = clause.asking
    words = [f"{about} {what}", helper, clause.subject, base, rest]
    if what == "times" and rest:  # the volume of the other: what it is a multiple of stays with it
        if not _MULTIPLE.match(rest):
            return None
        words = [f"{about} times {rest}", helper, clause.subject, base]
    told = re.sub(r"\s+", " ", " ".join(word for word in words if word)).strip()
    return f"{told}{f', {clause.lead}' if clause.lead else ''}?", what


def asked_subject(text: str, name: str, asking: str, verb: str) -> str | None:
    """The sentence with *asking*, such as `Which company`, where *name* begins it; the *verb* is singular."""
    if not text.startswith(f"{name} ") or verb in ("are", "were", "have", "do"):
        return None
    rest = text[len(name) + 1 :]
    if name.lower() in rest.lower() or _GENERAL.match(rest) or _SECOND.search(rest):
        return None
    return f"{asking} {rest}?"


def asked_complement(text: str, answer: str, asking: str) -> tuple[str, str] | None:
    """What the answer is that stands behind `is` or `was called` at the end; and what is left behind it."""
    end = rf"(?P<article>the )?{re.escape(answer)}(?P<after>, [^,]+)?$"
    match = re.match(rf"(?P<subject>.+?) (?P<verb>is|was) (?P<called>called |named )?{end}", text)
    if match is None or _splits(match["subject"]) or (match["article"] and not answer[:1].isupper()):
        return None
    if match["called"]:
        return f"What {match['verb']} {match['subject']} {match['called'].strip()}?", match["after"] or ""
    return f"{asking} {match['verb']} {match['subject']}?", match["after"] or ""


def _splits(subject: str) -> bool:
    """Whether the verb may be that of a part: of `what X does` before `is` nobody can be sure."""
    return bool(re.search(r"[,;:]|\b(?:what|where|how|when|why|because|that it)\b", subject, re.IGNORECASE))
