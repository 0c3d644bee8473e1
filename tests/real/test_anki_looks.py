"""How cards look: whole, legible and harmless, whatever is written on them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anki_decks import NINE, bank_of, release, reworded
from quizmill.bank.default import shipped_bank
from quizmill.bank.html import printable
from quizmill.bank.load import load_bank
from quizmill.bank.markup import escape, plain
from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Image,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Point,
    ShortAnswer,
    Topic,
    TrueFalse,
)
from quizmill.export.anki import html

pytest.importorskip("anki")

from anki_learner import Learner
from anki_screen import Desktop, Phone, faults, read, sides

LETTERED = MultipleChoice(
    id="many",
    prompt="Which?",
    answer="Assam",
    distractors=tuple(
        Distractor(text=text, why=f"Not {text}.") for text in ("Ceylon", "Darjeeling", "Keemun")
    ),
)
LONG = "Zeichen ohne Ende " * 555 + "x" * 400
STRANGE = (
    "<script>document.title='run'</script> <img src=http://evil.example/x onerror=document.title='run'> "
    r"{{c1::gap}} {{Prompt}} [sound:a.mp3] [[type:Answer]] \(\href{x}{y}\) \(x \[y --> <!-- & &amp; ' "
    '" </main></style> 雷军 😀 مرحبا بالعالم std::vector'
)
MARKED = escape(STRANGE)
HOSTILE = (
    MultipleChoice(
        id="h-choice",
        prompt=MARKED,
        answer=MARKED,
        distractors=(Distractor(text=LONG, why=MARKED),),
        hint=MARKED,
    ),
    MultipleResponse(id="h-several", prompt=LONG, answers=(MARKED,), distractors=(Distractor(text="b"),)),
    TrueFalse(id="h-false", prompt=MARKED, answer=False, correction=MARKED),
    ShortAnswer(id="h-short", prompt=MARKED, answer=MARKED, accept=(LONG,)),
    Numerical(id="h-number", prompt=MARKED, answer="5", unit=STRANGE),
    Essay(id="h-essay", prompt=MARKED, points=(Point(point=MARKED),)),
    Matching(id="h-match", prompt=MARKED, pairs=((MARKED, MARKED + "!"), ("a", LONG)), extra=("c",)),
    Ordering(id="h-order", prompt=MARKED, sequence=(MARKED, LONG, "c")),
    Cloze(
        id="h-cloze",
        text="A </main> [sound:a.mp3] {{<b>1869</b> \\(z\\) ::}} مرحبا {{x|y}}.",
        explanation=MARKED,
    ),
)
QUESTIONS = (*NINE, LETTERED, *HOSTILE)

# Where the nth character of the outcome stands; and how many dots of the foot begin a line.
LEFT = """window.left = n => {
  const said = document.querySelector('.outcome [lang=en]');
  const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && n >= walker.currentNode.length) n -= walker.currentNode.length;
  const range = document.createRange();
  range.setStart(walker.currentNode, n);
  range.setEnd(walker.currentNode, n + 1);
  return range.getBoundingClientRect().left;
}"""
DOTS_AT_THE_START = """(() => {
  const seen = [], range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector('footer'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) [...walker.currentNode.data].forEach((letter, n) => {
    range.setStart(walker.currentNode, n);
    range.setEnd(walker.currentNode, n + 1);
    if (letter.trim()) seen.push({ letter, box: range.getBoundingClientRect() });
  });
  const fallen = (each, n) => each.letter === '·' && each.box.top > seen[n - 1].box.bottom - 2;
  return seen.filter(fallen).length;
})()"""


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


@pytest.mark.parametrize("question", HOSTILE, ids=lambda question: question.id)
def test_hostile_text_is_seen_as_written_and_does_nothing(screen, collection, question):
    (note,) = collection.find_notes(f"Id:{question.id}")
    for each in collection.get_note(note).cards():
        for side in sides(each):
            screen.show(side)
            seen = screen.browser.ask("document.querySelector('.quizmill').textContent")
            wanted = LONG if question.id == "h-several" else STRANGE
            if question.id != "h-cloze" or "back" in side.partition("<main")[2][:40]:
                assert wanted in seen
            assert screen.browser.ask("document.title") == ""
            assert (
                screen.browser.ask("document.querySelectorAll('.quizmill img, .quizmill script').length") == 0
            )
            assert screen.browser.ask("document.querySelectorAll('main').length") == 1
            assert faults(screen.browser) == []


@given(st.text())
def test_any_text_is_seen_as_written(browser, text):
    element = f"Object.assign(document.createElement('p'), {{innerHTML: {json.dumps(html.text(text))}}})"
    with_lines = "p.querySelectorAll('br').forEach(b => b.replaceWith('\\n'))"
    seen = browser.ask(f"(p => {{ {with_lines}; return p.textContent; }})({element})")

    assert seen == printable(plain(text))


def test_hostile_blanks_are_seen_as_written(screen, card):
    screen.show(sides(card("h-cloze"))[1])

    assert read(screen.browser, ".passage") == ["A </main> [sound:a.mp3] <b>1869</b> \\(z\\) :: مرحبا ."]


@pytest.mark.parametrize("question", NINE, ids=lambda question: question.id)
def test_large_letters_need_no_scrolling_sideways(browser, card, question):
    screen = Phone(browser)
    for side in sides(card(question.id)):
        screen.show(side)
        browser.ask("document.documentElement.style.fontSize = '250%'")
        assert browser.ask("getComputedStyle(document.querySelector('.quizmill')).fontSize") == "45px"
        assert faults(browser) == []


@pytest.mark.parametrize("device", [Desktop, Phone])
def test_at_night_the_ground_is_the_cards_own(browser, card, device):
    screen = device(browser, night=True)
    screen.show(sides(card("plant"))[0])

    assert browser.ask("getComputedStyle(document.body).backgroundColor") == "rgb(29, 31, 34)"


def test_a_picture_is_seen_and_fits_and_has_words_for_who_cannot(browser, learner):
    drawing = io.BytesIO()
    PIL.Image.new("RGB", (1200, 300), "#123456").save(drawing, "PNG")
    question = reworded(LETTERED, image=Image(file="leaf.png", alt='A "leaf" & <b>'))
    learner.imports(release(bank_of(question), media={"leaf.png": drawing.getvalue()}))
    (name,) = (path.name for path in Path(learner.col.media.dir()).iterdir())
    browser.files[name] = drawing.getvalue()
    for side in sides(learner.note("many").cards()[0]):
        Phone(browser).show(side)
        width, alt = browser.ask("(i => [i.clientWidth, i.alt])(document.querySelector('img'))")
        assert re.fullmatch(r"quizmill-[0-9a-f]{32}\.png", name)
        assert (width, alt) == (366, 'A "leaf" & <b>')


def test_a_withdrawn_question_says_so_and_nothing_else(browser, learner):
    first = release(bank_of(*NINE))
    learner.imports(first)
    cards = [learner.note(id).cards()[0] for id in ("plant", "ship", "colours")]
    learner.imports(release(bank_of(NINE[2]), day=1, after=first))
    for each in cards:
        for side in sides(learner.col.get_card(each.id)):
            Phone(browser).show(side)
            assert read(browser, ".prompt")[0].startswith("Withdrawn: this question is no longer")
            assert [words for words in read(browser, ".task, h2, .options, .passage") if words] == []


def test_text_from_right_to_left_stands_on_the_right(browser, learner):
    question = reworded(LETTERED, prompt="أي شاي؟", answer="أسام")
    learner.imports(release(bank_of(question, language="ar")))
    Phone(browser).show(sides(learner.note("many").cards()[0])[0])
    prompt = (
        "const range = document.createRange(); range.selectNodeContents(document.querySelector('.prompt'));"
    )

    assert browser.ask(f"(() => {{ {prompt} return range.getBoundingClientRect().right; }})()") > 370
    assert browser.ask("document.querySelector('.options li .option').getBoundingClientRect().right") < 350


def test_what_is_typed_never_turns_a_card_round(screen, card):
    screen.show(sides(card("ship"), typed="سفينة")[1])

    assert screen.browser.ask("getComputedStyle(document.querySelector('.typed')).direction") == "ltr"


def test_a_verdict_in_english_reads_from_left_to_right_on_a_card_that_does_not(browser, learner):
    learner.imports(release(bank_of(NINE[1], language="ar")))
    front, back = sides(learner.note("true-teas").cards()[0])
    Phone(browser).show(front)
    browser.click(".options li")
    Phone(browser).show(back)
    browser.ask(LEFT)
    said = read(browser, ".outcome [data-say]")[0]
    ends = browser.ask(f"[0, {len(said) - 1}].map(left)")

    assert browser.ask("getComputedStyle(document.querySelector('.quizmill')).direction") == "rtl"
    assert said == "Not right"
    assert ends == sorted(ends)


def test_a_back_says_once_whether_it_is_true(screen, card):
    screen.show(sides(card("herbs"))[1])

    assert read(screen.browser, ".options li") == ["True", "False\n✓ right"]
    assert read(screen.browser, ".at-glance") == []


def test_what_else_is_right_takes_as_few_lines_as_it_can(browser, learner):
    learner.imports(release(bank_of(reworded(NINE[3], accept=("Cutty-Sark", "the Cutty", "Sark")))))
    Desktop(browser).show(sides(learner.note("ship").cards()[0])[1])
    tops = "[...document.querySelectorAll('.accepted li')].map(e => e.getBoundingClientRect().top)"

    assert len(set(browser.ask(tops))) == 1
    assert read(browser, ".accepted li") == ["Cutty-Sark", "the Cutty", "Sark"]


def test_a_text_with_blanks_stays_in_its_place_when_the_card_is_turned(screen, card):
    tops = []
    for side in sides(card("year")):
        screen.show(side)
        tops.append(screen.browser.ask("document.querySelector('.passage').getBoundingClientRect().top"))

    assert tops[0] == tops[1]


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_no_line_of_the_foot_begins_with_the_dot_between_two_things(browser, learner, size):
    topic = Topic(id="tea", title="Of tea, and of the ships that carried it home", questions=NINE[:1])
    learner.imports(release(bank_of(topics=(topic,), license="CC-BY-4.0")))
    screen = Phone(browser)
    screen.show(sides(learner.note("plant").cards()[0])[1])
    browser.ask(f"document.documentElement.style.fontSize = '{size}'")
    for width in range(300, 480, 7):
        browser.size(width, 700)
        assert browser.ask(DOTS_AT_THE_START) == 0


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("device", [Desktop, Phone])
@pytest.mark.parametrize("question", [*NINE, LETTERED], ids=lambda question: question.id)
def test_every_text_on_the_screen_has_contrast_enough(browser, card, device, night, question):
    screen = device(browser, night=night)
    front, back = sides(card(question.id), typed="the cutty sack")
    screen.show(front)
    browser.ask("document.querySelectorAll('.options li, .choices li').forEach(e => e.click())")
    assert faults(browser) == []
    screen.show(back)
    assert faults(browser) == []


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    bank = load_bank(shipped_bank()).bank
    learner = Learner(tmp_path_factory.mktemp("shipped"))
    learner.imports(release(bank))
    yield [learner.col.get_card(id) for id in learner.col.find_cards("")]
    learner.col.close()


@pytest.mark.proof
@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_every_card_of_the_shipped_bank_fits_a_narrow_screen_and_can_be_read(browser, shipped, night):
    screen = Desktop(browser, night=night)
    browser.size(390, 700)
    told = {}
    for card in shipped:
        for side in sides(card):
            screen.show(side)
            if faults(browser):
                told[card.note()["Id"]] = faults(browser)

    assert len(shipped) > 400
    assert told == {}
