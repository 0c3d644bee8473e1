"""How prompts and explanations are put together: titles in italics, whose claim it is, at which time."""

from __future__ import annotations

import re

from quizmill.bank.markup import escape
from quizmill.drafts.known import Told

_YEAR = re.compile(r"\b[12]\d{3}\b")


def italic(text: str, told: Told) -> str:
    """The text as markup, with the titles of its document in italics."""
    found = text
    for title in dict.fromkeys((told.source.title, told.source.name)):
        if title in found:
            return escape(found).replace(escape(title), f"*{escape(title)}*")
    return escape(found)


def attributed(prompt: str, told: Told, *, timed: bool = True) -> str:
    """A prompt that begins with a capital, with whose claim it is, where that must be said and is not.

    *timed* says whether the time at which it was so is told.
    """
    if not timed:
        return _attributed(prompt, told)
    return dated(_attributed(prompt, told), told)


def _attributed(prompt: str, told: Told) -> str:
    if not told.claimed or told.names_source:
        return italic(prompt, told)
    place = told.statement.told or told.source.name
    place = (
        place[:1].lower() + place[1:]
        if place.startswith(("The ", "Its ")) and place != told.source.name
        else place
    )
    return f"According to {italic(place, told)}, {prompt[:1].lower()}{italic(prompt[1:], told)}"


def sentence(told: Told) -> str:
    """The statement as a sentence: with whose claim it is where that must be said."""
    if told.claimed and told.statement.told:
        return italic(told.statement.whole, told)
    stop = "" if told.text.endswith((".", "?", "!")) else "."
    return italic(told.text + stop, told)


def dated(prompt: str, told: Told) -> str:
    """The prompt with the time at which it was so, where the fact has one and the prompt no year."""
    year = _YEAR.search(told.fact.as_of)
    if year is None or _YEAR.search(prompt):
        return prompt
    end = prompt[-1] if prompt[-1] in "?.:" else ""
    return f"{prompt.removesuffix(end)} {told.words('draft.as_of', year=year[0])}{end}"


def explained(*facts: Told) -> str:
    """What the facts say, and why they are doubted."""
    told = [italic(each.fact.says, each) for each in facts]
    doubts = [
        each.words("draft.disputed", doubt=escape(each.fact.doubt)) for each in facts if each.fact.doubt
    ]
    return " ".join(dict.fromkeys((*told, *doubts)))
