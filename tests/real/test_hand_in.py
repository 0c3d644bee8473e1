"""A page is handed in with a real browser: all nine kinds, a file and a code, and the program marks both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

import samples
from chromium import Chromium, chromium
from quizmill.app.hand_in import HandInWish, hand_in_pages
from quizmill.app.opening import open_for_writing
from quizmill.app.worksheets import class_set
from quizmill.classroom.class_set import hand_out
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.hand_in import codes_in, read_file
from quizmill.compose.forms import forms
from quizmill.grade.on_paper import copied_key

ESSAY = "The first tea sold for more."
pytestmark = pytest.mark.proof
PRESS = "[...document.querySelectorAll('button')].find((each) => each.textContent === {}).click()"
FILES = """
const made = [];
URL.createObjectURL = (blob) => { blob.text().then((text) => made.push(text)); return "#"; };
globalThis.filesMade = made;
"""


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A class of two with a form each, and its page."""
    folder = tmp_path_factory.mktemp("bank")
    samples.write(folder)
    loaded = open_for_writing(folder / "question_bank")
    papers = forms(loaded.bank, tuple(loaded.bank.questions()), seed=2, count=2)
    kept = class_set(loaded, papers)
    kept = replace(kept, copies=hand_out(papers, ("Ann Lee", "Zoë O'Brien")))
    wish = HandInWish(output=Path("tea.html"), minutes=10)
    return kept, hand_in_pages(kept, loaded, wish)[Path("tea.html")].data.decode()


def open_in(browser: Chromium, page: str) -> None:
    """The page once its script has been unpacked."""
    browser.show(page)
    browser.ask(
        "new Promise((done) => { const look = () => document.querySelector('button') ? done() : "
        "setTimeout(look, 20); look(); })"
    )


def answer(browser: Chromium, exercise) -> None:
    """Answer the question in front of the pupil as the key has it, by what the page offers."""
    key = list(exercise.key)
    if exercise.kind in ("multiple_choice", "multiple_response", "true_false"):
        for place in key:
            browser.ask(f"document.querySelectorAll('.option input')[{place}].click()")
    elif exercise.kind == "matching":
        for left, right in enumerate(key):
            set_it = f"const list = document.querySelectorAll('select')[{left}]; list.value = '{right}';"
            browser.ask(f"{{ {set_it} list.dispatchEvent(new Event('input', {{ bubbles: true }})) }}")
    elif exercise.kind == "ordering":
        move_up(browser, key)
    else:
        texts = [blank.answer for blank in exercise.blanks] or [copied_key(exercise)]
        texts = [ESSAY] if exercise.kind == "essay" else texts
        for place, text in enumerate(texts):
            browser.ask(f"document.querySelectorAll('form input, form textarea')[{place}].focus()")
            browser.type(text)


def move_up(browser: Chromium, key: list[int]) -> None:
    """Each step by its button until it stands where it belongs."""
    order = list(range(len(key)))
    for place, step in enumerate(key):
        while (at := order.index(step)) > place:
            browser.ask(f"document.querySelectorAll('.step')[{at}].querySelector('.move').click()")
            order[at - 1], order[at] = order[at], order[at - 1]


def test_what_a_pupil_hands_in_earns_full_marks_on_their_own_form(made, browser):
    kept, page = made
    open_in(browser, page)
    browser.ask("[...document.querySelectorAll('button')].at(-1).click()")
    nameless = browser.ask("document.querySelector('.status').textContent")
    browser.ask("document.getElementById('name').value = \"Zoë O'Brien\"")
    browser.ask("document.querySelector('button.main').click()")
    for exercise in kept.papers[1].exercises:
        answer(browser, exercise)
        browser.ask("document.querySelector('form button.main').click()")
    open_ones = browser.ask("document.querySelectorAll('.overview .open').length")
    browser.ask(FILES)
    browser.ask(PRESS.format("'Hand in'"))
    browser.ask(PRESS.format("'Save the file'"))
    code = browser.ask(
        "new Promise((done) => setTimeout(() => done(document.getElementById('code').value), 200))"
    )
    (file,) = json.loads(browser.ask("JSON.stringify(filesMade)"))

    (by_code,) = codes_in(code, "x")
    assert read_file(file.encode(), "x") == by_code
    assert (nameless, open_ones) == ("First say who you are.", 0)
    (script,) = mark_scripts(kept, handed=[by_code]).scripts
    essay = next(each for each in script.answers if each.exercise.kind == "essay")
    assert (script.student, script.form, script.unread) == ("Zoë O'Brien", "B", 1)
    assert script.earned == script.possible - essay.possible
    assert essay.text == ESSAY
    assert browser.errors == []
    assert browser.fetched == []


def test_when_the_time_is_up_what_was_answered_is_handed_in(made, browser, tmp_path):
    kept, _ = made
    samples.write(tmp_path)
    loaded = open_for_writing(tmp_path / "question_bank")
    wish = HandInWish(output=Path("tea.html"), minutes=0.02, no_pause=True)
    open_in(browser, hand_in_pages(kept, loaded, wish)[Path("tea.html")].data.decode())
    browser.ask("localStorage.clear(); document.getElementById('name').value = 'Ann Lee'")
    browser.ask("[...document.querySelectorAll('button')].at(-1).click()")
    answer(browser, kept.papers[0].exercises[0])
    code = browser.ask(
        "new Promise((done) => { const look = () => document.getElementById('code')?.value ? "
        "done(document.getElementById('code').value) : setTimeout(look, 50); look(); })"
    )

    (found,) = codes_in(code, "x")
    assert browser.ask("document.querySelector('h1').textContent").startswith("The time is over.")
    assert mark_scripts(kept, handed=[found]).scripts[0].answers[0].earned == 1
    assert not browser.ask(
        "[...document.querySelectorAll('button')].some((b) => /Change/.test(b.textContent))"
    )


