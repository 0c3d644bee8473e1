"""What can be done beside answering: skip, back, go to, flag, hint, undo, hand in, leave, try again."""

from __future__ import annotations

import pytest

from quizmill.faces.ending import Ending
from quizmill.faces.screen.foot import Foot
from quizmill.grade import Choice, Verdict
from quizmill.study.sitting import Give, Mode, step

EXAM = {"mode": Mode.EXAM}


def test_a_slip_is_taken_back(sit):
    async def story(learner):
        await learner.press("c")
        shown = await learner.press("u")
        assert "Taken back." in shown
        assert "From which plant" in shown
        assert not learner.sitting.answers
        assert "✓ Right" in await learner.press("a")
        await learner.press("enter")
        assert "From which plant" in await learner.press("u")

    sit(story)


def test_undo_without_an_answer_says_so(sit):
    async def story(learner):
        assert "There is no answer to take back." in await learner.press("u")

    sit(story)


def test_a_hint_says_its_price_before_and_after(sit):
    async def story(learner):
        assert "h hint (half the marks)" in await learner.seen()
        shown = await learner.press("h")
        assert "Hint: The genus has a Czech-Moravian missionary's name." in shown
        assert "(This question now earns half its marks.)" in " ".join(shown.split())
        assert "h hint" not in shown
        assert "Right: 0.5 of 1 mark." in await learner.press("a")

    sit(story, "tea-plant")


def test_a_question_without_a_hint_says_so(sit):
    async def story(learner):
        assert "This question has no hint." in await learner.press("h")

    sit(story, "tea-true")


@pytest.mark.parametrize("mode", Mode)
def test_what_cannot_be_kept_is_said_at_once_and_as_long_as_it_is_so(sit, mode):
    troubles = iter(["", "Your answers are not kept: the disk is full.", "Still full.", ""])

    async def story(learner):
        assert "kept" not in await learner.press("s")
        assert "Your answers are not kept: the disk is full." in await learner.press("exclamation_mark")
        assert "Still full." in await learner.press("exclamation_mark")
        assert "full" not in await learner.press("exclamation_mark")

    sit(story, mode=mode, observers=(lambda event: next(troubles),))


def test_skipping_and_going_back(sit):
    async def story(learner):
        assert "You are there already." in await learner.press("p")
        shown = await learner.press("s")
        assert "Skipped." in shown
        assert "2 of 9" in shown
        assert "From which plant" in await learner.press("p")
        await learner.press("a")
        shown = await learner.press("p")
        assert "Your answer so far is kept unless you give another." in shown
        assert "▸ a. Camellia sinensis" in shown
        assert learner.app.screen._stage.area.text == "a"

    sit(story)


def test_a_flag_is_put_and_taken_off(sit):
    async def story(learner):
        shown = await learner.press("exclamation_mark")
        assert "Flagged." in shown
        assert "⚑ flagged" in shown
        assert "The flag is off." in await learner.press("f6")
        shown = await learner.press("f6 a enter")
        assert "To look at again" in shown
        assert "✓ Right, flagged" in shown

    sit(story, "tea-plant")


def test_a_flag_is_put_on_the_question_just_answered(sit):
    async def story(learner):
        assert "! flag" in await learner.press("c")
        shown = await learner.press("exclamation_mark")
        assert "Flagged." in shown
        assert "✗ Wrong" in shown
        assert learner.sitting.flagged == {"tea-plant"}
        assert "The flag is off." in await learner.press("f6")
        assert learner.sitting.flagged == frozenset()

    sit(story, "tea-plant", "tea-herbs")


def test_going_to_a_question_by_its_number(sit):
    async def story(learner):
        shown = await learner.press("g")
        assert "Without an answer: 1-9" in shown
        assert "8. ☐ open" in shown
        assert "Put the making of black tea in order." in await learner.press("8 enter")
        assert "8 of 9" in await learner.seen()

    sit(story)


def test_the_list_is_left_without_going_anywhere(sit):
    async def story(learner):
        await learner.press("s g")
        assert "Select the two drinks" in await learner.press("escape")

    sit(story)


def test_commands_in_a_field_have_keys_that_type_nothing(sit):
    async def story(learner):
        assert "F3 skip" in await learner.seen()
        await learner.type("hspgu")
        assert learner.app.screen._stage.area.text == "hspgu"
        assert "Answering" in await learner.press("f1")
        assert "hspgu" in await learner.press("escape")
        shown = await learner.press("escape")
        assert "Single letters are commands now" in shown
        assert "s skip" in shown
        await learner.press("enter")
        await learner.type("x")
        assert learner.app.screen._stage.area.text == "hspgux"
        assert "How many yuan" in await learner.press("f3")

    sit(story, "ship-name", "ship-cargo")


