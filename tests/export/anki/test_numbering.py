"""A number is a card, and a card is a learner's history."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.errors import ExportRefused
from quizmill.export.anki.numbering import Numbered, number, remember


def after(*releases):
    """The numbers of the last of several releases, each a list of items; an item is a text or a pair."""
    remembered = ()
    for items in releases:
        texts = [(item,) if isinstance(item, str) else item for item in items]
        numbers = number(texts, remembered, "q")
        remembered = remember(texts, numbers, remembered)
    return numbers


def test_the_first_release_counts_from_one():
    assert after(["a", "b", "c"]) == (1, 2, 3)


def test_a_text_keeps_its_number_wherever_it_moves():
    assert after(["a", "b", "c"], ["c", "a", "b"]) == (3, 1, 2)


def test_texts_that_differ_in_capitals_or_spaces_alone_keep_their_numbers_wherever_they_move():
    assert after(["Map", "map", "  map"], ["  map", "Map", "map"]) == (3, 1, 2)
    assert after(["Map", "map"], ["map", "Map", "MAP"]) == (2, 1, 3)
    assert after(["amazon", "joyo"], ["Joyo", "Amazon"]) == (2, 1)


def test_a_new_text_takes_the_next_free_number():
    assert after(["a", "b"], ["new", "a", "b"]) == (3, 1, 2)


def test_a_changed_answer_is_a_new_one():
    assert after(["a", "b"], ["a", "other"]) == (1, 3)


def test_a_corrected_text_keeps_its_number():
    assert after(["29.5", "half"], ["one", "29.5 days", "half"]) == (3, 1, 2)
    assert after(["Full moon", "First quarter"], ["Full moon", "First quarter moon"]) == (1, 2)
    assert after(["Kingosft", "Joyo"], ["Joyo", "Kingsoft"]) == (2, 1)


def test_a_text_of_another_meaning_is_no_correction():
    assert after(["First quarter", "New moon"], ["Third quarter", "Full moon"]) == (3, 4)
    assert after(["1998"], ["1997"]) == (2,)


def test_of_several_corrected_texts_each_keeps_its_own():
    first = ["Xiaomi opens a shop in Madrid", "Xiaomi opens a shop in Paris", "Lei Jun retires"]
    madrid, paris = "Xiaomi opens a shop in Madrid, at a profit", "Xiaomi opens a shop in Paris, at a loss"

    assert after(first, [madrid, paris, "Lei Jun retires"]) == (1, 2, 3)
    assert after(first, ["Lei Jun retires", paris, madrid]) == (3, 2, 1)
    assert after(["founds Xiaomi", "founds Joyo"], ["founds Joyo, in 2010", "founds Xiaomi, in 2010"]) == (
        2,
        1,
    )
    assert after(["29.5 days", "Moon"], ["days", "29.53 days", "Moon"]) == (3, 1, 2)


def test_a_text_that_stands_as_it_was_is_never_taken_for_a_correction_of_another():
    assert after(["moon", "tide"], ["old moon", "moon"]) == (3, 1)
    assert after(["Joyo", "Joyo"], ["Joyo.com", "Joyo"]) == (1, 2)
    assert after(["Joyo", "Joyo"], ["the Joyo", "Joyo"]) == (1, 2)


def test_what_is_asked_no_more_is_known_by_its_own_text_alone():
    assert after(["sailing ship"], ["caravel"], ["caravel sailing ship"]) == (2,)
    assert after(["Amazon", "Joyo"], ["Joyo"], ["Joyo", "Amazon Web Services"]) == (2, 3)
    founders = [("Lei Jun", "founder"), ("Joyo", "shop")]
    assert after(founders, founders[1:], [*founders[1:], ("Lin Bin", "founder")]) == (2, 3)


def test_a_part_that_several_pairs_share_tells_none_of_them():
    first = [("Lei Jun", "founder"), ("Lin Bin", "founder")]
    assert after(first, [("Zhou Guangping", "founder"), ("Lin Bin", "founder")]) == (3, 2)


def test_a_deck_from_before_places_were_kept_is_gone_on_from():
    remembered = (Numbered(1, ("29.5",)), Numbered(2, ("Green", "heated")))

    assert number([("29.5 days",)], remembered, "q") == (1,)
    assert number([("Green", "steamed")], remembered, "q") == (2,)


def test_a_number_once_given_is_never_given_to_something_else():
    assert after(["a", "b"], ["a"], ["a", "c"]) == (1, 3)


def test_what_comes_back_gets_its_own_number_again():
    assert after(["a", "b"], ["a"], ["c", "a", "b"]) == (3, 1, 2)


def test_equal_texts_keep_theirs_in_the_order_they_stand():
    assert after(["a", "a", "b"], ["b", "a", "a", "a"]) == (3, 1, 2, 4)


def test_case_and_spaces_make_no_other_text():
    assert after(["Cutty Sark", "b"], ["b", "cutty  sark"]) == (2, 1)


def test_a_pair_is_known_by_its_left_then_by_its_right():
    first = [("Green", "heated"), ("Black", "oxidised")]

    assert after(first, [("Black", "oxidised"), ("Green", "steamed")]) == (2, 1)
    assert after(first, [("Black tea", "oxidised"), ("Green", "heated")]) == (2, 1)
    assert after(first, [("White", "dried"), ("Green", "heated")]) == (3, 1)


def test_two_pairs_with_one_right_do_not_swap():
    assert after([("a", "x"), ("b", "x")], [("b", "x"), ("a", "y")]) == (2, 1)


def test_more_cards_than_anki_makes_are_refused():
    remembered = (Numbered(499, ("a",)),)

    assert number([("a",)], remembered, "q") == (499,)
    with pytest.raises(ExportRefused, match=r"^q: Anki makes no more than 499 cards of one note; split"):
        number([("a",), ("b",)], remembered, "q")


@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=6), min_size=2, max_size=6))
def test_no_number_serves_two_texts_ever(releases):
    remembered, bearers = (), {}
    for items in releases:
        texts = [(item,) for item in items]
        numbers = number(texts, remembered, "q")
        remembered = remember(texts, numbers, remembered)
        assert len(set(numbers)) == len(items)
        for n, item in zip(numbers, items, strict=True):
            assert bearers.setdefault(n, item) == item


@given(st.data())
def test_a_text_that_is_there_once_before_and_after_keeps_its_number(data):
    words = st.sampled_from(["moon", "new moon", "full moon", "29.5", "29.5 days", "Joyo", "Joyo.com", "a"])
    lists = st.lists(words, min_size=1, max_size=6)
    before, after = data.draw(lists), data.draw(lists)
    first = number([(item,) for item in before], (), "q")
    remembered = remember([(item,) for item in before], first, ())
    second = number([(item,) for item in after], remembered, "q")

    assert len(set(second)) == len(second)
    for item in set(before) & set(after):
        if before.count(item) == after.count(item) == 1:
            assert second[after.index(item)] == first[before.index(item)]
