"""The card's looks, as far as a machine can judge them."""

import re
from importlib import resources

import pytest

from quizmill.export.anki.notetypes import note_types

CSS = resources.files("quizmill.export.anki").joinpath("templates/card.css").read_text(encoding="utf-8")
TYPES = note_types({})
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


@pytest.mark.parametrize("selector", [".card {", ".nightMode.card"])
def test_every_text_has_contrast_enough_by_day_and_by_night(selector):
    found = colours(selector)
    texts = [(ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "tint")]
    texts += [("right", "paper"), ("right", "right-tint"), ("ink", "right-tint"), ("doubt", "paper")]

    assert {
        pair: contrast(*(found[name] for name in pair))
        for pair in texts
        if contrast(*(found[name] for name in pair)) < 4.5
    } == {}


def test_nothing_is_fetched_and_nothing_is_run():
    text = CSS + "".join(t["qfmt"] + t["afmt"] for json in TYPES for t in json["tmpls"])

    assert not re.search(
        r"https?:|//[a-z]|url\(|@import|@font-face|<script|<link|javascript:|\son[a-z]+=", text
    )


@pytest.mark.parametrize("json", TYPES, ids=lambda json: json["name"])
def test_templates_name_only_fields_that_exist(json):
    names = {field["name"] for field in json["flds"]} | SPECIAL
    for template in json["tmpls"]:
        for side in (template["qfmt"], template["afmt"]):
            used = {name.split(":")[-1] for name in re.findall(r"\{\{[#^/]?([^}]+)\}\}", side)}
            assert used - names == set()
            assert "[[" not in side
            assert "[%" not in side


@pytest.mark.parametrize("json", TYPES, ids=lambda json: json["name"])
def test_the_front_never_names_a_field_of_the_key(json):
    front = json["tmpls"][0]["qfmt"]
    for name in ("Answer", "Key", "Accepted", "Correction", "Explanation", "Source", "Points"):
        assert f"{name}}}}}" not in front
