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
    found = boxes("{{tea}}, {{milk}}, {{rum}}", "Who?", "{{silk}}", "{{salt}} of {{mines}}")

    assert {place: box.places for place, box in found.items()} == {0: (0,), 2: (2, 3)}
    assert {"tea", "milk", "rum"} < set(found[0].words) < {"tea", "milk", "rum", "silk", "salt", "mines"}
    assert {"silk", "salt", "mines"} < set(found[2].words)
    assert [box.spare for box in found.values()] == [2, 2]
    assert all(box.below for box in found.values())


def test_rows_with_too_few_words_of_their_own_share_a_box_at_the_head_of_the_section():
    found = boxes("Who?", "{{tea}}", "Who?", "{{milk}}", "Who?", "{{silk}}", "{{salt}}", "Who?", apart={4})

    assert {place: (box.places, box.below) for place, box in found.items()} == {
        0: ((1, 3), False),
        5: ((5, 6), True),
    }
    assert [sorted(box.words) for box in found.values()] == [["milk", "salt", "silk", "tea"]] * 2


def test_more_of_them_than_one_box_holds_have_another_where_they_go_on():
    found = boxes(*(text for n in range(14) for text in (f"{{{{word{n}}}}}", "Who?")))

    assert {place: box.places for place, box in found.items()} == {0: tuple(range(0, 24, 2)), 24: (24, 26)}


def test_a_box_spans_no_section_and_no_more_blanks_than_one_surveys():
    apart = boxes("{{tea}}", "{{milk}}", "{{silk}}", apart={0, 2})
    many = boxes(*(f"{{{{word{n}}}}}, {{{{word{n}b}}}}, {{{{word{n}c}}}}" for n in range(9)))

    assert {place: len(box.exercises) for place, box in apart.items()} == {0: 2, 2: 1}
    assert {place: len(box.exercises) for place, box in many.items()} == {0: 4, 4: 4, 8: 1}


def test_a_word_stands_once_for_all_blanks_in_which_it_is_right_and_never_as_a_spare_one():
    found = boxes("{{Amazon}}", "{{Amazon.com|Amazon}}, {{2004}}", "Who?", "{{amazon}} or {{Kingsoft}}")

    assert list(found) == [0]
    assert sorted(found[0].words) == ["2004", "Amazon", "Kingsoft"]
    assert (found[0].again, found[0].spare) == (True, 0)


def test_a_number_has_other_numbers_and_a_name_other_names_beside_it():
    others = "{{tea}} {{milk}} {{silk}} {{2004}} {{Amazon}}"
    found = boxes("In {{1998}} by {{Kingsoft}}", "Who?", others, apart={2})

    assert set(found[0].words) == {"1998", "Kingsoft", "2004", "Amazon"}


@pytest.mark.parametrize(
    "texts", [("{{tea}}",), ("Who?",), ("{{tea}}", "Who?", "{{Tea}}"), ("{{tea}}", "{{milk}}")]
)
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
