"""How prompts and explanations are put together: titles in italics, whose claim it is, at which time."""

from __future__ import annotations

import re

from quizmill.bank.markup import escape
from quizmill.bank.values import Quantity
from quizmill.drafts.known import Told

_YEAR = re.compile(r"\b[12]\d{3}\b")


def italic(text: str, told: Told) -> str:
    """The text as markup, with the titles of documents in italics."""
    found = escape(text)
    titles = "|".join(re.escape(escape(title)) for title in told.titles)
    return re.sub(titles, lambda match: f"*{match[0]}*", found) if titles else found


def attributed(prompt: str, told: Told, *, timed: bool = True) -> str:
    """A prompt that begins with a capital, with whose claim it is, where that must be said and is not.

    *timed* says whether the time at which it was so is told.
    """
    if not timed:
        return _attributed(prompt, told)
    return dated(_attributed(prompt, told), told)


def _attributed(prompt: str, told: Told) -> str:
    named = any(title in prompt for title in told.titles)
    if named or not (told.claimed or told.needs_context):
        return italic(prompt, told)
    place = f"*{escape(told.source.name)}*"
    return f"According to {place}, {prompt[:1].lower()}{italic(prompt[1:], told)}"


def sentence(told: Told) -> str:
    """The statement as a sentence: with whose claim it is where that must be said."""
    if told.claimed and told.statement.told:
        return italic(told.statement.whole, told)
    stop = "" if told.text.endswith((".", "?", "!")) else "."
    return italic(told.text + stop, told)


def placed(text: str, told: Told) -> str:
    """A sentence with the document before it where it takes as known what only that makes known."""
    says_so = told.claimed and told.statement.told
    return f"In *{escape(told.source.name)}*: {text}" if told.needs_context and not says_so else text


def dated(prompt: str, told: Told) -> str:
    """The prompt with the time at which it is so, where it is a number that changes and names no year."""
    year = _YEAR.search(told.fact.as_of)
    if year is None or _YEAR.search(prompt) or not _is_state(told):
        return prompt
    end = prompt[-1] if prompt[-1] in "?.:" else ""
    return f"{prompt.removesuffix(end)} {told.words('draft.as_of', year=year[0])}{end}"


def _is_state(told: Told) -> bool:
    """Whether a rank, a count or a price is told as it is at a time."""
    clause = told.clause
    if told.figure is None or not isinstance(told.figure.value, Quantity) or clause is None:
        return False
    return clause.form.helper != "did" if clause.form else clause.verb in ("is", "are", "has", "have")


def explained(*facts: Told) -> str:
    """What the facts say, and why they are doubted; of one alone also what stands with it in the document.

    The source is printed beside the explanation: a fact alone would stand there twice.
    """
    with_it = facts[0].neighbour if len(facts) == 1 else None
    told = [italic(each.fact.says, each) for each in (*facts, *([with_it] if with_it else []))]
    doubts = [
        each.words("draft.disputed", doubt=escape(each.fact.doubt)) for each in facts if each.fact.doubt
    ]
    return " ".join(dict.fromkeys((*told, *doubts)))


def explained_beside(told: Told, other: Told) -> str:
    """What stands with a fact whose own words are printed already; else the *other* fact, which it is not."""
    beside = told.neighbour or other
    says = italic(beside.fact.says, beside)
    return says if beside.source.id == told.source.id else f"In *{escape(beside.source.name)}*: {says}"
