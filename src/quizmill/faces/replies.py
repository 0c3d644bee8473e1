"""What both faces answer to a command, and say when a sitting ends."""

from __future__ import annotations

from quizmill.bank.markup import plain
from quizmill.faces.phrases import score
from quizmill.grade import Verdict
from quizmill.study.results import Outcome, tally
from quizmill.study.sitting import Action, Flag, Sitting, Skip, Stop, TakeHint, Undo
from quizmill.study.summary import reached
from quizmill.words import words_in

TIME_OVER = "The time is over. What you answered so far counts."


def reply(action: Action, before: Sitting, after: Sitting) -> str:
    """What *action* is answered with, when the next question does not say it; often nothing."""
    exercise = before.current
    match action:
        case Stop():
            return "Stopped."
        case Undo():
            return "Taken back." if before.trail else "There is no answer to take back."
        case TakeHint() if exercise and exercise.question.hint:
            return f"Hint: {plain(exercise.question.hint)} (This question now earns half its marks.)"
        case TakeHint():
            return "This question has no hint."
        case Flag(question=question) if question or exercise:
            return "Flagged." if after.flagged > before.flagged else "The flag is off."
        case Skip() if exercise:
            return "Your answer stays." if exercise.id in before.answers else "Skipped."
        case _:
            return "You are there already." if after.position == before.position else ""


def closing(found: tuple[Outcome, ...]) -> tuple[str, ...]:
    """The score as a heading, then how much of the paper was reached and what stays unmarked, if anything."""
    words, seen = words_in(), reached(found)
    said = [words("face.score_is", score=score(tally(seen))) if seen else words("face.nothing_answered")]
    if len(seen) < len(found):
        said.append(words("face.reached", reached=len(seen), n=len(found), score=score(tally(found))))
    if unmarked := sum(outcome.mark.verdict is Verdict.UNMARKED for outcome in seen):
        said.append(words("face.unmarked", n=unmarked))
    return tuple(said)
