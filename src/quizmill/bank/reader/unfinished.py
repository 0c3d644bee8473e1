"""Drafts, as far as they could be asked already."""

from __future__ import annotations

from quizmill.bank.model import Draft, Question
from quizmill.bank.reader import askable
from quizmill.bank.reader.decode import decode_question

_NOBODY = "draft"  # an id for what has none yet


def question_in(draft: Draft, language: str) -> Question | None:
    """The question that a draft of a bank in that *language* is; None while it lacks too much to be asked."""
    tree = {name: value for name, value in draft.tree.items() if name != "state"}
    found = decode_question({"id": _NOBODY, **tree}, ())
    if isinstance(found, tuple) or any(askable.faults_in(found, language)):
        return None
    return found
