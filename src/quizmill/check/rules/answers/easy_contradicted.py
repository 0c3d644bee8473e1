"""It is called easy, and surely less than half of the marks is earned.

Why: blueprints and lessons rely on the estimate; or something in the question misleads.

Source: our own. `quizmill check --answers LOG --suggest` shows the difficulty that the answers speak for.

Bad:
    difficulty: easy

Good:
    difficulty: hard
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "easy-contradicted"
SEVERITY = Severity.ADVICE
