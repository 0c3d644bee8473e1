"""What is said about an answer: how it did, what is right and why, and where that stands."""

from __future__ import annotations

from quizmill.bank.markup import plain
from quizmill.compose.exercise import Exercise
from quizmill.faces import phrases
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.grade import Verdict
from quizmill.grade.diff import Change, Diff, diffs
from quizmill.study.sitting import Answer

TONES = {
    Verdict.RIGHT: Tone.GOOD,
    Verdict.PARTIAL: Tone.PARTLY,
    Verdict.WRONG: Tone.BAD,
    Verdict.SKIPPED: Tone.QUIET,
    Verdict.UNMARKED: Tone.QUIET,
}


def verdict(screen: Screen, exercise: Exercise, answer: Answer) -> None:
    """The verdict in words, what it earned, what the marker has to say, and where typed letters differ."""
    mark = answer.mark
    screen.say(phrases.verdict(mark), tone=TONES[mark.verdict])
    if said := phrases.remark(exercise, mark):
        screen.say(said)
    if mark.verdict is not Verdict.RIGHT:
        _letters(screen, diffs(exercise, answer.response))


def reasons(screen: Screen, exercise: Exercise) -> None:
    """The right answer, the explanation, and the sources."""
    right_answer(screen, exercise)
    if exercise.question.explanation:
        screen.say(plain(exercise.question.explanation), label="Why: ")
    sources(screen, exercise)


def right_answer(screen: Screen, exercise: Exercise) -> None:
    """The right answer, with the letters and numbers under which it was shown."""
    first, *rest = phrases.answer_lines(exercise)
    screen.say(first, label="Answer: ")
    for line in rest:
        screen.say(line, indent=len("Answer: "))


def sources(screen: Screen, exercise: Exercise) -> None:
    """Where each fact stands, what it says, and how far it is to be believed."""
    for evidence in exercise.evidence:
        screen.say(phrases.source(evidence), label="Source: ")


def _letters(screen: Screen, comparisons: tuple[Diff | None, ...]) -> None:
    for number, comparison in enumerate(comparisons, 1):
        if comparison:
            blank = f" in blank {number}" if len(comparisons) > 1 else ""
            screen.say(_marked_up(comparison), label=f"Letter by letter{blank}: ")


def _marked_up(comparison: Diff) -> str:
    """`Cut(+t)y Sar(-c)(+k)`: a plus for what is missing, a minus for what is too much."""
    signs = {Change.SAME: "{}", Change.MISSING: "(+{})", Change.SURPLUS: "(-{})"}
    return "".join(signs[piece.change].format(piece.text) for piece in comparison)