def test_what_was_begun_is_there_again_and_a_pause_stops_the_clock(made, browser):
    _, page = made
    open_in(browser, page)
    browser.ask("document.getElementById('name').value = 'Ann Lee'")
    browser.ask("[...document.querySelectorAll('button')].at(-1).click()")
    browser.ask(PRESS.format("'Pause'"))
    paused = browser.ask("document.querySelector('h1').textContent")
    browser.ask(PRESS.format("'Go on'"))

    assert paused == "Paused: the clock stands still"
    assert browser.ask("document.querySelector('.clock').textContent").endswith(" left")
    assert browser.ask("document.querySelector('.handing .name').textContent") == "Ann Lee"


def begin_as(browser: Chromium, name: str) -> None:
    browser.ask(f"document.getElementById('name').value = {json.dumps(name)}")
    browser.ask("document.getElementById('name').dispatchEvent(new Event('input'))")
    browser.ask("[...document.querySelectorAll('button')].at(-1).click()")


def open_ones(browser: Chromium) -> int:
    browser.ask(PRESS.format("'Overview'"))
    return browser.ask("document.querySelectorAll('.overview .open').length")


def test_whoever_begins_again_goes_on_and_nobody_overwrites_another(made, browser):
    kept, page = made
    open_in(browser, page)
    browser.ask("localStorage.clear()")
    begin_as(browser, "Ann Lee")
    answer(browser, kept.papers[0].exercises[0])
    all_but_one = open_ones(browser)
    open_in(browser, page)
    begin_as(browser, "Zoë O'Brien")
    none = open_ones(browser)
    open_in(browser, page)
    offered = browser.ask(
        "JSON.stringify([...document.querySelectorAll('.begin button')].map((b) => b.textContent))"
    )
    begin_as(browser, "Ann Lee")

    questions = len(kept.papers[0].exercises)
    assert (all_but_one, none, open_ones(browser)) == (questions - 1, questions, questions - 1)
    assert json.loads(offered) == [
        "Go on as Zoë O'Brien",
        "Go on as Ann Lee",
        f"Begin: {questions} questions",
    ]
    assert browser.errors == []


def test_what_was_answered_goes_only_when_the_pupil_says_so_twice(made, browser):
    _, page = made
    open_in(browser, page)
    browser.ask("localStorage.clear()")
    begin_as(browser, "Ann Lee")
    browser.ask(PRESS.format("'Overview'"))
    browser.ask(PRESS.format("'Hand in'"))
    browser.ask(FILES)
    browser.ask(PRESS.format("'Save the file'"))
    browser.ask(
        "globalThis.asked = []; globalThis.confirm = (text) => { asked.push(text); return asked.length > 1 }"
    )
    browser.ask(PRESS.format("'Forget it here'"))
    still = browser.ask("document.querySelector('h1').textContent")
    browser.ask(PRESS.format("'Forget it here'"))

    assert still == "Hand in your answers"
    said = "Forget what Ann Lee has answered in this browser? A file that you saved stays."
    assert json.loads(browser.ask("JSON.stringify(asked)")) == [said, said]
    assert browser.ask("document.querySelectorAll('.begin button').length") == 1


def test_before_it_is_begun_no_question_is_printed(made, browser):
    kept, page = made
    open_in(browser, page)
    prints = "dispatchEvent(new Event('beforeprint')); document.querySelectorAll('.sheet li').length"
    before = browser.ask(prints)
    browser.ask("dispatchEvent(new Event('afterprint')); localStorage.clear()")
    begin_as(browser, "Ann Lee")

    assert before == 0
    assert browser.ask(prints) >= len(kept.papers[0].exercises)


def test_a_letter_for_a_number_is_said_once_and_then_the_pupil_goes_on(made, browser):
    kept, page = made
    open_in(browser, page)
    browser.ask("localStorage.clear()")
    begin_as(browser, "Ann Lee")
    place = next(n for n, each in enumerate(kept.papers[0].exercises) if each.kind == "numerical")
    browser.ask(PRESS.format("'Overview'"))
    browser.ask(f"document.querySelectorAll('.overview button')[{place}].click()")
    browser.ask("document.querySelector('form input').focus()")
    browser.type("b")
    browser.ask("document.querySelector('form button.main').click()")
    said = browser.ask("document.querySelector('form .status').textContent")
    before = browser.ask("document.querySelector('.place').textContent")
    browser.ask("document.querySelector('form button.main').click()")

    assert said == '"b" is a letter, and a number or date is asked.'
    assert browser.ask("document.querySelector('.place')?.textContent ?? ''") != before
    if browser.ask("!document.querySelector('.overview')"):
        browser.ask(PRESS.format("'Overview'"))
    assert (
        browser.ask("document.querySelectorAll('.overview .open').length")
        == len(kept.papers[0].exercises) - 1
    )
    assert browser.errors == []
