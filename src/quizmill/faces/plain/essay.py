"""Essays at a terminal: several lines of text, marked point by point by whoever wrote them."""

from __future__ import annotations

import contextlib

from quizmill.bank.model import Essay
from quizmill.compose.exercise import Exercise
from quizmill.faces.plain.lines import Lines
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.plain.time_limit import TimeIsUp
from quizmill.faces.span_marks import spoken
from quizmill.grade import Response, Written
from quizmill.study.sitting import Answer


def rest_of_essay(lines: Lines, first: str) -> str:
    """*first* and the lines after it, up to an empty one, a single full stop, or the end of input or time."""
    written = [first]
    with contextlib.suppress(TimeIsUp):  # what was written in time counts
        while (line := lines.read("  ")) not in (None, "", "."):
            written.append(str(line))
    return "\n".join(written)


def go_through_points(
    screen: Screen, lines: Lines, exercise: Exercise, answer: Answer, *, is_asked: bool
) -> Response | None:
    """The essay with the points its writer finds in it; None if it is no essay, or input ends.

    *is_asked* tells that it was asked just now, and need not be named.
    """
    question, words = exercise.question, screen.words
    if not isinstance(question, Essay):
        return None
    if is_asked:
        said = words("face.a_full_answer")
    else:
        said = words("face.a_full_answer_to", prompt=spoken(question.prompt, words))
    screen.say(said, tone=Tone.HEADING)
    found = []
    for number, point in enumerate(question.points, 1):
        screen.say(spoken(point.point, words), label=f"{number}. ", indent=2)
        named = _yes(screen, lines)
        if named is None:
            return None
        found.append(named)
    return Written(answer.text, tuple(found))


def _yes(screen: Screen, lines: Lines) -> bool | None:
    while (line := lines.read(f"{screen.words('plain.yes_or_no')} ")) is not None:
        said = line.strip().casefold()
        if said in ("y", "yes", screen.words("screen.yes").casefold()):
            return True
        if said in ("n", "no", "", screen.words("screen.no").casefold()):
            return False
        screen.say(screen.words("plain.say_yes_or_no"))
    return None
