"""What the digest of a wording is made of. It stands in histories, so nothing here may ever change."""

from __future__ import annotations

import msgspec
import pytest

from quizmill.bank.model import Audio, Difficulty, Distractor, Image
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.compose.wording import digest, wording

# Each kind of question in the sample bank: the text that the digest is made of, and the digest.
# Histories of version 0.1 have the same ones.
FROZEN = {
    "tea-plant": (
        '["multiple_choice","","From which plant is *every* true tea made?",'
        '["Camellia sinensis","Camellia japonica","Ilex paraguariensis","Aspalathus linearis"],'
        '["Camellia sinensis"]]',
        "47898afb114ad9e7",
    ),
    "tea-true": (
        '["multiple_response","","Select the two drinks that are true teas.",'
        '["Oolong","Pu-erh","Rooibos","Mate"],["Oolong","Pu-erh"]]',
        "17204fcaefc5c039",
    ),
    "tea-herbs": (
        '["true_false","","Peppermint tea is a true tea.",["True","False"],["False"]]',
        "5c753d7baa579452",
    ),
    "ship-name": (
        '["short_answer","","Which clipper was launched in 1869 to carry tea from China?",[],["Cutty Sark"]]',
        "8a332362f4840113",
    ),
    "ship-cargo": (
        '["numerical","","How many yuan was the first cargo worth, by the reckoning of *The Tea Book*, '
        'in 1870?",[],["¥9,000"]]',
        "c58ce408c65a986b",
    ),
    "ship-year": (
        '["cloze","","In ____ the ____ was launched.",[],["1869","Cutty Sark"]]',
        "edefdf3d590a49bb",
    ),
    "tea-colours": (
        '["matching","","Match each tea to what is done to its leaf.",'
        '["heated at once","fully oxidised","only dried","roasted twice"],'
        '["Green tea = heated at once","Black tea = fully oxidised","White tea = only dried"]]',
        "6445a8b84ca0a178",
    ),
    "tea-steps": (
        '["ordering","","Put the making of black tea in order.",'
        '["Pluck","Wither","Roll","Oxidise","Dry"],["Pluck","Wither","Roll","Oxidise","Dry"]]',
        "5d02a0041ca6f69e",
    ),
    "tea-essay": (
        '["essay","","Why could a fast ship be worth more than a large one in the tea trade?",[],'
        '["The first tea of a season sold for more","Tea loses flavour at sea"]]',
        "d3597bcf372752e0",
    ),
}


def test_the_wording_of_every_kind_is_spelled_out(paper: Paper):
    assert {each.id: (wording(each).decode(), digest(each)) for each in paper.exercises} == FROZEN


def changed(paper: Paper, **fields: object) -> Exercise:
    """The first exercise, its question changed in these fields."""
    exercise = paper.exercises[0]
    return msgspec.structs.replace(exercise, question=msgspec.structs.replace(exercise.question, **fields))


def test_a_picture_is_part_of_the_wording_by_its_file_and_what_it_shows(paper: Paper):
    pictured = changed(paper, image=Image(file="leaf.png", alt="A leaf"))

    assert wording(pictured).decode() == FROZEN["tea-plant"][0][:-1] + ',[["leaf.png","A leaf"]]]'
    assert digest(pictured) != digest(paper.exercises[0])


def test_a_sound_is_part_of_the_wording_by_its_file_alone_for_its_transcript_comes_with_the_answer(
    paper: Paper,
):
    heard = changed(paper, audio=Audio(file="tea.mp3", transcript="Green tea."))

    assert wording(heard).decode() == FROZEN["tea-plant"][0][:-1] + ',[],"tea.mp3"]'
    corrected = changed(paper, audio=Audio(file="tea.mp3", transcript="Green tea, please.", credit="Ann"))
    assert digest(corrected) == digest(heard) != digest(paper.exercises[0])


def test_a_picture_and_a_sound_stand_beside_each_other(paper: Paper):
    both = changed(
        paper, image=Image(file="leaf.png", alt="A leaf"), audio=Audio(file="t.mp3", transcript="T")
    )

    assert wording(both).decode() == FROZEN["tea-plant"][0][:-1] + ',[["leaf.png","A leaf"]],"t.mp3"]'


def test_whom_to_thank_for_a_picture_is_no_part_of_the_wording(paper: Paper):
    def said(credit: str) -> dict[str, object]:
        option = Distractor(text=f"![A \\a](b.png{credit})\n")
        return {"prompt": f"Who?\n![A leaf](leaf.png{credit})", "distractors": (option,)}

    plain, thanked, otherwise = (changed(paper, **said(each)) for each in ("", ' "Ann"', '  "Bo \\"B\\"" '))
    image = Image(file="leaf.png", alt="A leaf")

    assert wording(plain) == wording(thanked) == wording(otherwise)
    assert b'["multiple_choice","","Who?\\n![A leaf](leaf.png)",' in wording(thanked)
    assert digest(changed(paper, image=image)) == digest(
        changed(paper, image=msgspec.structs.replace(image, credit="Ann"))
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"prompt": "Which plant gives `tea`?"},
        {"context": "| tea | plant |"},
        {"answer": r"\(C_8H_{10}N_4O_2\)"},
        {"distractors": ()},
    ],
)
def test_other_words_are_another_wording(paper: Paper, fields: dict[str, object]):
    assert digest(changed(paper, **fields)) != FROZEN["tea-plant"][1]


@pytest.mark.parametrize(
    "fields",
    [
        {"explanation": "Said better."},
        {"hint": ""},
        {"facts": ()},
        {"difficulty": Difficulty.HARD},
        {"tags": ("tea",)},
        {"marks": 3},
        {"allow": {"key-longest": "It is the name."}},
        {"shuffle": False},
    ],
)
def test_what_is_not_asked_is_no_part_of_the_wording(paper: Paper, fields: dict[str, object]):
    assert digest(changed(paper, **fields)) == FROZEN["tea-plant"][1]


def test_the_order_in_which_a_form_shows_the_options_is_no_part_of_the_wording(paper: Paper):
    exercise = paper.exercises[0]
    turned = msgspec.structs.replace(exercise, options=exercise.options[::-1])

    assert digest(turned) == digest(exercise)
