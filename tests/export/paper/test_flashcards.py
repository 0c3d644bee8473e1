"""Flashcards: eight to a page, each back behind its front."""

from __future__ import annotations

import pytest

from printed import Printed, paper_of
from quizmill.bank.model import Matching, ShortAnswer
from quizmill.export.flashcards import FlashcardOptions, flashcards


def cards(paper, **options):
    return Printed(flashcards(paper, FlashcardOptions(**options)).data)


def test_fronts_come_first_and_their_backs_on_the_page_behind(sample):
    pages = cards(sample).pages

    assert len(pages) == 4
    assert "From which plant is every true tea made? A) " in pages[0]
    assert "Camellia sinensis Green, black and white tea differ" in pages[1]
    assert "The Tea Book, paragraph 2" in pages[1]
    assert "Why could a fast ship" in pages[2]
    assert "• Tea loses flavour at sea" in pages[3]


def test_a_front_shows_no_answer_of_an_open_question(sample):
    found = cards(sample).pages

    for secret in ("Cutty Sark", "¥9,000", "Greenwich", "first tea"):
        assert secret not in found[0]
        assert secret not in found[2]


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_turned_over_the_long_edge_a_back_lies_behind_its_front(size):
    paper = paper_of(*(ShortAnswer(id=f"n-{i}", prompt=f"f{i}", answer=f"b{i}") for i in range(8)))
    found = cards(paper, size=size)
    width = found.sizes[0][0]
    step = (width - 2 * 28.35) / 2

    for i in range(8):
        front, back = found.place_of(f"f{i}"), found.place_of(f"b{i}")
        assert (front[0], back[0]) == (0, 1)
        # Seen through the paper, the back's left edge is where the front's right edge is: same card.
        column = round((front[1] - 42.5) / step)
        assert front[1] == pytest.approx(42.5 + column * step, abs=1.4)
        assert back[1] == pytest.approx(42.5 + (1 - column) * step, abs=1.4)
        assert (front[2] + front[4]) / 2 == pytest.approx((back[2] + back[4]) / 2, abs=1.4)


def test_turned_over_the_short_edge_rows_change_places():
    paper = paper_of(*(ShortAnswer(id=f"n-{i}", prompt=f"f{i}", answer=f"b{i}") for i in range(8)))
    found = cards(paper, flip="short")

    assert found.place_of("f0")[2] > found.place_of("f6")[2]
    assert found.place_of("b0")[2] < found.place_of("b6")[2]
    assert found.place_of("b0")[1] < found.place_of("b1")[1]


def test_crop_marks_stand_where_the_cards_end_on_both_pages_alike(sample):
    found = cards(sample)
    top = [found.picture(page).crop((0, 0, 1190, 44)).tobytes() for page in (0, 1)]

    assert top[0] == top[1]
    assert min(top[0]) < 200


def test_a_matching_front_shows_lefts_and_lettered_rights():
    question = Matching(id="q", prompt="Match.", pairs=(("one", "uno"), ("two", "due")), extra=("tre",))
    front, back = cards(paper_of(question)).pages

    assert "Match. 1. one 2. two A) " in front
    assert "1. one – " in back


def test_a_long_text_shrinks_and_one_too_long_is_cut_and_told():
    fitting = ShortAnswer(id="fits", prompt="word " * 150 + "end", answer="x")
    too_long = ShortAnswer(
        id="too-long", prompt="word " * 2000 + "end", answer="x", explanation="why " * 3000
    )
    made = flashcards(paper_of(fitting, too_long), FlashcardOptions())
    front = Printed(made.data).pages[0]

    assert made.warnings == (
        "too-long: its front is too long for a card; the text is cut",
        "too-long: its back is too long for a card; the text is cut",
    )
    assert front.count("end") == 1
    assert "word…" in front


def test_equal_in_equal_out(sample):
    assert flashcards(sample, FlashcardOptions()) == flashcards(sample, FlashcardOptions())