def test_an_exam_tells_nothing_until_it_is_handed_in(sit):
    async def story(learner):
        shown = await learner.press("c")
        assert "Wrong" not in shown
        assert "1 answered" in shown
        shown = await learner.press("s")
        assert "That was the last question." in shown
        assert "Without an answer: 2" in shown
        assert "h hand in" in shown
        shown = await learner.press("enter")
        assert "Score: 0 of 2 marks (0 %)" in shown
        assert "2. Peppermint tea is a true tea." in shown
        shown = await learner.press("enter")
        assert "You:    c. Camellia japonica" in shown
        assert "It is a garden cousin" in shown
        await learner.press("q")

    assert sit(story, "tea-plant", "tea-herbs", **EXAM) is Ending.LEFT


def test_behind_the_last_question_of_an_exam_one_can_return(sit):
    async def story(learner):
        shown = await learner.press("a exclamation_mark f")
        assert "Flagged: 2" in shown
        shown = await learner.press("escape")
        assert "Peppermint" in shown
        assert "▸ f. False" in shown
        await learner.press("g 1")
        assert "From which plant" in await learner.press("enter")
        assert "That was the last question." in await learner.press("b s")
        await learner.press("h")
        assert learner.sitting.stopped
        assert [each.text for each in learner.sitting.answers.values()] == ["b", "f"]

    sit(story, "tea-plant", "tea-herbs", **EXAM)


def test_an_exam_gone_on_with_behind_its_last_question(sit):
    async def story(learner):
        assert "That was the last question." in await learner.seen()
        assert "Score: 1 of 1 mark (100 %)" in await learner.press("h")

    def answered(sitting):
        return step(sitting, Give("f", Choice((1,))))

    sit(story, "tea-herbs", before=answered, **EXAM)


def test_essays_of_an_exam_are_gone_through_at_its_end(sit):
    async def story(learner):
        await learner.type("It sold.")
        shown = await learner.press("ctrl+s")
        assert "That was the last question." in shown
        assert "Which does yours?" in await learner.press("h")
        assert "Score: 0.5 of 1 mark (50 %)" in await learner.press("y n enter")

    sit(story, "tea-essay", **EXAM)


def test_leaving_an_exam_goes_through_its_essays_first(sit):
    async def story(learner):
        await learner.press("s")
        await learner.type("It sold.")
        assert "That was the last question." in await learner.press("ctrl+s")
        shown = await learner.press("ctrl+q")
        assert "Which does yours?" in shown
        assert "Stopped. Ctrl+Q again leaves what you wrote unmarked" in " ".join(shown.split())
        assert "Score: 0.5 of 2 marks (25 %)" in await learner.press("y n enter")

    sit(story, "tea-herbs", "tea-essay", **EXAM)


def test_who_leaves_an_exam_in_a_hurry_leaves_its_essays_unmarked(sit):
    async def story(learner):
        await learner.type("It sold.")
        await learner.press("ctrl+s ctrl+q ctrl+q")
        assert learner.sitting.answers["tea-essay"].mark.verdict is Verdict.UNMARKED

    assert sit(story, "tea-essay", **EXAM) is Ending.LEFT


def test_the_result_compares_with_the_time_before(sit):
    async def story(learner):
        shown = await learner.press("f enter")
        assert "You had answered 1 before." in shown

    sit(story, "tea-herbs", earlier=lambda sitting: f"You had answered {len(sitting.answers)} before.")


def test_the_result_says_where_it_went_well_and_offers_the_missed_ones(sit):
    async def story(learner):
        await learner.press("c enter f enter")
        shown = await learner.seen()
        assert "Score: 1 of 2 marks (50 %)" in shown
        assert "Blind guessing scores 38 %." in shown
        assert "By topic" in shown
        assert "Multiple choice: 0 of 1 mark (0 %)" in shown
        assert "True or false: 1 of 1 mark (100 %)" in shown
        assert "1. From which plant is every true tea made?" in shown
        assert "= a. Camellia sinensis" in shown
        assert "r try the 1 missed one again" in shown
        await learner.press("r")

    assert sit(story, "tea-plant", "tea-herbs") is Ending.RETRY


CLIPPERS = {
    "bank": "title: B\nnamespace: b\n",
    "t": """\
title: T
questions:
  - {id: rival, type: short_answer, prompt: Which clipper did she race?, answer: Thermopylae}
  - {id: race, type: cloze, text: "In {{1872}} she raced the {{Thermopylae}}."}
""",
}


def test_a_slip_that_is_forgiven_is_told_at_once_and_on_the_last_page(sit):
    async def story(learner):
        shown = await learner.type("Thermopilae\n")
        assert '✓ Right: 1 of 1 mark.\nIt is spelt "Thermopylae".' in flush(shown)
        await learner.press("enter")
        shown = await learner.type("1872\nThermopylai\n")
        assert '✓ Right: 1 of 1 mark.\nBlank 2: it is spelt "Thermopylae".' in flush(shown)
        assert SLIPS in flush(await learner.press("enter"))

    sit(story, "rival", "race", topics=CLIPPERS, size=(80, 40))


