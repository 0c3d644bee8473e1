"""What is chosen, joined and put in order earns in the page what it does in the program, and why."""

from __future__ import annotations

import json
import random

import msgspec
import pytest

import samples
from quizmill.bank.model import Matching, MultipleResponse, Ordering
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import compose
from quizmill.export.web.media import Media
from quizmill.export.web.questions import Asker
from quizmill.grade import Choice, Order, Pairing, Written, mark
from quizmill.words import words_in
from script_modules import run

MARK = """
const { markOf } = await load("mark.js");
return given.map(([question, response]) => markOf(question, response));
"""
LINES = Ordering(id="lines", prompt="Order the lines.", sequence=("{", "a", "}", "{", "b", "}"))
OF_ONE = Ordering(id="two", prompt="Order.", sequence=("a", "b"))
SHARED = Matching(id="shared", prompt="Match.", pairs=(("a", "x"), ("b", "x"), ("c", "y")), extra=("z",))
MANY = MultipleResponse(id="many", prompt="Which?", answers=("a", "b", "c"), distractors=())


def exercises(tmp_path) -> list[Exercise]:
    bank = samples.load(tmp_path).bank
    topic = bank.topics[0]
    more = msgspec.structs.replace(topic, questions=(*topic.questions, LINES, OF_ONE, SHARED, MANY))
    bank = msgspec.structs.replace(bank, topics=(more,))
    return list(compose(bank, tuple(bank.questions()), seed=3, order="bank").exercises)


def responses(exercise: Exercise, chance: random.Random) -> list:
    """Some of all that may be given, right ones among them."""
    count = len(exercise.options)
    match exercise.kind:
        case "multiple_choice" | "true_false":
            return [Choice((pick,)) for pick in range(count)]
        case "multiple_response":
            some = [tuple(pick for pick in range(count) if chance.random() < 0.5) for _ in range(20)]
            return [Choice(picks) for picks in [*some, exercise.key] if picks]
        case "matching":
            lefts = len(exercise.key)
            some = [tuple(chance.choice([None, *range(count)]) for _ in range(lefts)) for _ in range(20)]
            return [Pairing(rights) for rights in [*some, exercise.key] if any(r is not None for r in rights)]
        case "ordering":
            some = [tuple(chance.sample(range(count), count)) for _ in range(30)]
            return [Order(steps) for steps in [*some, exercise.key]]
        case "essay":
            return [Written("so", named) for named in ((True, False), (True, True), (False, False))]
        case _:
            return []


def told(exercise: Exercise, response) -> dict:
    """The program's mark as the page has it; the author's own words stand beside it there."""
    found = mark(exercise, response)
    ours = [
        reason for reason in found.reasons if "why_not" not in reason.key and "correction" not in reason.key
    ]
    return {
        "verdict": str(found.verdict),
        "share": pytest.approx(found.earned / found.possible),
        "parts": list(found.parts),
        "reasons": [{"key": str(reason.key), "values": reason.values} for reason in ours],
    }


def test_page_and_program_give_the_same_marks(tmp_path):
    words = words_in("en")
    asker = Asker(Media({}, {}), ("tea",), (), words)
    chance = random.Random(5)
    asked = [
        (exercise, response) for exercise in exercises(tmp_path) for response in responses(exercise, chance)
    ]
    given = [
        [
            json.loads(msgspec.json.encode(asker.asked(exercise, "en", with_key=True))),
            json.loads(msgspec.json.encode(response)),
        ]
        for exercise, response in asked
    ]

    found = [{"parts": [], "reasons": []} | each for each in run(MARK, given)]

    assert len(found) > 150
    assert found == [told(exercise, response) for exercise, response in asked]
    assert {each["verdict"] for each in found} == {"right", "partial", "wrong"}
