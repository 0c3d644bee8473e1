"""Forms: the same questions in several orders, no place of the key favoured, all kept in one small file."""

from __future__ import annotations

import msgspec
import pytest

import samples
from formed import choices, forms_of
from quizmill.bank.model import Bank, Topic, TrueFalse
from quizmill.compose.forms import LEVEL, alike, favours_a_place, form_name, forms
from quizmill.compose.paper import compose
from quizmill.compose.selection import Selection, choose


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return samples.load(tmp_path_factory.mktemp("bank")).bank


def with_keys_at(*places, options=4):
    """A paper of multiple choices whose keys stand at these places."""
    paper = compose(choices(len(places)), tuple(choices(len(places)).questions()), seed=1)
    texts = ["wrong", "false", "bad", "poor"][: options - 1]
    exercises = []
    for exercise, place in zip(paper.exercises, places, strict=True):
        shown = (*texts[:place], "right", *texts[place:])
        exercises.append(msgspec.structs.replace(exercise, options=shown, key=(place,)))
    return msgspec.structs.replace(paper, exercises=tuple(exercises))


def test_a_question_without_a_last_place_does_not_count_for_it():
    two = with_keys_at(*(0, 1) * 30, options=2)
    three = with_keys_at(2, 2, 2, 2, options=3)  # one in 81, among three places

    assert favours_a_place(msgspec.structs.replace(two, exercises=(*two.exercises, *three.exercises)))
    assert not favours_a_place(two)


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


class TestTitles:
    """A sheet about one topic is called after it."""

    TEA, SHIPS = (
        Topic(id=id, title=id.title(), questions=(TrueFalse(id=id, prompt="It is.", answer=True),))
        for id in ("tea", "ships")
    )
    BOTH = Bank(title="Tea and the sea", namespace="t", topics=(TEA, SHIPS))

    def title(self, bank: Bank, *topics: str, **told: str) -> str:
        questions = choose(bank, Selection(topics=topics), seed=1).questions
        return forms(bank, questions, seed=1, count=1, **told)[0].title

    def test_the_only_topic_names_it(self):
        assert self.title(self.BOTH, "ships") == "Ships"

    def test_several_topics_and_the_only_topic_of_a_bank_leave_the_banks_title(self):
        assert self.title(self.BOTH) == "Tea and the sea"
        assert self.title(Bank(title="All of tea", namespace="t", topics=(self.TEA,))) == "All of tea"

    def test_whoever_gives_a_title_has_it(self):
        assert self.title(self.BOTH, "ships", title="Monday") == "Monday"
