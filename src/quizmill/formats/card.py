"""The back of a flashcard as an answer: typed, whether a statement is true, or the points of an essay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quizmill.bank.markup import ItemList, blocks, plain
from quizmill.formats.games import truth
from quizmill.formats.report import Report

_LONGEST = 80  # characters that anybody types
_TOO_LONG = "nobody types so long an answer: what it says are the points of an essay"
_LINES = "nobody types an answer of several lines: they are the points of an essay"


def answered(answer: str, called: str, report: Report, *, is_typed: bool = False) -> dict[str, Any]:
    """The kind of a question with that *answer*, and its fields; what *is_typed* is typed however long."""
    said = plain(answer)
    if not is_typed and (is_true := truth(said)) is not None:
        return {"kind": "true_false", "truth": is_true}
    if is_typed or ("\n" not in answer and len(said) <= _LONGEST):
        return {"kind": "short_answer", "answers": (answer,) if answer else ()}
    report.changed(called, "type", _TOO_LONG if len(said) > _LONGEST else _LINES, said, "essay")
    return {"kind": "essay", "points": tuple(_points(answer))}


def _points(answer: str) -> Iterator[str]:
    """What an answer names: the items of its lists, its paragraphs, its lines."""
    for part in re.split(r"\n{2,}", answer):
        if any(isinstance(block, ItemList) for block in blocks(part)):
            yield from (re.sub(r"^(?:-|\d+\.) ", "", line) for line in part.split("\n"))
        elif part.startswith(("```", "|", "![", r"\[")):
            yield part
        else:
            yield from part.split("\n")
