"""When a release is made."""

import datetime

import pytest

from anki_decks import DAY, FIRST, bank_of
from quizmill.errors import BadRequest
from quizmill.export.anki.release_time import ahead, released_at

DATED = bank_of(released=datetime.date(2026, 11, 22))


def test_the_bank_says_when():
    assert released_at(DATED, {"SOURCE_DATE_EPOCH": "5"}, lambda: 7.9) == (1795305600, None)


def test_else_the_build_does():
    assert released_at(bank_of(), {"SOURCE_DATE_EPOCH": "1700000000"}, lambda: 7.9) == (1700000000, None)


def test_zeros_in_front_of_a_build_time_are_no_matter():
    zeros = "0" * 5000

    assert released_at(bank_of(), {"SOURCE_DATE_EPOCH": f"{zeros}1700000000"}, lambda: 7.9)[0] == 1700000000
    assert released_at(bank_of(), {"SOURCE_DATE_EPOCH": zeros}, lambda: 7.9)[0] == 0


def test_else_the_clock_does_and_it_is_said():
    note = "bank.yaml has no `released` date, so this release is stamped with the present time"

    assert released_at(bank_of(), {}, lambda: 1700000000.9) == (1700000000, note)


@pytest.mark.parametrize(
    "epoch",
    ["soon", "-1", "1.5", "99999999999999999999", "0000000000099999999999999999999", "4102444801", "²"],
)
def test_a_build_time_that_is_none_is_refused(epoch):
    with pytest.raises(
        BadRequest, match=f'^SOURCE_DATE_EPOCH: "{epoch}" is not a time in seconds since 1970$'
    ):
        released_at(bank_of(), {"SOURCE_DATE_EPOCH": epoch}, lambda: 7.9)


def test_a_release_of_a_day_to_come_says_what_it_does():
    assert ahead(FIRST + 9 * DAY, now=FIRST) == (
        "this release is dated 2026-12-01, which has not come yet: until then every import of it undoes "
        'learners\' own edits; set "released" in bank.yaml to today'
    )


@pytest.mark.parametrize("now", [FIRST, FIRST + 999 * DAY, FIRST - 14 * 3600])
def test_a_release_of_a_day_that_has_begun_somewhere_says_nothing(now):
    assert ahead(FIRST, now) is None
    assert ahead(FIRST, FIRST - 14 * 3600 - 1)
