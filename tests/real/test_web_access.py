"""What axe-core finds wrong with a page: nothing, in any state of any kind, light or dark, small or large."""

from __future__ import annotations

import json

import pytest

from chromium import chromium
from npm_packages import packages
from web_pages import hand_in_page_of, opened, page_of, pressed, rich_bank

pytestmark = pytest.mark.proof

# Anything at all is answered, as a learner would who does not know.
ANSWER = """
(() => {
  const form = document.querySelector("form.question");
  for (const radio of form.querySelectorAll("input[type=radio]")) radio.click();
  const box = form.querySelector("fieldset:not([hidden]) input[type=checkbox]");
  if (box && !box.checked) box.click();
  for (const line of form.querySelectorAll("input[type=text], textarea")) line.value = "something";
  for (const list of form.querySelectorAll("select")) list.selectedIndex = 1;
  form.querySelector(".move:not(:disabled)")?.click();
})()
"""
SUBMIT = "document.querySelector('form.question [type=submit]').click()"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """A browser that can be asked for `axe`."""
    axe = packages(tmp_path_factory, "axe-core@4.11.0") / "node_modules" / "axe-core" / "axe.min.js"
    with chromium() as started:
        started.axe = axe.read_text("utf-8")
        yield started
        assert (started.fetched, started.errors, started.said) == ([], [], [])


def faults(browser, state):
    """What is wrong in what the page shows now, and whether it is wider than the window."""
    found = {}
    for dark in (False, True):
        browser.night(dark)
        for width in (320, 1280):
            browser.size(width, 800)
            rules = browser.ask(
                "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map("
                "({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`))"
            )
            wider = browser.ask(WIDER)
            if rules or wider:
                found[f"{state}, {width} px, {'dark' if dark else 'light'}"] = (rules, wider)
    return found


def test_no_state_of_any_kind_shuts_anybody_out(browser, tmp_path):
    opened(browser, page_of(rich_bank(tmp_path)))
    browser.ask(browser.axe + "; 0")
    found = faults(browser, "start")
    pressed(browser, ".topic button")
    found |= faults(browser, "reading")
    pressed(browser, ".begin .main")
    states = []
    while kind := browser.ask("document.querySelector('#prompt')?.textContent"):
        found |= faults(browser, f"{kind}, asked")
        browser.ask(ANSWER)
        for _ in range(3):
            browser.ask(SUBMIT)
            if browser.ask("!!document.querySelector('.told .main')"):
                found |= faults(browser, f"{kind}, to be judged")
                pressed(browser, ".told .actions button:last-child")
            if browser.ask("!!document.querySelector('.verdict')"):
                break
            browser.ask(ANSWER)
        states.append(browser.ask("document.querySelector('.verdict').classList[1]"))
        browser.ask("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found |= faults(browser, f"{kind}, answered")
        browser.ask(SUBMIT)
    browser.ask("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    found |= faults(browser, "result")

    assert {*states} == {"right", "partial", "wrong"}
    assert len(states) == 10
    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)


def test_no_state_of_a_page_that_is_handed_in_shuts_anybody_out(browser, tmp_path):
    opened(browser, hand_in_page_of(rich_bank(tmp_path), ("Ann Lee", "Zoë O'Brien"), minutes=10))
    browser.ask(browser.axe + "; 0")
    pressed(browser, "button.main")
    found = faults(browser, "start, without a name")
    browser.ask("document.getElementById('name').selectedIndex = 1")
    pressed(browser, "button.main")
    kinds = []
    while kind := browser.ask("document.querySelector('#prompt')?.textContent"):
        kinds.append(kind)
        browser.ask(ANSWER)
        found |= faults(browser, f"{kind}, answered")
        browser.ask(SUBMIT)
    found |= faults(browser, "overview")
    pressed(browser, ".handing button")
    found |= faults(browser, "paused")
    pressed(browser, "button.main")
    browser.ask(SUBMIT)  # the last question is there again, and leads to the overview
    pressed(browser, "form button.main")
    found |= faults(browser, "handed in")

    assert browser.ask("document.getElementById('code').value").startswith("[quizmill 1 ")
    assert len(kinds) == 10
    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)
