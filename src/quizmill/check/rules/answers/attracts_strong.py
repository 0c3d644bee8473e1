"""Who took a wrong option did better on the other questions than who did not.

The correlation of having taken it with the rest is surely above 0, with 5 % of chance for all wrong options
together.

Why: those who know find something in it that is right, or see an ambiguity that others do not.

Source: our own.

Bad:
    prompt: Which gas is in the air?
    answer: Nitrogen
    distractors: [Oxygen, Chlorine]

Good:
    prompt: Which gas makes up most of the air?
    answer: Nitrogen
    distractors: [Oxygen, Chlorine]
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "attracts-strong"
SEVERITY = Severity.ADVICE
