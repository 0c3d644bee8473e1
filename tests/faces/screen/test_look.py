"""Colours, symbols, sizes, and text that would like to be obeyed."""

from __future__ import annotations

import os

import pytest
from textual.color import Color

from quizmill.cli.face_options import LOOKS
from quizmill.faces.feedback import Detail
from quizmill.faces.screen.prose import GROUND, Pen
from quizmill.faces.screen.signs import ASCII, SYMBOLS, signs_for
from quizmill.faces.screen.theme import PALETTES, first_theme, next_theme
from quizmill.faces.text import cells

HOSTILE = r"""
title: "[red]Tea[/] $x"
questions:
  - id: tea-plant
    type: multiple_choice
    prompt: "[bold]What[/b] is \ue01b[31mlist[str]\ue007 in [@click=app.quit]this[/]?"
    context: "[/] [link=http://example.org]小米科技有限公司[/link]"
    answer: "[red]"
    distractors:
      - {text: "[/red]", why: "because [/] and \u202e back"}
      - "$accent and {braces}"
      - "小米科技有限公司"
    facts: [tea-book/leaf]
    explanation: "See [1] and `code[0]` and \\*this\\*."
    hint: "[dim]"
"""


def test_markup_of_a_bank_is_shown_as_written(sit):
    async def story(learner):
        shown = await learner.seen()
        assert "[bold]What[/b] is ␛[31mlist[str]␇ in [@click=app.quit]this[/]?" in shown
        assert "[/] [link=http://example.org]小米科技有限公司[/link]" in shown
        assert "[red]Tea[/] $x · 1 mark" in shown
        for text in ("[red]", "[/red]", "$accent and {braces}", "小米科技有限公司"):
            assert f". {text}" in shown
        assert "Hint: [dim]" in await learner.press("h")
        shown = await learner.click(learner.row("[/red]"))
        assert "because [/] and � back." in shown
        assert "See [1] and code[0] and *this*." in shown
        shown = await learner.press("enter")
        assert "[bold]What[/b] is" in shown
        assert "[bold]What[/b] is" in await learner.press("enter")

    sit(story, topics={"tea": HOSTILE})


def test_what_is_typed_is_not_markup_either(sit):
    async def story(learner):
        await learner.type("[b]Cutty")
        shown = await learner.press("enter")
        assert "Wrong" in shown
        await learner.press("enter enter")
        assert "You:    [b]Cutty" in await learner.seen()

    sit(story, "ship-name")


@pytest.mark.no_cover  # it takes most of the time
@pytest.mark.parametrize("size", [(40, 15), (80, 24), (200, 60), (20, 8)])
@pytest.mark.parametrize(
    "question",
    [
        "tea-plant",
        "tea-true",
        "tea-herbs",
        "ship-name",
        "ship-cargo",
        "ship-year",
        "tea-colours",
        "tea-steps",
        "tea-essay",
    ],
)
def test_every_kind_fits_every_size(sit, question, size):
    async def story(learner):
        shown = await learner.seen()
        lines = shown.split("\n")
        assert len(lines) == size[1]
        assert max(map(cells, lines)) <= size[0]
        if size != (20, 8):
            assert "Score 0 of 0" in lines[0]
            assert "1 of 1" in lines[1]
            assert "hand in" in shown
            assert learner.app.screen._stage.area.region.y < size[1] - 3

    sit(story, question, size=size)


def test_all_options_can_be_reached_at_40_by_15(sit):
    async def story(learner):
        for _ in range(5):
            await learner.press("down")
        shown = await learner.press("up")
        assert "▸" in shown
        await learner.press("end")
        assert "▸" in await learner.seen()

    sit(story, "tea-colours", size=(40, 15))


def test_what_does_not_fit_can_be_read_on(sit):
    async def story(learner):
        shown = await learner.press("c")
        assert "PgDn read on" in shown
        assert "from the leaves" not in shown
        shown = await learner.press("pagedown down")
        assert "from the leaves" in shown
        assert "PgDn" not in shown
        assert "Wrong: 0 of 1 mark." in await learner.press("up up up up up up")

    sit(story, "tea-plant", size=(40, 12), detail=Detail.FULL)


def test_text_is_never_set_wider_than_is_good_to_read(sit):
    async def story(learner):
        assert learner.app.screen._stage.body.size.width <= 104

    sit(story, size=(200, 60))


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = (each / 255 for each in colour.rgb)
    linear = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(ink: Color, paper: Color) -> float:
    lighter, darker = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", PALETTES)
def test_every_colour_of_letters_stands_out_from_what_is_behind_it(name):
    least = 7.0 if name == "contrast" else 4.5
    for ink, paper in PALETTES[name].pairs():
        assert contrast(Color.parse(ink), Color.parse(paper)) >= least, (ink, paper)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("below", ["paper", "raised", "chosen"])
