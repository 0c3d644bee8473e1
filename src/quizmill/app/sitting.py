"""A sitting from its first question to its score: conducted by a face, recorded, and summed up."""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from quizmill.app.follow_up import FollowUp
from quizmill.app.history import Attempt, DayOver
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable, QuizmillError
from quizmill.faces.ending import Earlier, Ending
from quizmill.faces.feedback import Detail
from quizmill.faces.hangup import HungUp, hangups_raised
from quizmill.faces.plain.lines import standard_input
from quizmill.faces.plain.terminal import Screen, Tone, stdout_screen
from quizmill.faces.replies import last_time
from quizmill.faces.speaker import SILENCE, Speaker
from quizmill.faces.viewing import Viewed, Viewer
from quizmill.study.guessing import guessing_percent
from quizmill.study.results import Outcome, as_json, outcomes
from quizmill.study.retry import missed
from quizmill.study.session import Event, Session
from quizmill.study.sitting import Mode, Sitting, begin
from quizmill.study.summary import look_again
from quizmill.words import Words

_FEW = 8  # questions to look at again that are named one by one
_MANY = 40  # questions that few will answer in one sitting


class Face(msgspec.Struct, frozen=True):
    """The face that was asked for: the whole screen at a terminal, line by line elsewhere or when *plain*."""

    plain: bool = False
    theme: str = ""  # of the whole screen; empty: what suits the terminal
    detail: Detail = Detail.BRIEF  # how much is said of an answer without being asked
    language: str = ""  # that it speaks; empty: that of the bank

    @property
    def full_screen(self) -> bool:
        """Whether there is a terminal at both ends that can show it, and nobody wants it otherwise."""
        if self.plain or os.environ.get("TERM") in ("dumb", "unknown"):
            return False
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def conduct(
    attempt: Attempt, then: FollowUp, results: Path | None, face: Face, speaker: Speaker = SILENCE
) -> Ending:
    """Conduct an attempt, and the missed questions as often as the learner wants; say what each came to.

    *results* are those of the first, the sitting that was asked for. *speaker* plays what is to be heard.
    """
    ending, again = _conduct_once(attempt, then, results, face, speaker)
    while again is not None:
        once_more = attempt.again(begin(again, attempt.sitting.names))
        once_more = msgspec.structs.replace(once_more, day_over=attempt.day_over)
        ending, again = _conduct_once(once_more, then, None, face, speaker)
    return ending


def _conduct_once(
    attempt: Attempt, then: FollowUp, results: Path | None, face: Face, speaker: Speaker
) -> tuple[Ending, Paper | None]:
    """Conduct a sitting to its end, or as far as the learner goes; also what is wanted again."""
    _begin(attempt.sitting, results)
    screen = stdout_screen(face.language or attempt.sitting.paper.language)

    def keep(event: Event) -> str:
        with contextlib.suppress(FileUnusable):  # the last time it is said
            _save(event.after, results)
        return ""

    session = Session(
        attempt.sitting,
        clock=time.monotonic,
        minutes=attempt.minutes,
        elapsed=attempt.elapsed,
        observers=(attempt.recorder.keep, keep),
    )
    ending = _ended(session, attempt, face, screen, speaker)
    if ending is Ending.HUNG_UP:
        return ending, None
    if ending is Ending.INTERRUPTED:
        screen.say()
        screen.say(screen.words("face.interrupted"))
    _sum_up(screen, session.sitting, attempt, then, face.detail)
    _save(session.sitting, results)
    if ending is Ending.INTERRUPTED:
        return ending, None
    return ending, _wanted_again(session, ending, face, screen)


def _ended(session: Session, attempt: Attempt, face: Face, screen: Screen, speaker: Speaker) -> Ending:
    try:
        with hangups_raised():
            greet = functools.partial(_greet, screen, attempt)
            earlier = _earlier(attempt, screen.words)
            viewer = _viewer(attempt.folder)
            told = screen.words.say(attempt.said) if attempt.said else ""
            said = "\n".join(filter(None, (attempt.opening * face.full_screen, told)))
            return _faced(session, face, screen, greet, said, earlier, speaker, viewer)
    except KeyboardInterrupt:
        return Ending.INTERRUPTED
    except HungUp:
        return Ending.HUNG_UP
    finally:
        speaker.stop()
        attempt.recorder.end()


def _viewer(folder: Path) -> Viewer:
    """Opens pictures; what it needs for that is wanted by whoever opens one."""

    def view(file: str) -> Viewed:
        from quizmill.app.viewer import viewer_of

        return viewer_of(folder)(file)

    return view


