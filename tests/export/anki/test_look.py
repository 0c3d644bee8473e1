"""The card's looks, as far as a machine can judge them."""

import re
import tomllib
from importlib import resources

import pytest

from quizmill.bank.model import KINDS
from quizmill.export.anki.notetypes import note_types

CSS = resources.files("quizmill.export.anki").joinpath("templates/card.css").read_text(encoding="utf-8")
TYPES = note_types({})
ASKING = [json for json in TYPES if json["name"] != "quizmill study"]  # that one is only read
SPECIAL = {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"}


def colours(selector):
    block = CSS[CSS.index(selector) :].partition("}")[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("selector", [".card {", ".card.nightMode"])
def test_every_ink_can_be_read_on_every_ground_by_day_and_by_night(selector):
    found = colours(selector)
    inks = set(re.findall(r"(?<![a-z-])color: var\(--([a-z-]+)\)", CSS))
    grounds = set(re.findall(r"background: var\(--([a-z-]+)\)", CSS))

    assert inks == {"ink", "soft", "accent", "right", "wrong", "doubt", "keyword"}
    assert grounds == {"paper", "tint", "accent-tint", "right-tint", "wrong-tint"}
    assert {
        (ink, ground): round(contrast(found[ink], found[ground]), 1)
        for ink in inks
        for ground in grounds
        if contrast(found[ink], found[ground]) < 4.5
    } == {}


@pytest.mark.parametrize("selector", [".card {", ".card.nightMode"])
def test_what_can_be_clicked_has_an_edge_that_is_seen(selector):
    found = colours(selector)

    assert contrast(found["edge"], found["paper"]) >= 3


def test_colours_are_named_in_one_place():
    layout = CSS[CSS.index(".quizmill {") :]

    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", layout) == [
        "#fff"
    ]  # behind pictures, which may be transparent


def test_nothing_stands_at_a_left_or_a_right_that_would_be_wrong_from_right_to_left():
    assert not re.search(
        r"(margin|padding|border|inset)-(left|right)|text-align: (left|right)|float|[ {](left|right):", CSS
    )


def test_older_browsers_than_chromium_87_know_every_property():
    """Anki with Qt 5 shows cards in Chromium 83; `:has` alone is newer, and stands in rules of its own."""
    assert not re.search(
        r"inset|margin-inline:|padding-inline:|border-inline:|gap:|aspect-ratio|:is\(|:where\(", CSS
    )
    assert all("," not in rule.partition("{")[0] for rule in CSS.split("}") if ":has(" in rule)


def test_nothing_is_fetched():
    text = CSS + "".join(t["qfmt"] + t["afmt"] for json in TYPES for t in json["tmpls"])

    assert not re.search(
        r"https?:|//[a-z]|url\(|@import|@font-face|<link|javascript:|\son[a-z]+=|src=|fetch\(|XMLHttp|import\(",
        text,
    )


def test_the_one_script_is_the_same_on_every_side_but_where_typed_answers_are_judged():
    sides = {
        (json["name"], side): template[side]
        for json in ASKING
        for template in json["tmpls"]
        for side in ("qfmt", "afmt")
    }
    scripts = {
        place: re.fullmatch(r"(?s).*<script>(.*?)</script>\n?", html)[1] for place, html in sides.items()
    }
    judging = scripts.pop(("quizmill recall", "afmt"))

    assert all(html.count("<script>") == 1 for html in sides.values())
    assert len(set(scripts.values())) == 1
    assert "const accepts" in judging
    assert "const accepts" not in scripts["quizmill recall", "qfmt"]


def test_anki_reads_nothing_in_the_script():
    script = "".join(
        resources.files(package).joinpath(name).read_text(encoding="utf-8")
        for package, name in (
            ("quizmill.export.anki", "templates/card.js"),
            ("quizmill.grade.accepted", "accepted.js"),
        )
    )

    assert not re.search(r"\{\{|\\[(\[]|\[sound|\[latex|</|<!--|innerHTML|eval", script)


@pytest.mark.parametrize("json", TYPES, ids=lambda json: json["name"])
def test_templates_name_only_fields_that_exist(json):
    names = {field["name"] for field in json["flds"]} | SPECIAL
    for template in json["tmpls"]:
        for side in (template["qfmt"], template["afmt"]):
            used = {name.split(":")[-1] for name in re.findall(r"\{\{[#^/]?([^}]+)\}\}", side)}
            assert used - names == set()
            assert "[[" not in side
            assert "[%" not in side


@pytest.mark.parametrize("json", ASKING, ids=lambda json: json["name"])
def test_the_front_never_names_a_field_of_the_key(json):
    front = json["tmpls"][0]["qfmt"]
    for name in ("Answer", "Key", "Accepted", "Correction", "Explanation", "Source", "Points"):
        assert f"{name}}}}}" not in front


def test_every_word_around_a_card_is_used():
    """Their keys are put together where they are used, so that nobody else would miss one."""
    folder = resources.files("quizmill.export.anki")
    templates = [*folder.joinpath("templates").iterdir(), *folder.iterdir()]
    used = "".join(path.read_text(encoding="utf-8") for path in templates if path.is_file())
    keys = tomllib.loads(resources.files("quizmill.words").joinpath("en.toml").read_text("utf-8"))["anki"]
    kinds = {*KINDS, "date", "number", "reckon"} - {"numerical"}

    assert set(keys.pop("task")) == kinds
    assert [key for key in keys if f'"{key}"' not in used and f"anki.{key}" not in used] == []
