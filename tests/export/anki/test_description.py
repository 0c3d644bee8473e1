"""What a deck says of itself in Anki: no more than is so."""

import re

import pytest

from anki_decks import NINE, bank_of, reworded
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.model import Essay, Point
from quizmill.export.anki.description import description

PLANT = reworded(NINE[0], facts=("tea-book/leaf",), explanation="One plant only.")
BARE = reworded(PLANT, id="bare", facts=(), explanation="")
REASONED = reworded(PLANT, id="reasoned", facts=())
EVIDENCED = Essay(id="why", prompt="Why?", points=(Point(point="Taste", facts=("tea-book/leaf",)),))


def words(bank, count=None):
    """The description without its markup."""
    asked = sum(1 for _ in bank.questions())
    return re.sub("<[^>]*>", "", description(bank, asked if count is None else count))


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        ((PLANT,), "1 question with answer, reason and source."),
        ((BARE,), "1 question with answer."),
        ((PLANT, reworded(PLANT, id="other")), "2 questions with answer, reason and source."),
        ((BARE, reworded(BARE, id="other")), "2 questions with answer."),
        ((REASONED, reworded(REASONED, id="other")), "2 questions with answer and reason."),
        ((REASONED, BARE), "2 questions with answer, some also with reason."),
        ((PLANT, REASONED), "2 questions with answer and reason, some also with source."),
        ((EVIDENCED, BARE, REASONED), "3 questions with answer, some also with reason and source."),
    ],
)
def test_it_promises_what_the_questions_have(questions, said):
    assert words(bank_of(*questions)).startswith(f"Tea and the sea: {said} ")


def test_it_counts_the_questions_of_the_deck():
    assert words(bank_of(REASONED, BARE), 1).startswith("Tea and the sea: 1 question with answer. ")
    assert words(bank_of(PLANT), 0).startswith("Tea and the sea: 0 questions. ")


def test_it_tells_how_to_choose_only_where_there_are_options():
    new_order = "Options come in a new order each time: click or tap the one you choose"

    assert new_order in words(bank_of(NINE[0]))
    assert new_order in words(bank_of(NINE[1]))
    for fixed in (NINE[2], reworded(NINE[0], shuffle=False)):
        assert new_order not in words(bank_of(fixed))
        assert "Click or tap the option you choose, or press Alt and its number." in words(bank_of(fixed))
    assert "tap" not in words(bank_of(NINE[3]))


def test_it_speaks_of_blanks_only_where_there_are_some():
    assert "If a blank was added or removed, Tools › Empty Cards tidies up." in words(bank_of(NINE[5]))
    assert "blank" not in words(bank_of(NINE[0]))


def test_it_is_one_line_because_anki_shows_every_break():
    assert "\n" not in description(bank_of(*NINE, description="One.\nTwo."), 9)


def test_it_says_in_three_lines_what_becomes_of_what_is_a_learners_own():
    _, *own = description(bank_of(NINE[0]), 1).split("<li>")

    assert [re.sub("<[^>]*>", "", line).strip() for line in own] == [
        "When a new release comes out, import its file over this deck (File › Import, “Update notes: If "
        "newer”). Your reviews and flags stay, and so do your edits and tags, but a question that was "
        "changed or withdrawn comes as released: mark cards with flags, and keep notes of your own in a note "
        "of your own.",
        "A correction misses a card that you have edited or tagged since the day of the release; “Update "
        "notes: Always”, once, brings it in place of your edits. Withdrawn questions say so: search for "
        "tag:quizmill::withdrawn to delete them.",
        "Do not rename this deck or put it under another: its decks would come again beside it. Whoever adds "
        "or removes fields of the note types gets updates with “Merge note types” and “Update notes: Always” "
        "alone.",
    ]


def test_the_shipped_deck_has_all_of_it():
    said = words(load_bank(shipped_bank()).bank)

    assert " questions with answer, reason and source. " in said
    assert "new order" in said
    assert "Empty Cards" in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Tea and the sea: 2 Fragen mit Antwort und Begründung, einige auch mit Quelle. "),
        ("es-MX", "Tea and the sea: 2 preguntas con respuesta y explicación; algunas, también con fuente. "),
        (
            "fr",
            "Tea and the sea\u202f: 2 questions avec réponse et explication, certaines aussi avec source. ",
        ),
        ("zh-Hans", "Tea and the sea：共 2 题，附答案和解析，部分题目还附出处。"),
        ("tlh", "Tea and the sea: 2 questions with answer and reason, some also with source. "),
    ],
)
def test_it_speaks_the_banks_language_or_else_english(language, said):
    assert words(bank_of(PLANT, REASONED, language=language)).startswith(said)


def test_hostile_titles_are_shown_as_written():
    assert "&lt;b&gt;" in description(bank_of(PLANT, title="<b>"), 1)


def test_it_says_so_when_there_are_cards_to_be_read():
    said = "Before the questions of a topic comes a card to be read"

    assert said in description(bank_of(PLANT), 1, 1)
    assert said not in description(bank_of(PLANT), 1)
