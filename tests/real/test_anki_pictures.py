"""Pictures in texts, options, pairs and steps, as the real Anki imports them and a browser shows them."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

import PIL.Image
import pytest

from anki_decks import bank_of, release
from quizmill.bank.model import Cloze, Distractor, Matching, MultipleChoice, Ordering

pytest.importorskip("anki")

from anki_learner import Learner
from anki_screen import Desktop, Phone, faults, sides

QUESTIONS = (
    MultipleChoice(
        id="choice",
        context="Told:\n\n![A {{c1::view}} & <b>](view.png)\n![A view](view.png)",
        prompt="Which is red?\n![A view](view.png)",
        answer='![A "red" square: <i>](red.png "Ann {c1} [latex] <b>, CC BY")',
        distractors=(
            Distractor(text="*This*\n![A blue square](blue.png)", why="It is\n![Blue](blue.png)"),
            Distractor(text="none"),
        ),
        explanation="So:\n![A view](view.png)",
        hint="![A view](view.png)",
    ),
    Cloze(id="blanks", text='A {{red}} one:\n![A square](red.png "Ann")\nand a {{blue}} one.'),
    Matching(
        id="pairs",
        prompt="Join.",
        pairs=(("![A red square: 1](red.png)", "red"), ("blue", "![A blue square: 2](blue.png)")),
    ),
    Ordering(id="steps", prompt="Sort.", sequence=("![Red](red.png)", "First\n![Blue](blue.png)")),
)
SEEN = "[...document.querySelectorAll('.quizmill img')].filter(i => i.checkVisibility() && i.naturalWidth)"


def png(width: int, height: int, colour: str) -> bytes:
    data = io.BytesIO()
    PIL.Image.new("RGB", (width, height), colour).save(data, "PNG")
    return data.getvalue()


MEDIA = {
    "red.png": png(400, 400, "red"),
    "blue.png": png(400, 400, "blue"),
    "view.png": png(1200, 300, "green"),
}


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


@pytest.fixture
def shown(browser, learner):
    """`shown(device, id, place)`: the sides of that card, shown one after the other."""
    made = release(bank_of(*QUESTIONS), media=MEDIA)
    learner.imports(made)
    browser.files |= {path.name: path.read_bytes() for path in Path(learner.col.media.dir()).iterdir()}

    def run(device, id, place=0):
        screen = device(browser)
        for side in sides(learner.note(id).cards()[place]):
            screen.show(side)
            assert faults(browser) == []
            yield [html.unescape(alt) for alt in browser.ask(f"{SEEN}.map(i => i.alt)")]

    return run


def test_every_file_arrives_once_under_a_name_that_tells_nothing(learner):
    learner.imports(release(bank_of(*QUESTIONS), media=MEDIA))
    files = {path.name: path.read_bytes() for path in Path(learner.col.media.dir()).iterdir()}

    assert sorted(files.values()) == sorted(MEDIA.values())
    assert all(re.fullmatch(r"quizmill-[0-9a-f]{32}\.png", name) for name in files)
    assert learner.col.media.check().missing == []
    learner.check()


@pytest.mark.parametrize("device", [Desktop, Phone])
def test_a_choice_shows_them_in_texts_hint_options_and_reasons(browser, shown, device):
    front, back = shown(device, "choice")
    red, blue, view = 'A "red" square: <i>', "A blue square", "A view"

    assert sorted(front) == sorted([view, view, red, blue])  # the hint's is folded
    assert sorted(back) == sorted([view, view, view, red, blue])
    browser.ask("document.querySelector('.options summary').click()")
    assert "Blue" in browser.ask(f"{SEEN}.map(i => i.alt)")


def test_credits_are_literal_and_below_their_pictures(browser, shown):
    next(shown(Phone, "choice"))
    found = browser.ask(
        "[...document.querySelectorAll('.credit')].map(c => [c.textContent, "
        "c.getBoundingClientRect().top >= c.previousElementSibling.getBoundingClientRect().bottom])"
    )

    assert found == [["Ann {c1} [latex] <b>, CC BY", True]]
    assert "![A {{c1::view}} & <b>](view.png)" in browser.ask(
        "document.querySelector('.context').textContent"
    )


def test_an_option_is_no_higher_than_nine_lines_of_the_page(browser, shown):
    next(shown(Desktop, "choice"))

    assert set(browser.ask(f"{SEEN}.filter(i => i.closest('.option')).map(i => i.clientHeight)")) == {144}


def test_words_above_a_picture_begin_beside_their_letter(browser, shown):
    next(shown(Phone, "choice"))
    words, option = browser.ask(
        "(e => [e, e.closest('li')].map(each => each.getBoundingClientRect().top))"
        "(document.querySelector('.option em'))"
    )

    assert words - option < 16


def test_a_blank_leaves_the_picture_beside_it(shown):
    assert list(shown(Phone, "blanks")) == [["A square"], ["A square"]]


def test_a_pair_hides_its_own_picture_alone(shown):
    red, blue = "A red square: 1", "A blue square: 2"

    assert list(shown(Phone, "pairs", 0)) == [[red, blue], [red]]
    front, back = shown(Phone, "pairs", 1)
    assert sorted(front) == sorted([red, blue])
    assert back == [blue]


def test_a_step_hides_its_own_picture(shown):
    front, back = shown(Phone, "steps", 0)
    assert (sorted(front), back) == (["Blue", "Red"], ["Red"])
    front, back = shown(Phone, "steps", 1)
    assert (sorted(front), sorted(back)) == (["Blue", "Red"], ["Blue", "Red"])  # one is before the other
