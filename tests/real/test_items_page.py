"""The page of what answers say in a real browser: chosen and ordered by keyboard, whole without script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chromium import Chromium, chromium
from npm_packages import packages
from quizmill.analysis.summary import summary
from quizmill.app.item_report import item_report
from quizmill.app.items_page.page import items_page
from quizmill.bank.load import load_bank
from sat_papers import choices, sat

pytestmark = pytest.mark.proof

SHOWN = (
    "[...document.querySelectorAll('.card')].filter((each) => each.checkVisibility())"
    ".map((each) => each.querySelector('h3').textContent)"
)
HARDEST = (
    "[...document.querySelectorAll('#cards .card')]"
    ".map((each) => Math.min(...[...each.querySelectorAll('.at')].map((at) => +at.dataset.facility)))"
)
FOLLOWED = (
    "new Promise((done) => { addEventListener('hashchange', () => setTimeout(done));"
    " location.hash = 'q5-1'; })"
)
STATUS = "document.getElementById('status').textContent"
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started
        assert (started.fetched, started.errors, started.said) == ([], [], [])


@pytest.fixture(scope="module")
def page() -> str:
    bank = load_bank(Path(__file__).parents[2] / "question_bank").bank
    some = [each.id for _, each in choices(bank)[:12]]
    faults = {"held_right": {some[0]: 1}, "offered": {some[1]: (0, 1, 2)}}
    rows = [*sat(bank, some, 200, **faults), *sat(bank, some[:4], 200, place="exam", seed=2, **faults)]
    return items_page(item_report(summary(rows), bank), bank, {}).decode()


def chosen(browser: Chromium, name: str, *keys: str) -> None:
    browser.ask(f"document.getElementById({name!r}).focus()")
    for key in keys:
        browser.press(key, "")


def test_questions_are_chosen_and_ordered_by_keyboard(browser, page):
    browser.size(1280, 900)
    browser.show(page)
    everything = browser.ask(SHOWN)
    assert browser.ask(STATUS) == "12 of 12 questions are shown."

    chosen(browser, "place", "ArrowDown", "ArrowDown")
    assert browser.ask(SHOWN) == everything[:4]
    assert browser.ask("document.querySelectorAll('.maps figure:not([hidden])').length") == 1
    assert browser.ask("document.querySelectorAll('#rows tr:not([hidden])').length") == 4
    chosen(browser, "place", "Home")
    chosen(browser, "flag", "ArrowDown")
    assert browser.ask(STATUS) == "2 of 12 questions are shown."

    chosen(browser, "flag", "Home")
    chosen(browser, "sort", "ArrowDown")
    hardest = browser.ask(HARDEST)
    assert hardest == sorted(hardest)
    chosen(browser, "sort", "Home")
    assert browser.ask(SHOWN) == everything


def test_a_link_leads_to_what_is_not_shown_just_now(browser, page):
    browser.show(page)
    chosen(browser, "flag", "End")
    assert browser.ask(STATUS) != "12 of 12 questions are shown."

    browser.ask(FOLLOWED)

    assert browser.ask(STATUS) == "12 of 12 questions are shown."
    assert 0 <= browser.ask("document.getElementById('q5-1').getBoundingClientRect().top") < 900


def test_without_its_script_all_is_shown(browser, page):
    browser.show(re.sub("<script>.*</script>", "", page, flags=re.DOTALL))

    assert len(browser.ask(SHOWN)) == 12
    assert not browser.ask("document.getElementById('choose').checkVisibility()")


def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(browser, page, tmp_path_factory):
    axe = packages(tmp_path_factory, "axe-core@4.11.0") / "node_modules" / "axe-core" / "axe.min.js"
    browser.show(page)
    browser.ask(axe.read_text("utf-8") + "; 0")
    browser.ask("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    found = []
    for dark, width in ((False, 320), (True, 1280)):
        browser.night(dark)
        browser.size(width, 800)
        found += browser.ask(
            "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map("
            "({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`))"
        )
        found += [f"wider at {width} px"] * browser.ask(WIDER)

    assert found == []
