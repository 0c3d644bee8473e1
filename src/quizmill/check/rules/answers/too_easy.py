"""Nearly everybody has it right: surely more than 95 % of the marks are earned.

Why: it tells hardly anybody apart; it may give itself away. One that is to encourage may stay, with an
`allow`.

Source: our own.

Bad:
    prompt: Is tea made from the tea plant?
    answer: "Yes"
    distractors: ["No", Perhaps]

Good:
    prompt: Which part of the plant is tea made from?
    answer: The leaves
    distractors: [The roots, The bark]
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "too-easy"
SEVERITY = Severity.ADVICE
