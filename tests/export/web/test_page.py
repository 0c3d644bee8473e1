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
    """The page as a new learner sees it, once it has read its data."""
    browser.ask("location.protocol === 'about:' || localStorage.clear()")
    browser.show(page)
    browser.ask(
        "new Promise((there) => { const look = () =>"
        " document.querySelector('button.main') ? there() : setTimeout(look, 5); look(); })"
    )


@pytest.mark.parametrize("compressed", [True, False])
def test_a_question_is_asked_and_marked_at_once(sample, browser, compressed):
    opened(browser, made(sample, compressed=compressed))
    browser.ask("document.querySelector('button.main').click()")
    asked = browser.ask("document.querySelector('#prompt').textContent")
    browser.click("input[value='3']")
    browser.click("button[type=submit]")

    assert asked == "From which plant is every true tea made?"
    assert browser.ask("document.querySelector('[role=status]').textContent") == "✓ Right"
