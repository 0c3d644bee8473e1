"""Hardly anybody takes a wrong option: surely fewer than 5 %.

None of 59 is the first that shows it, so a class of 30 never does. Where nearly all are right, none is
blamed.

Why: an option that nobody takes is read for nothing, and guessing among the others is easier.

Source: Haladyna and Downing 1993, whose limit of 5 % it is.

Bad:
    prompt: Who founded Xiaomi?
    answer: Lei Jun
    distractors: [Jack Ma, Napoleon]

Good:
    prompt: Who founded Xiaomi?
    answer: Lei Jun
    distractors: [Jack Ma, Ren Zhengfei]
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "dead-distractor"
SEVERITY = Severity.ADVICE
