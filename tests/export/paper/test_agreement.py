"""The key of a form, worked out from what stands on its sheet, is the key that is printed for it."""

from __future__ import annotations

import random
import re

import pytest

from printed import Printed
from quizmill.bank.model import (
    Bank,
    Distractor,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Ordering,
    Topic,
    TrueFalse,
)
from quizmill.compose.forms import forms
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

FORMS = 10


def random_question(number, chance):
    """A question whose texts can be told from all others on the page."""
    id = f"q{number}"
    told = [f"{id}o{i}z" + " tea" * chance.choice((0, 0, 1, 4, 9)) for i in range(chance.randint(3, 6))]
    prompt = f"{id}pz" + " ship" * chance.choice((1, 9, 20))
    right = chance.randint(1, len(told) - 1)
    return chance.choice(
        [
            MultipleChoice(
                id=id, prompt=prompt, answer=told[0], distractors=tuple(Distractor(text=t) for t in told[1:])
            ),
            MultipleResponse(
                id=id,
                prompt=prompt,
                answers=tuple(told[:right]),
                distractors=tuple(Distractor(text=t) for t in told[right:]),
            ),
            TrueFalse(id=id, prompt=prompt, answer=chance.random() < 0.5, correction=""),
            Matching(
                id=id,
                prompt=prompt,
                pairs=tuple((f"{id}l{i}z", text) for i, text in enumerate(told[:-1])),
                extra=(told[-1],),
            ),
            Ordering(id=id, prompt=prompt, sequence=tuple(told)),
        ]
    )


def answered(question, number, sheet):
    """What somebody who knows every answer writes on the sheet, read from it alone."""
    begins = re.search(rf"(?<!\d){number}\. {question.id}pz", sheet).start()
    match question:
        case TrueFalse():
            return str(question.answer)
        case Ordering():
            places = [sheet.index(step.split()[0], begins) for step in question.sequence]
            return " ".join(str(places.index(place) + 1) for place in sorted(places))
        case Matching():
            return " ".join(f"{i}{lettered(right, sheet)}" for i, (_, right) in enumerate(question.pairs, 1))
        case MultipleResponse():
            return ", ".join(sorted(lettered(answer, sheet) for answer in question.answers))
        case _:
            return lettered(question.answer, sheet)


def lettered(text, sheet):
    return re.search(rf"([A-Z])\) ?{text.split()[0]}(?!\w)", sheet)[1]


@pytest.mark.parametrize("seed", range(20))
def test_two_hundred_random_papers_are_keyed_as_their_sheets_say(seed):
    chance = random.Random(seed)
    questions = tuple(random_question(number, chance) for number in range(8))
    bank = Bank(
        title="Test", namespace="test", topics=(Topic(id="topic", title="Topic", questions=questions),)
    )
    papers = forms(bank, tuple(bank.questions()), seed=seed, count=FORMS)
    looks = WorksheetOptions(size=chance.choice(("a4", "letter")), columns=chance.choice((1, 2)))
    sheets = Printed(worksheets(papers, looks)).text
    grids = Printed(answer_keys(papers, looks)).text

    for paper in papers:
        pages = re.split(rf"(?=Test Form {paper.form} Name )", sheets)[1]
        sheet = pages[: pages.rindex(paper.fingerprint)]
        grid = re.search(
            rf"Form {paper.form} · paper {paper.fingerprint} (.*?)(?=Form |Marking|The same)", grids
        )[1]
        for number, exercise in enumerate(paper.exercises, 1):
            told = answered(exercise.question, number, sheet)
            assert re.search(rf"(?<!\d){number} {told}(?= \d+ |$| $)", grid), (number, told, grid)
