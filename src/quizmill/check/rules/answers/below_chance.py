"""A class earns less than blind guesses would.

The interval of the mean share of the marks ends below what guessing earns.

Why: something draws them to a wrong answer; or the key is wrong.

Source: our own.

Bad:
    prompt: Which of these is no mammal?
    answer: Whale
    distractors: [Shark, Dolphin, Seal]

Good:
    prompt: Which of these is no mammal?
    answer: Shark
    distractors: [Whale, Dolphin, Seal]
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "below-chance"
SEVERITY = Severity.WARNING
