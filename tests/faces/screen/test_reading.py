"""What there is to know, read on the whole screen."""

from __future__ import annotations

import asyncio

import pytest

import samples
from faces.screen.conftest import Learner, running
from quizmill.compose.study import study
from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.reading import ReadingApp
from quizmill.faces.screen.signs import ASCII, SYMBOLS

LONG = "Word " * 200
TEA = samples.TOPIC.replace(
    "title: Tea\n",
    "title: Tea\nlearn:\n  - {text: Every *true* tea comes from one plant., facts: [tea-book/leaf]}\n"
    f"  - {{text: {LONG.strip()}., facts: [tea-book/clipper, tea-book/cargo]}}\n",
)
SEA = """\
title: "[red]The sea[/]"
learn:
  - {text: "The sea is [b]salt.", facts: [tea-book/clipper]}
questions: []
"""
DOUBTED = samples.SOURCE.replace("    about: cutty", "    doubt: Others say 1870.\n    about: cutty")


@pytest.fixture
def read(tmp_path):
    """Runs a story: one learner reading the topics."""

    def run(story, *topics: str, size=(80, 24), pen=None):
        bank = samples.load(tmp_path, tea=TEA, sea=SEA, source=DOUBTED).bank
        app = ReadingApp(study(bank, topics), pen or Pen(SYMBOLS))

        async def told() -> None:
            async with running(app, size) as pilot:
                await story(Learner(app, pilot, None))

        asyncio.run(told())

    return run


def test_topics_are_listed_with_how_long_they_take_and_one_is_chosen(read):
    async def story(learner):
        assert await learner.seen() == "\n".join(
            (
                " Tea and the sea",
                "",
                "   1. [red]The sea[/] · 1 minute",
                "   2. Tea · 1 minute",
                *[""] * 19,
                " Enter read  q leave",
            )
        )
        shown = await learner.press("down enter")
        assert "\n Every true tea comes from one plant.\n   Source: The Tea Book, paragraph 2\n" in shown
        assert shown.endswith(" Space read on  p topic before  q topics")

    read(story)


def test_a_long_one_is_read_page_by_page_and_ends_with_how_one_is_asked(read):
    async def story(learner):
        assert "quizmill quiz" not in await learner.press("down enter")
        shown = await learner.press("space space")
        assert "   Source: The Tea Book, paragraphs 3, 4\n" in shown
        assert "\n quizmill quiz --topic tea asks about it.\n" in shown

    read(story)


def test_at_its_end_one_reads_on_in_the_next(read):
    async def story(learner):
        assert "The sea is [b]salt." in await learner.press("enter")
        assert "(In doubt: Others say 1870.)" in await learner.seen()
        assert "Every true tea" in await learner.press("space")
        assert "The sea is" in await learner.press("p")
        assert "The sea is" in await learner.press("p")
        assert "Every true tea" in await learner.press("right")
        assert "Every true tea" in await learner.press("n")
        await learner.press("q")
        assert learner.app.screen.query_one("#list").highlighted == 1
        await learner.press("q")
        assert not learner.app.is_running

    read(story)


def test_a_single_topic_is_at_once_there_and_left(read):
    async def story(learner):
        shown = await learner.seen()
        assert shown.startswith("\n Tea\n\n Every true tea")
        assert shown.endswith(" Space read on  q leave")
        await learner.press("q")
        assert not learner.app.is_running

    read(story, "tea")


def test_in_another_language_and_in_ascii(read):
    async def story(learner):
        assert "   2. Tea - 1 Minute" in await learner.seen()
        assert " Enter lesen  q " in await learner.seen()

    read(story, pen=Pen(ASCII, "ascii", "de"))


def test_the_list_can_be_clicked(read):
    async def story(learner):
        assert "Every true tea" in await learner.click("#list", offset=(6, 1))
        shown = await learner.click("Foot", offset=(16, 0))
        assert "The sea is" in shown

    read(story)
