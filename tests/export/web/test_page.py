"""The page as a browser shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

import samples
from chromium import chromium
from quizmill.app.opening import SoundBank
from quizmill.bank.load import load_bank
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
        assert (started.fetched, started.errors, started.said) == ([], [], [])


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


def test_on_paper_the_first_question_stands_below_the_name(browser):
    bank = Path(__file__).parents[3] / "examples" / "physics"
    opened(browser, page_of(SoundBank(bank, load_bank(bank).bank)))
    first = pypdfium2.PdfDocument(browser.print())[0]

    assert "Which graph of velocity" in first.get_textpage().get_text_range()
    assert first.get_textpage().get_text_range().count("quizmill, CC BY 4.0") == 4  # one below each picture


NARROW = r"""
title: Narrow
questions:
  - id: long-formula
    type: multiple_choice
    prompt: 'What is \(a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z\)?'
    answer: '\(1+2+3+4+5+6+7+8+9+10+11+12+13+14+15+16+17+18+19+20+21\)'
    distractors: [nothing]
    explanation: Look.
    facts: [tea-book/leaf]
  - id: two-digits
    type: cloze
    text: |
      Fill in.

      ```python
      print(word[{{1}}:{{a_long_name}}])
      ```
    explanation: Look.
    facts: [tea-book/leaf]
  - id: indented-lines
    type: ordering
    prompt: Order the lines.
    sequence:
      - "```python\ndef of(word):\n```"
      - "```python\n    return sorted(set(word), key=word.index, reverse=True)\n```"
    explanation: Look.
    facts: [tea-book/leaf]
"""


@pytest.fixture
def narrow(tmp_path, browser):
    """A phone that shows the first question of what may be too wide for it."""
    bank = samples.write(tmp_path, narrow=NARROW, tea=samples.TOPIC)
    browser.size(320, 640)
    opened(browser, page_of(SoundBank(bank, load_bank(bank).bank)))
    browser.ask(
        "[...document.querySelectorAll('.topic')].find((each) => each.textContent.includes('Narrow'))"
        ".querySelector('button:last-child').click()"
    )
    yield browser
    browser.size(800, 600)


def wider(browser):
    """By how many pixels the page is wider than the window, with letters twice as large and as usual."""
    found = []
    for size in ("200%", "100%"):
        browser.ask(f"document.documentElement.style.fontSize = '{size}'")
        found.append(browser.ask("document.documentElement.scrollWidth - innerWidth"))
    browser.ask("new Promise((then) => requestAnimationFrame(() => setTimeout(then)))")
    return found


def gone_on(browser, questions=1):
    for _ in range(questions):
        pressed(browser, ".actions button:nth-child(2)")
        pressed(browser, "form.question [type=submit]")


def test_a_long_formula_is_moved_in_its_own_box(narrow):
    assert wider(narrow) == [0, 0]
    assert narrow.ask("document.querySelector('#prompt .formula').className") == "formula more-right"
    narrow.ask("document.querySelector('#prompt .formula').scrollLeft = 10000")
    until(narrow, "document.querySelector('#prompt .formula').className === 'formula more-left'")


def test_blanks_of_a_listing_have_room_for_a_word_and_tell_nothing(narrow):
    gone_on(narrow)
    left, right = narrow.ask("[...document.querySelectorAll('.gap')].map((each) => each.offsetWidth)")

    assert wider(narrow) == [0, 0]
    assert left == right < 80


def test_a_line_of_code_hangs_by_its_indentation(narrow):
    gone_on(narrow, 2)
    starts = narrow.ask(
        """[...document.querySelectorAll('.step .row')].map((row) => {
          const line = document.createRange();
          line.selectNodeContents(row);
          const edges = [...line.getClientRects()].filter(({ width }) => width > 0);
          const origin = row.getBoundingClientRect().x;
          const below = edges.filter(({ top }) => top > edges[0].bottom - 1).map(({ x }) => x - origin);
          const letter = parseFloat(getComputedStyle(row).paddingInlineStart);
          return below.length ? Math.round(Math.min(...below) - letter) : null;
        })"""
    )

    assert wider(narrow) == [0, 0]
    assert 0 in starts
    assert {*starts} <= {0, None}


def test_nothing_of_the_result_is_wider_than_a_phone_and_forward_leads_back_to_it(narrow, browser):
    pressed(browser, ".leave")
    browser.ask("[...document.querySelectorAll('.begin button')].at(-1).click()")
    gone_on(browser, 12)
    score = browser.ask("document.querySelector('.score').textContent")
    browser.ask("history.back()")
    until(browser, "document.querySelector('.begin') && !document.querySelector('.score')")
    browser.ask("history.forward()")
    until(browser, "document.querySelector('.score')")

    assert browser.ask("document.querySelector('.score').textContent") == score
    assert wider(browser) == [0, 0]
    browser.ask("document.documentElement.style.fontSize = '200%'")
    assert browser.ask("document.querySelector('.by-topic th').offsetWidth") > 200


def test_large_letters_leave_the_buttons_in_the_text(narrow):
    look = "getComputedStyle(document.querySelector('.question > .actions')).position"
    before = narrow.ask(look)
    narrow.ask("document.documentElement.style.fontSize = '200%'")

    assert (before, narrow.ask(look)) == ("sticky", "static")


def test_a_log_that_is_loaded_shows_at_once(narrow, browser):
    pressed(browser, "input[value='0']")
    pressed(browser, "form.question [type=submit]")
    line = browser.ask("JSON.parse(localStorage.getItem('quizmill:tea-and-sea:log'))[0]")
    browser.ask("confirm = () => true")
    pressed(browser, ".leave")
    browser.ask("[...document.querySelectorAll('.notes button')].at(-1).click()")
    before = browser.ask("document.querySelector('.topics').textContent")
    text = "\n".join((*map(json.dumps, (line, line | {"bank": "other", "id": 2})), "not a line"))
    browser.ask(
        "(() => { const input = document.querySelector('input[type=file]'); const all = new DataTransfer();"
        f" all.items.add(new File([{json.dumps(text)}], 'log.jsonl')); input.files = all.files;"
        " input.dispatchEvent(new Event('change')); })()"
    )
    until(browser, "document.querySelector('.news')")

    assert browser.ask("document.activeElement.textContent") == (
        "1 answer is new. 1 line is of another bank. 1 line could not be used."
    )
    assert "answered" not in before
    assert "1 answered" in browser.ask("document.querySelector('.topics').textContent")
