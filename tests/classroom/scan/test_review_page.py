"""The page on which a person decides what the reader of answer sheets doubts: what stands in it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import lxml.html
import pytest
from msgspec.structs import replace

import answer_sheets
from doubted import FAINT, NAME, SECOND, TWICE, WHOSE, review
from quizmill.classroom.scan.cards import LineDecision, PictureDecision
from quizmill.classroom.scan.review_page.page import Saving, SheetReview, review_of, review_page
from quizmill.words import languages, words_in

HOSTILE = '</script><img src=x onerror=alert(1)>\u202e\x00".jpg'


ASK = "Names are not shown here; with --names the command shows them."


def page(review: SheetReview, language: str = "en") -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(review_page(review, words_in(language)))


def said(element) -> str:
    return " ".join(element.text_content().split())


def test_doubts_are_grouped_by_kind_in_one_order():
    made = page(review(FAINT, SECOND, TWICE, WHOSE, NAME))

    groups = made.find_class("group")
    assert [(said(next(group.iter("h2"))), said(group.find_class("why")[0])) for group in groups] == [
        ("Whose sheet is this? (1)", f"The code on the sheet could not be read. {ASK}"),
        ("What is the name? (1)", f"These sheets were printed without a name. {ASK}"),
        (
            "Two pictures that differ (1)",
            "The sheet was seen twice, and not the same was read. What is marked on it?",
        ),
        ("Second marks (1)", "Beside the mark there is another: rubbed out, or a second answer?"),
        ("Faint marks (1)", "Something is there, lighter than the other marks on the sheet."),
    ]


def test_a_card_says_all_that_is_to_be_seen():
    (card,) = page(review(FAINT)).find_class("card")

    assert said(next(card.iter("h3"))) == "Question 1, copy 3, page 1"
    assert [each.get("alt") for each in [*card.iter("img")]] == ["darkness: A 0%, B 25%, C 0%, D 0%"]
    assert [said(each) for each in [*card.iter("figcaption")]] == ["monday.pdf, page 3"]
    assert [said(each) for each in [*card.iter("button")]] == [
        "A",
        "B",
        "C",
        "D",
        "None -",
        "Confirm ↵",
        "Show more Z",
    ]
    assert len(card.find_class("ring")) == 4


def test_a_card_says_where_several_may_be_marked():
    (card,) = page(review(SECOND)).find_class("card")

    assert said(next(card.iter("h3"))) == "Question 2, copy 3, page 1 (several may be marked)"


def test_a_sheet_that_was_seen_twice_shows_both_pictures():
    (card,) = page(review(TWICE)).find_class("card")

    assert [said(each) for each in [*card.iter("figcaption")]] == ["a.jpg", "b.jpg"]
    assert len([*card.iter("img")]) == 2


def test_two_marks_that_may_both_be_meant_are_one_button():
    (card,) = page(review(replace(FAINT, both=("A", "C")))).find_class("card")

    assert [said(each) for each in card.find_class("both")] == ["A + C +"]


def test_all_guesses_of_a_kind_can_be_taken_only_where_there_are_several():
    one, two = page(review(FAINT)), page(review(FAINT, replace(FAINT, id="other"), TWICE, WHOSE))

    assert one.find_class("accept-all") == []
    assert [each.getparent().getparent().get("data-kind") for each in two.find_class("accept-all")] == [
        "faint"
    ]


def test_what_the_script_knows():
    decided = LineDecision(sheet="QM1:ABCD1234:9:1", question=4, marked=("A",))
    made = page(
        replace(review(FAINT, WHOSE), decided=(decided, PictureDecision(picture="d", leave_out=True)))
    )

    data = json.loads(made.get_element_by_id("data").text)
    data.pop("words")
    assert data == {
        "paper": "abcd1234",
        "file": "monday-decisions.json",
        "doubts": [
            {
                "id": "whose",
                "kind": "whose",
                "about": {"picture": "0123456789abcdef"},
                "labels": [],
                "several": False,
                "guess": None,
                "both": [],
                "own": None,
                "after": [],
            },
            {
                "id": "faint",
                "kind": "faint",
                "about": {"sheet": "QM1:ABCD1234:3:1", "question": 1},
                "labels": ["A", "B", "C", "D"],
                "several": False,
                "guess": ["B"],
                "both": [],
                "own": None,
                "after": [],
            },
        ],
        "sheets": [
            {"copy": 5, "page": 1, "form": "A", "text": "5, page 1"},
            {"copy": 6, "page": 1, "form": "B", "text": "6, page 1"},
        ],
        "answers": [{"sheet": "QM1:ABCD1234:9:1", "question": 4, "marked": ["A"]}],
        "pictures": [{"picture": "d", "leave_out": True}],
    }


def test_it_says_where_the_decisions_go_and_what_is_run_then():
    end = page(review(FAINT)).get_element_by_id("end")

    assert said(end) == (
        "When you are done Save the decisions Save the decisions and move monday-decisions.json from your "
        "downloads to where monday.json lies. Then run this again: "
        "quizmill mark scans/*.pdf --paper monday.json"
    )


def test_nothing_a_file_or_a_pupil_is_called_is_read_as_html():
    hostile = replace(FAINT, name=HOSTILE, shots=(replace(FAINT.shots[0], picture=HOSTILE),))
    text = review_page(
        replace(review(hostile), title=HOSTILE, pupils=(HOSTILE,), saving=Saving(*[HOSTILE] * 3), names=True),
        words_in(),
    )

    elements: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: elements.append(tag)
    parser.feed(text)
    assert elements.count("script") == 2
    assert elements.count("img") == 1
    assert "\x00" not in text


def test_the_page_may_ask_nobody_and_runs_its_own_script_alone():
    text = review_page(review(FAINT), words_in())

    (policy,) = re.findall('http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("script-src").startswith("'sha256-")
    assert rules == {
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert re.findall(r'(?:src|href)="(?!data:)([^"]*)"', text) == []


@pytest.mark.parametrize("language", languages())
def test_it_speaks_the_language_of_the_sheets(language: str):
    made = page(replace(review(FAINT), language=language), language)

    assert made.get("lang") == language
    assert said(made.find_class("confirm")[0]).startswith(words_in(language)("doubts.confirm"))


def test_a_card_costs_a_few_kilobytes():
    """So that a thousand are far from what a browser or a mail cannot carry."""
    few, more = (
        len(review_page(review(*(replace(FAINT, id=str(i)) for i in range(n))), words_in())) for n in (10, 20)
    )

    assert (more - few) / 10 < 8000


def test_names_are_in_the_page_only_where_they_are_asked_for():
    made = answer_sheets.class_set(answer_sheets.bank_of(["choice"]), students=("Ann Lee", "Bo Li"))
    layout = answer_sheets.layout_of(made)
    saving = review().saving

    without, named = (
        review_page(review_of(made, layout, [WHOSE], saving, names=names), made.words)
        for names in (False, True)
    )

    assert "Ann Lee" not in without
    assert "copy 1, page 1" in without
    assert "copy 1, Ann Lee, page 1" in named
