"""Who did better on the other questions hardly does better on this one, or worse.

The correlation with the rest is surely below 0.15.

Why: what the question measures is not what the others measure; often it is misread by those who think, or its
key is wrong.

Source: our own; Ebel calls discriminations below 0.2 poor, and 0.15 leaves room for what is easy or hard.

Bad:
    prompt: How many legs has a table?
    answer: "4"
    distractors: ["3", "1"]

Good:
    prompt: How many legs has the table in the picture?
    answer: "4"
    distractors: ["3", "1"]
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "misleading"
SEVERITY = Severity.WARNING
