"""What the preview shows as a card is what the real Anki shows."""

from __future__ import annotations

import re

import pytest

from anki_decks import FIRST, NINE, bank_of, date, posed
from quizmill.app.pictures import pictures
from quizmill.app.sounds import sounds
from quizmill.export.anki.release import AnkiOptions, export_anki
from quizmill.export.anki.rendered import rendered
from web_pages import rich_bank

pytest.importorskip("anki")

from anki_learner import Learner
from anki_screen import sides

STYLE = re.compile(r"\A<style>(.*?)</style>", re.DOTALL)
NAMED = re.compile(r' data-sound="[^"]*"')  # for the preview's own button


@pytest.mark.parametrize("what", ["the nine kinds", "all that a text may hold"])
def test_each_side_of_each_card_is_that_of_anki(tmp_path, what):
    bank, media = bank_of(*NINE), {}
    if what != "the nine kinds":
        loaded = rich_bank(tmp_path)
        bank, exercises = loaded.bank, posed(loaded.bank)
        media = pictures(loaded.folder, exercises) | sounds(loaded.folder, exercises)
    exercises = posed(bank)
    learner = Learner(tmp_path / "anki")
    learner.imports(export_anki(bank, exercises, AnkiOptions(released=FIRST), media=media))
    compared = 0
    for exercise in exercises:
        made = rendered(bank, exercise, media, date(FIRST))
        cards = learner.col.get_note(*learner.col.find_notes(f"Id:{exercise.id}")).cards()
        assert len(made.cards) == len(cards)
        for ours, theirs in zip(made.cards, cards, strict=True):
            front, back = sides(theirs)
            assert STYLE.match(front)[1] == made.style
            assert NAMED.sub("", ours.front).strip() == STYLE.sub("", front).strip()
            assert NAMED.sub("", ours.back).strip() == STYLE.sub("", back).strip()
            compared += 2
    learner.col.close()

    assert compared >= 2 * len(exercises)
