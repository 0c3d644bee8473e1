"""Which picture a learner opens by its number."""

from __future__ import annotations

import pytest

from quizmill.bank.model import Distractor, Image, Matching, MultipleChoice, Question
from quizmill.compose.exercise import Exercise
from quizmill.faces.viewing import Viewed, pictures_of, view
from quizmill.words import words_in

ANSWER, WRONG, BAD = (f"![a {name}](img/{name}.svg)" for name in ("lime", "oak", "elm"))
CHOICE = MultipleChoice(
    id="q",
    context="![a wood](img/wood.svg)",
    prompt="Which is a lime?",
    image=Image(file="img/leaf.svg", alt="a leaf"),
    answer=ANSWER,
    distractors=(Distractor(text=WRONG), Distractor(text=BAD)),
    explanation="![a flower](img/flower.svg)",
)


def files(question: Question, *options: str) -> list[str]:
    exercise = Exercise(question=question, topic="t", topic_title="T", options=options)
    return [image.file.removeprefix("img/").removesuffix(".svg") for image in pictures_of(exercise)]


@pytest.mark.parametrize("options", [(ANSWER, WRONG, BAD), (BAD, ANSWER, WRONG), (WRONG, BAD, ANSWER)])
def test_options_are_opened_as_they_are_posed_so_that_no_number_is_always_the_answer(options):
    assert files(CHOICE, *options) == [
        "wood",
        "leaf",
        *(option.partition("(img/")[2].removesuffix(".svg)") for option in options),
    ]


def test_lefts_stand_before_what_goes_with_them():
    matching = Matching(id="q", prompt="Join.", pairs=((BAD, ANSWER), ("b", WRONG)))

    assert files(matching, WRONG, ANSWER) == ["elm", "oak", "lime"]


def test_the_number_is_said_with_the_file():
    exercise = Exercise(question=CHOICE, topic="t", topic_title="T", options=(BAD, ANSWER, WRONG))
    said = view(exercise, 3, lambda file: Viewed("here", f"/bank/{file}"), words_in("en"))

    assert said == "Picture 3 of 5. The picture is in the file /bank/img/elm.svg"
