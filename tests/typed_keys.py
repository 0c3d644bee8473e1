"""What a learner would type who knows the answer, and who does not."""

from __future__ import annotations

from quizmill.bank.markup import plain
from quizmill.compose.exercise import Exercise, letter


def as_typed(exercise: Exercise) -> str:
    """The right answer as a learner would type it."""
    match exercise.kind:
        case "multiple_choice" | "multiple_response":
            return ",".join(letter(i) for i in exercise.key)
        case "true_false":
            return "tf"[exercise.key[0]]
        case "matching":
            return " ".join(f"{number}{letter(i)}" for number, i in enumerate(exercise.key, 1))
        case "ordering":
            return " ".join(str(i + 1) for i in exercise.key)
        case "cloze":
            return " | ".join(plain(blank.answer) for blank in exercise.blanks)
        case "essay":
            return "In my own words."
        case _:
            return plain(exercise.question.answer)


def missed(exercise: Exercise) -> str:
    """An answer that is wrong, or right in so small a part as chance would have it."""
    match exercise.kind:
        case "multiple_choice" | "multiple_response":
            return next(letter(i) for i in range(len(exercise.options)) if i not in exercise.key)
        case "true_false":
            return "ft"[exercise.key[0]]
        case "matching":  # one pair is right
            first, *others = exercise.key
            turned = [first, *others[1:], *others[:1]]
            return " ".join(f"{number}{letter(i)}" for number, i in enumerate(turned, 1))
        case "ordering":
            return " ".join(str(i + 1) for i in reversed(exercise.key))
        case "cloze":
            return " | ".join("zzz" for _ in exercise.blanks)
        case "numerical":
            return "8"
        case _:
            return "zzz"
