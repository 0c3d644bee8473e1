"""The page says the program's own words, in the forms of its language."""

from __future__ import annotations

import pytest

from quizmill.export.web.page import script
from quizmill.export.web.payload import words_for
from quizmill.words import languages, words_in
from script_modules import run

SAY = """
const { speaker } = await load("words.js");
return given.said.map((each) => speaker(given.texts, given.language)(...each));
"""


@pytest.mark.parametrize("language", languages())
def test_each_text_is_said_as_the_program_says_it(language):
    words = words_in(language)
    said = [("face.questions", {"n": n}) for n in (0, 1, 2, 1000000)] + [
        ("face.earned", {"verdict": {"key": "verdict.right"}, "earned": 0.5, "n": 1}),
        ("face.earned", {"verdict": {"key": "verdict.right"}, "earned": 2 / 3, "n": 2}),
    ]
    keys = '"face.questions" "face.earned" "verdict.right" "number.decimal"'
    found = run(SAY, {"said": said, "texts": words_for(keys, words), "language": language})

    assert found == [
        *(words("face.questions", n=n) for n in (0, 1, 2, 1000000)),
        words("face.earned", verdict=words("verdict.right"), earned=0.5, n=1),
        words("face.earned", verdict=words("verdict.right"), earned=2 / 3, n=2),
    ]


def test_only_texts_that_the_script_names_are_in_the_page():
    assert list(words_for('say("web.check"); say("no.such")', words_in("de"))) == ["web.check"]


@pytest.mark.parametrize("language", languages())
def test_the_script_names_texts_that_there_are(language):
    assert words_for(script(), words_in(language)).keys() == words_for(script(), words_in("en")).keys()
