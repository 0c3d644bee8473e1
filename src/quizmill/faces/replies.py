"""What both faces answer to a command, and say when a sitting ends."""

from __future__ import annotations

from collections.abc import Mapping

from quizmill.faces.phrases import score, verdict_word
from quizmill.faces.span_marks import spoken
from quizmill.grade import Verdict
from quizmill.study.results import Outcome, Tally, tally
from quizmill.study.sitting import Action, Flag, Sitting, Skip, Stop, Suspend, TakeHint, Undo
from quizmill.study.summary import Group, reached
from quizmill.words import Words


def reply(action: Action, before: Sitting, after: Sitting, words: Words) -> str:
    """What *action* is answered with, when the next question does not say it; often nothing."""
    exercise = before.current
    match action:
        case Stop():
            return words("face.stopped")
        case Undo():
            return words("face.taken_back" if before.trail else "face.nothing_to_take_back")
        case TakeHint() if exercise and exercise.question.hint:
            return words("face.hint_costs", hint=spoken(exercise.question.hint, words))
        case TakeHint():
            return words("face.no_hint")
        case Flag(question=question) if question or exercise:
            return words("face.flagged" if after.flagged > before.flagged else "face.flag_off")
        case Suspend(question=question) if question or exercise:
            aside = after.suspended > before.suspended
            return words("face.suspended" if aside else "face.unsuspended")
        case Skip() if exercise:
            return words("face.answer_stays" if exercise.id in before.answers else "face.skipped_over")
        case _:
            return words("face.there_already") if after.position == before.position else ""


def closing(found: tuple[Outcome, ...], words: Words) -> tuple[str, ...]:
    """The score as a heading, then how much of the paper was reached and what stays unmarked, if anything."""
    seen = reached(found)
    whole = score(tally(seen), words)
    said = [words("face.score_is", score=whole) if seen else words("face.nothing_answered")]
    if len(seen) < len(found):
        of_all = score(tally(found), words)
        said.append(words("face.reached", reached=len(seen), n=len(found), score=of_all))
    if unmarked := sum(outcome.mark.verdict is Verdict.UNMARKED for outcome in seen):
        said.append(words("face.unmarked", n=unmarked))
    return tuple(said)


def last_time(found: tuple[Outcome, ...], before: Mapping[str, Tally], words: Words) -> str:
    """How the questions that were answered in an earlier sitting did then, and now; empty without any."""
    again = tuple(outcome for outcome in found if outcome.exercise.id in before and outcome.answer)
    if not again:
        return ""
    earned = sum(before[outcome.exercise.id].earned for outcome in again)
    then = Tally(earned, sum(before[outcome.exercise.id].possible for outcome in again))
    return words("face.last_time", n=len(again), then=score(then, words), now=score(tally(again), words))


def scored(group: Group, words: Words) -> str:
    """The score of the questions of one topic or kind."""
    return words("list.explained", first=group.name, second=score(group.total, words))


def marked(outcome: Outcome, words: Words) -> str:
    """The verdict alone, and whether there is a flag."""
    said = verdict_word(outcome.mark.verdict, words)
    return words("face.marked_flagged", verdict=said) if outcome.flagged else said
