"""The preview in a real browser: what was saved is seen, what was open stays open, and nobody is shut out."""

from __future__ import annotations

import json

import pytest

import samples
from chromium import chromium
from npm_packages import packages
from preview_server import visited
from web_pages import rich_bank, until

THERE = "document.querySelector('#question .view:not(.coming)') && !document.querySelector('.coming')"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CALM = "document.getElementById('status').textContent === 'Up to date' && document.querySelector('#list a')"


@pytest.fixture(scope="module")
def started():
    with chromium() as browser:
        yield browser


@pytest.fixture
def browser(started):
    """A browser in which nothing fails."""
    started.size(1400, 400)
    yield started
    started.visit("about:blank")
    assert (started.fetched, started.errors, started.said) == ([], [], [])


def opened(browser, visitor, key, view):
    browser.server = visitor.server.url
    browser.visit("about:blank")
    browser.visit(f"{visitor.server.url}#{key}/{view}")
    until(browser, THERE)
    until(browser, CALM)


def test_what_is_saved_is_seen_and_what_was_open_stays(browser, tmp_path):
    bank = samples.write(tmp_path)
    with visited(bank) as visitor:
        opened(browser, visitor, "tea-steps", "terminal")
        browser.ask("document.getElementById('question').scrollTop = 90")
        browser.ask("window.theSame = true")
        text = samples.TOPIC.replace("Put the making of black tea in order.", "Put it into its order.")
        (bank / "tea.yaml").write_text(text, "utf-8")
        until(browser, "document.querySelector('.terminal').textContent.includes('into its order')")

        assert browser.ask("window.theSame")
        assert browser.ask("location.hash") == "#tea-steps/terminal"
        assert browser.ask("document.getElementById('question').scrollTop") == 90


def test_after_a_slip_of_yaml_the_last_good_picture_stays_and_the_slip_is_told(browser, tmp_path):
    bank = samples.write(tmp_path)
    with visited(bank) as visitor:
        opened(browser, visitor, "tea-herbs", "terminal")
        (bank / "tea.yaml").write_text(samples.TOPIC.replace("answer: false", "answer: ["), "utf-8")
        until(browser, "document.querySelector('.state.broken')")
        until(browser, "document.querySelector('#beside .finding.error')")

        assert "Peppermint tea is a true tea." in browser.ask(
            "document.querySelector('.terminal').textContent"
        )
        assert browser.ask("document.querySelector('.state').textContent") == (
            "An error keeps this from being asked. It is shown as it was before."
        )


def test_keys_lead_through_questions_and_shapes(browser, tmp_path):
    with visited(samples.write(tmp_path)) as visitor:
        opened(browser, visitor, "tea-plant", "terminal")
        for key, question, view in (
            ("j", "tea-true", "Terminal"),
            ("j", "tea-herbs", "Terminal"),
            ("4", "tea-herbs", "Page"),
            ("k", "tea-true", "Page"),
            ("2", "tea-true", "Card"),
        ):
            browser.press(key, f"Key{key.upper()}" if key.isalpha() else f"Digit{key}")
            seen = "[...document.querySelectorAll('#head h2, #head [aria-current]')].map(e => e.textContent)"
            until(browser, f"{seen}.join() === '{question},{view}'")

        assert browser.ask("location.hash") == "#tea-true/card"


@pytest.mark.proof
def test_no_view_of_any_kind_shuts_anybody_out(browser, tmp_path, tmp_path_factory):
    axe = packages(tmp_path_factory, "axe-core@4.11.0") / "node_modules" / "axe-core" / "axe.min.js"
    script = axe.read_text("utf-8")
    found = {}
    with visited(rich_bank(tmp_path).folder) as visitor:
        keys = [row["key"] for row in visitor.until(1, 1)["rows"]]
        for place, key in enumerate(keys):
            view = ("terminal", "card", "sheet", "page")[place % 4]
            opened(browser, visitor, key, view)
            browser.ask(script + "; 0")
            for dark in (False, True):
                browser.night(dark)
                for width in (320, 1400):
                    browser.size(width, 900)
                    rules = browser.ask(
                        "axe.run({ resultTypes: ['violations'], iframes: false }).then(({ violations }) => "
                        "violations.map(({ id, nodes }) => "
                        "`${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`))"
                    )
                    if rules or browser.ask(WIDER):
                        found[f"{key}, {view}, {width} px, dark: {dark}"] = rules

    assert len(keys) == 10
    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)
