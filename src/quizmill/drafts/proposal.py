"""A question that is proposed, and what it came from."""

from __future__ import annotations

from typing import NamedTuple

from quizmill.bank.model import Question
from quizmill.drafts.known import Told


class Proposal(NamedTuple):
    """A whole question; a person reads it before it is asked."""

    manner: str  # the name of its manner in the table
    about: tuple[Told, ...]  # the facts whose turn it takes
    question: Question
