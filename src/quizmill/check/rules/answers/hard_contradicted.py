"""It is called hard, and surely more than 80 % of the marks are earned.

Why: blueprints and lessons rely on the estimate; or the question gives itself away.

Source: our own. `quizmill check --answers LOG --suggest` shows the difficulty that the answers speak for.

Bad:
    difficulty: hard

Good:
    difficulty: easy
"""

from __future__ import annotations

from quizmill.errors import Severity

ID = "hard-contradicted"
SEVERITY = Severity.ADVICE
