"""The page of doubts in a real browser: keys decide, a reload forgets nothing, the file is what is read."""

from __future__ import annotations

import json
import re

import pytest
from msgspec.structs import replace

import answer_sheets
from chromium import Chromium, chromium
from doubted import FAINT, NAME, SECOND, SHARED, SHEETS, TWICE, WHOSE, review
from npm_packages import packages
from quizmill.classroom.scan.cards import LineDecision, PictureDecision, Whereabouts
from quizmill.classroom.scan.decisions import SheetDecisions, read_decisions
from quizmill.classroom.scan.review_page.page import review_page
from quizmill.words import words_in

pytestmark = pytest.mark.proof

SAVED = """
(() => {
  let made, name;
  const before = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  URL.createObjectURL = (blob) => { made = blob; return "data:,"; };
  HTMLAnchorElement.prototype.click = function () { name = this.download; };
  document.getElementById("save").click();
  [URL.createObjectURL, HTMLAnchorElement.prototype.click] = before;
  return made.text().then((text) => [name, text]);
})()
"""
STATES = "[...document.querySelectorAll('.state')].map((each) => each.textContent)"
CURRENT = "document.querySelector('.card.current h3')?.textContent"
TWINS = [
    replace(FAINT, id=f"faint {number}", name=f"Question 1, copy {number}, page 1") for number in (7, 8, 9)
]


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started
        assert (started.fetched, started.errors, started.said) == ([], [], [])


def opened(browser: Chromium, *cards, **named) -> None:
    browser.ask("location.protocol === 'about:' || localStorage.clear()")
    browser.show(review_page(replace(review(*cards), **named), words_in()))


def pressed(browser: Chromium, *keys: str) -> None:
    for key in keys:
        browser.press(key, "")


def saved(browser: Chromium) -> dict[str, object]:
    name, text = browser.ask(SAVED)
    assert name == "monday-decisions.json"
    return json.loads(text)


def decided(browser: Chromium) -> list[list[str]]:
    return [each["marked"] for each in saved(browser)["answers"]]


def test_a_letter_decides_and_enter_takes_the_guess(browser):
    opened(browser, *TWINS)
    assert browser.ask(STATES) == ["Guess: B"] * 3
    assert saved(browser)["answers"] == []  # a guess that nobody confirmed is not taken

    pressed(browser, "c", "Enter", "-")

    assert browser.ask(STATES) == ["Decided: C", "Decided: B", "Decided: none"]
    assert decided(browser) == [["C"], ["B"], []]
    assert browser.ask("document.getElementById('done').textContent") == "3 of 3"
    assert browser.ask("document.activeElement.id") == "end"


def test_the_file_is_what_was_decided_before_and_here(browser):
    before = LineDecision(sheet="QM1:ABCD1234:9:1", question=4, marked=("A",))
    opened(browser, FAINT, WHOSE, NAME, decided=(before,))
    browser.type("6")
    pressed(browser, "Enter")
    browser.type("Ann Lee")
    pressed(browser, "Enter", " ")

    assert saved(browser) == {
        "version": 1,
        "paper": "abcd1234",
        "answers": [
            {"sheet": "QM1:ABCD1234:9:1", "question": 4, "marked": ["A"]},
            {"sheet": "QM1:ABCD1234:3:1", "question": 1, "marked": ["B"]},
        ],
        "pictures": [
            {"picture": "0123456789abcdef", "copy": 6, "page": 1, "form": "B"},
            {"picture": "fedcba9876543210", "name": "Ann Lee"},
        ],
    }


def test_the_file_is_what_mark_reads(browser):
    made = answer_sheets.class_set(answer_sheets.bank_of(["choice"]))
    fingerprint = made.papers[0].fingerprint
    opened(browser, FAINT, SECOND, WHOSE, NAME, paper=fingerprint)
    browser.type("6")
    pressed(browser, "Enter", "Escape", "x", "-", "c")

    data = json.dumps(saved(browser)).encode()

    assert read_decisions(data, "monday-decisions.json", made) == SheetDecisions(
        paper=fingerprint,
        answers=(
            LineDecision(sheet="QM1:ABCD1234:3:1", question=2),
            LineDecision(sheet="QM1:ABCD1234:3:1", question=1, marked=("C",)),
        ),
        pictures=(
            PictureDecision(picture="0123456789abcdef", copy=6, page=1, form="B"),
            PictureDecision(picture="fedcba9876543210", leave_out=True),
        ),
    )


