"""What is said against an item, and with how few students nothing is."""

from __future__ import annotations

import pytest

from answered import FOUR, items, picked, row
from quizmill.analysis.flags import FlagCode, ItemFlag, flags, of_one_cause
from quizmill.analysis.intervals import Interval
from quizmill.analysis.items import Offered, offered
from quizmill.bank.model.parts import Difficulty
from quizmill.grade.marking import Verdict


def raised(letters: dict[str, int], known: Offered | None = FOUR, difficulty: Difficulty | None = None):
    """The flags of a question: by answer and how many of ten others are right, as "B5", how many did so."""
    class_ = {
        f"{answer}-{at}": answer[0] + "A" * int(answer[1]) + "B" * (10 - int(answer[1]))
        for answer, count in letters.items()
        for at in range(count)
    }
    item = items(picked(class_, key="A" * 11), {"q1": known} if known else None)["q1"]
    return flags(item, difficulty)


def codes(*args, **kwargs):
    return [flag.code.value for flag in raised(*args, **kwargs)]


SOUND = {"A9": 30, "A6": 25, "B5": 10, "B3": 5, "C4": 10, "C3": 5, "D2": 10, "D4": 5}


def test_a_sound_item_raises_none():
    assert codes(SOUND) == []


def test_a_wrong_option_that_the_best_take_instead_of_the_key_may_be_the_right_one():
    (wrong, little, chance) = raised({"B9": 40, "B5": 30, "A3": 10, "C3": 10, "D2": 10})

    assert (wrong.code, wrong.choice, wrong.n, wrong.limit) == (FlagCode.WRONG_KEY, (0, 1), 100, 0)
    assert wrong.value > wrong.interval.low > 0
    assert (little.code, little.value, little.limit) == (
        FlagCode.MISLEADING,
        pytest.approx(-0.45, abs=0.1),
        pytest.approx(0.15),
    )
    assert (chance.code, chance.value, chance.limit) == (FlagCode.BELOW_CHANCE, 0.1, 0.25)
    assert chance.interval == pytest.approx((0.049, 0.176), abs=5e-4)


def test_what_more_than_two_thirds_surely_take_may_be_the_key_however_good_they_are():
    same = {"B5": 40, "B6": 38, "A5": 6, "A6": 6, "C6": 5, "D5": 5}

    assert [(flag.code.value, flag.choice) for flag in raised(same)][:1] == [("wrong-key", (0, 1))]
    assert "wrong-key" not in codes(same | {"B5": 20, "B6": 20})


def test_where_all_avoid_the_key_no_option_is_suspect_that_another_matches():
    avoided = {"B7": 20, "B3": 15, "C6": 18, "C4": 16, "D5": 30, "A5": 3}

    assert codes(avoided)[-1] == "below-chance"
    assert "wrong-key" not in codes(avoided)
    assert "wrong-key" in codes(avoided | {"C6": 0, "D5": 10})


def test_an_option_that_everybody_takes_tells_nothing_of_who_knows_and_may_be_the_key():
    found = raised({"B5": 30, "B8": 30})[0]

    assert (found.code, found.value, found.n) == (FlagCode.WRONG_KEY, 0.0, 60)


def test_in_a_large_class_what_surely_tells_little_is_no_key():
    drawn = {"B5": 1000, "B6": 1120, "A5": 260, "A6": 240, "C5": 260, "C6": 240}

    assert "wrong-key" not in codes(drawn)


def test_where_half_of_the_guesses_are_right_a_discrimination_is_half_as_large():
    two = offered("true_false", 2, (0,), 0.5)
    found = raised({"A5": 300, "A6": 300, "B5": 330, "B6": 270}, two)

    assert [(flag.code.value, flag.limit) for flag in found] == [("misleading", 0.1)]
    assert codes({"A5": 300, "A6": 330, "B5": 330, "B6": 270}, two) == []


def test_a_wrong_option_may_attract_the_strong_and_the_key_be_right():
    found = codes({"A9": 40, "A2": 20, "B9": 15, "C2": 13, "D1": 12})

    assert found == ["attracts-strong"]


def test_a_popular_wrong_option_that_draws_nobody_in_particular_is_no_suspect():
    assert "wrong-key" not in codes({"B5": 300, "B6": 320, "A5": 100, "A6": 100, "C5": 100, "D6": 100})


