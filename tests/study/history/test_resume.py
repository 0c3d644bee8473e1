"""A sitting that was left goes on exactly where it was."""

from __future__ import annotations

import datetime
import tempfile
from functools import reduce
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizmill.bank.model import Name
from quizmill.compose.paper import Paper
from quizmill.grade import Blanks, Choice, Order, Pairing, Skipped, Text, Written
from quizmill.study import memory
from quizmill.study.history import queries
from quizmill.study.history.log import Log, Start
from quizmill.study.history.naming import Naming
from quizmill.study.history.store import History, open_for_writing
from quizmill.study.history.unfinished import last_unfinished, unfinished
from quizmill.study.results import outcomes
from quizmill.study.session import Session
from quizmill.study.sitting import (
    Action,
    Appeal,
    Assess,
    Back,
    Flag,
    Give,
    GoTo,
    Mode,
    Sitting,
    Skip,
    Stop,
    TakeHint,
    Undo,
    begin,
    step,
)

BANK = Naming("tea-and-sea")
NAMES = (Name(name="Cutty Sark", aliases=("the Cutty Sark",)),)
RESPONSES = {
    "multiple_choice": st.builds(Choice, st.tuples(st.integers(0, 3))),
    "multiple_response": st.builds(Choice, st.sets(st.integers(0, 3), min_size=1).map(sorted).map(tuple)),
    "true_false": st.builds(Choice, st.tuples(st.integers(0, 1))),
    "short_answer": st.builds(Text, st.sampled_from(["Cutty Sark", "Sark", "the cutty sark", "雷军"])),
    "numerical": st.builds(Text, st.sampled_from(["¥9,000", "9", "9000 dollars"])),
    "cloze": st.builds(Blanks, st.tuples(st.sampled_from(["1869", "1870", ""]), st.just("Cutty Sark"))),
    "matching": st.builds(Pairing, st.tuples(*[st.none() | st.integers(0, 3)] * 3)),
    "ordering": st.builds(Order, st.permutations(range(5)).map(tuple)),
    "essay": st.builds(Written, st.text(max_size=9), st.none() | st.tuples(st.booleans(), st.booleans())),
}
MOVES = st.sampled_from(
    [
        *(Skip(), TakeHint(), Back(), Flag(), Undo(), Stop(), GoTo(1), GoTo(4), GoTo(9), GoTo(99)),
        *(Appeal("ship-name"), Appeal("ship-cargo"), Assess("tea-essay", Written("x", (True, False)))),
    ]
)
TODAY = datetime.date(2026, 11, 20).toordinal()


@st.composite
def courses(draw: st.DrawFn, paper: Paper, mode: Mode) -> list[Action]:
    """What a learner may do, one action after another; what is given fits the question."""
    sitting, actions = begin(paper, NAMES, mode), []
    for _ in range(draw(st.integers(1, 25))):
        exercise = sitting.current
        if exercise and draw(st.booleans()):
            response = draw(RESPONSES[exercise.kind] | st.just(Skipped()))
            action: Action = Give(draw(st.text(max_size=9)), response)
        else:
            action = draw(MOVES)
        actions.append(action)
        sitting = step(sitting, action)
    return actions


def kept(path: Path, paper: Paper, mode: Mode, actions: list[Action], breaks: int) -> Sitting:
    """The sitting after *actions*; after every *breaks* of them it is left and, if not over, taken up."""
    history = opened(path)
    start = Start(sitting=begin(paper, NAMES, mode), place=mode.value, bank="/bank")
    session = taken_up(history, start, None)
    for at, action in enumerate(actions):
        id = last_unfinished(history, BANK, (mode.value,)) if at % breaks == 0 else None
        if id:
            history.close()
            history = opened(path)
            start = msgspec.structs.replace(start, sitting=unfinished(history, id).sitting)
            session = taken_up(history, start, id)
        session.act(action)
    history.close()
    return session.sitting


def opened(path: Path) -> History:
    """Nobody here waits for the disk."""
    history = open_for_writing(path)
    history.insert("PRAGMA synchronous=OFF")
    return history


