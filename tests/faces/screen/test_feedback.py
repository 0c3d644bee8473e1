"""What is said about an answer on the screen: briefly, in full, and where it can be seen."""

from __future__ import annotations

import pytest

from quizmill.faces.feedback import Detail

SAYS = "Every true tea is made from the leaves"


def test_m_opens_what_the_source_says_and_folds_it_again(sit):
    async def story(learner):
        shown = await learner.press("a")
        assert "✓ Right: 1 of 1 mark." in shown
        assert "Source: The Tea Book, paragraph 2\n" in shown
        assert "Why:" not in shown
        assert "m more" in shown
        shown = await learner.press("m")
        assert "Why:    Green, black and white tea" in shown
        assert f"Source: The Tea Book, paragraph 2: {SAYS}" in shown
        assert "m less" in shown
        shown = await learner.press("m")
        assert SAYS not in shown
        assert "m more" in shown

    sit(story, "tea-plant")


def test_in_full_it_is_there_at_once_and_the_next_answer_too(sit):
    async def story(learner):
        shown = await learner.press("a")
        assert SAYS in shown
        assert "m less" in shown
        assert SAYS not in await learner.press("m")
        shown = await learner.press("enter f")
        assert "m less" in shown

    sit(story, "tea-plant", "tea-herbs", detail=Detail.FULL)


def test_m_is_a_letter_before_the_answer(sit):
    async def story(learner):
        await learner.type("mm")
        assert learner.app.screen._stage.area.text == "mm"

    sit(story, "ship-name")


def test_where_all_is_said_there_is_no_key_for_more(sit, tmp_path):
    topic = "title: T\nquestions:\n  - {id: q, type: true_false, prompt: So it is., answer: true}\n"

    async def story(learner):
        assert "m more" not in await learner.press("t")
        assert "m less" not in await learner.press("m")

    sit(story, "q", topics={"bank": "title: B\nnamespace: b\n", "t": topic})


def test_steps_stand_in_their_right_order_with_where_they_were_put(sit):
    async def story(learner):
        steps = learner.app.screen._stage.area
        await learner.press("space end space")
        order = [steps.exercise.options[step] for step in steps._order]
        shown = await learner.press("enter")
        right = ["Pluck", "Wither", "Roll", "Oxidise", "Dry"]
        lines = [line for line in shown.splitlines() if any(f". {step} " in line for step in right)]
        told = [f"{number}. {step}" for number, step in enumerate(right, 1)]
        assert all(f"   {step}  " in line for step, line in zip(told, lines, strict=True))
        for step, line in zip(right, lines, strict=True):
            place = order.index(step)
            was = "✓ in place" if right[place] == step else f"✗ you put it at {place + 1}"
            assert line.endswith(was)
        assert "Answer:" not in shown

    sit(story, "tea-steps")


def test_a_wrong_pair_has_its_right_partner_beside_it_and_the_partners_make_room(sit):
    async def story(learner):
        pairs = learner.app.screen._stage.area
        options, key = pairs.exercise.options, pairs.exercise.key
        letters = ["abcd"[key[1]], "abcd"[key[0]], "abcd"[key[2]]]
        shown = await learner.press(" ".join([*letters, "enter"]))
        joined = " ".join(shown.split())
        assert (
            f"Green tea → {letters[0]}. {options[key[1]]} ✗ wrong: it is {letters[1]}. {options[key[0]]}"
            in joined
        )
        assert f"White tea → {letters[2]}. {options[key[2]]} ✓ right" in joined
        assert "go with" not in shown
        assert "Answer:" not in shown

    sit(story, "tea-colours")


def test_an_essays_points_are_marked_one_by_one_and_not_told_again(sit):
    async def story(learner):
        await learner.type("Tea")
        await learner.press("ctrl+s")
        shown = await learner.press("y n enter")
        assert "1. The first tea of a season sold for more  ✓ named" in shown
        assert "2. Tea loses flavour at sea  ✗ not named" in shown
        assert shown.count("Tea loses flavour at sea") == 1
        await learner.press("enter")
        shown = await learner.press("enter")
        assert "✓ The first tea of a season sold for more" in shown
        assert "✗ Tea loses flavour at sea" in shown

    sit(story, "tea-essay")


def test_what_is_settled_is_clicked_in_vain(sit):
    async def story(learner):
        await learner.type("Tea")
        await learner.press("ctrl+s")
        await learner.press("y n enter")
        assert "✗ not named" in await learner.click(learner.row("loses"))

    sit(story, "tea-essay", size=(80, 40))


LONG = " ".join(["A long and winding question."] * 60)
POINTS = "".join(
    f'      - point: "Point number {n} has so many words that it takes more than a line on most screens."\n'
    for n in range(1, 8)
)
TOPIC = f"""\
title: T
questions:
  - {{id: long, type: multiple_choice, prompt: "{LONG} Is it?", answer: "yes", distractors: ["no", "maybe"]}}
  - id: essay
    type: essay
    prompt: Why is it so?
    points:
{POINTS}"""
OWN = {"bank": "title: B\nnamespace: b\n", "t": TOPIC}


def test_how_to_answer_is_in_view_however_long_the_question_is(sit):
    async def story(learner):
        assert "a-c or 1-3 answers at once" in await learner.seen()

    sit(story, "long", topics=OWN)


@pytest.mark.no_cover  # it takes most of the time
@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_what_y_means_is_in_view_at_every_point_of_an_essay(sit, size):
    async def story(learner):
        await learner.paste("My answer " * 30)
        shown = await learner.press("ctrl+s")
        for number in range(1, 8):
            assert "y: my answer names it" in shown
            assert f"{number}. Point number {number}" in " ".join(shown.split())
            shown = await learner.press("y")
        assert "7 of 7" not in shown
        assert "✓ Right: 1 of 1 mark." in await learner.press("enter")

    sit(story, "essay", topics=OWN, size=size)


def test_the_marked_answer_is_seen_from_its_beginning_with_the_verdict(sit):
    async def story(learner):
        shown = await learner.press("c")
        assert "a. " in shown
        assert "Wrong: 0 of 1 mark." in shown

    sit(story, "long", topics=OWN)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_the_verdict_on_what_was_typed_is_in_view_however_long_the_question_is(sit, size):
    topic = (
        f'title: T\nquestions:\n  - {{id: typed, type: short_answer, prompt: "{LONG} Who?", answer: Ann}}\n'
    )

    async def story(learner):
        await learner.type("Bob")
        assert "Wrong: 0 of 1 mark." in await learner.press("enter")

    sit(story, topics={"bank": OWN["bank"], "t": topic}, size=size)


@pytest.mark.no_cover  # it takes most of the time
def test_as_many_points_of_an_essay_are_in_view_as_there_is_room_for(sit):
    async def story(learner):
        await learner.paste("My answer " * 30)
        shown = " ".join((await learner.press("ctrl+s")).split())
        assert [n for n in range(1, 8) if f"{n}. Point number {n}" in shown] == [1, 2, 3, 4, 5, 6, 7]

    sit(story, "essay", topics=OWN)


def test_a_long_result_says_how_to_read_on_until_its_end_is_seen(sit):
    async def story(learner):
        await learner.press("c")
        assert "PgDn read on" in await learner.press("enter")
        assert "PgDn" not in await learner.press("pagedown pagedown pagedown pagedown")

    sit(story, "long", topics=OWN, size=(80, 15))
