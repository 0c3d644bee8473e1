"""A question that proves flawed after the test: void, or with more right answers, for every form alike."""

from __future__ import annotations

import pytest

from quizmill.bank.csv_out import as_csv
from quizmill.bank.model import (
    Bank,
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
    Topic,
)
from quizmill.classroom.class_results import class_result
from quizmill.classroom.class_set import ClassSet, Ruling
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.gradebook import rows
from quizmill.classroom.rulings import keyed, ruled
from quizmill.classroom.saved import restore, save
from quizmill.classroom.table import read_table
from quizmill.compose.forms import forms
from quizmill.errors import BadRequest
from quizmill.faces.plain.class_report import report
from quizmill.grade.on_paper import copied_key

LEAF = MultipleChoice(
    id="leaf",
    prompt="Which?",
    answer="Camellia",
    distractors=tuple(Distractor(text=t) for t in ("Ilex", "Rosa")),
)
NAME = ShortAnswer(id="name", prompt="Who?", answer="Mark Twain", marks=2)
YEAR = Numerical(id="year", prompt="When?", answer="1835")
GAPS = Cloze(id="gaps", text="{{Tom}} met {{Huck}}.")
STEPS = Ordering(id="steps", prompt="Order?", sequence=("Pluck", "Roll", "Dry"))
WHY = Essay(id="why", prompt="Why?", points=(Point(point="Speed"),), marks=3)
ALL = (LEAF, NAME, YEAR, GAPS, STEPS, WHY)


def class_set(*questions, count=1):
    bank = Bank(title="Tea", namespace="t", topics=(Topic(id="t", title="T", questions=questions),))
    return ClassSet(papers=forms(bank, tuple(bank.questions()), seed=1, count=count, order="bank"))


def letter_of(made, option, form=""):
    exercise = next(each for each in made.paper(form).exercises if each.id == "leaf")
    return "abc"[exercise.options.index(option)]


def marked(made, *lines):
    head = ["student", "form", *(str(n) for n, _ in enumerate(made.papers[0].exercises, start=1))]
    return mark_scripts(made, read_table(as_csv([head, *lines]), "a.csv"))


@pytest.mark.parametrize(
    ("question", "accepted", "given", "marks"),
    [
        (NAME, "Samuel Clemens", "samuel clemens", 2),
        (NAME, "Samuel Clemens", "Mark Twain", 2),
        (NAME, "Samuel Clemens", "Tom Sawyer", 0),
        (YEAR, "1834", "1834", 1),
        (YEAR, "1834", "1835", 1),
        (YEAR, "1834", "1836", 0),
        (GAPS, "| Huckleberry", "Tom | Huckleberry", 1),
        (GAPS, "| Huckleberry", "Tom | Huck", 1),
        (GAPS, "| Huckleberry", "Huckleberry | Tom", 0),
        (STEPS, "1 2 3", "1 2 3", 1),
    ],
)
def test_what_is_accepted_is_right_as_well(question, accepted, given, marks):
    made = ruled(class_set(question), accept=[f"1={accepted}"])

    assert [script.earned for script in marked(made, ["Ann", "", given]).scripts] == [marks]


def test_an_option_that_is_accepted_is_right_on_every_form_wherever_it_stands():
    made = class_set(LEAF, count=4)
    made = ruled(made, accept=[f"leaf={letter_of(made, 'Ilex', 'A')}"])
    lines = [["Ann " + form, form, letter_of(made, option, form)] for form in "ABCD" for option in ("Ilex",)]

    assert [script.earned for script in marked(made, *lines).scripts] == [1, 1, 1, 1]
    assert marked(made, ["Bo", "C", letter_of(made, "Rosa", "C")]).scripts[0].earned == 0


