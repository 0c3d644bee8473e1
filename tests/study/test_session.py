"""A sitting under way: time, and what is kept of it."""

from __future__ import annotations

import math

from quizmill.compose.paper import Paper
from quizmill.grade import Choice
from quizmill.study.session import Session
from quizmill.study.sitting import Flag, Give, Skip, begin


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_every_action_is_kept_with_the_time_it_took(paper: Paper):
    clock, kept = Clock(), []
    session = Session(begin(paper), clock=clock, observers=(lambda event: kept.append(event) or "",))

    clock.now += 3
    session.act(Flag())
    clock.now += 4
    session.act(Give("a", Choice((0,))))
    clock.now += 5
    session.act(Skip())

    assert [(type(d.action), d.seconds, d.elapsed) for d in kept] == [
        (Flag, 3, 3),
        (Give, 7, 7),
        (Skip, 5, 12),
    ]
    assert kept[1].before.position == 0
    assert kept[1].after is kept[2].before


def test_what_an_observer_could_not_do_is_known_until_the_next_event(paper: Paper):
    troubles = iter(["The disk is full.", ""])
    session = Session(begin(paper), clock=Clock(), observers=(lambda event: next(troubles), lambda event: ""))
    assert session.trouble == ""

    session.act(Flag())
    assert session.trouble == "The disk is full."
    session.act(Flag())
    assert session.trouble == ""


def test_the_time_of_earlier_sessions_counts(paper: Paper):
    clock = Clock()
    session = Session(begin(paper), clock=clock, minutes=2, elapsed=90)

    assert (session.timed, session.seconds_left) == (True, 30)
    clock.now += 31
    assert session.seconds_left == 0


def test_without_a_limit_time_never_ends(paper: Paper):
    session = Session(begin(paper), clock=Clock())

    assert (session.timed, session.seconds_left) == (False, math.inf)
