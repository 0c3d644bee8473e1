"""The screen in other languages than English: what is said, and that wide characters leave it in order."""

from __future__ import annotations

import re

import pytest

from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.signs import SYMBOLS
from quizmill.faces.text import cells

SPANISH, CHINESE, GERMAN, FRENCH = (Pen(SYMBOLS, language=code) for code in ("es", "zh", "de", "fr"))


@pytest.mark.parametrize(
    ("pen", "options", "marked"),
    [
        (SPANISH, ("t. Verdadero", "f. Falso"), "f. Falso  ✓ correcta"),
        (CHINESE, ("t. 对", "f. 错"), "f. 错  ✓ 正确"),
        (GERMAN, ("t. Richtig", "f. Falsch"), "f. Falsch  ✓ richtig"),
        (FRENCH, ("t. Vrai", "f. Faux"), "f. Faux  ✓ juste"),
    ],
)
def test_true_and_false_are_said_in_the_language_and_chosen_by_the_same_letters(sit, pen, options, marked):
    async def story(learner):
        shown = await learner.seen()
        assert all(option in shown for option in options)
        assert marked in await learner.press("t")

    sit(story, "tea-herbs", pen=pen)


@pytest.mark.parametrize(
    ("pen", "unsaid", "said"),
    [(SPANISH, "☐ ?  1.", "☑ sí 1."), (CHINESE, "☐ ?  1.", "☑ 是 1."), (GERMAN, "☐ ?    1.", "☑ ja   1.")],
)
def test_what_an_essay_names_is_said_in_the_language_in_one_column(sit, pen, unsaid, said):
    async def story(learner):
        await learner.type("Tea")
        assert unsaid in await learner.press("ctrl+s")
        assert said in await learner.press("y")

    sit(story, "tea-essay", pen=pen)


@pytest.mark.parametrize("pen", [SPANISH, CHINESE, GERMAN, FRENCH])
def test_all_keys_stand_below_a_question_on_a_screen_of_80_columns(sit, pen):
    async def story(learner):
        foot = "\n".join((await learner.seen()).splitlines()[-2:])
        commands = "hint skip back flag undo go_to help quit_quiz".split()
        assert [name for name in commands if pen.words(f"screen.command.{name}") not in foot] == []

    sit(story, "tea-plant", pen=pen)


@pytest.mark.parametrize("pen", [SPANISH, CHINESE, GERMAN, FRENCH])
def test_on_the_page_of_all_keys_what_they_do_stands_in_one_column(sit, pen):
    async def story(learner):
        lines = (await learner.press("question_mark")).splitlines()
        labels = [match[0] for line in lines if (match := re.match(r"  \S.*?  +(?=\S)", line))]
        assert len(labels) > 10
        assert {cells(label) for label in labels} == {23}

    sit(story, "tea-plant", pen=pen)
