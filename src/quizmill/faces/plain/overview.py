"""Where a learner is: all questions of a sitting, what is still open, the time that is left."""

from __future__ import annotations

import math

from quizmill.bank.ranges import in_ranges
from quizmill.faces.phrases import verdict_word
from quizmill.faces.plain.question import asked
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.span_marks import spoken
from quizmill.study.results import Outcome, outcomes
from quizmill.study.session import Session
from quizmill.study.sitting import Mode, Sitting
from quizmill.words import Words

_MANY = 40  # questions, of which only what stands out is told


def tell_all(screen: Screen, sitting: Sitting) -> None:
    """Each question with what became of it; of very many, the numbers of those that are open or flagged."""
    found = outcomes(sitting)
    if len(found) > _MANY:
        tell_open(screen, sitting)
        return
    for outcome in found:
        words = screen.words
        said = words("list.next").join(_states(outcome, sitting, words))
        prompt = " ".join(spoken(asked(outcome.exercise, words), words).split())
        screen.say(words("list.explained", first=said, second=prompt), label=f"{outcome.number}. ")


def tell_open(screen: Screen, sitting: Sitting) -> None:
    """The numbers of the questions without an answer, and of those with a flag."""
    found = outcomes(sitting)
    for key, numbers in (
        ("face.without_answer", [each.number for each in found if each.answer is None]),
        ("face.flagged_are", [each.number for each in found if each.flagged]),
    ):
        if numbers:
            screen.say(screen.words(key, numbers=in_ranges(numbers)))


def time_left(session: Session, words: Words) -> str:
    """`4 minutes left`; empty without a limit."""
    if not session.timed:
        return ""
    minutes = words("face.minutes", n=math.ceil(session.seconds_left / 60))
    return words("plain.left", minutes=minutes)


def before_handing_in(screen: Screen, sitting: Sitting) -> None:
    """What is to be known behind the last question."""
    screen.say(screen.words("face.last_question"), tone=Tone.HEADING)
    if sitting.mode is Mode.EXAM:
        tell_open(screen, sitting)
        screen.say(screen.words("plain.enter_hands_in"))
    else:
        screen.say(screen.words("plain.enter_ends"))


def _states(outcome: Outcome, sitting: Sitting, words: Words) -> list[str]:
    if outcome.answer is None:
        said = words("plain.is_open")
    elif sitting.mode is Mode.EXAM:
        said = words("plain.is_answered")
    else:
        said = verdict_word(outcome.mark.verdict, words)
    here = [words("plain.is_here")] if outcome.number == sitting.position + 1 else []
    flagged = [words("plain.flagged")] if outcome.flagged else []
    return [said, *here, *flagged]
