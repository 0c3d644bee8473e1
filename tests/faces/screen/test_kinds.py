"""Every kind of question, answered by keys and by mouse, comes to what the plain face makes of it."""

from __future__ import annotations

import io

import pytest
from textual.widgets import Input

import samples
from quizmill.compose.paper import compose
from quizmill.faces.plain.quiz import PlainQuiz
from quizmill.faces.plain.terminal import Screen
from quizmill.faces.screen.foot import Foot
from quizmill.grade import Verdict
from quizmill.study.results import as_json
from quizmill.study.session import Session
from quizmill.study.sitting import Mode, begin


def test_a_letter_answers_at_once_and_tells_why(sit):
    async def story(learner):
        shown = await learner.seen()
        assert "From which plant is every true tea made?" in shown
        assert "1 of 9" in shown
        shown = await learner.press("c")
        assert "✗ Wrong: 0 of 1 mark." in shown
        assert "It is a garden cousin without tea in its leaves." in shown
        assert "a. Camellia sinensis  ✓ right" in shown
        assert "Answer:" not in shown
        assert "Why:    Green, black and white tea differ" in shown
        assert "Source: The Tea Book, paragraph 2" in shown
        assert "c. Camellia japonica  ✗ your answer" in shown
        assert "Score 0 of 1" in shown
        assert "Select the two drinks" in await learner.press("enter")

    sit(story)


@pytest.mark.parametrize("keys", ["a", "1", "down enter", "up up up up enter", "home enter"])
def test_letters_numbers_and_arrows_choose(sit, keys):
    async def story(learner):
        assert "✓ Right: 1 of 1 mark." in await learner.press(keys)

    sit(story, "tea-plant")


def test_a_click_chooses(sit):
    async def story(learner):
        shown = await learner.click(learner.row("Camellia sinensis"))
        assert "✓ Right" in shown

    sit(story, "tea-plant")


def test_enter_with_nothing_chosen_is_no_answer(sit):
    async def story(learner):
        assert "Choose one first." in await learner.press("enter")
        assert not learner.sitting.answers

    sit(story, "tea-plant")


@pytest.mark.parametrize(("key", "right"), [("t", False), ("f", True), ("1", False), ("2", True)])
def test_true_and_false_have_their_letters(sit, key, right):
    async def story(learner):
        shown = await learner.press(key)
        assert ("✓ Right" in shown) is right
        assert "Peppermint is no Camellia" in shown

    sit(story, "tea-herbs")


def test_several_are_ticked_then_handed_in(sit):
    async def story(learner):
        assert "Tick at least one first." in await learner.press("enter")
        shown = await learner.press("a c c")
        assert "☑ a. Oolong" in shown
        assert "☐ c. Rooibos" in shown
        shown = await learner.press("b enter")
        assert "✓ Right: 2 of 2 marks." in shown
        assert learner.sitting.answers["tea-true"].text == "a,b"

    sit(story, "tea-true")


def test_several_by_mouse_and_by_space(sit):
    async def story(learner):
        await learner.click(learner.row("Oolong"))
        await learner.press("down space")
        assert learner.app.screen._stage.area.text == "a,b"
        shown = await learner.click(Foot, offset=(2, 0))  # the key "hand in" at the bottom
        assert "✓ Right: 2 of 2 marks." in shown

    sit(story, "tea-true")


def test_words_are_typed_and_compared_letter_by_letter(sit):
    async def story(learner):
        await learner.type("the cuty sarc")
        shown = await learner.press("enter")
        assert "✗ Wrong" in shown
        assert "Letter by letter: the cut(+t)y sar(-c)(+k)  + missing, - too much\n" in shown
        assert "i I was right" in shown
        shown = await learner.press("i")
        assert "✓ Right: 1 of 1 mark." in shown
        assert "Counted as right: you said so." in shown
        assert learner.sitting.answers["ship-name"].appealed

    sit(story, "ship-name")


def test_a_number_shows_its_unit_and_says_what_is_wrong(sit):
    async def story(learner):
        assert "yuan" in (await learner.seen()).split("in 1870?")[1]
        await learner.type("$9,000")
        assert "Right amount, wrong currency" in await learner.press("enter")

    sit(story, "ship-cargo")


def test_gaps_fill_as_they_are_typed(sit):
    async def story(learner):
        shown = await learner.seen()
        assert "In __1__ the __2__ was launched." in shown
        await learner.type("1869\nCutty")
        assert "In 1869 the Cutty was launched." in await learner.seen()
        await learner.press("backspace backspace backspace backspace backspace enter")
        assert "Still empty: 2. Enter once more hands it in so." in await learner.seen()
        await learner.type("cutty sark")
        shown = await learner.press("enter")
        assert "✓ Right: 1 of 1 mark." in shown
        assert "In 1869✓ the cutty sark✓ was launched." in shown
        assert shown.count("cutty sark") == 1
        assert learner.sitting.answers["ship-year"].text == "1869 | cutty sark"

    sit(story, "ship-year")


def pairs_of(learner) -> list[str]:
    """The letters that join each left to its right."""
    exercise = learner.sitting.current
    return ["abcdefgh"[right] for right in exercise.key]