def test_a_void_question_counts_for_nobody():
    made = ruled(class_set(NAME, YEAR), void=["1"])
    found = marked(made, ["Ann", "", "Mark Twain", "1835"], ["Bo", "", "#NAME?", ""])
    result = class_result(made, found.scripts)

    assert [(script.earned, script.possible, script.unread) for script in found.scripts] == [
        (1, 1, 0),
        (0, 1, 0),
    ]
    assert (result.possible, result.questions[0].void, found.faults) == (1, True, ())
    assert [row[2:7] for row in rows(made, found)][1:] == [
        ("1", "1", "100", "void", "1"),
        ("0", "1", "0", "void", "0"),
    ]


def test_the_report_says_what_was_decided():
    made = ruled(class_set(NAME, YEAR), void=["2"], accept=["1=Samuel Clemens", "1=S. Clemens"])
    found = marked(made, ["Ann", "", "Samuel Clemens", "7"])
    told = list(report(made, found, class_result(made, found.scripts)))

    assert told[0] == "Tea: 2 questions, 2 marks"
    assert "     right as well, since the test: Samuel Clemens; S. Clemens" in told
    assert "  2      –     0   0          When? [year]" in told
    assert "     not counted: void" in told


def test_what_was_decided_is_kept_with_the_paper_and_taken_back():
    made = ruled(class_set(NAME, YEAR), void=["2"], accept=["1=Samuel Clemens"])
    back = restore(save(made), "p.json")

    assert back.rulings == (Ruling(id="year", void=True), Ruling(id="name", accept=("Samuel Clemens",)))
    assert [paper.fingerprint for paper in back.papers] == [paper.fingerprint for paper in made.papers]
    assert ruled(back, take_back=["1", "year"]).rulings == ()


def test_what_cannot_be_decided_is_all_named():
    with pytest.raises(BadRequest) as refused:
        ruled(class_set(*ALL), void=["9"], accept=["Clemens", "2=", "6=4", "1=z"])
    assert str(refused.value).splitlines() == [
        '--void: there is no question "9"; give its number on the first form, 1 to 6',
        '--accept: "Clemens" is not a question and an answer; type 4=Samuel Clemens',
        '--accept: "2=" is not a question and an answer; type 4=Samuel Clemens',
        "--accept: why is an essay, and has no key; type the marks into the table",
        "--accept: leaf: there is no option z; answer with one letter, a to c",
    ]
    with pytest.raises(BadRequest, match="--void: no question would be left"):
        ruled(class_set(NAME), void=["1"])


MATCH = Matching(id="match", prompt="Join", pairs=(("a", "1"), ("b", "2"), ("c", "3")))
PICKS = MultipleResponse(
    id="picks", prompt="Which?", answers=("x", "y"), distractors=tuple(Distractor(text=t) for t in "uvw")
)


@pytest.mark.parametrize(
    ("question", "accepted"), [(LEAF, "b"), (PICKS, "a c d"), (STEPS, "3 1 2"), (MATCH, "b c a")]
)
def test_what_is_accepted_is_the_same_answer_on_each_form(question, accepted):
    """Letters and numbers differ between forms; the options behind them do not."""
    made = class_set(question, count=3)
    found = [keyed(made, paper.exercises[0], accepted) for paper in made.papers]

    assert copied_key(found[0]).lower() in (accepted, "1b 2c 3a", "2 3 1", "3 1 2")
    assert len({tuple(each.options[place] for place in _kept(each)) for each in found}) == 1


def _kept(exercise):
    """The places of a key in an order that no form decides."""
    ordered = isinstance(exercise.question, MultipleResponse)
    return sorted(exercise.key, key=exercise.options.__getitem__) if ordered else exercise.key


@pytest.mark.parametrize(
    ("question", "accepted"), [(NAME, "Samuel"), (YEAR, "1834"), (GAPS, "| Huckleberry"), (MATCH, "b _ a")]
)
def test_an_answer_in_words_or_with_a_box_left_empty_is_no_key(question, accepted):
    made = class_set(question)

    assert keyed(made, made.papers[0].exercises[0], accepted) is None
