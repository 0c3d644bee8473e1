"""Is this answer right? A pure library: an exercise and a response in, a mark out."""

from quizmill.grade.marking import HINT_KEEPS, Mark, Verdict, mark
from quizmill.grade.response import (
    Blanks,
    Choice,
    Essay,
    Misread,
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
    "Response",
    "Skipped",
    "Text",
    "Verdict",
    "mark",
    "read_response",
]
