"""The lead of a question: the sentence that asks."""

from __future__ import annotations

import re
from functools import lru_cache

from quizmill.bank.markup import plain
from quizmill.bank.model import Question, TrueFalse
from quizmill.check.language.tokens import sentences
from quizmill.compose.exercise import prompt_of

_TRUE_OR_FALSE = re.compile(r"^\W*(?:is (?:it|this|the following)(?: statement)? )?true or false\W*", re.I)
_TRUE_OR_FALSE_LAST = re.compile(r"\b(?:true or false|T ?/ ?F)\W*$", re.I)


def lead(question: Question) -> str:
    """The sentence that asks, without markup; of a true/false question the statement."""
    return statement(question) if isinstance(question, TrueFalse) else lead_of(prompt(question))


_LISTED = re.compile(r"^\s*(?:[-•*]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.):])\s+\S", re.IGNORECASE)


@lru_cache(maxsize=1024)
def lead_of(text: str) -> str:
    """The last sentence with a question mark; without one, the last; of `True or false? X` it is X.

    Lines of a list are none, where something stands above them.
    """
    parts = sentences(unlisted(statement_of(text)))
    asking = [part for part in parts if "?" in part]
    return (asking or parts or [""])[-1].strip()


def unlisted(text: str) -> str:
    """The text without the lines of a list, `1. …` or `(ii) …`, unless all are."""
    lines = text.split("\n")
    told = [line for line in lines if not _LISTED.match(line)]
    return "\n".join(told) if len(told) < len(lines) - 1 and any(map(str.strip, told)) else text


def statement(question: Question) -> str:
    """The prompt, without markup and without a `True or false?` at either end."""
    return statement_of(prompt(question))


def statement_of(text: str) -> str:
    """The text without a `True or false?` at either end, unless nothing else is in it."""
    return (
        _TRUE_OR_FALSE_LAST.sub("", _TRUE_OR_FALSE.sub("", text)).strip().removesuffix("(").rstrip() or text
    )


def prompt(question: Question) -> str:
    """What is asked, without markup; the blanks of a cloze as gaps."""
    return plain(prompt_of(question)).strip()
