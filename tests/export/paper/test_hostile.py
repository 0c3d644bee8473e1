"""Whatever a bank says is printed as written, or refused by name; never obeyed, never a box."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printed import Printed, paper_of
from quizmill.bank.markup import escape
from quizmill.bank.model import Distractor, MultipleChoice, ShortAnswer
from quizmill.bank.printable import unprintable
from quizmill.compose.exercise import letter
from quizmill.errors import ExportRefused
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.paper.key import answer_key, answer_keys
from quizmill.export.paper.worksheet import worksheet, worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

A4 = WorksheetOptions()


def asked(prompt, **named):
    return paper_of(ShortAnswer(id="odd-one", prompt=prompt, answer="It", **named))


def printed(prompt):
    return Printed(worksheet(asked(prompt), A4)).text


@pytest.mark.parametrize(
    "text",
    [
        '<img src="/etc/passwd"> & <b>bold</b> &amp; &#65; &nbsp;',
        "<a href='http://localhost'>AT&T</a> <para> </para> <font size=99> <br/> <unknown",
        "%(name)s {braces} [sound:x] $tex$ \\( ]]> <!-- --> <?x?>",
        "a_b*c ~ ^ | «quoted» „quoted“ – — … ½ 3×4 ≤ 5 → ✓ ☐ ★ ₂ π ё ő",
        "Émile paid ¥5, €6 and £7 to 雷军 (Lei Jun) for あア「」，。",
    ],
)
def test_text_is_printed_as_written(text):
    assert text in printed(text)


def test_every_field_goes_through_the_same_door():
    evil = "<img src='/etc/passwd'> & <b>"
    question = MultipleChoice(
        id="q",
        prompt=evil,
        answer=evil + "1",
        distractors=(Distractor(text=evil + "2", why=evil),),
        explanation=evil,
        context=evil,
    )
    paper = paper_of(question, title=evil)

    assert Printed(worksheet(paper, A4)).text.count("<img src='/etc/passwd'> & <b>") >= 5
    assert Printed(answer_key(paper, A4)).text.count("<img src='/etc/passwd'> & <b>") >= 6
    assert Printed(flashcards(paper, FlashcardOptions()).data).text.count("<b>") >= 5


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("party 🎉", "U+1F389 PARTY POPPER is in none of the fonts; write it another way"),
        ("한", "U+D55C HANGUL SYLLABLE HAN is in none of the fonts; write it another way"),
        (
            "שלום",
            "U+05E9 HEBREW LETTER SHIN is of a script written from right to left, "
            "which cannot be printed yet",
        ),
        (
            "م",
            "U+0645 ARABIC LETTER MEEM is of a script written from right to left, "
            "which cannot be printed yet",
        ),
        (
            "क",
            "U+0915 DEVANAGARI LETTER KA is of a script whose letters change with their neighbours, "
            "which cannot be printed yet",
        ),
        (
            "a\u202eb",
            "U+202E RIGHT-TO-LEFT OVERRIDE turns the direction of the text unseen; remove it",
        ),
        ("a\x07b", "U+0007 is a control character or none at all; remove it"),
    ],
)
def test_a_character_that_cannot_be_printed_is_named_with_its_question(text, reason):
    with pytest.raises(ExportRefused) as refused:
        printed(text)

    assert refused.value.reasons[0] == f"odd-one: {reason}"


def test_every_refusal_is_told_at_once():
    paper = paper_of(
        ShortAnswer(id="one", prompt="🎉🎉 and 🎂", answer="x"),
        ShortAnswer(id="two", prompt="🎉", answer="x"),
        title="שלום",
    )
    with pytest.raises(ExportRefused) as refused:
        worksheet(paper, A4)

    assert [reason.split(" ")[:2] for reason in refused.value.reasons] == [
        ["the", "title:"],
        ["the", "title:"],
        ["the", "title:"],
        ["the", "title:"],
        ["one:", "U+1F389"],
        ["one:", "U+1F382"],
        ["two:", "U+1F389"],
    ]


def test_what_is_not_printed_is_not_refused():
    assert "Which?" in Printed(worksheet(asked("Which?", hint="🎉", tags=("🎉",)), A4)).text


def test_characters_without_a_look_are_left_out_and_combining_marks_are_composed():
    assert "Café au lait" in printed("\ufeffCa\u200bfe\u0301 a\u00adu la\u200dit")


def test_a_line_break_is_a_line_break():
    found = Printed(worksheet(asked("above\nbelow"), A4))

    assert found.place_of("above")[2] > found.place_of("below")[4]


@pytest.mark.parametrize("length", [5_000, 40_000])
def test_a_prompt_longer_than_the_page_goes_on_over_it(length):
    found = Printed(worksheet(asked("word " * (length // 5) + "end"), A4))

    assert found.text.count("word") == length // 5
    assert "end" in found.text
    assert all(min(found.ink(page)) > 30 for page in range(len(found.pages)))


@pytest.mark.parametrize(
    "looks", [{}, {"columns": 2}, {"large_print": True}, {"size": "letter", "columns": 2}]
)
def test_five_thousand_characters_and_forty_options_are_all_there_in_order(looks):
    wrong = tuple(
        Distractor(text=f"option {number:02} of many words to fill a line") for number in range(1, 40)
    )
    question = MultipleChoice(
        id="q",
        prompt="word " * 1_000 + "end",
        answer="option 00 of many words to fill a line",
        distractors=wrong,
    )
    paper = paper_of(question)
    found = Printed(worksheet(paper, WorksheetOptions(**looks)))

    assert found.text.count("word ") >= 1_000
    at = found.text.index("end")
    for index, option in enumerate(paper.exercises[0].options):
        at = found.text.index(f"{letter(index).upper()}) {option[:9]}", at)
    assert all(min(found.ink(page)) > 30 for page in range(len(found.pages)))
    assert re.search(r"[A-Z]{1,2}\) option 00", Printed(answer_key(paper, A4)).text)


def test_what_cannot_be_printed_is_refused_in_every_form_by_its_question():
    sound, odd = ShortAnswer(id="one", prompt="x", answer="y"), ShortAnswer(id="two", prompt="م", answer="y")
    papers = [paper_of(sound, odd, form=form) for form in "AB"]

    for make in (worksheets, answer_keys):
        with pytest.raises(ExportRefused) as refused:
            make(papers, A4)
        assert [reason[:12] for reason in refused.value.reasons] == ["two: U+0645 "]


@pytest.mark.parametrize("word", ["a" * 3_000, "军" * 1_000, "a军" * 500])
def test_an_unbroken_word_stays_inside_the_margins(word):
    question = MultipleChoice(
        id="q", prompt=word, answer=word + "1", distractors=(Distractor(text=word + "2"),)
    )
    for data in (worksheet(paper_of(question), A4), answer_key(paper_of(question), A4)):
        found = Printed(data)
        assert all(min(found.ink(page)) > 30 for page in range(len(found.pages)))


def test_a_title_longer_than_its_line_is_cut_in_the_running_lines_only():
    asked = [ShortAnswer(id=f"q{number}", prompt="Which?", answer="x") for number in range(20)]
    paper = paper_of(*asked, title="A long title " * 40)
    found = Printed(worksheet(paper, A4))

    assert found.pages[0].count("A long title") == 40
    assert "… Name" in found.pages[1]
    assert f"Form A · paper {paper.fingerprint} continues" in found.pages[1]
    assert min(found.ink(0)) > 30


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_any_text_is_printed_or_refused_by_name(text):
    refused = unprintable(text)
    if not refused:
        assert Printed(worksheet(asked(escape(text)), A4)).pages
        return
    with pytest.raises(ExportRefused) as told:
        worksheet(asked(escape(text)), A4)
    assert told.value.reasons == tuple(f"odd-one: {reason}" for reason in refused)