@pytest.mark.parametrize(
    ("typed", "copy"), [("5, page 1", 5), ("6 1", 6), ("6 2", None), ("Zoë", 7), ("page", None), ("", None)]
)
def test_a_sheet_is_named_by_its_number_or_a_part_of_what_it_is_called(browser, typed: str, copy: int | None):
    opened(browser, WHOSE, sheets=(*SHEETS, Whereabouts(7, 1, "A", "7, Zoë Fox, page 1")))
    browser.type(typed)
    pressed(browser, "Enter")

    assert [each["copy"] for each in saved(browser)["pictures"]] == [copy] * (copy is not None)


def test_a_sheet_stays_with_its_number_or_is_another_pupils(browser):
    after = replace(TWICE, after=tuple(card.id for card in SHARED))
    opened(browser, *SHARED, after)
    pressed(browser, "Enter")
    assert browser.ask("document.getElementById('done').textContent") == "1 of 3"
    browser.type("Bo Li")
    pressed(browser, "Enter")

    assert browser.ask("document.getElementById('done').textContent") == "2 of 2"
    assert not browser.ask("document.querySelector('[data-kind=twice] .card').checkVisibility()")
    assert browser.ask("document.activeElement.id") == "end"
    assert saved(browser)["pictures"] == [
        {"picture": "aa", "copy": 4, "page": 1, "form": "A"},
        {"picture": "bb", "name": "Bo Li"},
    ]

    browser.click("#undo")
    browser.ask("document.activeElement.value = ''")
    browser.type("dee")
    pressed(browser, "Enter", "8")

    assert (saved(browser)["pictures"][1], decided(browser)) == (
        {"picture": "bb", "copy": 0, "page": 1, "form": "A", "name": "Dee"},
        [["8"]],
    )


def test_what_is_asked_again_is_decided_anew(browser):
    before = PictureDecision(picture="bb", name="Dee"), PictureDecision(picture="cc", name="Cy Ng")
    opened(browser, SHARED[1], decided=before)
    browser.type("Bo Li")
    pressed(browser, "Enter")

    assert saved(browser)["pictures"] == [
        {"picture": "cc", "name": "Cy Ng"},
        {"picture": "bb", "name": "Bo Li"},
    ]


def test_where_the_only_form_has_no_letter_the_page_is_enough(browser):
    opened(browser, WHOSE, sheets=tuple(Whereabouts(0, page, "", f"page {page}") for page in (1, 2)))
    browser.type("2")
    pressed(browser, "Enter")

    assert saved(browser)["pictures"] == [{"picture": WHOSE.about.picture, "copy": 0, "page": 2, "form": ""}]


def test_keys_in_a_field_are_what_is_typed_until_it_is_left(browser):
    opened(browser, NAME)
    pressed(browser, "x")
    assert saved(browser)["pictures"] == []

    pressed(browser, "Escape", "x")

    assert saved(browser)["pictures"] == [{"picture": "fedcba9876543210", "leave_out": True}]


def test_single_keys_can_be_switched_off_and_stay_so(browser):
    opened(browser, *TWINS)
    pressed(browser, "?")
    browser.click("#single")
    browser.click("dialog button")
    pressed(browser, "c", "u", "j")
    assert (decided(browser), browser.ask(CURRENT)) == ([], "Question 1, copy 7, page 1")
    assert not browser.ask("document.querySelector('.none kbd').checkVisibility()")
    pressed(browser, "Enter", "ArrowDown")

    browser.show(review_page(review(*TWINS), words_in()))
    pressed(browser, "c")

    assert decided(browser) == [["B"]]
    assert browser.ask("document.getElementById('undo').getAttribute('aria-keyshortcuts')") is None


@pytest.mark.parametrize("dark", [False, True])
def test_what_can_no_more_be_taken_is_still_read(browser, dark):
    opened(browser, *TWINS)
    browser.night(dark)
    pressed(browser, "c", "d", "a", "g")
    look = browser.ask(
        "(({ color, backgroundColor }) => [color, backgroundColor])"
        "(getComputedStyle(document.querySelector('.accept-all:disabled')))"
    )
    browser.night(False)

    assert contrast(*look) >= 4.5


