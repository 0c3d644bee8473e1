"""The end of a sitting in words: the score, where it went well, what to look at again, how to go on."""

from __future__ import annotations

from quizmill.bank.ranges import in_ranges
from quizmill.faces import phrases
from quizmill.faces.feedback import Beside, Detail, feedback_on
from quizmill.faces.plain.feedback import answer_parts, tell
from quizmill.faces.plain.question import asked
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.replies import closing, marked, scored
from quizmill.faces.span_marks import spoken
from quizmill.faces.text import cells
from quizmill.study.results import Outcome
from quizmill.study.sitting import Sitting
from quizmill.study.summary import Group, by_kind, by_topic, look_again, reached, slips


def summary(screen: Screen, found: tuple[Outcome, ...], *, are_told: bool = False) -> None:
    """The score so far and of the whole, by topic, by kind, slips, and the questions to look at again.

    Where the answers *are_told* above, the numbers of these say it.
    """
    heading, *rest = closing(found, screen.words)
    screen.say(heading, tone=Tone.HEADING)
    for line in rest:
        screen.say(line)
    topics, kinds = by_topic(found), by_kind(found, screen.words)
    if topics:
        _groups(screen, screen.words("face.by_topic"), topics)
    if len(kinds) > 1:
        _groups(screen, screen.words("face.by_kind"), kinds)
    _slips(screen, slips(found))
    again = look_again(found)
    if are_told and again:
        numbers = in_ranges(outcome.number for outcome in again)
        screen.say()
        screen.say(screen.words("face.look_again_at", numbers=numbers))
    else:
        _again(screen, again)


def feedback(screen: Screen, sitting: Sitting, found: tuple[Outcome, ...], detail: Detail) -> None:
    """After an exam: what practice says at once, for every question that was reached."""
    words = screen.words
    for outcome in reached(found):
        screen.say()
        screen.text(asked(outcome.exercise, words), label=f"{outcome.number}. ", tone=Tone.HEADING)
        if outcome.answer:
            said = phrases.given(outcome.exercise, outcome.answer, words)
            screen.say(said, label=f"{words('face.you')} ")
        about = feedback_on(
            outcome.exercise,
            outcome.answer,
            outcome.mark,
            sitting,
            words,
            detail=detail,
            beside=Beside.PROMPT,
        )
        tell(screen, about, outcome.mark.verdict)


def _groups(screen: Screen, title: str, groups: tuple[Group, ...]) -> None:
    screen.say()
    screen.say(title, tone=Tone.HEADING)
    for group in groups:
        screen.say(scored(group, screen.words), indent=2)


def _slips(screen: Screen, found: tuple[Outcome, ...]) -> None:
    if found:
        screen.say()
        screen.say(screen.words("face.spelt_otherwise"), tone=Tone.HEADING)
    for outcome in found:
        label = f"{outcome.number}. "
        screen.say(outcome.answer.text if outcome.answer else "", label=label, indent=2)
        screen.say(phrases.spelling(outcome.mark, screen.words), indent=2 + cells(label))


def _again(screen: Screen, found: tuple[Outcome, ...]) -> None:
    if not found:
        return
    screen.say()
    screen.say(screen.words("face.look_again"), tone=Tone.HEADING)
    for outcome in found:
        label = f"{outcome.number}. "
        said = marked(outcome, screen.words)
        prompt = asked(outcome.exercise, screen.words)
        if "\n" in prompt:
            screen.text(prompt, label=label, indent=2)
            screen.say(f"[{said}]", indent=2 + cells(label))
        else:
            screen.say(f"{spoken(prompt, screen.words)} [{said}]", label=label, indent=2)
        parts = tuple(phrases.answer_parts(outcome.exercise, screen.words))
        answer_parts(screen, parts, indent=2 + cells(label))
