"""What a hurried marker types, and what a spreadsheet makes of it, is read as meant, or named."""

from __future__ import annotations

import pytest

from printed import paper_of
from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Point,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise
from quizmill.grade import Misread, Verdict
from quizmill.grade.on_paper import read_copied
from quizmill.grade.spreadsheet_cells import may_have_lost, meant_by
from quizmill.words import languages, words_in

WRONG = tuple(Distractor(text=text) for text in ("Ilex", "Mentha", "Rosa"))
ONE = MultipleChoice(id="q", prompt="Which?", answer="Camellia", distractors=WRONG)
SOME = MultipleResponse(id="q", prompt="Which?", answers=("Camellia", "Thea"), distractors=WRONG)
TRUTH = TrueFalse(id="q", prompt="Tea is a herb.", answer=False)
TEXT = ShortAnswer(id="q", prompt="Which ship?", answer="Cutty Sark")
COUNT = Numerical(id="q", prompt="How many?", answer="12")
GAP = Cloze(id="q", text="It sailed in {{1869}} from {{London}}.")
PAIRS = Matching(id="q", prompt="Which?", pairs=(("one", "uno"), ("two", "dos"), ("three", "tres")))
STEPS = Ordering(id="q", prompt="Order?", sequence=("Pluck", "Roll", "Dry"))
ESSAY = Essay(id="q", prompt="Why?", points=(Point(point="Speed"),), marks=4)


def read(question, text, language="en"):
    return read_copied(paper_of(question).exercises[0], text, language=language)


def became(question, text, language="en"):
    """The verdict, or that the cell is named for the teacher to look at."""
    found = read(question, text, language)
    return "named" if isinstance(found, Misread) else found.mark.verdict.value


@pytest.mark.parametrize(
    "text", ["-", "–", "--", "_", "?", "??", "x", "X", "n/a", "N/A", "na", "0", ".", "/"]
)
@pytest.mark.parametrize(
    "question", [ONE, SOME, TRUTH, TEXT, GAP, PAIRS, STEPS], ids=lambda question: type(question).__name__
)
def test_what_stands_for_nothing_is_no_answer(question, text):
    assert became(question, text) == "skipped"


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        (COUNT, "0", "wrong"),
        (COUNT, "x", "skipped"),
        (Numerical(id="q", prompt="How many?", answer="0"), "0", "right"),
        (ESSAY, "0", "wrong"),
        (ESSAY, "-", "skipped"),
        (ESSAY, "x", "skipped"),
        (ShortAnswer(id="q", prompt="Which letter?", answer="x"), "x", "right"),
        (ShortAnswer(id="q", prompt="Which metal?", answer="Na"), "na", "right"),
        (GAP, "1869 | -", "partial"),
        (GAP, "? | n/a", "skipped"),
        (STEPS, "x ? 0", "skipped"),
    ],
)
def test_what_is_an_answer_itself_is_one(question, text, verdict):
    assert became(question, text) == verdict


def test_an_empty_box_goes_by_many_signs():
    assert read(STEPS, "1 x 3").mark == read(STEPS, "1?3").mark == read(STEPS, "1 - 3").mark


def test_an_empty_blank_is_nobodys_wrong_answer():
    assert read(GAP, "1869 | ?").response.texts == ("1869", "")


@pytest.mark.parametrize(
    ("question", "text", "picks"),
    [
        (ONE, "ab", (0, 1)),
        (ONE, "B D", (1, 3)),
        (ONE, "c/a", (0, 2)),
        (ONE, "a, b und d", (0, 1, 3)),
        (TRUTH, "tf", (0, 1)),
    ],
)
def test_several_options_where_one_is_asked_are_wrong_and_say_why(question, text, picks):
    found = read(question, text)

    assert (found.mark.verdict, found.mark.earned, found.response.picks) == (Verdict.WRONG, 0, picks)
    assert [reason.key for reason in found.mark.reasons] == ["fault.one_option"]


@pytest.mark.parametrize("text", ["ae", "aa", "abz", "bad"])
def test_letters_that_are_no_options_are_named(text):
    assert became(ONE, text) == ("wrong" if text == "bad" else "named")


