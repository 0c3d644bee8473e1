"""Hardly anybody has it right: surely fewer than 20 % of the marks are earned.

It is not told where guesses earn as much.

Why: it may be unclear, or was not taught. What a class is yet to learn may be hard.

Source: our own.

Bad:
    prompt: When was it founded?
    answer: "2010"

Good:
    prompt: In which year was Xiaomi founded?
    answer: "2010"
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "too-hard"
SEVERITY = Severity.ADVICE
