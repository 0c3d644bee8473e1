"""The page's schedules are the program's: the same answers on the same days give the same ones."""

from __future__ import annotations

import random

from quizmill.bank.model import Importance, TrueFalse
from quizmill.grade import Mark, Verdict
from quizmill.study import memory
from quizmill.study.queue import Today, plan
from quizmill.study.schedule import RETENTION, Rating, Schedule, rating_of
from script_modules import in_node

START = 740_000
HISTORIES = 10_000


def histories(count: int) -> list[dict[str, object]]:
    chance = random.Random(1)
    return [
        {
            "retention": chance.choice([0.7, 0.85, RETENTION, 0.95, 0.99]),
            "answers": [
                (chance.randint(1, 3), int(chance.expovariate(1 / 40)) + 1)
                for _ in range(chance.randint(1, 8))
            ],
        }
        for _ in range(count)
    ]


def in_python(history):
    schedule, day, told = None, START, []
    for rating, gap in history["answers"]:
        schedule = memory.after(schedule, Rating(rating), day, history["retention"])
        day += gap
        told.append((schedule.stability, schedule.difficulty, schedule.due, memory.recall(schedule, day)))
    return told


def agree(ours: list[float], theirs: list[float]) -> bool:
    return ours[2] == theirs[2] and all(
        abs(one - other) <= 1e-9 * abs(other) for one, other in zip(ours, theirs, strict=True)
    )


def test_the_page_schedules_as_the_program_does_on_10000_histories():
    code = f"""
      let schedule = null, day = {START};
      return given.answers.map(([rating, gap]) => {{
        schedule = page.after(schedule, rating, day, given.retention);
        day += gap;
        return [schedule.stability, schedule.difficulty, schedule.due, page.recall(schedule, day)];
      }});"""
    tried = histories(HISTORIES)

    told = in_node("memory.js", code, *tried)

    differ = [
        (history, one, other)
        for history, found in zip(tried, told, strict=True)
        for one, other in zip(found, in_python(history), strict=True)
        if not agree(one, other)
    ]
    assert (len(told), differ) == (HISTORIES, [])


def test_only_the_first_answer_of_a_day_schedules():
    code = "try { page.after(page.after(null, 3, 9), 3, 9) } catch (error) { return error.message }"

    assert in_node("memory.js", code, None) == ["only the first answer of a day schedules"]


def test_an_answer_is_rated_as_the_program_rates_it():
    marks = [
        (verdict, earned, possible, hinted)
        for verdict in Verdict
        for possible in (1.0, 3.0)
        for earned in (0.0, possible / 3, possible / 2, 2 * possible / 3, possible)
        for hinted in (False, True)
    ]
    given = [
        {"verdict": verdict.value, "earned": earned, "possible": possible, "hinted": hinted}
        for verdict, earned, possible, hinted in marks
    ]

    told = in_node("memory.js", "return page.ratingOf(given, given.hinted)", *given)

    assert told == [
        rating_of(Mark(verdict=verdict, earned=earned, possible=possible), hinted=hinted)
        for verdict, earned, possible, hinted in marks
    ]


def days(count: int):
    """Banks, schedules and wishes at random, with facts that several questions share."""
    chance = random.Random(2)
    for _ in range(count):
        questions = [
            TrueFalse(
                id=f"q{i}",
                prompt="?",
                answer=True,
                facts=tuple(f"s/{chance.randint(1, 12)}" for _ in range(chance.randint(0, 2))),
                importance=chance.choice(list(Importance)),
            )
            for i in range(chance.randint(0, 25))
        ]
        ids = [question.id for question in questions]
        schedules = {
            id: Schedule(chance.uniform(0.5, 60), 5.0, START + chance.randint(-20, 4), last)
            for id in ids
            if chance.random() < 0.6
            for last in [START + chance.choice([-30, -10, -2, -1, 0, 3])]
        }
        met = frozenset(id for id in ids if chance.random() < 0.1)
        today = Today(
            day=START,
            schedules=schedules,
            met=met,
            introduced=chance.randint(0, 4),
            reviewed=chance.randint(0, 6),
        )
        yield questions, today, chance.choice([0, 3, 10]), chance.choice([0, 5, 40])


def test_the_page_asks_on_a_day_what_the_program_asks_and_in_that_order():
    tried = list(days(500))
    given = [
        {
            "questions": [
                {"id": each.id, "facts": list(each.facts), "importance": each.importance.rank}
                for each in questions
            ],
            "schedules": [
                [id, {"stability": each.stability, "due": each.due, "last": each.last}]
                for id, each in today.schedules.items()
            ],
            "met": sorted(today.met),
            "introduced": today.introduced,
            "reviewed": today.reviewed,
            "wish": {"fresh": new, "most": most},
        }
        for questions, today, new, most in tried
    ]
    code = f"""
      const [schedules, met] = [new Map(given.schedules), new Set(given.met)];
      const today = {{ ...given, day: {START}, schedules, met }};
      return page.plan(given.questions, today, given.wish);"""

    told = in_node("queue.js", code, *given)

    wanted = [
        plan(questions, today, new=new, most=max(0, most - today.reviewed))
        for questions, today, new, most in tried
    ]
    assert told == [
        {"questions": list(each.questions), "due": each.due, "fresh": each.new, "waiting": each.waiting}
        for each in wanted
    ]
