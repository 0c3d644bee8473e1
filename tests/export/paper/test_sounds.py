"""A sound on paper: the sheet says what is to be played, the key and the card's back what is heard."""

from __future__ import annotations

import pytest

from printed import Printed, paper_of
from quizmill.bank.model import Audio, ShortAnswer
from quizmill.errors import ExportRefused
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.paper.key import answer_key, answer_keys
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions

A4 = WorksheetOptions()
HEARD = Audio(
    file="sounds/two_*teas*.mp3",
    transcript="A: *Two* green teas, please.\n\nB: Here you are.\n\n- clink\n- clink",
    credit="Ann <CC BY 4.0>",
)
ORDER = ShortAnswer(
    id="order",
    context="In a shop.",
    prompt="What does she order?",
    answer="two teas",
    explanation="Listen.",
    audio=HEARD,
)
SAID = "What is said (sounds/two_*teas*.mp3): A: Two green teas, please. B: Here you are. • clink • clink"


def test_the_sheet_says_which_file_is_to_be_played_and_nothing_of_what_is_said():
    text = Printed(worksheet(paper_of(ORDER), A4)).text

    assert "What does she order? Sound, to be played: sounds/two_*teas*.mp3" in text
    assert "please" not in text
    assert "Ann" not in text


def test_the_key_has_what_is_said_and_whose_it_is_before_why():
    assert f"two teas {SAID} Ann <CC BY 4.0> Why: Listen." in Printed(answer_key(paper_of(ORDER), A4)).text


def test_so_has_the_guide_of_several_forms():
    papers = [paper_of(ORDER, form=form) for form in "AB"]

    assert Printed(answer_keys(papers, A4)).text.count(SAID) == 1


def test_a_card_asks_for_it_in_front_and_has_what_is_said_on_its_back():
    front, back = Printed(flashcards(paper_of(ORDER), FlashcardOptions()).data).pages

    assert "In a shop. Sound, to be played: sounds/two_*teas*.mp3 What does she order?" in front
    assert "please" not in front
    assert f"two teas {SAID} Ann <CC BY 4.0> Listen." in back


@pytest.mark.parametrize(
    ("language", "played", "said"),
    [
        ("es", "Audio, para reproducir: tea.mp3", "Lo que se oye (tea.mp3): Tea."),
        ("zh", "录音，请播放：tea.mp3", "录音内容（tea.mp3）： Tea."),
    ],
)
def test_in_other_languages(language, played, said):
    paper = paper_of(
        ShortAnswer(id="q", prompt="Q", answer="a", audio=Audio(file="tea.mp3", transcript="Tea."))
    )
    options = WorksheetOptions(language=language)

    assert played in Printed(worksheet(paper, options)).text
    assert said in Printed(answer_key(paper, options)).text


@pytest.mark.parametrize("field", ["file", "transcript", "credit"])
def test_what_cannot_be_printed_of_it_is_refused_where_it_would_stand(field):
    told = {"file": "a.mp3", "transcript": "T", "credit": "C"} | {field: "שלום"}
    paper = paper_of(ShortAnswer(id="q", prompt="Q", answer="a", audio=Audio(**told)))

    with pytest.raises(ExportRefused):
        answer_key(paper, A4)
    if field == "file":
        with pytest.raises(ExportRefused):
            worksheet(paper, A4)
    else:
        worksheet(paper, A4)