def test_one_good_student_is_no_flag():
    assert codes({"A8": 30, "A4": 20, "B9": 2, "C3": 10, "D3": 10}) == []


def test_who_knows_more_does_no_better():
    assert "misleading" in codes({"A2": 50, "B8": 20, "C8": 20, "D8": 20})


def test_of_several_picks_a_wrong_one_is_suspect_when_most_of_the_best_take_it():
    rows = []
    for at in range(100):
        strong = at < 40
        chosen = (0, 2) if strong and at % 8 else (0, 1)
        rows.append(
            row(
                f"s{at}",
                kind="multiple_response",
                chosen=chosen,
                verdict=Verdict.PARTIAL,
                earned=0.5,
            )
        )
        rows.append(row(f"s{at}", "q2", earned=float(strong)))
    item = items(rows, {"q1": offered("multiple_response", 4, (0, 1))})["q1"]

    assert [(flag.code, flag.choice.option) for flag in flags(item) if flag.code is FlagCode.WRONG_KEY] == [
        (FlagCode.WRONG_KEY, 2)
    ]


def one_of(code: FlagCode) -> ItemFlag:
    return ItemFlag(code=code, n=100, value=0.3, interval=Interval(0.1, 0.5), limit=0.0)


def test_what_follows_from_a_wrong_key_is_not_told_beside_it_wherever_it_shows():
    all_others = tuple(map(one_of, list(FlagCode)[1:]))
    first = (one_of(FlagCode.WRONG_KEY), one_of(FlagCode.MISLEADING))

    one, none, other = of_one_cause([first, (), all_others])

    assert (one, none) == ((one_of(FlagCode.WRONG_KEY),), ())
    assert [flag.code.value for flag in other] == [
        "attracts-strong",
        "too-easy",
        "dead-distractor",
        "hard-contradicted",
    ]


def test_without_a_wrong_key_all_is_told():
    all_others = tuple(map(one_of, list(FlagCode)[1:]))

    assert of_one_cause([all_others, ()]) == [all_others, ()]


def test_without_a_key_no_option_is_wrong():
    assert codes({"B9": 40, "B5": 30, "C3": 20}, known=None) == ["too-hard"]


def test_too_easy_is_said_when_72_of_72_are_right_and_distractors_then_are_not():
    assert codes({"A9": 36, "A3": 35}) == ["dead-distractor"] * 3
    assert codes({"A9": 36, "A3": 36}) == ["too-easy"]


def test_what_hardly_anybody_writes_is_too_hard_and_what_is_guessed_is_below_chance():
    written = Offered(right=FOUR.right)

    assert codes({"A9": 5, "B9": 10, "B5": 45}, written)[-1:] == ["too-hard"]
    assert "too-hard" not in codes({"A9": 5, "B9": 10, "B5": 45})
    assert "below-chance" in codes({"A9": 5, "B9": 10, "B5": 45})


@pytest.mark.parametrize(
    ("difficulty", "letters", "found"),
    [
        (Difficulty.EASY, {"A9": 20, "A3": 10, "B5": 20, "C5": 25, "D2": 25}, ["easy-contradicted"]),
        (Difficulty.HARD, {"A9": 60, "A5": 30, "B5": 7, "C5": 7, "D2": 7}, []),
        (Difficulty.HARD, {"A9": 110, "A5": 30, "B5": 7, "C5": 5, "D2": 5}, ["hard-contradicted"]),
        (Difficulty.MEDIUM, {"A9": 110, "A5": 30, "B5": 7, "C5": 5, "D2": 5}, []),
        (None, {"A9": 110, "A5": 30, "B5": 7, "C5": 5, "D2": 5}, []),
    ],
)
def test_the_author_may_be_contradicted(difficulty, letters, found):
    assert [code for code in codes(letters, difficulty=difficulty) if "contradicted" in code] == found


def test_thirty_students_hardly_contradict_anybody():
    assert codes({"A9": 10, "A5": 18, "B2": 2}, difficulty=Difficulty.HARD) == []


def test_a_question_that_nobody_reached_raises_none():
    (item,) = items([row(verdict=Verdict.UNMARKED)]).values()

    assert flags(item) == ()
