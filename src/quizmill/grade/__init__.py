"""Is this answer right? A pure library: an exercise and a response in, a mark out."""

from quizmill.grade.marking import HINT_KEEPS, Mark, Verdict, mark
from quizmill.grade.misread import Misread
from quizmill.grade.reasons import Reason, because, feedback
from quizmill.grade.response import (
    Blanks,
    Choice,
    Essay,
    Order,
    Pairing,
    Response,
    Skipped,
    Text,
    read_response,
)

__all__ = [
    "HINT_KEEPS",
    "Blanks",
    "Choice",
    "Essay",
    "Mark",
    "Misread",
    "Order",
    "Pairing",
    "Reason",
    "Response",
    "Skipped",
    "Text",
    "Verdict",
    "because",
    "feedback",
    "mark",
    "read_response",
]
