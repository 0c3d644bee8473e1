"""The end of a sitting in words: the score, where it went well, what to look at again, how to go on."""

from __future__ import annotations

from collections.abc import Mapping

from quizmill.bank.markup import plain
from quizmill.faces import phrases
from quizmill.faces.phrases import answer_lines, score, verdict_word
from quizmill.faces.plain.feedback import reasons, verdict
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.replies import closing
from quizmill.faces.text import cells
from quizmill.study.results import Outcome, Tally, tally
from quizmill.study.summary import Group, by_kind, by_topic, look_again, reached


def summary(screen: Screen, found: tuple[Outcome, ...]) -> None:
    """The score so far and of the whole, by topic, by kind, and the questions to look at again."""
    heading, *rest = closing(found)
    screen.say(heading, tone=Tone.HEADING)
    for line in rest:
        screen.say(line)
    topics, kinds = by_topic(found), by_kind(found)
    if topics:
        _groups(screen, "By topic", topics)
    if len(kinds) > 1:
        _groups(screen, "By kind of question", kinds)
    _again(screen, look_again(found))


def feedback(screen: Screen, found: tuple[Outcome, ...]) -> None:
    """After an exam: what practice says at once, for every question that was reached."""
    for outcome in reached(found):
        screen.say()
        screen.say(plain(outcome.exercise.prompt), label=f"{outcome.number}. ", tone=Tone.HEADING)
        if outcome.answer:
            screen.say(outcome.answer.text, label="You: ")
            verdict(screen, outcome.exercise, outcome.answer)
        else:
            screen.say(phrases.verdict(outcome.mark), tone=Tone.QUIET)
        reasons(screen, outcome.exercise)


def last_time(found: tuple[Outcome, ...], before: Mapping[str, Tally]) -> str:
    """How the questions that were answered in an earlier sitting did then, and now; empty without any."""
    again = tuple(outcome for outcome in found if outcome.exercise.id in before and outcome.answer)
    if not again:
        return ""
    earned = sum(before[outcome.exercise.id].earned for outcome in again)
    then = Tally(earned, sum(before[outcome.exercise.id].possible for outcome in again))
    several = f"{len(again)} of these you had answered" if len(again) > 1 else "One of these you had answered"
    return f"{several} before: {score(then)} then, {score(tally(again))} now."


def _groups(screen: Screen, title: str, groups: tuple[Group, ...]) -> None:
    screen.say()
    screen.say(title, tone=Tone.HEADING)
    for group in groups:
        screen.say(f"{group.name}: {score(group.total)}", indent=2)


def _again(screen: Screen, found: tuple[Outcome, ...]) -> None:
    if not found:
        return
    screen.say()
    screen.say("To look at again", tone=Tone.HEADING)
    for outcome in found:
        label = f"{outcome.number}. "
        said = verdict_word(outcome.mark.verdict) + (", flagged" if outcome.flagged else "")
        screen.say(f"{plain(outcome.exercise.prompt)} [{said}]", label=label, indent=2)
        for line in answer_lines(outcome.exercise):
            screen.say(line, label="= ", indent=2 + cells(label))
