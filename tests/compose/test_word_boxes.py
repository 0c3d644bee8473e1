"""Boxes of words for blanks: which words, for which questions, and nothing that tells where one belongs."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printed import paper_of
from quizmill.bank.model import Cloze, ShortAnswer
from quizmill.compose.word_boxes import word_boxes


def paper(*texts, seed=1, form=""):
    """A cloze for each text with blanks, a short answer for every other."""
    questions = [
        Cloze(id=f"q{n}", text=text) if "{{" in text else ShortAnswer(id=f"q{n}", prompt=text, answer="x")
        for n, text in enumerate(texts)
    ]
    return paper_of(*questions, seed=seed, form=form)


def boxes(*texts, apart=(), **named):
    return word_boxes(paper(*texts, **named), apart)


def test_questions_in_a_row_share_a_box_with_words_of_the_others_to_spare():
    found = boxes("{{tea}}, {{milk}}", "Who?", "{{silk}}", "{{salt}} of {{mines}}")

    assert {place: len(box.exercises) for place, box in found.items()} == {0: 1, 2: 2}
    assert {"tea", "milk"} < set(found[0].words) < {"tea", "milk", "silk", "salt", "mines"}
    assert set(found[2].words) == {"silk", "salt", "mines", "tea", "milk"}
    assert [box.spare for box in found.values()] == [2, 2]


def test_a_box_spans_no_section_and_no_more_blanks_than_one_surveys():
    apart = boxes("{{tea}}", "{{milk}}", "{{silk}}", apart={0, 2})
    many = boxes(*(f"{{{{word{n}}}}}, {{{{word{n}b}}}}, {{{{word{n}c}}}}" for n in range(9)))

    assert {place: len(box.exercises) for place, box in apart.items()} == {0: 2, 2: 1}
    assert {place: len(box.exercises) for place, box in many.items()} == {0: 4, 4: 4, 8: 1}


def test_a_word_stands_once_for_all_blanks_in_which_it_is_right_and_never_as_a_spare_one():
    found = boxes("{{Amazon}}", "{{Amazon.com|Amazon}}, {{2004}}", "Who?", "{{amazon}} or {{Kingsoft}}")

    assert sorted(found[0].words) == ["2004", "Amazon", "Kingsoft"]
    assert (found[0].again, found[0].spare) == (True, 1)
    assert sorted(found[3].words) == ["2004", "Kingsoft", "amazon"]
    assert (found[3].again, found[3].spare) == (False, 1)


def test_a_number_has_other_numbers_and_a_name_other_names_beside_it():
    found = boxes("In {{1998}} by {{Kingsoft}}", "Who?", "{{tea}} {{milk}} {{silk}} {{2004}} {{Amazon}}")

    assert set(found[0].words) == {"1998", "Kingsoft", "2004", "Amazon"}


@pytest.mark.parametrize("texts", [("{{tea}}",), ("Who?",), ("{{tea}}", "Who?", "{{Tea}}")])
def test_where_nothing_is_to_choose_from_there_is_no_box(texts):
    assert boxes(*texts) == {}


def test_the_order_of_the_words_is_that_of_the_seed_and_the_form():
    texts = ["{{a}} {{b}} {{c}} {{d}} {{e}} {{f}}"]
    first, again = boxes(*texts)[0].words, boxes(*texts)[0].words

    assert first == again
    assert len({boxes(*texts, seed=seed, form=form)[0].words for seed in range(4) for form in "AB"}) == 8


def test_the_first_word_belongs_in_no_blank_more_often_than_by_chance():
    words = "abcd"
    text = " ".join(f"{{{{{word}}}}}" for word in words)
    firsts = Counter(boxes(text, seed=seed)[0].words[0] for seed in range(400))

    assert set(firsts) == set(words)
    assert all(60 < count < 140 for count in firsts.values())


WORDS = st.lists(
    st.sampled_from(["tea", "milk", "silk", "Amazon", "Kingsoft", "1998", "2004", "19"]),
    min_size=1,
    max_size=4,
)


@given(st.lists(WORDS, min_size=1, max_size=8), st.integers(0, 99))
def test_every_blank_finds_its_word_and_no_word_stands_twice(blanks, seed):
    made = paper(*(" ".join(f"{{{{{word}}}}}" for word in words) for words in blanks), seed=seed)

    for box in word_boxes(made).values():
        answers = {blank.answer for exercise in box.exercises for blank in exercise.blanks}
        assert answers <= set(box.words)
        assert len(set(box.words)) == len(box.words) == len(answers) + box.spare