def test_pairs_are_joined_by_letters(sit):
    async def story(learner):
        letters = pairs_of(learner)
        assert "Join at least one pair first." in await learner.press("enter")
        await learner.press(letters[0])
        assert "Not joined yet: 2, 3." in await learner.press("enter")
        shown = await learner.press(" ".join([*letters[1:], "enter"]))
        assert "✓ Right: 1 of 1 mark." in shown

    sit(story, "tea-colours")


def test_pairs_are_joined_by_mouse_and_by_arrows(sit):
    async def story(learner):
        await learner.click(learner.row("White tea"))
        await learner.click(learner.row("only dried"))
        await learner.press("1 right backspace")
        assert learner.app.screen._stage.area.text == f"3{pairs_of(learner)[2]}"
        assert "Partly right" in await learner.press("enter enter")

    sit(story, "tea-colours")


async def put_in_order(learner) -> None:
    """Moves every step to its place, with the keys."""
    key = learner.sitting.current.key
    area = learner.app.screen._stage.area
    for place, step in enumerate(key):
        now = area._order.index(step)
        await learner.press(str(step + 1))
        for _ in range(now - place):
            await learner.press("shift+up")


def test_steps_are_moved_with_shift_and_arrows(sit):
    async def story(learner):
        assert "Nothing has been moved yet." in await learner.press("enter")
        await put_in_order(learner)
        assert "✓ Right: 1 of 1 mark." in await learner.press("enter")

    sit(story, "tea-steps")


def test_a_step_is_picked_up_and_put_down(sit):
    async def story(learner):
        shown = await learner.press("space")
        assert "moving 1." in shown
        await learner.press("down down space")
        assert learner.app.screen._stage.area.text == "2 3 1 4 5"
        await learner.press("K")
        assert learner.app.screen._stage.area.text == "2 1 3 4 5"

    sit(story, "tea-steps")


def test_a_step_is_moved_by_mouse(sit):
    async def story(learner):
        area = learner.app.screen._stage.area
        rows = area.rows
        await learner.click(rows[0])
        await learner.click(rows[2])
        assert area.text == "2 3 1 4 5"
        await learner.pilot.mouse_down(rows[4])
        await learner.pilot.mouse_up(rows[0])
        await learner.seen()
        assert area.text == "5 2 3 1 4"

    sit(story, "tea-steps")


def test_an_essay_is_written_and_gone_through(sit):
    async def story(learner):
        assert "Write something first." in await learner.press("ctrl+s")
        await learner.type("The first tea\nsold for more. h")
        shown = await learner.press("ctrl+s")
        assert "A full answer names these points. Which does yours?" in shown
        assert "The first tea" in shown
        assert learner.sitting.answers["tea-essay"].mark.verdict is Verdict.UNMARKED
        await learner.press("y")
        assert "Nothing said of 2" in await learner.press("enter")
        shown = await learner.press("n enter")
        assert "~ Partly right: 0.5 of 1 mark." in shown
        assert learner.sitting.answers["tea-essay"].text == "The first tea\nsold for more. h"

    sit(story, "tea-essay")


LINES = ["c", "a,c", "f", "cuty sark", "9000 yuan", "1869 | Sark", "1b 2a", "2 1 3 4 5", "One line."]


def plain_results(folder, mode: Mode) -> bytes:
    """The results of the same answers at the plain face."""
    bank = samples.load(folder).bank
    sitting = begin(compose(bank, tuple(bank.questions()), seed=7, order="bank"), bank.names, mode)
    session = Session(sitting, clock=lambda: 0.0)

    class Lines:
        interactive = False

        def __init__(self):
            self.left = [*LINES, ""]

        def read(self, prompt):
            return self.left.pop(0) if self.left else None

    PlainQuiz(session, Screen(io.StringIO(), width=80, colour=False), Lines()).run()
    return as_json(session.sitting)


@pytest.mark.no_cover  # it takes most of the time
@pytest.mark.parametrize("mode", Mode)
def test_both_faces_come_to_the_same_results(sit, tmp_path, mode):
    async def story(learner):
        go = "" if mode is Mode.EXAM else " enter"
        await learner.press("c" + go)
        await learner.press("a c enter" + go)
        await learner.press("f" + go)
        await learner.type("cuty sark")
        await learner.press("enter" + go)
        await learner.type("9000 yuan")
        await learner.press("enter" + go)
        await learner.type("1869\nSark")
        await learner.press("enter" + go)
        await learner.press("b a enter enter" + go)
        await learner.press("shift+down enter" + go)
        await learner.type("One line.")
        await learner.press("ctrl+s")
        if mode is Mode.EXAM:
            await learner.press("h")
        assert learner.results() == plain_results(tmp_path / "plain", mode)

    sit(story, mode=mode)


def test_typing_goes_on_while_the_window_changes_its_size(sit):
    async def story(learner):
        await learner.type("Cutty")
        await learner.resize(40, 15)
        await learner.type(" Sark")
        shown = await learner.resize(200, 60)
        assert "Cutty Sark" in shown
        assert learner.app.screen.query_one(Input).value == "Cutty Sark"

    sit(story, "ship-name")
