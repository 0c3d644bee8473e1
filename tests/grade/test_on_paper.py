"""Answers copied from paper: what stands in the boxes is typed from the top."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from printed import paper_of
from quizmill.bank.model import Cloze, Numerical, ShortAnswer
from quizmill.compose.paper import compose
from quizmill.grade import Misread, Verdict
from quizmill.grade.on_paper import Copied, copied_key, read_copied
from spoken import refused


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return samples.load(tmp_path_factory.mktemp("bank")).bank


@pytest.fixture(scope="module")
def posed(bank):
    """The exercises of the sample by their ids, in the places that seed 3 gives."""
    exercises = compose(bank, tuple(bank.questions()), seed=3).exercises
    return {exercise.id: exercise for exercise in exercises}


def earned(exercise, text):
    typed = read_copied(exercise, text)
    assert isinstance(typed, Copied), typed
    return round(typed.mark.earned, 3)


def refusal(exercise, text, language="en"):
    misread = read_copied(exercise, text, language=language)
    assert isinstance(misread, Misread), misread
    return "; ".join(refused(misread))


@given(seed=st.integers(0, 100_000), form=st.sampled_from(["", "A", "D"]))
def test_the_key_typed_earns_full_marks_on_every_form(bank, seed, form):
    for exercise in compose(bank, tuple(bank.questions()), seed=seed, form=form).exercises:
        for text in (copied_key(exercise), copied_key(exercise).lower()):
            assert earned(exercise, text) == exercise.question.marks, exercise.id


def test_the_key_is_typed_as_it_stands_on_a_perfect_sheet(posed):
    assert posed["tea-steps"].options == ("Dry", "Roll", "Pluck", "Wither", "Oxidise")
    assert copied_key(posed["tea-steps"]) == "5 3 1 2 4"
    assert copied_key(posed["ship-year"]) == "1869 | Cutty Sark"
    assert copied_key(posed["ship-cargo"]) == "¥9,000"
    assert copied_key(posed["tea-herbs"]) == "False"
    assert copied_key(posed["tea-essay"]) == "1"


@pytest.mark.parametrize(
    ("boxes", "marks"),
    [
        ("5 3 1 2 4", 1),
        ("53124", 1),
        ("5, 3, 1, 2, 4", 1),
        ("1 2 3 4 5", 0.5),  # Dry, Roll, Pluck, Wither, Oxidise: the longest run in order has 3 of 5
        ("5 3 1 2 -", 0.75),  # Pluck, Wither, Roll, Dry; no number beside Oxidise
        ("- - - - 1", 0),
        ("", 0),
    ],
)
def test_the_boxes_of_an_ordering_are_typed_from_the_top(posed, boxes, marks):
    assert earned(posed["tea-steps"], boxes) == marks


def test_a_nought_within_a_number_is_no_empty_box(posed):
    steps = tuple(f"Step {letter}" for letter in "abcdefghijkl")
    question = msgspec.structs.replace(posed["tea-steps"].question, sequence=steps)
    exercise = msgspec.structs.replace(
        posed["tea-steps"], question=question, options=steps[::-1], key=tuple(range(11, -1, -1))
    )

    assert copied_key(exercise) == "12 11 10 9 8 7 6 5 4 3 2 1"
    assert earned(exercise, copied_key(exercise)) == 1
    assert earned(exercise, "12 11 10 9 8 7 6 5 4 3 2 0") < 1


def test_boxes_that_cannot_be_are_refused_and_say_what_to_type(posed):
    steps = posed["tea-steps"]
    help = "type the numbers in the boxes from the top, 1 to 5, and a dash for an empty one"

    assert refusal(steps, "1 2 3") == f"there are 5 boxes, and 3 numbers are typed; {help}"
    assert refusal(steps, "3") == f"there are 5 boxes, and 1 number is typed; {help}"
    assert refusal(steps, "1 2 3 4 6") == f'"6" is no number from 1 to 5; {help}'
    assert refusal(steps, "1 2 3 4 a") == f'"a" is no number from 1 to 5; {help}'
    assert refusal(steps, "1 2 2 4 5") == (
        f"2 stands there twice; {help} and for a number that stands there twice"
    )


def test_the_boxes_of_a_matching_are_typed_from_the_top_or_with_their_numbers(posed):
    colours = posed["tea-colours"]
    letters = [pair[1] for pair in copied_key(colours).lower().split()]

    for text in (" ".join(letters), "".join(letters).upper(), copied_key(colours), ", ".join(letters)):
        assert earned(colours, text) == 1
    assert earned(colours, f"{letters[0]} - -") == earned(colours, f"1{letters[0]}") == 0.333
    assert earned(colours, "---") == earned(colours, "") == 0
    help = "type the letters in the 3 boxes from the top, a to d, and a dash for an empty one"
    assert refusal(colours, "a b") == f"there are 3 boxes, and 2 letters are typed; {help}"
    assert refusal(colours, "a b z") == f"there is no letter z; {help}"


WHEN = ShortAnswer(id="q", prompt="In which year was it?", answer="1984")
GAPS = Cloze(id="q", text="It was in {{abril de 1984}} in {{B}}.")
HOW_MANY = Numerical(id="q", prompt="How many people came?", answer="20,000")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (WHEN, "b"),
        (WHEN, "(C)."),
        (HOW_MANY, "T"),
        (GAPS, "b | B"),
        (Numerical(id="q", prompt="?", answer="5 km"), "a"),
    ],
)
def test_a_letter_in_place_of_a_number_or_date_is_of_another_question(question, text):
    letter = text.partition(" | ")[0]
    assert refusal(paper_of(question).exercises[0], text, "es") == (
        f'"{letter}" is a letter, and a number or date is asked; type the number or date itself'
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [(ShortAnswer(id="q", prompt="Which vitamin?", answer="C"), "b"), (GAPS, "April 1984 | x"), (WHEN, "by")],
)
def test_a_letter_is_an_answer_where_a_word_is_asked(question, text):
    assert earned(paper_of(question).exercises[0], text) < 1


@pytest.mark.parametrize("text", ["20.000", "20.000 people"])
def test_a_point_that_may_part_thousands_is_asked_of_the_teacher(text):
    exercise = paper_of(HOW_MANY).exercises[0]

    assert refusal(exercise, text) == (
        f'"{text}" can be read as two numbers; leave the point or comma out if it parts thousands; if it '
        "begins decimals, add a 0 at the end"
    )
    assert [earned(exercise, line) for line in ("20000", "20.0000", "20.001")] == [1, 0, 0]
    assert earned(paper_of(Numerical(id="q", prompt="How many?", answer="125")).exercises[0], "0.125") == 0


@pytest.mark.parametrize("text", ["#NAME?", "#¿NOMBRE?", "#WERT!", "#DIV/0!", "#N/A"])
@pytest.mark.parametrize("id", ["tea-plant", "ship-name", "tea-essay"])
def test_what_a_spreadsheet_made_of_a_dash_in_front_is_no_answer(posed, id, text):
    told = f'"{text}" is what the spreadsheet made of it; type it again with an apostrophe in front'
    assert refusal(posed[id], text) == told


@pytest.mark.parametrize(
    ("text", "marks"), [("1", 1), ("0", 0), ("0.5", 0.5), ("0,5", 0.5), ("1/1", 1), ("", 0)]
)
def test_an_essay_gets_the_marks_that_are_typed(posed, text, marks):
    assert earned(posed["tea-essay"], text) == marks


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("0", Verdict.WRONG), ("0.5", Verdict.PARTIAL), ("1", Verdict.RIGHT), ("", Verdict.SKIPPED)],
)
def test_the_marks_of_an_essay_say_how_right_it_is(posed, text, verdict):
    assert read_copied(posed["tea-essay"], text).mark.verdict is verdict


@pytest.mark.parametrize("text", ["2", "-1", "good", "1/2", "1e0", "½x"])
def test_marks_that_an_essay_cannot_earn_are_refused(posed, text):
    assert refusal(posed["tea-essay"], text) == (
        f'"{text}" is no number of marks; type the marks you give, 0 to 1'
    )


@pytest.mark.parametrize("text", ["f", "F", "false", "FALSE", "falso", "FALSCH", "错", "错误"])
def test_true_and_false_are_read_in_the_languages_of_the_sheets(posed, text):
    assert earned(posed["tea-herbs"], text) == 1


def test_the_rest_is_read_as_at_a_terminal(posed):
    assert refusal(posed["tea-plant"], "e") == "there is no option e; answer with one letter, a to d"
    assert refusal(posed["ship-year"], "1869") == (
        "2 blanks to fill, 1 answer given; part the answers with a bar (|), in reading order"
    )
    assert earned(posed["tea-true"], copied_key(posed["tea-true"])[0]) == 1
    assert earned(posed["ship-name"], "the cutty sark") == 1


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(posed, text):
    for exercise in posed.values():
        typed = read_copied(exercise, text)
        if isinstance(typed, Copied):
            assert 0 <= typed.mark.earned <= exercise.question.marks
        else:
            assert all(refused(typed))
