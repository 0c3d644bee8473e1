"""The page as a browser shows it."""

from __future__ import annotations

import pytest

import samples
from chromium import chromium
from quizmill.app.opening import SoundBank
from quizmill.app.web import practice_page
from quizmill.compose.paper import compose


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


def made(loaded, **named):
    paper = compose(loaded.bank, tuple(loaded.bank.questions()), seed=1, order="bank")
    return practice_page(loaded, paper, **named).decode()


def opened(browser, page):
    """The page, once it has read its data."""
    browser.show(page)
    browser.ask(
        "new Promise((there) => { const look = () =>"
        " document.querySelector('noscript') ? setTimeout(look, 5) : there(); look(); })"
    )


@pytest.mark.parametrize("compressed", [True, False])
def test_a_question_is_asked_and_marked_at_once(sample, browser, compressed):
    opened(browser, made(sample, compressed=compressed))
    browser.click("button.main")
    asked = browser.ask("document.querySelector('#prompt').textContent")
    browser.click("label:has(input[value='0'])")
    browser.click("button[type=submit]")

    assert asked == "From which plant is every true tea made?"
    assert browser.ask("document.querySelector('[role=status]').textContent") in ("✓ Right", "✗ Wrong")