def contrast(*colours: str) -> float:
    """Of two colours, as WCAG 2 reckons it."""
    dark, light = sorted(map(_luminance, colours))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(each) / 255 for each in re.findall(r"\d+", colour)[:3])
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return sum(share * each for share, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_where_several_may_be_marked_letters_are_one_more_or_one_less(browser):
    opened(browser, SECOND)
    pressed(browser, "c")
    assert browser.ask(STATES) == ["Chosen, not confirmed: A C"]
    assert decided(browser) == []

    pressed(browser, "a", "Enter")

    assert decided(browser) == [["C"]]


def test_a_key_does_nothing_where_there_is_no_guess(browser):
    opened(browser, TWICE)
    assert not browser.ask("document.querySelector('.confirm').checkVisibility()")
    pressed(browser, "Enter")
    assert (
        browser.ask("document.getElementById('status').textContent")
        == "There is no guess to confirm. Choose."
    )

    pressed(browser, "8")

    assert decided(browser) == [["8"]]


def test_where_two_pictures_differ_what_is_chosen_of_several_is_confirmed(browser):
    opened(browser, replace(TWICE, several=True))
    pressed(browser, "7")
    assert browser.ask("document.querySelector('.confirm').checkVisibility()")
    browser.click(".confirm")

    assert decided(browser) == [["7"]]


def test_what_was_decided_is_taken_back(browser):
    opened(browser, *TWINS)
    pressed(browser, "c", "d", "u")

    assert browser.ask(STATES) == ["Decided: C", "Guess: B", "Guess: B"]
    assert browser.ask(CURRENT) == "Question 1, copy 8, page 1"


def test_arrows_and_letters_move(browser):
    opened(browser, *TWINS)
    pressed(browser, "ArrowDown", "j", "k")

    assert browser.ask(CURRENT) == "Question 1, copy 8, page 1"


def test_decisions_survive_a_reload_and_another_page_of_the_paper(browser):
    opened(browser, *TWINS)
    pressed(browser, "c", "ArrowDown", "d")
    browser.show(review_page(review(*TWINS[1:], WHOSE), words_in()))

    assert browser.ask(STATES) == ["Not decided", "Guess: B", "Decided: D"]
    browser.show(review_page(review(*TWINS), words_in()))
    assert browser.ask(STATES) == ["Decided: C", "Guess: B", "Decided: D"]


def test_all_guesses_are_taken_only_where_they_are_seen_side_by_side(browser):
    opened(browser, *TWINS)
    assert not browser.ask("document.querySelector('.accept-all').checkVisibility()")

    pressed(browser, "c", "g")
    assert (
        browser.ask("document.querySelector('.accept-all').textContent") == "Take all guesses shown above: 2"
    )
    browser.click(".accept-all")
    assert decided(browser) == [["C"], ["B"], ["B"]]

    pressed(browser, "u")
    assert decided(browser) == [["C"]]


def test_a_ring_in_the_picture_and_a_button_decide(browser):
    opened(browser, *TWINS)
    browser.click(".card .ring:nth-of-type(4)")
    browser.click(".card:nth-of-type(2) .none")

    assert decided(browser) == [["D"], []]


def test_where_a_browser_keeps_nothing_it_is_said(browser):
    opened(browser, FAINT)
    browser.ask("Storage.prototype.setItem = () => { throw new Error('full'); }; 0")
    assert not browser.ask("document.getElementById('unkept').checkVisibility()")

    pressed(browser, "c")

    assert browser.ask("document.getElementById('unkept').checkVisibility()")
    assert decided(browser) == [["C"]]


def test_a_screen_reader_is_told_what_is_seen(browser):
    opened(browser, FAINT)

    assert browser.heard(".card") == (
        "Question 1, copy 3, page 1 Guess: B",
        "darkness: A 0%, B 25%, C 0%, D 0% monday.pdf, page 3",
    )


def test_axe_finds_nothing(browser, tmp_path_factory):
    axe = packages(tmp_path_factory, "axe-core@4.11.0") / "node_modules" / "axe-core" / "axe.min.js"
    opened(browser, *TWINS, SECOND, TWICE, WHOSE, NAME, *SHARED)
    browser.ask(axe.read_text("utf-8") + "; 0")
    found = []
    for keys in ((), ("ArrowDown",) * 4, ("g",), ("?",)):
        pressed(browser, *keys)
        for dark, width in ((False, 320), (True, 1280)):
            browser.night(dark)
            browser.size(width, 800)
            found += browser.ask(
                "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map("
                "({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`))"
            )
            found += browser.ask(
                "[...document.querySelectorAll('.card > *, .card input')].filter((each) => "
                "each.getBoundingClientRect().right > each.closest('.card').getBoundingClientRect().right)"
                ".map((each) => `beyond its card: ${each.outerHTML.slice(0, 80)}`)"
            )
            found += [f"wider at {width} px"] * browser.ask(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )

    assert found == []
