"""What a question can be asked without, and should have: the same is said of drafts and of what is asked."""

from __future__ import annotations

NO_EXPLANATION = "the question has no explanation"
EXPLAIN = "add `explanation: …`, why the answer is right and what tempts people to others"
