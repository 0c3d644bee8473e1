"""The page: a question never parts from its options, and nothing leaves the margins."""

from __future__ import annotations

import random

import pytest

from printed import Printed, paper_of
from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Point,
    ShortAnswer,
    TrueFalse,
)
from quizmill.export.paper.key import answer_key
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions


def random_question(number, chance, longest=30):
    """A question of any kind whose every text begins and ends with marks of its own."""

    def text(part):
        words = " ".join(
            "tea" * chance.randint(1, 3) for _ in range(min(chance.choice((0, 2, 6, 14, 30)), longest))
        )
        return f"q{number}x{part}s {words} q{number}x{part}e"

    id = f"q{number}"
    several = [text(f"o{i}") for i in range(chance.randint(2, 6))]
    wrong = tuple(Distractor(text=text(f"d{i}")) for i in range(chance.randint(1, 5)))
    prompt = text("p")
    return chance.choice(
        [
            MultipleChoice(id=id, prompt=prompt, answer=several[0], distractors=wrong),
            MultipleResponse(id=id, prompt=prompt, answers=tuple(several), distractors=wrong[:3]),
            TrueFalse(id=id, prompt=prompt, answer=True),
            ShortAnswer(id=id, prompt=prompt, answer="x"),
            Numerical(id=id, prompt=prompt, answer="7", unit="km"),
            Cloze(id=id, text=prompt + " {{x}} and {{y}}."),
            Matching(id=id, prompt=prompt, pairs=tuple((f"{o}", f"{o}r") for o in several)),
            Ordering(id=id, prompt=prompt, sequence=tuple(several)),
            Essay(id=id, prompt=prompt, points=(Point(point="x"),)),
        ]
    )


@pytest.mark.parametrize("seed", range(9))
def test_a_question_stands_on_one_page_with_its_options_and_inside_the_margins(seed):
    chance = random.Random(seed)
    looks = {"size": chance.choice(("a4", "letter")), "sections": chance.choice(("", "kind"))}
    looks |= ({}, {"columns": 2}, {"large_print": True})[seed % 3]
    longest = (30, 8, 2)[seed % 3]  # a question must fit on its page
    questions = [random_question(number, chance, longest) for number in range(25)]
    paper = paper_of(*questions, seed=seed)
    found = Printed(worksheet(paper, WorksheetOptions(**looks)))

    for number, exercise in enumerate(paper.exercises):
        pages = {found.page_of(f"q{number}xps"), found.page_of(f"q{number}xpe")}
        for option in exercise.options if exercise.kind != "true_false" else ():
            pages |= {n for n, page in enumerate(found.pages) if option.split()[0] in page}
        assert len(pages) == 1, exercise.id
    assert all(min(found.ink(page)) > 34 for page in range(len(found.pages)))


@pytest.mark.parametrize("seed", range(2))
def test_the_key_of_any_paper_stays_inside_the_margins(seed):
    chance = random.Random(seed)
    paper = paper_of(*(random_question(number, chance) for number in range(25)), seed=seed)
    found = Printed(answer_key(paper, WorksheetOptions(size="letter")))

    assert all(f"q{number}xpe" in found.text for number in range(25))
    assert all(min(found.ink(page)) > 34 for page in range(len(found.pages)))


def test_an_essay_that_comes_first_leaves_no_empty_page():
    paper = paper_of(Essay(id="q", prompt="Why?", points=(Point(point="x"),), lines=200))

    assert len(Printed(worksheet(paper, WorksheetOptions(size="letter"))).pages) == 1


def test_a_question_with_more_options_than_a_page_holds_goes_on_over_it():
    long = "A very long option indeed. " * 60
    wrong = tuple(Distractor(text=f"{long} {n}") for n in range(9))
    paper = paper_of(MultipleChoice(id="q", prompt="Which?", answer=long, distractors=wrong))
    found = Printed(worksheet(paper, WorksheetOptions()))

    assert len(found.pages) > 2
    assert found.pages[0].count("A very long option") >= 60
    assert found.text.count("A very long option") == 600
