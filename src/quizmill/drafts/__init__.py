"""Questions proposed from facts, by rules and offline: a start, which a person finishes."""

from quizmill.drafts.known import Known
from quizmill.drafts.manners import MANNERS
from quizmill.drafts.proposal import Proposal

__all__ = ["MANNERS", "Known", "Proposal"]