def _faced(
    session: Session,
    face: Face,
    screen: Screen,
    greet: Callable[[], None],
    said: str,
    earlier: Earlier,
    speaker: Speaker,
    viewer: Viewer,
) -> Ending:
    """*greet* opens the plain face, *said* is told on either, *earlier* on the full screen's last page."""
    if face.full_screen:
        from quizmill.faces.screen.app import conduct  # Textual: only who sees it waits for it

        return conduct(
            session,
            theme=face.theme,
            language=screen.language,
            detail=face.detail,
            said=said,
            earlier=earlier,
            speaker=speaker,
            viewer=viewer,
        )
    from quizmill.faces.plain.quiz import PlainQuiz

    greet()
    if said:
        screen.say(said, tone=Tone.QUIET)
    lines = standard_input(screen)
    PlainQuiz(session, screen, lines, detail=face.detail, speaker=speaker, viewer=viewer).run()
    return Ending.LEFT


def _wanted_again(session: Session, ending: Ending, face: Face, screen: Screen) -> Paper | None:
    """The missed questions when the learner wants them once more; a pipe is not asked."""
    again = missed(session.sitting)
    if face.full_screen:
        return again if ending is Ending.RETRY else None
    lines = standard_input(screen)
    at_the_end = session.sitting.over and session.sitting.current is None
    if again is None or not at_the_end or not lines.interactive:
        return None
    screen.say(screen.words("plain.retry", n=len(again.exercises)))
    line = lines.read("> ")
    return again if line is not None and line.strip().lower() in ("r", ":r", "retry") else None


def _begin(sitting: Sitting, results: Path | None) -> None:
    """What cannot be written is better known before the first question; older results stay until then."""
    if results is not None:
        older = results.is_file() and results.stat().st_size
        _write(sitting, results, rehearsal=bool(older))


def _save(sitting: Sitting, results: Path | None) -> None:
    if results is not None:
        _write(sitting, results)


def _write(sitting: Sitting, results: Path, *, rehearsal: bool = False) -> None:
    from quizmill.app.file_kinds import RESULTS  # 4 ms that only who keeps results waits for
    from quizmill.export.publish import Product, publish, rehearse

    write = rehearse if rehearsal else publish
    write({results: Product(as_json(sitting), RESULTS)})


def _greet(screen: Screen, attempt: Attempt) -> None:
    paper, minutes = attempt.sitting.paper, attempt.minutes
    count = len(paper.exercises)
    screen.say(paper.title, tone=Tone.HEADING)
    words = screen.words
    said = [words("face.questions", n=count), words("plain.seed", seed=paper.seed)]
    if minutes is not None:
        said.append(words("face.minutes", n=minutes))
    said += [words("plain.guessing", percent=f"{guessing_percent(paper):.0f}"), words("plain.for_help")]
    screen.say(words("list.next").join(said))
    if count > _MANY:
        screen.say(words("plain.quit_anytime"), tone=Tone.QUIET)


def _earlier(attempt: Attempt, words: Words) -> Earlier:
    """What is told at the end of the time before, and of the day."""

    def said(sitting: Sitting) -> str:
        return "\n".join(_told(attempt, outcomes(sitting), sitting, _day_over(attempt, words), words))

    return said


def _told(
    attempt: Attempt, found: tuple[Outcome, ...], sitting: Sitting, day: DayOver, words: Words
) -> list[str]:
    before = last_time(found, attempt.recorder.last_time(sitting.answers), words)
    return [line for line in (before, day.said) if line]


def _day_over(attempt: Attempt, words: Words) -> DayOver:
    if attempt.day_over:
        with contextlib.suppress(QuizmillError):  # the answers count, not what is said of them
            return attempt.day_over(words)
    return DayOver(said="", more=True)


def _sum_up(screen: Screen, sitting: Sitting, attempt: Attempt, then: FollowUp, detail: Detail) -> None:
    from quizmill.faces.plain.summary import feedback, summary  # wanted at the end only

    found = outcomes(sitting)
    are_told = sitting.mode is Mode.EXAM
    if are_told:
        feedback(screen, sitting, found, detail)
    screen.say()
    summary(screen, found, are_told=are_told)
    day = _day_over(attempt, screen.words)
    if told := _told(attempt, found, sitting, day, screen.words):
        screen.say()
        for line in told:
            screen.say(line)
    screen.say()
    unfinished = attempt.recorder.is_unfinished(then.places)
    for said in _offers(found, then, screen.words, unfinished=unfinished, more=day.more):
        screen.line(said)  # unwrapped, so that it can be copied


def _offers(
    found: tuple[Outcome, ...], then: FollowUp, words: Words, *, unfinished: bool, more: bool
) -> Iterator[str]:
    """How to go on: with what was left, with what was missed, else with another round where there is more."""
    if unfinished:
        yield words("face.go_on_here", command=then.resume)
    again = [outcome.exercise.id for outcome in look_again(found)]
    if 0 < len(again) <= _FEW:
        which = (word for id in again for word in ("--id", id))
        yield words("face.these_again", command=then.offered(*which, command="quiz"))
    elif not unfinished and more:
        yield words("face.another_round", command=then.another_round)
