"""Who did better on the other questions hardly does better on this one, or worse.

The correlation with the rest is surely below 0.2, less the share that who guesses takes of it: 0.15 with four
options, 0.10 with two.

Why: what the question measures is not what the others measure; often it is misread by those who think, or its
key is wrong.

Source: Ebel, Measuring Educational Achievement (1965), calls discriminations below 0.2 poor.

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