def test_and_after_an_exam_before_every_question_is_shown_in_full(sit):
    async def story(learner):
        await learner.type("Thermopilae\n1872\nThermopylai\n")
        assert SLIPS in flush(await learner.press("h"))
        assert "You:    Thermopilae\n✓ Right: 1 of 1 mark.\nIt is spelt" in flush(
            await learner.press("enter")
        )

    sit(story, "rival", "race", topics=CLIPPERS, size=(80, 40), **EXAM)


def test_i_was_right_leaves_the_slip_in_another_blank_told(sit):
    async def story(learner):
        await learner.type("1870\nThermopylai\n")
        shown = flush(await learner.press("i"))
        assert "✓ Right: 1 of 1 mark." in shown
        assert 'Counted as right: you said so; blank 2: it is spelt "Thermopylae".' in shown

    sit(story, "race", topics=CLIPPERS)


SLIPS = """\
Forgiven spelling slips
1. Thermopilae
It is spelt "Thermopylae".
2. 1872 | Thermopylai
Blank 2: it is spelt "Thermopylae".
"""


def flush(shown: str) -> str:
    """The lines of a screen without the margins around them."""
    return "".join(f"{line.strip(' ▌│')}\n" for line in shown.splitlines())


def test_nothing_missed_is_nothing_to_try_again(sit):
    async def story(learner):
        shown = await learner.press("f enter")
        assert "missed" not in shown
        await learner.press("r")
        assert "Score: 1 of 1 mark (100 %)" in await learner.seen()

    sit(story, "tea-herbs")


@pytest.mark.parametrize(("key", "ending"), [("ctrl+q", Ending.LEFT), ("ctrl+c", Ending.INTERRUPTED)])
@pytest.mark.parametrize("question", ["tea-plant", "ship-name", "tea-essay"])
def test_leaving_keeps_everything(sit, key, ending, question):
    async def story(learner):
        await learner.press(key)
        assert learner.sitting.stopped is (ending is Ending.LEFT)

    assert sit(story, question, "tea-herbs") is ending


def test_the_time_is_shown_and_its_last_minute_said_once(sit):
    async def story(learner):
        assert "2:00 left" in await learner.seen()
        shown = await learner.wait(61)
        assert "0:59 left" in shown
        assert "1 minute left." in shown
        await learner.press("exclamation_mark")
        assert "1 minute left." not in await learner.wait(1)

    sit(story, minutes=2, **EXAM)


@pytest.mark.parametrize(
    ("question", "keys", "text"),
    [
        ("tea-plant", "down", "a"),
        ("tea-true", "a c", "a,c"),
        ("ship-name", "C u t", "Cut"),
        ("tea-steps", "J", "2 1 3 4 5"),
        ("tea-steps", "", None),
        ("tea-plant", "", None),
    ],
)
def test_what_is_chosen_when_the_time_is_over_counts(sit, question, keys, text):
    async def story(learner):
        await learner.press(keys)
        shown = await learner.wait(121)
        assert "The time is over. What you answered so far counts." in shown
        answers = [each.text for each in learner.sitting.answers.values()]
        assert answers == ([text] if text else [])

    sit(story, question, minutes=2, **EXAM)


def test_the_time_ends_an_overview_too(sit):
    async def story(learner):
        await learner.press("down g")
        assert "The time is over." in await learner.wait(121)
        assert [each.text for each in learner.sitting.answers.values()] == ["a"]

    sit(story, "tea-plant", minutes=2, **EXAM)


def test_a_click_on_a_key_presses_it(sit):
    async def story(learner):
        shown = await learner.seen()
        line = next(line for line in shown.split("\n") if "s skip" in line)
        column = line.index("s skip") - learner.app.screen.query_one(Foot).region.x
        assert "Skipped." in await learner.click(Foot, offset=(column, 0))

    sit(story, size=(120, 24))


def test_however_narrow_the_way_to_the_help_is_shown(sit):
    async def story(learner):
        shown = await learner.seen()
        assert "F1 keys" in shown
        assert "F6 flag" not in shown

    sit(story, "ship-name", size=(24, 15))


def test_the_help_names_every_key(sit):
    async def story(learner):
        shown = await learner.press("question_mark")
        for name in ("h, F2", "s, F3", "p, F4", "g, F5", "!, F6", "u, F8", "Ctrl+T, F9", "Ctrl+Q", "Esc"):
            assert name in shown
        assert "From which plant" in await learner.press("q")

    sit(story, size=(100, 60))


def test_what_is_to_be_known_first_is_said(sit):
    async def story(learner):
        assert "An unfinished one is kept." in await learner.seen()

    sit(story, said="An unfinished one is kept.")
