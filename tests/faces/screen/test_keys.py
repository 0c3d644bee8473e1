"""Keys, as the learner's keyboard has them."""

from __future__ import annotations

import pytest

from quizmill.faces.screen.keys import key_name, shown
from quizmill.words import words_in


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Ctrl+S", "Enter", "PgDn", "Esc", "F7", "i"]),
        ("de", ["Strg+S", "Enter", "Bild↓", "Esc", "F7", "i"]),
        ("fr", ["Ctrl+S", "Entrée", "Pg suiv", "Échap", "F7", "i"]),
    ],
)
def test_a_key_is_called_as_on_the_keyboards_of_the_language(language, names):
    words = words_in(language)

    assert [key_name(key, words) for key in ("Ctrl+S", "Enter", "PgDn", "Esc", "F7", "i")] == names


def test_the_foot_shows_them_so():
    assert shown(["skip", "app.quit_quiz"], words_in("de"), typing=True) == [
        ("F3", "auslassen", "skip"),
        ("Strg+Q", "beenden", "app.quit_quiz"),
    ]
