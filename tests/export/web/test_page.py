"""The page as a browser shows it."""

from __future__ import annotations

import pytest

import samples
from chromium import chromium
from quizmill.app.opening import SoundBank
from quizmill.export.web.page import script
from web_pages import HOSTILE, opened, page_of, pressed, rich_bank, unpacked


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
