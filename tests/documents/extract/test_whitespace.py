"""Nothing in a paragraph that nobody sees."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.documents.extract.dates import day
from quizmill.documents.extract.whitespace import lowered, raised, tidied, tidied_listing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("  a\t b\u00a0c\n d ", "a b c d"),
        ("e\u0301te\u0301", "été"),
        ("Schiff\u00adfahrt", "Schifffahrt"),
        ("ﬁn, ﬂow, ﬃ, ﬆ", "fin, flow, ffi, st"),
        ("ﻻ ﺍﻟﺴﻼﻡ", "لا السلام"),
        ("中\n国", "中国"),
        ("中 国", "中 国"),  # which somebody wrote
        ("小米 \n Xiaomi", "小米 Xiaomi"),
        ("小米，\nXiaomi\n。", "小米，Xiaomi。"),
        ("日本\nカナ", "日本カナ"),
        ("한국\n어", "한국 어"),
        ("\u202bعربي\u202c\u200f", "عربي"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\0b\x1bc\ud800", "abc"),
    ],
)
def test_a_text_is_tidied(text: str, found: str):
    assert tidied(text) == found


@given(st.text())
def test_a_tidied_text_stays_as_it_is(text: str):
    found = tidied(text)

    assert tidied(found) == found == unicodedata.normalize("NFC", found)
    assert "\n" not in found
    assert found == found.strip()


@given(st.lists(st.text("abcäß中文。,", min_size=1), min_size=1))
def test_no_sign_is_lost(words: list[str]):
    assert tidied(" ".join(words)).replace(" ", "") == "".join(words)


def test_a_listing_keeps_its_indentation():
    assert tidied_listing("\tif x:  ") == "    if x:"


def test_figures_that_stand_high_or_low():
    assert (raised("12"), raised("th"), lowered("2"), lowered("max")) == ("¹²", "th", "₂", "max")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2024-05-01T09:00", "2024-05-01"),
        ("20240501", "2024-05-01"),
        ("D:20240501", "2024-05-01"),
        ("2024/5/1", "2024-05-01"),
        ("1 May 2024", "2024-05-01"),
        ("Wed, 01 May 2024 10:00:00 GMT", "2024-05-01"),
        ("May 1, 2024", "2024-05-01"),
        ("2024", "None"),
        ("2024-05", "None"),
        ("2024-13-01", "None"),
        ("1 Mai 2024", "None"),
        ("", "None"),
    ],
)
def test_days_as_files_write_them(written: str, found: str):
    assert str(day(written)) == found
