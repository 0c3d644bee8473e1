"""The key: the answers at a glance, then why, what tempts, and where it stands."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from printed import Printed, paper_of
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, Distractor, Matching, MultipleChoice, Numerical, Ordering, ShortAnswer
from quizmill.export.paper.key import answer_key, answer_keys
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions

A4 = WorksheetOptions()


@pytest.fixture(scope="module")
def key(sample):
    return Printed(answer_key(sample, A4))


def keyed(*questions):
    return Printed(answer_key(paper_of(*questions), A4)).text


def test_it_carries_the_form_and_fingerprint_of_the_worksheet(sample, key):
    assert key.text.startswith("Answer key: Tea and the sea Form A 9 questions · 10 marks · Form A · paper ")
    assert all(sample.fingerprint in page for page in key.pages)


def test_its_letters_are_those_beside_the_answers_on_the_worksheet():
    options = [f"Option number {word}" for word in ("one", "two", "three", "four", "five")]
    for seed in range(6):
        question = MultipleChoice(
            id="q",
            prompt="Which?",
            answer=options[0],
            distractors=tuple(Distractor(text=o) for o in options[1:]),
        )
        paper = paper_of(question, seed=seed)
        label = re.search(r"([A-E])\) Option number one", Printed(worksheet(paper, A4)).text)[1]
        text = Printed(answer_key(paper, A4)).text

        assert f" 1 {label} 1. Which?" in text
        assert f"{label}) Option number one" in text


@pytest.mark.parametrize(
    "lines",
    [
        "Camellia sinensis Why: Green, black and white tea differ in what is done to the leaf.",
        "What tempts: B (Camellia japonica): It is a garden cousin without tea in its leaves.",
        "Source: The Tea Book, paragraph 2: Every true tea is made from the leaves of one plant.",
        "each right choice earns 1/2 of the marks, each wrong one takes as much away; never below 0.",
        "False. Peppermint is no Camellia, so its tea is an infusion.",
        "Cutty Sark Also right: The Cutty Sark",
        "In (1) _____ the (2) _____ was launched. 1 mark (1) 1869 (2) Cutty Sark",
        "Also right: (2) The Cutty Sark Partly right: each right blank earns 1/2 of the marks.",
        "Her first cargo was worth ¥9,000 by the book's own reckoning. (As of 1870.)",
        "1. Pluck 2. Wither 3. Roll 4. Oxidise 5. Dry Boxes from the top: ",
        "• The first tea of a season sold for more • Tea loses flavour at sea",
        "Why: Rooibos & Mate come from other plants <b>altogether</b>.",
        "Documents The Tea Book: A Short Book of Tea",
    ],
)
def test_every_answer_has_its_reasons_and_its_source(key, lines):
    assert lines in key.text


def test_prompts_stand_in_the_order_of_the_worksheet(sample, key):
    places = [key.text.index(plain(e.prompt)) for e in sample.exercises if e.kind != "cloze"]

    assert places == sorted(places)


def test_the_boxes_of_an_ordering_are_keyed_from_the_top():
    paper = paper_of(Ordering(id="q", prompt="Order.", sequence=("first", "second", "third", "fourth")))
    shown = paper.exercises[0].options
    right = " ".join(str(("first", "second", "third", "fourth").index(step) + 1) for step in shown)

    assert f"Boxes from the top: {right} " in Printed(answer_key(paper, A4)).text


def test_a_number_is_keyed_with_its_unit_once_and_with_its_tolerance():
    assert "700 TOPS Also right: anything within 5% of it" in keyed(
        Numerical(id="q", prompt="How fast?", answer="700", unit="TOPS", tolerance="5%")
    )
    assert "¥9,000 yuan" not in keyed(Numerical(id="q", prompt="How much?", answer="¥9,000", unit="yuan"))
    assert "Also right" not in keyed(Numerical(id="q", prompt="How much?", answer="9", tolerance="0.0"))


def test_a_blank_on_its_own_has_no_number():
    assert "In _____ it began. 1 mark 2004" in keyed(Cloze(id="q", text="In {{2004}} it began."))


def test_it_opens_with_an_outline_of_its_answers(key):
    assert key.outline[3:6] == ["4. Cutty Sark", "5. ¥9,000", "6. 1869; Cutty Sark"]


def test_equal_in_equal_out(sample):
    assert answer_key(sample, A4) == answer_key(sample, A4)


@pytest.mark.parametrize(
    ("pairs", "marks", "told"),
    [(3, 3, "1 mark each."), (2, 4, "2 marks each."), (3, 4, "each right pair earns 1/3 of the marks.")],
)
def test_a_part_earns_marks_where_they_come_out_even_else_a_share(pairs, marks, told):
    question = Matching(
        id="q", prompt="Which?", pairs=tuple((f"left {n}", f"right {n}") for n in range(pairs)), marks=marks
    )

    assert f"Partly right: {told}" in keyed(question)


def test_the_answers_at_a_glance_have_what_is_accepted_and_marks_where_they_differ():
    name = ShortAnswer(id="q", prompt="Who?", answer="Mark Twain", accept=("Clemens",))
    year = Numerical(id="r", prompt="When?", answer="1835", marks=2)

    assert " 1 Mark Twain / Clemens 1. Who?" in keyed(name)
    assert " 1 Mark Twain / Clemens [1] 2 1835 [2] 1. Who?" in keyed(name, year)


def test_at_a_glance_other_forms_stand_as_far_as_there_is_room():
    name = ShortAnswer(id="q", prompt="Who?", answer="Mark Twain", accept=("Samuel L. Clemens", "Clemens"))

    assert " 1 Mark Twain / Clemens 1. Who?" in keyed(name)


def test_what_each_of_all_questions_is_worth_is_said_once():
    equal = [Numerical(id=id, prompt="When?", answer="1835", marks=2) for id in "ab"]

    assert "2 questions · 2 marks each · 4 marks · Form A" in keyed(*equal)
    assert "1 question · 2 marks · Form A" in keyed(equal[0])


def test_of_a_few_forms_each_page_bears_the_codes_of_the_sheets(sample):
    other = replace(sample, form="B")
    found = Printed(answer_keys([sample, other], A4))
    codes = f"Form A · paper {sample.fingerprint}; Form B · paper {other.fingerprint}"

    assert all(codes in page for page in found.pages)
    assert (
        "Form A – Form E · " in Printed(answer_keys([replace(sample, form=f) for f in "ABCDE"], A4)).pages[1]
    )
