"""What a response is worth in the page is what it is worth to the program: marks, parts and reasons."""

from __future__ import annotations

import json
import random
from pathlib import Path

import msgspec
import pytest

from quizmill import app
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.export.web.media import Media
from quizmill.export.web.questions import Asker
from quizmill.grade import BY_AUTHOR, Blanks, Choice, Order, Pairing, Skipped, Text, Written, mark
from quizmill.grade.accepted.tables import tables
from quizmill.words import words_in
from script_modules import run

HERE = Path(__file__).parents[3]
EACH = 3  # responses to a question
MARKS = """
const { know } = await load("judge.js");
const { markOf } = await load("mark.js");
const { answered, begun, tallyOf, withHint } = await load("sitting.js");
know(given.tables);
return given.asked.map(([place, response, hinted]) => {
  const question = given.questions[place];
  const mark = markOf(question, response);
  const sitting = begun([question.id], "all", "key");
  const shown = hinted ? withHint(sitting) : sitting;
  return { mark, tally: tallyOf(answered(shown, { response, mark }), question) };
});
"""


def by_chance(exercise, chance):
    """A response of the kind that the exercise asks for, right more often than chance alone would have it."""
    question, places = exercise.question, range(len(exercise.options))
    if chance.random() < 0.05:
        return Skipped()
    match question:
        case MultipleChoice() | TrueFalse():
            return Choice((chance.choice(places),))
        case MultipleResponse():
            key = [place for place in exercise.key if chance.random() < 0.8]
            return Choice(tuple(sorted({*key, *(place for place in places if chance.random() < 0.15)})))
        case ShortAnswer() | Numerical():
            return Text(chance.choice((plain(question.answer), "nothing", "3", "")))
        case Cloze():
            return Blanks(
                tuple(chance.choice((plain(each.answer), "nothing", "")) for each in exercise.blanks)
            )
        case Matching():
            return Pairing(tuple(chance.choice((right, right, None, *places)) for right in exercise.key))
        case Ordering():
            steps = list(exercise.key)
            for _ in range(chance.randrange(4)):
                one, other = chance.choice(places), chance.choice(places)
                steps[one], steps[other] = steps[other], steps[one]
            return Order(tuple(steps))
        case Essay():
            named = tuple(chance.random() < 0.5 for _ in question.points)
            return Written("A text.", chance.choice((named, None)))


def said(reasons):
    return [json.loads(msgspec.json.encode(each)) for each in reasons if each.key not in BY_AUTHOR]


@pytest.mark.parametrize("folder", ["question_bank", "examples/physics"])
def test_responses_of_every_kind_are_worth_in_the_page_what_they_are_to_the_program(folder):
    loaded = app.open_bank(HERE / folder)
    bank, paper = loaded.bank, app.choose(loaded, electives=True, seed=1)
    asker = Asker(
        Media({}, {}), tuple(topic.id for topic in bank.topics), bank.names, words_in(bank.language)
    )
    chance = random.Random(1)
    questions = [asker.asked(each, bank.language, with_key=True) for each in paper.exercises]
    asked = [
        (place, by_chance(exercise, chance), chance.random() < 0.2)
        for place, exercise in enumerate(paper.exercises)
        for _ in range(EACH)
    ]
    judged = [record for each in questions for record in each.key.accepted]
    given = {"tables": tables(judged, bank.names, bank.language), "questions": questions, "asked": asked}
    found = run(MARKS, json.loads(msgspec.json.encode(given)))

    for (place, response, hinted), theirs in zip(asked, found, strict=True):
        ours = mark(paper.exercises[place], response, bank.names, hinted=hinted, language=bank.language)
        told, tally = theirs["mark"], theirs["tally"]
        if told["verdict"] == "unsure":
            continue
        where = (paper.exercises[place].id, response)
        assert (where, told["verdict"]) == (where, str(ours.verdict))
        assert (tally["earned"], tally["possible"]) == (pytest.approx(ours.earned), ours.possible), where
        assert (where, told.get("reasons") or []) == (where, said(ours.reasons))
        if ours.parts:
            assert (where, told["parts"]) == (where, list(ours.parts))
