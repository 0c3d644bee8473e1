"""Pseudonyms: the same for the same name and key, and never found without the key."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from quizmill.analysis.pseudonym import Key, as_text, key_in
from quizmill.app.answers_of_paper import pseudonym

KEY = Key(bytes(range(32)))


def test_it_is_the_beginning_of_an_hmac_of_the_name_as_names_are_compared():
    name = "zoë o'brien"

    assert (
        pseudonym(KEY, "Zoë  O’Brien ")
        == hmac.new(KEY.secret, name.encode(), hashlib.sha256).hexdigest()[:16]
    )
    assert pseudonym(KEY, "Ann Lee") == "58f4659075773b48"  # by OpenSSL; another would find nobody again


@pytest.mark.parametrize("typed", ["ann lee", "ANN LEE", "Ann  Lee", "Ａnn Lee"])
def test_typings_of_one_name_have_one(typed):
    assert pseudonym(KEY, typed) == pseudonym(KEY, "Ann Lee")


@pytest.mark.parametrize("other", ["Ann", "Ann Lee (7A)", "Lee, Ann", "Anne Lee", "雷军", "\ud800"])
def test_other_names_have_others(other):
    assert pseudonym(KEY, other) != pseudonym(KEY, "Ann Lee")


def test_another_key_gives_another_and_has_another_id():
    other = Key(bytes(32))

    assert pseudonym(other, "Ann Lee") != pseudonym(KEY, "Ann Lee")
    assert other.id != KEY.id
    assert KEY.id != pseudonym(KEY, "id")
    assert KEY.secret.hex()[:8] not in KEY.id


def test_a_key_is_kept_as_a_line_of_text():
    assert as_text(KEY) == f"quizmill answers key {KEY.secret.hex()}\n".encode()
    assert key_in(as_text(KEY)) == KEY
    assert key_in(b"  " + as_text(KEY).replace(b"\n", b"\r\n")) == KEY


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"quizmill answers key",
        b"quizmill answers key 00ff",
        b"quizmill answers key " + b"z" * 64,
    ],
    ids=["empty", "no text", "none", "too short", "no hexadecimal"],
)
def test_what_is_no_key_is_none(data):
    assert key_in(data) is None
