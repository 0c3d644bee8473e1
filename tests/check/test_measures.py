"""What rules measure with: chance, figures, likeness, ease of reading."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank import values
from quizmill.bank.figures import figures, implied, stands_among
from quizmill.check.language.tokens import words
from quizmill.check.measure import significance
from quizmill.check.measure.readability import reading, syllables
from quizmill.check.measure.reveal import Visible, stands_in
from quizmill.check.measure.similarity import alike, rarity
from quizmill.grade.normalise import tokens


class TestChance:
    @given(st.integers(1, 60), st.data())
    def test_a_tail_is_the_sum_of_its_terms(self, trials, data):
        wins = data.draw(st.integers(0, trials))
        p = data.draw(st.sampled_from([0.2, 0.25, 1 / 3, 0.5]))
        exact = math.fsum(
            math.comb(trials, k) * p**k * (1 - p) ** (trials - k) for k in range(wins, trials + 1)
        )

        assert significance.at_least({p: trials}, wins) == pytest.approx(exact, rel=1e-9)

    def test_trials_of_several_probabilities_add_up(self):
        assert significance.at_least({0.5: 1, 0.25: 1}, 2) == pytest.approx(0.125)
        assert significance.at_least({0.5: 1, 0.25: 1}, 1) == pytest.approx(1 - 0.5 * 0.75)
        assert significance.at_least({}, 0) == 1.0
        assert significance.at_least({0.0: 3, 1.0: 2}, 2) == 1.0
        assert significance.at_least({0.0: 3, 1.0: 2}, 3) == 0.0

    def test_ten_thousand_trials_take_no_time(self):
        assert significance.at_least({0.25: 6_000, 1 / 3: 4_000}, 2_834) == pytest.approx(0.5, abs=0.01)

    def test_nine_heads_of_ten(self):
        assert significance.two_sided(10, 9) == pytest.approx(22 / 1024)
        assert significance.two_sided(10, 1) == pytest.approx(22 / 1024)
        assert significance.two_sided(10, 5) == 1.0

    @pytest.mark.parametrize(  # quantiles from printed tables of chi-squared
        ("counts", "p"),
        [
            ([10, 10, 10], 1.0),
            ([12, 3, 3, 2], 0.00422),  # 13.2 with 3 degrees of freedom
            ([20, 7, 7, 6], 0.00385),  # 13.4 with 3
            ([15, 5], 0.02535),  # 5 with 1
            ([200, 0, 0, 0], 4.0e-129),
        ],
    )
    def test_uneven_places(self, counts, p):
        assert significance.uniform(counts) == pytest.approx(p, rel=0.02)


class TestFigures:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("In 2004 it cost $75 million, all in cash.", ["2004", "$75 million"]),
            (
                "On 19 August 2004, four of twenty-one atoms (60% of them)",
                ["19 August 2004", "four", "twenty-one", "60%"],
            ),
            ("between 1998/1999 and 2000–2004", ["1998", "1999", "2000", "2004"]),
            ("a 5-year-old child of 3.5 kg", ["5", "3.5"]),
            ("nineteen ninety-one", ["nineteen ninety-one"]),
            ("third place with 1,500 points", ["third", "1,500"]),
            ("the 1990s, SU7, C60, H2O, May and the month", []),
            ("sulphur may burn", []),
            ("", []),
        ],
    )
    def test_in_a_text(self, text, found):
        assert [figure.text for figure in figures(text)] == found

    def test_a_decade_is_ten(self):
        assert [str(figure.value.amount) for figure in implied("Two decades and a dozen")] == ["10", "12"]

    @pytest.mark.parametrize(
        ("wanted", "text", "stands"),
        [
            ("75m USD", "It cost $75 million.", True),
            ("75 million", "It cost $75 million.", True),
            ("¥75 million", "It cost $75 million.", False),
            ("60%", "sixty percent of them", True),
            ("60%", "60 of them", False),
            ("2004", "on 19 August 2004", True),
            ("August 2004", "in 2004", False),
            ("2004", "2,004 atoms", True),
            ("4", "four bonds", True),
        ],
    )
    def test_another_notation_is_the_same_figure(self, wanted, text, stands):
        value = values.read(wanted)
        assert value

        assert stands_among(value, [figure.value for figure in figures(text)]) is stands


class TestAlike:
    TEXTS = (
        frozenset("acid base salt water".split()),
        frozenset("acid base salt water heat".split()),
        frozenset("acid metal gas heat".split()),
        frozenset("acid base salt water".split()),
    )

    def test_pairs_by_the_share_of_their_words(self):
        assert [(a, b, round(s, 2)) for a, b, s in alike(self.TEXTS, 0.75)] == [
            (0, 1, 0.8),
            (0, 3, 1.0),
            (1, 3, 0.8),
        ]

    @given(
        st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), max_size=25),
        st.sampled_from([0.5, 0.75, 0.9]),
    )
    def test_the_index_finds_what_comparing_all_pairs_finds(self, texts, least):
        pairs = {
            (a, b)
            for b in range(len(texts))
            for a in range(b)
            if len(texts[a] & texts[b]) / len(texts[a] | texts[b]) >= least
        }

        assert {(a, b) for a, b, _ in alike(texts, least)} == pairs

    def test_a_word_of_every_text_tells_nothing(self):
        weights = rarity(self.TEXTS)

        assert weights["acid"] == 0
        assert weights["metal"] == pytest.approx(math.log(4))


def test_long_words_in_long_sentences_are_hard_to_read_and_names_are_not():
    easy = "The cat sat on the mat. It was warm."
    hard = (
        "Considerable international capitalisation necessitated extraordinary administrative reorganisation."
    )

    assert reading(easy).grade < 2
    assert reading(hard).grade > 20
    assert reading("Mendeleyev wrote it.").grade < reading("mendeleyev wrote it.").grade
    assert reading("").grade == 0.0
    assert [syllables(word) for word in ("cat", "make", "table", "measured", "heated", "rhythm")] == [
        1,
        1,
        2,
        2,
        2,
        1,
    ]


PIECES = """the ship ship's of and & to co 1,000 5-6 3.14 U.S. O'Brien don't x.com x_y q1 é 雷军
    ? ! - ' " ,""".split()
WRITTEN = st.lists(st.sampled_from([*PIECES, *(f"{piece} " for piece in PIECES)]), max_size=8).map("".join)


class TestWhatIsPassedOverQuickly:
    """A short cut for most texts finds what the long way finds."""

    @given(WRITTEN)
    def test_the_words_before_a_foreign_letter_are_those_without_it(self, text):
        assert words(f"{text} é") == (*words(text), "e")

    @given(WRITTEN)
    def test_the_words_of_an_answer_before_a_sign_are_those_without_it(self, text):
        assert tokens(f"{text} q ; q") == (*tokens(f"{text} q"), "q")

    @given(WRITTEN, WRITTEN)
    def test_an_answer_stands_in_a_text_that_has_its_words_in_turn(self, form, text):
        spelt = tokens(form)
        there = bool(spelt) and f" {' '.join(spelt)} " in f" {' '.join(tokens(text))} "

        assert stands_in(form, Visible(text), named=True) == there