def taken_up(history: History, start: Start, id: int | None) -> Session:
    moment = datetime.datetime(2026, 11, 20, 18, 0, tzinfo=datetime.UTC)
    log = Log(history, start, BANK, now=lambda: moment, reschedule=memory.after, id=id)
    return Session(start.sitting, clock=lambda: 0.0, observers=(log.keep,))


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data(), mode=st.sampled_from(Mode), breaks=st.integers(1, 6))
def test_after_any_actions_and_any_breaks_the_sitting_is_the_same(
    paper: Paper, data, mode: Mode, breaks: int
):
    actions = data.draw(courses(paper, mode))
    ends = [i for i, each in enumerate(actions) if isinstance(each, Stop)]
    if mode is Mode.EXAM and ends:
        actions = actions[: ends[0]]  # an exam once handed in is over
    through = reduce(step, actions, begin(paper, NAMES, mode))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.db"
        resumed = kept(path, paper, mode, actions, breaks)
        stood = open_for_writing(path)
        schedules = queries.schedules(stood, BANK, TODAY)
        rows = dict(stood.select(tuple[str, str], "SELECT question, verdict FROM answer ORDER BY id"))
        stood.close()

    assert unstopped(resumed) == unstopped(through)
    assert rows == {id: answer.mark.verdict for id, answer in through.answers.items()}
    assert mode is Mode.PRACTICE or schedules == {}
    assert outcomes(resumed) == outcomes(through)


def unstopped(sitting: Sitting) -> Sitting:
    """A practice that was stopped is taken up as if it had not been."""
    return msgspec.structs.replace(sitting, stopped=False)


def test_a_practice_that_was_stopped_can_go_on_and_one_at_its_end_is_done(learner):
    learner.sit()
    learner.give("a")
    learner.session.act(Stop())
    id = last_unfinished(learner.history, BANK, ("practice",))
    assert id == 1
    found = unfinished(learner.history, id)
    assert (found.sitting.position, found.sitting.over) == (1, False)

    learner.session.act(GoTo(9))
    learner.session.act(Skip())
    assert last_unfinished(learner.history, BANK, ("practice",)) is None


def test_an_exam_goes_on_until_it_is_handed_in_with_the_time_that_was_left(learner):
    learner.sit("exam", minutes=10)
    learner.now += datetime.timedelta(minutes=3)
    learner.give("a")
    found = unfinished(learner.history, last_unfinished(learner.history, BANK, ("practice", "exam")) or 0)
    assert (found.minutes, found.elapsed, found.sitting.mode) == (10, 180, Mode.EXAM)

    learner.session.act(Stop())
    assert last_unfinished(learner.history, BANK, ("practice", "exam")) is None


def test_when_the_time_is_over_nothing_is_left_to_go_on_with(learner):
    learner.sit("practice", minutes=10)
    learner.now += datetime.timedelta(minutes=9)
    learner.give("a")
    assert last_unfinished(learner.history, BANK, ("practice",)) == 1

    learner.now += datetime.timedelta(minutes=1)
    learner.give("a")
    assert last_unfinished(learner.history, BANK, ("practice",)) is None


def test_the_newest_is_gone_on_with_and_only_of_this_bank_and_this_command(learner):
    for place in ("practice", "review", "practice"):
        learner.sit(place)
        learner.give("a")

    assert last_unfinished(learner.history, BANK, ("practice", "exam")) == 3
    assert last_unfinished(learner.history, BANK, ("review", "cram")) == 2
    assert last_unfinished(learner.history, Naming("another"), ("practice",)) is None


def test_an_old_one_is_mentioned_only_while_nothing_was_begun_after_it(learner):
    learner.sit()
    learner.give("a")
    assert last_unfinished(learner.history, BANK, ("practice",), newest=True) == 1

    learner.sit("exam")
    learner.give("a")
    learner.session.act(Stop())
    assert last_unfinished(learner.history, BANK, ("practice", "exam"), newest=True) is None
    assert last_unfinished(learner.history, BANK, ("practice", "exam")) == 1