def test_the_colours_of_a_listing_stand_out_from_its_ground_wherever_that_lies(name, below):
    palette = PALETTES[name]
    share = int(GROUND.removeprefix("on $ink ").removesuffix("%")) / 100
    ground = Color.parse(getattr(palette, below)).blend(Color.parse(palette.ink), share)
    inks = {each: getattr(palette, each) for each in palette.__struct_fields__ if each.startswith("code_")}
    assert len(inks) == 5
    for each, colour in inks.items():
        ink = ground.get_contrast_text() if colour == "auto" else Color.parse(colour)
        assert contrast(ink, ground) >= (7.0 if name == "contrast" else 4.5), (each, below)


@pytest.mark.parametrize("name", PALETTES)
def test_code_stands_out_from_its_ground_wherever_that_lies(name):
    palette = PALETTES[name]
    share = int(GROUND.removeprefix("on $ink ").removesuffix("%")) / 100
    pairs = [(each, "paper") for each in ("ink", "quiet", "accent", "right", "wrong")]
    for ink, below in [*pairs, ("ink", "raised"), ("chosen_ink", "chosen")]:
        ground = Color.parse(getattr(palette, below)).blend(Color.parse(palette.ink), share)
        least = 7.0 if name == "contrast" else 4.5
        assert contrast(Color.parse(getattr(palette, ink)), ground) >= least, (ink, below)


def test_the_looks_of_the_command_are_those_there_are():
    assert tuple(PALETTES) == LOOKS


def test_the_look_follows_the_terminal_and_can_be_changed(sit):
    async def story(learner):
        assert learner.app.theme == "light"
        await learner.press("ctrl+t")
        assert learner.app.theme == "contrast"
        await learner.press("f9")
        assert learner.app.theme == "dark"

    assert first_theme({"COLORFGBG": "0;15"}) == "light"
    assert first_theme({"COLORFGBG": "15;0"}) == first_theme({}) == "dark"
    assert next_theme("unknown") == "dark"
    sit(story, "ship-name", theme="light")


def test_without_colour_words_and_symbols_carry_everything(sit, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(learner):
        shown = await learner.press("c")
        assert "✗ Wrong" in shown
        assert "c. Camellia japonica  ✗ your answer" in shown
        filters = [each for each in learner.app._filters if each.enabled]
        colours = set()
        for strip in learner.strips():
            for each in filters:
                strip = strip.apply_filter(each, Color.parse("black"))
            colours |= {part.style.color for part in strip if part.style and part.style.color}
        assert {colour.name for colour in colours} <= {"default"}

    sit(story)


@pytest.mark.parametrize(("wish", "colourless"), [("", False), ("1", True)])
def test_an_empty_wish_for_no_colour_is_none_and_a_true_one_holds_in_every_round(
    sit, monkeypatch, wish, colourless
):
    monkeypatch.setenv("NO_COLOR", wish)

    async def story(learner):
        assert learner.app.no_color is colourless

    sit(story, "tea-herbs")
    assert os.environ["NO_COLOR"] == wish
    sit(story, "tea-herbs")


def test_a_question_too_long_for_the_screen_says_how_its_beginning_is_read(sit):
    long = HOSTILE.replace("What[/b] is", "Long ago " + "it was told and told again " * 25 + "what is")

    async def story(learner):
        shown = await learner.seen()
        assert "PgUp its beginning" in shown
        assert "Long ago" not in shown
        for _ in range(4):
            shown = await learner.press("pageup")
        assert "Long ago" in shown
        assert "PgUp" not in shown

    sit(story, topics={"tea": long}, size=(40, 15))


def test_ascii_where_the_terminal_has_no_more(sit):
    async def story(learner):
        shown = await learner.click(learner.row("[/red]"))
        assert shown.isascii()
        assert "x Wrong: 0 of 1 mark." in shown
        assert shown.count("????") >= 1

    sit(story, topics={"tea": HOSTILE}, pen=Pen(ASCII, "ascii"))


@pytest.mark.parametrize(
    "question", ["tea-plant", "ship-name", "ship-year", "tea-colours", "tea-steps", "tea-essay"]
)
def test_ascii_with_bars_to_scroll_by(sit, question):
    async def story(learner):
        assert (await learner.seen()).isascii()
        assert (await learner.press("f1")).isascii()
        await learner.press("escape f5")
        assert (await learner.seen()).isascii()

    sit(story, question, size=(40, 10), pen=Pen(ASCII, "cp1252"))


def test_which_symbols_a_terminal_gets():
    assert signs_for("utf-8", {}) is SYMBOLS
    assert signs_for("utf-8", {"LANG": "C"}) is ASCII
    assert signs_for("utf-8", {"LANG": "C", "LC_ALL": "en_GB.UTF-8"}) is SYMBOLS
    assert signs_for("cp1252", {}) is ASCII
    assert signs_for("cp437", {}) is ASCII
    assert signs_for("nonsense", {}) is ASCII


def test_every_symbol_is_one_column_wide():
    for signs in (SYMBOLS, ASCII):
        for name in signs.__struct_fields__:
            assert cells(getattr(signs, name)) == 1, name


def test_a_letter_that_cannot_be_shown_keeps_its_width():
    assert Pen(ASCII, "cp1252").text("小米 €5") == "???? €5"