# What LibreOffice 7.4 saved as CSV of what was typed: in American, British and German English
LIBRE_OFFICE = """\
August 2004|08/01/2004|01/08/2004|01.08.2004
Aug 2004|08/01/2004|01/08/2004|01.08.2004
16 December 1969|16 December 1969|16/12/1969|16 December 1969
16.12.1969|16.12.1969|16.12.1969|16.12.1969
16/12/1969|16/12/1969|16/12/1969|16/12/1969
12/16/1969|12/16/1969|12/16/1969|12/16/1969
1969-12-16|1969-12-16|1969-12-16|1969-12-16
December 16, 1969|12/16/1969|December 16, 1969|December 16, 1969
16. Dezember 1969|16. Dezember 1969|16. Dezember 1969|16.12.1969
16 December|16 December|16/12/2026|16 December
1/2|01/02/2026|01/02/2026|1/2
3/4|03/04/2026|03/04/2026|3/4
1-2|1-2|01/02/2026|1-2
1,234|1234|1234|1,234
1.234|1.234|1.234|1234
200000000000|200000000000|200000000000|200000000000
200000000000000000000|2E+020|2E+020|2E+020
2e11|200000000000|200000000000|200000000000
75%|75%|75%|75%
1:30|01:30:00 AM|01:30:00|01:30:00
10:30|10:30:00 AM|10:30:00|10:30:00
2:1|02:01:00 AM|02:01:00|02:01:00
007|7|7|7
1.10|1.1|1.1|1.10
+5|5|5|5
1E5|100000|100000|100000
1.2.3|1.2.3|1.2.3|01.02.2003
May 4|05/04/2026|01/05/2004|May 4
4 May|4 May|04/05/2026|4 May
1 1/2|1.5|1.5|1,5
½|½|½|½
2004|2004|2004|2004
"""


@pytest.mark.parametrize("line", LIBRE_OFFICE.splitlines())
def test_a_right_answer_typed_in_libreoffice_comes_back_right_or_is_named(line):
    key, *cells = line.split("|")
    for question in (
        ShortAnswer(id="q", prompt="Which?", answer=key),
        Numerical(id="q", prompt="?", answer=key),
    ):
        exercise = Exercise(question=question, topic="t", topic_title="T")
        verdicts = {
            "named" if isinstance(found := read_copied(exercise, cell), Misread) else found.mark.verdict.value
            for cell in cells
        }
        if became(question, key) == "right":
            assert verdicts <= {"right", "named"}


@pytest.mark.parametrize(
    ("key", "cell", "verdict"),
    [
        ("August 2004", "Aug-04", "right"),
        ("3/4", "03/04/26", "named"),  # typed in LibreOffice in 2026
        ("1-2", "01/02/26", "named"),
        ("1.2.3", "2003-02-01", "named"),
        ("1/5", "03/04/26", "wrong"),
        ("August 2004", "ago-04", "right"),
        ("August 2004", "Sep-04", "wrong"),
        ("August 2004", "08/01/2004", "named"),
        ("August 2004", "09/01/2004", "wrong"),
        ("16 December 1969", "16-Dec-69", "right"),
        ("16 December 1969", "16. Dez 69", "right"),
        ("16 December 1969", "15-Dec-69", "wrong"),
        ("16 December 2012", "16-Dec-12", "right"),
        ("1/2", "2-Jan", "named"),
        ("13:30", "01:30:00 PM", "right"),
        ("200 billion", "2E+11", "right"),
        ("201 billion", "2E+11", "named"),
        ("300 billion", "2E+11", "wrong"),
        ("Cutty Sark", "08/01/2004", "wrong"),
        ("Cutty Sark", "Thermopylae", "wrong"),
    ],
)
def test_what_excel_shows_is_read_where_it_means_one_thing(key, cell, verdict):
    assert became(ShortAnswer(id="q", prompt="When?", answer=key), cell) == verdict


def test_what_is_read_stays_as_it_was_typed():
    assert read(ShortAnswer(id="q", prompt="When?", answer="August 2004"), "Aug-04").text == "Aug-04"


def test_a_cell_may_have_been_several_things():
    assert meant_by("13/01/2004")[:2] == ("13 January 2004", "13 January")
    assert meant_by("2004-08-01")[:3] == ("1 August 2004", "1 August", "August 2004")
    assert meant_by("Xyz-04") == meant_by("17 Foo") == meant_by("tea") == ()
    assert may_have_lost("2E+11", "tea") is False


@pytest.mark.parametrize("language", languages())
def test_true_and_false_are_read_as_the_sheet_says_them_and_by_their_first_letters(language):
    words = words_in(language)
    true, false = words("sheet.true"), words("sheet.false")

    assert {became(TRUTH, cell) for cell in (true, true[0], true.upper(), f"{true}.")} == {"wrong"}
    assert {became(TRUTH, cell) for cell in (false, false[0], false.upper(), f"({false[0]})")} == {"right"}
    assert became(TRUTH, true[0] + false[0]) == "wrong"


@pytest.mark.parametrize(
    ("text", "language", "verdict"),
    [
        ("w", "de", "wrong"),
        ("W", "de-AT", "wrong"),
        ("wahr", "de", "wrong"),
        ("w", "en", "named"),  # it may stand for wrong
        ("w", "fr", "named"),
        ("w f", "de", "wrong"),
        ("✓", "zh", "wrong"),
        ("×", "zh", "right"),
        ("✗", "en", "right"),
    ],
)
def test_a_letter_that_is_of_both_in_some_language_is_read_where_it_is_of_one(text, language, verdict):
    assert became(TRUTH, text, language) == verdict
