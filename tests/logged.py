"""Answers as a log keeps them, for tests: those that matter spelt out, and any at all."""

from __future__ import annotations

from hypothesis import strategies as st

from quizmill.analysis.answer import AnswerRow
from quizmill.grade import Verdict

ANN, BO, CY = "a" * 16, "b" * 16, "c" * 16


def answer(student: str = ANN, question: str = "tea-plant", **changes: object) -> AnswerRow:
    """One to a multiple-choice question on paper, right."""
    told = {
        "answered": 0,
        "namespace": "tea-and-sea",
        "question": question,
        "digest": "0123456789abcdef",
        "kind": "multiple_choice",
        "student": student,
        "paper": "55aa55aa",
        "form": "A",
        "number": 1,
        "place": "paper",
        "chosen": (0,),
        "verdict": Verdict.RIGHT,
        "earned": 1.0,
        "possible": 1.0,
        "source": "hand",
    }
    return AnswerRow(**(told | changes))


_CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)

ANSWERS = st.builds(
    answer,
    student=st.sampled_from([ANN, BO, CY]),
    question=st.sampled_from(["tea-plant", "tea-true", "ship-name"]),
    answered=st.sampled_from([0, 1, 1_796_061_600_000, 1_796_061_600_001]),
    place=st.sampled_from(["paper", "html", "exam", "practice", "anki"]),
    digest=st.sampled_from(["", "0123456789abcdef"]),
    paper=st.sampled_from(["", "55aa55aa", "66bb66bb"]),
    team=_CELLS,
    chosen=st.lists(st.integers(-1, 30), max_size=4).map(tuple),
    text=_CELLS,
    seconds=st.none() | st.floats(0, 1e6),
)
