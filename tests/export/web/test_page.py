"""The page as a browser shows it."""

from __future__ import annotations

import pypdfium2
import pytest

import samples
from chromium import chromium
from quizmill.app.opening import SoundBank
from quizmill.export.web.page import script
from web_pages import HOSTILE, opened, page_of, pressed, rich_bank, unpacked, until

VERDICT = "document.querySelector('.verdict').textContent"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bank")
    return SoundBank(folder, samples.load(folder).bank)


@pytest.fixture(scope="module")
def browser():
    """A browser; no page may ask the network for anything or fail."""
    with chromium() as started:
        yield started
        assert (started.fetched, started.errors) == ([], [])


@pytest.mark.parametrize("compressed", [True, False])
def test_a_question_is_asked_and_marked_at_once(sample, browser, compressed):
    opened(browser, page_of(sample, compressed=compressed))
    pressed(browser, "button.main")
    asked = browser.ask("document.querySelector('#prompt').textContent")
    browser.click("input[value='3']")
    browser.click("button[type=submit]")

    assert asked == "From which plant is every true tea made?"
    assert browser.ask("document.querySelector('[role=status]').textContent") == "✓ Right"


def test_hostile_text_is_shown_as_text(browser, tmp_path):
    opened(browser, page_of(rich_bank(tmp_path)))
    browser.ask("document.querySelectorAll('.topic button')[1].click()")
    for _ in range(9):
        pressed(browser, ".actions button:nth-child(2)")  # "I do not know"
        pressed(browser, "button[type=submit]")
    asked = browser.ask("document.querySelector('#prompt').textContent")
    pressed(browser, ".hint button")
    pressed(browser, ".actions button:nth-child(2)")

    assert asked == HOSTILE
    assert browser.ask("document.querySelector('.option.right .text').textContent") == "</title><h1>\u2028"
    assert browser.ask("document.querySelector('.explanation').textContent") == HOSTILE
    assert browser.ask("[document.title, document.scripts.length, document.images.length]") == [
        "10 of 10 · Tea and the sea",
        5,
        0,
    ]


def test_what_is_packed_is_what_stands_in_a_page_that_is_not(sample):
    style, data, code = unpacked(page_of(sample))
    whole = page_of(sample, compressed=False)

    assert code == script()
    assert f"<style>\n{style}\n</style>" in whole
    assert f'id="data">{data}</script>' in whole
    assert f"<script>{code}</script>" in whole


def typed(text):
    return (
        f"(() => {{ const line = document.querySelector('#typed'); line.value = {text!r};"
        " line.dispatchEvent(new Event('input', { bubbles: true })); })()"
    )


def begun(browser, sample, at=0):
    """The page of the sample bank, at one of its questions."""
    opened(browser, page_of(sample))
    pressed(browser, "button.main")
    for _ in range(at):
        pressed(browser, ".actions button:nth-child(2)")
        pressed(browser, "form.question [type=submit]")


def log(browser):
    """What the page has written down: of each line the action, the question, the verdict and the marks."""
    lines = browser.ask("JSON.parse(localStorage.getItem('quizmill:tea-and-sea:log') ?? '[]')")
    return [(each["action"], each["question"], each["verdict"], each["earned"]) for each in lines]


def test_a_hint_halves_the_marks(sample, browser):
    begun(browser, sample)
    pressed(browser, ".hint button")
    pressed(browser, "input[value='3']")
    pressed(browser, "form.question [type=submit]")

    assert browser.ask(VERDICT) == "✓ Right: 0.5 of 1 mark."
    assert log(browser) == [("Give", "tea-plant", "right", 0.5)]


def test_who_was_right_says_so(sample, browser):
    begun(browser, sample, at=3)
    browser.ask(typed("Titanic"))
    pressed(browser, "form.question [type=submit]")
    wrong = browser.ask(VERDICT)
    pressed(browser, ".told > button")

    assert (wrong, browser.ask(VERDICT)) == ("✗ Wrong", "✓ Right")
    assert log(browser) == [("Give", "ship-name", "wrong", 0), ("Appeal", "ship-name", "right", 1)]


def test_nothing_given_is_asked_for_and_half_of_it_asked_back(sample, browser):
    begun(browser, sample, at=5)
    pressed(browser, "form.question [type=submit]")
    first = browser.ask("document.querySelector('#status').textContent")
    browser.ask("document.querySelector('input.gap').value = '1869'")
    pressed(browser, "form.question [type=submit]")
    second = browser.ask("document.querySelector('#status').textContent")
    pressed(browser, "form.question [type=submit]")

    assert (first, second) == ("Fill a gap first.", "Still empty: 2. Check once more hands it in so.")
    assert browser.ask(VERDICT) == "◐ Partly right: 0.5 of 1 mark."


def test_what_was_begun_goes_on_and_the_way_back_leads_to_the_start(sample, browser):
    begun(browser, sample, at=2)
    browser.show(page_of(sample))
    until(browser, "document.querySelector('button.main')")
    offered = browser.ask("document.querySelector('button.main').textContent")
    pressed(browser, "button.main")
    asked = browser.ask("document.querySelector('.place').textContent")
    browser.ask("history.back()")
    until(browser, "document.querySelector('.begin')")

    assert (offered, asked) == ("Go on at question 3 of 9", "3 of 9")
    assert browser.ask("[location.hash, document.title]") == ["", "Tea and the sea"]


def test_the_result_tells_the_score_and_asks_again_what_was_missed(sample, browser):
    begun(browser, sample)
    pressed(browser, "input[value='3']")
    pressed(browser, "form.question [type=submit]")
    pressed(browser, "form.question [type=submit]")
    for _ in range(8):
        pressed(browser, ".actions button:nth-child(2)")
        pressed(browser, "form.question [type=submit]")
    score = browser.ask("document.querySelector('.score').textContent")
    missed = browser.ask(
        "[...document.querySelectorAll('.missed > summary')].map((each) => each.textContent)"
    )
    pressed(browser, "button.main")

    assert score == "1 of 10 marks (10 %)"
    assert missed[0] == "– Select the two drinks that are true teas."
    assert missed[4] == "– In ____ the ____ was launched."
    assert browser.ask("document.querySelector('.place').textContent") == "1 of 8"


def test_on_paper_stand_the_questions_and_nothing_that_is_right(tmp_path, browser):
    opened(browser, page_of(rich_bank(tmp_path)))
    pages = pypdfium2.PdfDocument(browser.print())
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())

    assert "Name" in text
    assert "Tick what is even, in" in text
    assert "Which call gives the length of" in text
    assert "len(s)" not in text
    assert "Begin" not in text
