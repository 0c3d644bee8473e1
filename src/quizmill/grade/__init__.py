"""Is this answer right? A pure library: an exercise and a response in, a mark out."""

from quizmill.grade.marking import HINT_KEEPS, Mark, Verdict, mark
from quizmill.grade.misread import Misread
from quizmill.grade.reasons import BY_AUTHOR, ENDS, Reason, because, feedback
from quizmill.grade.response import (
    Blanks,
    Choice,
    Order,
    Pairing,
    Response,
    Skipped,
    Text,
    Written,
    read_response,
)

__all__ = [
    "BY_AUTHOR",
    "ENDS",
    "HINT_KEEPS",
    "Blanks",
    "Choice",
    "Mark",
    "Misread",
    "Order",
    "Pairing",
    "Reason",
    "Response",
    "Skipped",
    "Text",
    "Verdict",
    "Written",
    "because",
    "feedback",
    "mark",
    "read_response",
]
