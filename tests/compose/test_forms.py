"""Forms: the same questions in several orders, no place of the key favoured, all kept in one small file."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from quizmill.bank.model import Bank, Distractor, MultipleChoice, Topic, TrueFalse
from quizmill.classroom import class_set
from quizmill.classroom.class_set import ClassSet, Copy, hand_out
from quizmill.compose.forms import LEVEL, alike, favours_a_place, form_name, forms
from quizmill.compose.paper import compose, save
from quizmill.compose.selection import Selection, choose
from quizmill.errors import FileUnusable


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return samples.load(tmp_path_factory.mktemp("bank")).bank


def forms_of(bank, count, *, seed=7, order="shuffled"):
    return forms(bank, choose(bank, Selection(), seed=seed).questions, seed=seed, count=count, order=order)


def choices(count, *, options=("right", "wrong", "false", "bad"), **fields):
    """A bank of so many multiple choices."""
    wrong = tuple(Distractor(text=text) for text in options[1:])
    questions = tuple(
        MultipleChoice(id=f"q-{i}", prompt="?", answer=options[0], distractors=wrong, **fields)
        for i in range(count)
    )
    return Bank(title="T", namespace="t", topics=(Topic(id="t", title="T", questions=questions),))


def with_keys_at(*places, options=4):
    """A paper of multiple choices whose keys stand at these places."""
    paper = compose(choices(len(places)), tuple(choices(len(places)).questions()), seed=1)
    texts = ["wrong", "false", "bad", "poor"][: options - 1]
    exercises = []
    for exercise, place in zip(paper.exercises, places, strict=True):
        shown = (*texts[:place], "right", *texts[place:])
        exercises.append(msgspec.structs.replace(exercise, options=shown, key=(place,)))
    return msgspec.structs.replace(paper, exercises=tuple(exercises))


def test_forms_are_lettered_and_ask_the_same_in_other_orders(bank):
    made = forms_of(bank, 4)

    assert [paper.form for paper in made] == ["A", "B", "C", "D"]
    assert len({tuple(e.id for e in paper.exercises) for paper in made}) == 4
    assert len({tuple(sorted(e.id for e in paper.exercises)) for paper in made}) == 1
    assert len({paper.fingerprint for paper in made}) == 4


def test_after_form_z_comes_form_aa():
    assert [form_name(i) for i in (0, 25, 26, 27, 51, 52)] == ["A", "Z", "AA", "AB", "AZ", "BA"]


def test_one_form_alone_has_no_letter_and_is_the_paper_that_was_always_composed(bank):
    (only,) = forms_of(bank, 1)

    assert only == compose(bank, choose(bank, Selection(), seed=7).questions, seed=7)


def test_in_the_order_of_the_bank_the_options_still_move(bank):
    made = forms_of(bank, 4, order="bank")

    assert len({tuple(e.id for e in paper.exercises) for paper in made}) == 1
    assert len({tuple(e.options for e in paper.exercises) for paper in made}) == 4


def test_a_place_that_chance_alone_would_hardly_favour_so_is_found():
    # 20 keys among 4 places: 10 or more in one by chance 1.4%, 11 or more 0.4%; the bar is 5% / 4.
    evenly = [0, 1, 2, 3] * 5
    ten = [0] * 10 + [1, 2, 3, 1, 2, 3, 1, 2, 3, 1]
    eleven = [0] * 11 + [1, 2, 3] * 3

    assert [favours_a_place(with_keys_at(*each)) for each in (evenly, ten, eleven)] == [False, False, True]
    assert favours_a_place(with_keys_at(2, 2, 2, 2))
    assert not favours_a_place(with_keys_at(2, 2, 2))


def test_options_that_chance_does_not_place_do_not_count():
    for fixed in (
        choices(20, shuffle=False),
        choices(20, pin_last=True, options=("right", "wrong")),
        choices(20, options=("1", "2", "3", "4")),
    ):
        assert not favours_a_place(compose(fixed, tuple(fixed.questions()), seed=1))


def test_chance_makes_a_form_uneven_now_and_then_and_no_form_stays_so():
    bank = choices(12)
    questions = tuple(bank.questions())
    uneven = [seed for seed in range(400) if favours_a_place(compose(bank, questions, seed=seed, form="A"))]
    made = {seed: forms(bank, questions, seed=seed, count=2) for seed in uneven}

    assert 0 < len(uneven) <= 400 * LEVEL
    assert not any(favours_a_place(paper) for papers in made.values() for paper in papers)
    assert made == {seed: forms(bank, questions, seed=seed, count=2) for seed in uneven}
    assert all([paper.form for paper in papers] == ["A", "B"] for papers in made.values())


def test_every_place_of_the_key_stays_as_likely_as_any_other():
    bank = choices(8)
    places = [
        exercise.key[0]
        for seed in range(300)
        for paper in forms(bank, tuple(bank.questions()), seed=seed, count=2)
        for exercise in paper.exercises
    ]
    assert all(1100 < places.count(place) < 1300 for place in range(4))


def test_forms_that_came_out_alike_are_found():
    statement = TrueFalse(id="q", prompt="?", answer=True)
    bank = Bank(title="T", namespace="t", topics=(Topic(id="t", title="T", questions=(statement,)),))
    made = forms(bank, tuple(bank.questions()), seed=1, count=3)

    assert [(one.form, other.form) for one, other in alike(made)] == [("A", "B"), ("A", "C")]


def test_students_get_the_forms_in_turn(bank):
    made = forms_of(bank, 2)

    assert hand_out(made, ("Ann", "Ben", "Cy")) == (
        Copy(student="Ann", form="A"),
        Copy(student="Ben", form="B"),
        Copy(student="Cy", form="A"),
    )


@given(seed=st.integers(0, 10_000), count=st.integers(1, 6))
def test_a_class_set_needs_no_bank_to_come_back(bank, seed, count):
    papers = forms_of(bank, count, seed=seed)
    made = ClassSet(
        papers=papers,
        copies=hand_out(papers, ("Ann", "Ben")),
        names=bank.names,
        images={"tea.png": b"\x89PNG\x00\xff"},
        separator=";",
    )
    back = class_set.restore(class_set.save(made), "x.json")

    assert back == made
    assert [p.fingerprint for p in back.papers] == [p.fingerprint for p in papers]


def test_a_file_of_thirty_forms_is_little_larger_than_one_of_a_single_form():
    bank = choices(30, options=tuple(f"a long option, number {i}, of many words" * 5 for i in range(4)))
    one, thirty = (
        len(class_set.save(ClassSet(papers=forms(bank, tuple(bank.questions()), seed=1, count=n))))
        for n in (1, 30)
    )
    assert thirty < 2 * one


def test_a_paper_kept_by_an_older_quizmill_is_a_class_set_of_one(bank):
    (paper,) = forms_of(bank, 1)

    assert class_set.restore(save(paper), "old.json") == ClassSet(papers=(paper,))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "this is not a saved paper"),
        (b"\xff\xfe", "this is not a saved paper"),
        (b'{"version": 2}', "this is not a saved paper"),
        (b'{"version": 3}', "the paper has version 3; this quizmill reads versions 1 and 2"),
    ],
)
def test_what_is_no_class_set_is_refused_by_name(data, reason):
    with pytest.raises(FileUnusable) as refused:
        class_set.restore(data, "x.json")
    assert str(refused.value).startswith(f"x.json: {reason}")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"forms": [', '"forms": [], "was": ['),
        ('"form": "B"\n  }\n ],\n "names"', '"form": "Z"\n  }\n ],\n "names"'),
        ('"questions": [\n    ', '"questions": [\n    99'),
        ('"questions": [\n    ', '"questions": [\n    0,\n    '),
        ('"separator": ","', '"separator": ""'),
    ],
)
def test_a_class_set_that_was_torn_is_refused(bank, was, now):
    papers = forms_of(bank, 2)
    text = class_set.save(ClassSet(papers=papers, copies=hand_out(papers, ("Ann", "Ben")))).decode()
    assert was in text

    with pytest.raises(FileUnusable, match="this is not a saved paper"):
        class_set.restore(text.replace(was, now, 1).encode(), "x.json")
