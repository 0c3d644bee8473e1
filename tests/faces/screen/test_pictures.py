"""A key opens the picture of a question, which the screen shows in words."""

from __future__ import annotations

import samples
from quizmill.faces.viewing import Viewed

TOPICS = {"topics": {"tea": samples.TOPIC + "    image: {file: img/leaf.png, alt: A leaf}\n"}}


def test_the_key_is_shown_and_says_what_was_opened(sit):
    asked = []

    def viewer(file):
        asked.append(file)
        return Viewed("opened", f"/bank/{file}")

    async def story(learner):
        shown = await learner.seen()
        assert "picture" in shown
        shown = await learner.press("f12")
        assert "The picture is opened: /bank/img/leaf.png" in shown.replace("\n", " ")
        await learner.press("f12")
        assert asked == ["img/leaf.png"] * 2

    sit(story, "tea-essay", viewer=viewer, **TOPICS)


def test_without_a_screen_or_a_bank_the_file_is_told(sit):
    async def story(learner):
        assert "There is no such picture here: img/leaf.png" in await learner.press("f12")

    sit(story, "tea-essay", **TOPICS)


def test_where_there_is_no_picture_the_key_is_not_shown(sit):
    async def story(learner):
        assert "picture" not in await learner.seen()
        assert "This question has no picture." in await learner.press("v")

    sit(story)
