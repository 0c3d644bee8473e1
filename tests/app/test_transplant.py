"""What a card shows is changed, and the change is carried into what the author wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.app.transplant import transplanted, ways
from quizmill.bank.edit import Edit

AT = ("questions", 3)


@pytest.mark.parametrize(
    ("written", "before", "after", "found"),
    [
        ("A tea.", "A tea.", "The tea.", "The tea."),
        ("{{1869|69}} it left.", "{{1869}} it left.", "{{1869}} he left.", "{{1869|69}} he left."),
        ("{{1869|69}} it left.", "{{1869}} it left.", "{{1870}} he left.", "{{1870|69}} he left."),
        ("A _tea_ here.", "A *tea* here.", "A *tea* there.", "A _tea_ there."),
        ("| a |\n|--:|\n| 1 |", "| a |\n| --- |\n| 1 |", "| a |\n| --- |\n| 2 |", "| a |\n|--:|\n| 2 |"),
        ("{{a|b}}", "{{a}}", "{{a}} and more", "{{a|b}} and more"),
    ],
)  # fmt: skip
def test_what_only_the_author_wrote_stays(written, before, after, found):
    assert transplanted(written, before, after) == found


@pytest.mark.parametrize(("written", "before", "after"), [("_tea_", "*tea*", "**tea**"), ("", "tea", "teas")])
def test_a_change_of_what_stands_otherwise_in_the_bank_has_no_place(written, before, after):
    with pytest.raises(LookupError):
        transplanted(written, before, after)


@given(st.text("ab {}|*", max_size=20), st.text("ab {}|*", max_size=20))
def test_where_the_author_wrote_what_the_card_shows_the_change_is_whole(before, after):
    assert transplanted(before, before, after) == after


@given(st.text("abc ", max_size=20), st.text("abc ", max_size=20))
def test_where_nothing_changed_what_is_written_stays(written, shown):
    assert transplanted(written, shown, shown) == written or written == shown


@pytest.mark.parametrize(
    ("name", "written", "before", "after", "found"),
    [
        ("hint", None, None, "A leaf.", [[Edit((*AT, "hint"), "A leaf.")]]),
        ("hint", "A leaf.", "A leaf.", None, [[Edit((*AT, "hint"), None)]]),
        ("marks", "1", None, 2, [[Edit((*AT, "marks"), 2)]]),  # which a card with one mark does not say
        ("tags", "tea", ["tea"], ["tea", "sea"], []),  # no list as written
        ("distractors", [{"image": "a.png"}], ["![a](a.png)"], ["![b](a.png)"], []),
        ("marks", "1", 1, 2, [[Edit((*AT, "marks"), "2")]]),
        (
            "distractors",
            [{"text": "Mate", "why": "A holly."}, "Rooibos"],
            ["Rooibos", {"text": "Mate", "why": "A holly."}],
            ["Honeybush", {"text": "Mate", "why": "A *holly*."}],
            [[
                Edit((*AT, "distractors", 1), "Honeybush"),
                Edit((*AT, "distractors", 0, "why"), "A *holly*."),
            ]],
        ),
        (
            "distractors",
            ["Mate", "Rooibos"],
            ["Mate", "Rooibos"],
            ["Mate", {"text": "Rooibos", "why": "A broom."}],
            [[Edit((*AT, "distractors", 1), {"text": "Rooibos", "why": "A broom."})]],
        ),
        (
            "distractors",
            [{"text": "Mate", "why": "A holly.", "x-own": "1"}, "Rooibos"],
            [{"text": "Mate", "why": "A holly."}, "Rooibos"],
            ["Mate", "Rooibos"],
            [[Edit((*AT, "distractors", 0, "why"), None)]],
        ),
        (
            "distractors",
            ["Mate", "Rooibos"],
            ["Rooibos", "Mate"],
            ["Mate"],
            [[Edit((*AT, "distractors", 1), None)], [Edit((*AT, "distractors"), ["Mate"])]],
        ),
        (
            "points",
            [{"point": "It spoils.", "facts": ["tea/spoils"]}],
            ["It spoils."],
            ["It soon spoils."],
            [[Edit((*AT, "points", 0, "point"), "It soon spoils.")]],
        ),
        ("sequence", ["Roll", "Roll"], ["Roll", "Roll"], ["Roll", "Dry"], []),
        ("pairs", [["a", "b"]], [["a", "b"]], [["a", "c"]], [[Edit((*AT, "pairs", 0, 1), "c")]]),
        ("accept", ["a", "b"], ["b", "a"], ["c", "a", "d"], [[Edit((*AT, "accept"), ["a", "c", "d"])]]),
        ("accept", ["a"], ["a", "worked out"], ["a"], []),
    ],
)  # fmt: skip
def test_a_list_is_changed_entry_by_entry(name, written, before, after, found):
    assert list(ways((*AT, name), written, before, after)) == found
