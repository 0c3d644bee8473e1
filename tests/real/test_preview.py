"""The preview in a real browser: what was saved is seen, what was open stays open, and nobody is shut out."""

from __future__ import annotations

import json
import time

import pytest

import samples
from chromium import chromium
from npm_packages import packages
from preview_server import visited
from web_pages import rich_bank, until

THERE = "document.querySelector('#question .view:not(.coming)') && !document.querySelector('.coming')"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOOPBACK = "http://127.0.0.1:"
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
    browser.server = LOOPBACK  # what the page of the test before has still asked for may come now
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


def test_who_listens_hears_what_is_open_and_that_it_was_read_anew(browser, tmp_path):
    bank = samples.write(tmp_path)
    with visited(bank) as visitor:
        opened(browser, visitor, "tea-plant", "terminal")
        heard = "[...document.querySelectorAll('[role=status]')].map(e => e.textContent)"
        assert browser.ask(heard) == ["Up to date", "9 questions", "tea-plant, Terminal"]
        browser.press("2", "Digit2")
        until(browser, f"{heard}.join('; ') === 'Up to date; 9 questions; tea-plant, Card'")
        browser.ask(
            "window.said = []; window.line = document.getElementById('status');"
            "new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true }); 0"
        )
        (bank / "tea.yaml").write_text(samples.TOPIC.replace("Peppermint", "Mint"), "utf-8")
        until(browser, "said.length === 2")

        assert browser.ask("said") == ["Reloaded, checking…", "Up to date"]


def test_the_tab_key_leads_from_the_search_to_the_list_the_shapes_and_the_findings(browser, tmp_path):
    with visited(samples.write(tmp_path)) as visitor:
        opened(browser, visitor, "tea-essay", "terminal")
        until(browser, "document.querySelector('#notices summary')")
        names = []
        for _ in range(20):
            browser.press("Tab", "Tab")
            names.append(
                browser.ask(
                    "(({ id, dataset, hash, ariaLabel, textContent }) =>"
                    " id || dataset.key || ariaLabel || hash || textContent)(document.activeElement)"
                )
            )

    assert names == [
        "#question",
        "1 finding in no question",
        *("words", "topic", "marks"),
        *("tea-plant", "tea-true", "tea-herbs", "ship-name", "ship-cargo", "ship-year"),
        *("tea-colours", "tea-steps", "tea-essay"),
        *(f"#tea-essay/{view}" for view in ("terminal", "card", "sheet", "page")),
        *("While it is asked", "Answered rightly"),
    ]


def test_whoever_stands_in_the_list_stays_there_when_the_bank_is_read_anew(browser, tmp_path):
    bank = samples.write(tmp_path)
    with visited(bank) as visitor:
        opened(browser, visitor, "tea-plant", "terminal")
        browser.ask("document.querySelector('[data-key=ship-cargo]').focus()")
        (bank / "tea.yaml").write_text(samples.TOPIC.replace("Peppermint", "Mint"), "utf-8")
        until(browser, "document.querySelector('[data-key=tea-herbs]').textContent.startsWith('Mint')")

        assert browser.ask("document.activeElement.dataset.key") == "ship-cargo"


def test_what_is_chosen_on_the_front_of_a_card_is_marked_on_its_back(browser, tmp_path):
    with visited(samples.write(tmp_path)) as visitor:
        opened(browser, visitor, "tea-herbs", "card")
        front, back = "/card/tea-herbs/1/front.html", "/card/tea-herbs/1/back.html"
        marked = "document.querySelector('.chosen .option')?.textContent ?? ''"
        assert browser.ask_frame(back, marked) == ""
        browser.ask_frame(front, "document.querySelector('[data-option]').click()")
        for _ in range(200):
            if browser.ask_frame(back, marked):
                break
            time.sleep(0.02)

        assert browser.ask_frame(back, marked) == "True"
        assert browser.ask_frame(back, "document.querySelector('.outcome').className") == "outcome missed"


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
                width = 320 if dark == (place < 4) else 1400  # each view in both, by day and by night
                browser.size(width, 900)
                rules = browser.ask(
                    f"axe.run('{'html' if place < 4 else '#question'}', "
                    "{ resultTypes: ['violations'], iframes: false }).then(({ violations }) => "
                    "violations.map(({ id, nodes }) => "
                    "`${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`))"
                )
                if rules or browser.ask(WIDER):
                    found[f"{key}, {view}, {width} px, dark: {dark}"] = rules

    assert len(keys) == 10
    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)
