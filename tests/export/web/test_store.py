"""What a browser keeps of a page, and what becomes of it where nothing is kept."""

from __future__ import annotations

import pytest

from script_modules import run

STORAGE = """
const kept = {};
const storage = {
  getItem: (name) => kept[name] ?? null,
  setItem: (name, value) => {
    if (given.full) throw new Error("no room");
    kept[name] = value;
  },
};
const open = () => {
  if (given.closed) throw new Error("not allowed");
  return storage;
};
const { storeFor } = await load("store.js");
const store = storeFor("tea", open);
"""


def test_what_is_kept_is_there_again_under_the_name_of_the_bank():
    told = "return [storeFor('tea', open).get('log'), kept['quizmill:tea:log'], store.isKept()];"

    assert run(f"{STORAGE} store.set('log', [1]); {told}", {}) == [[1], "[1]", True]


@pytest.mark.parametrize("how", ["full", "closed"])
def test_where_nothing_can_be_kept_the_page_goes_on_and_knows(how):
    told = "const before = store.isKept(); store.set('log', [1]);"

    assert run(f"{STORAGE} {told} return [before, store.get('log'), store.get('other')];", {how: True}) == [
        False,
        [1],
        None,
    ]


def test_what_nobody_can_read_is_nothing():
    told = "kept['quizmill:tea:log'] = '{'; return [store.get('log'), store.isKept()];"

    assert run(f"{STORAGE} {told}", {}) == [None, True]
