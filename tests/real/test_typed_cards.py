"""What a card in Anki says of a typed answer, beside what the marker says: right, or nothing."""

from __future__ import annotations

import pytest

pytest.importorskip("anki")

from anki_decks import bank_of, release
from anki_learner import Learner
from anki_screen import Desktop, read, sides
from marked_rows import rows
from quizmill.bank.model import Cloze
from quizmill.words import words_in

ROWS = tuple(row for row in rows("seen") if not isinstance(row.question, Cloze))  # it is not typed in Anki


@pytest.fixture(scope="module")
def said(browser, tmp_path_factory):
    """Whether the card said "Right", by row; each language is a bank of its own."""
    learner = Learner(tmp_path_factory.mktemp("anki"))
    for language in dict.fromkeys(row.language for row in ROWS):
        questions = {row.question.id: row.question for row in ROWS if row.language == language}
        bank = bank_of(*questions.values(), namespace=f"rows-{language}", language=language)
        learner.imports(release(bank))
    screen = Desktop(browser)
    found = [
        _says(screen, learner.note(row.question.id, f"rows-{row.language}"), row.typed, row.language)
        for row in ROWS
    ]
    learner.col.close()
    return found


def _says(screen, note, typed, language):
    (card,) = note.cards()
    front, back = sides(card, typed)
    screen.show(front)
    screen.browser.click("#typeans")
    screen.browser.type(typed)
    screen.show(back)
    outcome = read(screen.browser, ".outcome")
    assert outcome in ([], [f"✓ {words_in(language)('anki.right_is')} {typed.strip()}"])
    return bool(outcome)


def test_a_card_never_calls_right_what_is_not(said):
    assert len(ROWS) >= 300
    assert [row for row, right in zip(ROWS, said, strict=True) if right and row.verdict != "right"] == []


def test_a_card_knows_nearly_all_that_is_right(said):
    """What it does not know it leaves to the learner: slips, and numbers or times in words."""
    right = [known for row, known in zip(ROWS, said, strict=True) if row.verdict == "right"]

    assert sum(right) / len(right) >= 0.75
