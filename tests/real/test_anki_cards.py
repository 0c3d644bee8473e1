"""The cards as a learner sees and handles them: rendered by the real Anki, shown by a real browser."""

from __future__ import annotations

import re

import pytest

from anki_decks import NINE, bank_of, release, reworded
from quizmill.bank.model import (
    Bank,
    Compare,
    Distractor,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    ShortAnswer,
    Topic,
)
from quizmill.compose.arrange import Arranger
from quizmill.grade import Text, Verdict, mark
from quizmill.words import words_in

pytest.importorskip("anki")

from anki_screen import Desktop, Phone, read, sides

LETTERED = MultipleChoice(
    id="many",
    prompt="Which?",
    answer="Assam",
    distractors=tuple(
        Distractor(text=text, why=f"Not {text}.") for text in ("Ceylon", "Darjeeling", "Keemun")
    ),
)
PINNED = reworded(LETTERED, id="pinned", pin_last=True)
FIXED = reworded(LETTERED, id="fixed", shuffle=False, place=2)
ASCENDING = MultipleChoice(
    id="ascending",
    prompt="When?",
    answer="1869",
    distractors=(Distractor(text="1834"), Distractor(text="1900")),
)
SEVERAL = MultipleResponse(
    id="several",
    prompt="Select two.",
    answers=("Oolong", "Pu-erh"),
    distractors=(Distractor(text="Rooibos"), Distractor(text="Mate", why="A holly.")),
)
ACCENTED = ShortAnswer(id="accented", prompt="Who?", answer="Émile “Zola”", accept=("The author of *Nana*",))
MINUS = Numerical(id="minus", prompt="How cold?", answer="-5")
POWER = ShortAnswer(id="power", prompt="How many?", answer="10²")
CODE = MultipleChoice(
    id="code",
    prompt="Which?",
    answer="`Map`",
    distractors=(Distractor(text="`map`"), Distractor(text="`  map`")),
)
LINES = Matching(id="lines", prompt="Join.", pairs=(("inside", "`  n += x`"), ("outside", "`n += x`")))
STRICT = (
    ShortAnswer(id="flag", prompt="Which flag?", answer="`-v`", accept=("the verbose flag",)),
    ShortAnswer(id="gap", prompt="Which line?", answer="`a  b`"),
    ShortAnswer(id="salt", prompt="Which formula?", answer="NaCl", compare=Compare.CASE),
    ShortAnswer(id="soul", prompt="Spell it.", answer="âme", compare=Compare.SPELLING),
    ShortAnswer(id="lines-of", prompt="How does it begin?", answer="To be", compare=Compare.CHARACTERS),
)
QUESTIONS = (*NINE, LETTERED, PINNED, FIXED, ASCENDING, SEVERAL, ACCENTED, MINUS, POWER, CODE, LINES, *STRICT)


def options(browser):
    return browser.ask("[...document.querySelectorAll('.options .option')].map(e => e.innerText)")


def option(text):
    """A selector cannot look for words, so the option is given a name first."""
    return (
        "[...document.querySelectorAll('.options li, .choices li')]"
        f".find(e => e.innerText.startsWith('{text}')).id = 'wanted'"
    )


def choose(browser, *texts):
    for text in texts:
        browser.ask(option(text))
        browser.click("#wanted")
        browser.ask("document.getElementById('wanted').removeAttribute('id')")


def orders_of(screen, card, times=12):
    found = []
    for _ in range(times):
        screen.show(sides(card)[0])
        found.append(tuple(options(screen.browser)))
    return found


WRITTEN = {"Assam", "Ceylon", "Darjeeling", "Keemun"}


@pytest.mark.parametrize("device", [Desktop, Phone])
def test_without_scripts_a_choice_is_whole(browser, card, device):
    screen = device(browser, script=False)
    front, back = sides(card("many"))

    screen.show(front)
    assert set(options(browser)) == WRITTEN
    screen.show(back)
    assert set(options(browser)) == WRITTEN
    assert read(browser, ".right .option") == ["Assam"]
    assert read(browser, ".right .verdict") == ["✓ right"]
    assert read(browser, ".wrong .why") == []
    browser.ask("document.querySelectorAll('.wrong summary').forEach(summary => summary.click())")
    assert sorted(read(browser, ".wrong .why")) == ["Not Ceylon.", "Not Darjeeling.", "Not Keemun."]


def test_options_come_in_a_new_order_each_time(screen, card):
    orders = orders_of(screen, card("many"))

    assert all(set(order) == WRITTEN for order in orders)
    assert len(set(orders)) > 3
    assert {order.index("Assam") for order in orders} != {0}


def test_an_option_pinned_last_stays_there(screen, card):
    orders = orders_of(screen, card("pinned"))

    assert {order[-1] for order in orders} == {"Keemun"}
    assert len(set(orders)) > 1


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("fixed", ("Ceylon", "Assam", "Darjeeling", "Keemun")),
        ("ascending", ("1834", "1869", "1900")),
        ("herbs", ("True", "False")),
    ],
)
def test_a_fixed_order_is_kept(screen, card, question, order):
    assert set(orders_of(screen, card(question), times=6)) == {order}


def test_the_order_survives_the_flip(screen, card):
    front, back = sides(card("many"))
    for _ in range(5):
        screen.show(front)
        order = options(screen.browser)
        screen.show(back)

        assert options(screen.browser) == order


def test_a_desktop_that_keeps_nothing_in_the_session_still_has_the_window(browser, card):
    screen = Desktop(browser)
    browser.ask("Storage.prototype.setItem = () => { throw new Error('full') }")
    front, back = sides(card("many"))
    screen.show(front)
    order = options(browser)
    screen.show(back)

    assert options(browser) == order


def test_a_back_whose_front_was_another_cards_stands_as_written(screen, card):
    screen.show(sides(card("pinned"))[0])
    choose(screen.browser, "Assam")
    screen.show(sides(card("fixed"))[1])

    assert options(screen.browser) == ["Ceylon", "Assam", "Darjeeling", "Keemun"]
    assert read(screen.browser, ".outcome") == []


def test_a_right_choice_is_marked_in_words(screen, card):
    front, back = sides(card("many"))
    screen.show(front)
    choose(screen.browser, "Assam")
    assert screen.browser.ask("document.querySelectorAll('[role=radio][aria-checked=true]').length") == 1
    screen.show(back)

    assert read(screen.browser, "[role=status]") == ["✓ Right"]
    assert sorted(read(screen.browser, ".right .verdict")) == ["· your choice", "✓ right"]


def test_a_wrong_choice_is_marked_in_words_beside_what_tempts(screen, card):
    front, back = sides(card("many"))
    screen.show(front)
    choose(screen.browser, "Assam", "Keemun")  # the second takes the place of the first
    screen.show(back)

    assert read(screen.browser, ".outcome.missed") == ["✗ Not right"]
    assert read(screen.browser, ".verdict") in (["✓ right", "✗ your choice"], ["✗ your choice", "✓ right"])
    assert read(screen.browser, ".why") == ["Not Keemun."]  # the others unfold theirs


def test_a_choice_taken_back_is_none(screen, card):
    front, back = sides(card("many"))
    screen.show(front)
    choose(screen.browser, "Assam", "Assam")
    screen.show(back)

    assert read(screen.browser, ".outcome") == []


@pytest.mark.parametrize(
    ("picks", "outcome"),
    [
        (("Oolong", "Pu-erh"), "✓ Right · ✓ 2 / 2"),
        (("Oolong",), "✗ Not right · ✓ 1 / 2"),
        (("Oolong", "Mate"), "✗ Not right · ✓ 1 / 2 · ✗ 1"),
        (("Rooibos", "Mate"), "✗ Not right · ✓ 0 / 2 · ✗ 2"),
    ],
)
def test_several_picks_are_counted(screen, card, picks, outcome):
    front, back = sides(card("several"))
    screen.show(front)
    order = options(screen.browser)
    choose(screen.browser, *picks)
    screen.show(back)

    assert read(screen.browser, ".outcome") == [outcome]
    assert read(screen.browser, ".right .verdict") == [
        words
        for text in order
        if text in ("Oolong", "Pu-erh")
        for words in ("· your choice" if text in picks else "· not chosen", "✓ right")
    ]


def test_true_or_false_is_chosen_too_and_says_what_is_true(screen, card):
    front, back = sides(card("herbs"))
    screen.show(front)
    choose(screen.browser, "True")
    screen.show(back)

    assert read(screen.browser, ".outcome") == ["✗ Not right"]
    assert "An infusion." in read(screen.browser, "section")[0]


def test_alt_and_a_digit_choose_and_ankis_own_keys_do_not(browser, card):
    screen = Desktop(browser)
    front, back = sides(card("fixed"))
    screen.show(front)
    for key, code in (("a", "KeyA"), (" ", "Space"), ("Enter", "Enter"), ("2", "Digit2")):
        browser.press(key, code)
    assert browser.ask("document.querySelectorAll('[aria-checked=true]').length") == 0
    browser.press("¡", "Digit2", alt=True)
    assert read(browser, "[aria-checked=true] .option") == ["Assam"]

    screen.show(back)
    assert read(browser, ".outcome") == ["✓ Right"]
    browser.press("3", "Digit3")
    assert read(browser, ".outcome") == ["✓ Right"]


def test_a_click_leaves_the_space_bar_to_anki(browser, card):
    screen = Desktop(browser)
    screen.show(sides(card("fixed"))[0])
    choose(browser, "Assam")

    assert browser.ask("document.activeElement === document.body")
    browser.press(" ", "Space")
    assert read(browser, "[aria-checked=true] .option") == ["Assam"]


@pytest.mark.parametrize("typed", ["Émile “Zola”", "emile zola", "EMILE  'ZOLA'", "the author of nana"])
def test_an_answer_typed_in_another_case_or_without_accents_is_right(screen, card, typed):
    question = card("accented")
    screen.show(sides(question)[0])
    screen.browser.click("#typeans")
    screen.browser.type(typed)
    screen.show(sides(question, typed)[1])

    assert read(screen.browser, ".outcome") == [f"✓ Right: {' '.join(typed.split())}"]
    assert read(screen.browser, "#typeans") == []


@pytest.mark.parametrize(
    ("question", "typed"), [("minus", "5"), ("power", "102"), ("cargo", "¥900"), ("cargo", "9")]
)
def test_a_look_alike_is_not_right(screen, card, question, typed):
    screen.show(sides(card(question))[0])
    screen.browser.click("#typeans")
    screen.browser.type(typed)
    screen.show(sides(card(question), typed)[1])

    assert read(screen.browser, ".outcome") == []


def test_of_another_answer_nothing_is_said_but_what_anki_shows(screen, card):
    question = card("accented")
    screen.show(sides(question)[0])
    screen.browser.click("#typeans")
    screen.browser.type("Émile Zol")
    screen.show(sides(question, "Émile Zol")[1])

    assert read(screen.browser, ".outcome") == []
    assert screen.browser.ask("document.querySelectorAll('.typeGood').length") > 0


def test_when_nothing_was_typed_the_answer_stands_there_once(screen, card):
    question = card("accented")
    screen.show(sides(question)[0])
    screen.show(sides(question)[1])

    assert screen.browser.ask("document.getElementById('qa').innerText").count("Zola") == 1


def test_a_number_may_be_typed_without_its_commas(screen, card):
    question = card("cargo")
    screen.show(sides(question)[0])
    screen.browser.click("#typeans")
    screen.browser.type("¥9000")
    screen.show(sides(question, "¥9000")[1])

    assert read(screen.browser, ".outcome") == ["✓ Right: ¥9000"]


def test_a_match_is_chosen_from_shuffled_rights(screen, card):
    front, back = sides(card("colours", 1))
    orders = set()
    for _ in range(8):
        screen.show(front)
        orders.add(tuple(read(screen.browser, ".choices li")))
    assert len(orders) > 1
    assert read(screen.browser, ".pairs") == ["Green tea\nBlack tea — [...]\nWhite tea"]
    choose(screen.browser, "dried")
    screen.show(back)

    assert read(screen.browser, ".outcome") == ["✗ You chose: dried"]
    assert read(screen.browser, ".cloze") == ["oxidised"]


def test_only_what_else_fits_the_asked_blank_is_shown(screen, card):
    for place, seen in ((0, []), (1, ["for Cutty Sark: The Cutty Sark"])):
        screen.show(sides(card("year", place))[1])
        assert read(screen.browser, ".accepted li") == seen


@pytest.mark.parametrize(
    ("place", "cue", "choices", "answer"),
    [
        (0, "First", ["Pluck", "Roll", "Wither"], "Pluck"),
        (1, "After: Pluck", ["Roll", "Wither"], "Wither"),
        (2, "After: Wither", ["Pluck", "Roll"], "Roll"),
    ],
)
def test_a_step_is_asked_after_the_one_before_it_with_the_others_to_choose_from(
    screen, card, place, cue, choices, answer
):
    front, back = sides(card("steps", place))
    screen.show(front)
    assert read(screen.browser, ".steps") == [f"[...]\n{cue}"]
    assert sorted(read(screen.browser, ".choices li")) == choices
    choose(screen.browser, answer)
    screen.show(back)

    assert read(screen.browser, ".outcome") == ["✓ Right"]
    assert read(screen.browser, ".steps") == [f"{answer}\n{cue}"]


@pytest.mark.parametrize("device", [Desktop, Phone])
@pytest.mark.parametrize(
    ("question", "place", "front", "back"),
    [
        ("colours", 0, "Green tea — [...]\nBlack tea\nWhite tea", "Green tea — heated"),
        ("year", 0, "In [...] the  was launched.", "In 1869 the  was launched."),
        ("steps", 1, "[...]\nAfter: Pluck", "Wither\nAfter: Pluck"),
    ],
)
def test_a_card_gives_away_nothing_of_its_siblings_until_all_is_unfolded(
    browser, card, device, question, place, front, back
):
    screen, asked = device(browser), ".pairs, .passage, .steps"
    shown = sides(card(question, place))
    screen.show(shown[0])
    assert read(browser, asked) == [front]
    screen.show(shown[1])
    assert read(browser, asked) == [back]
    assert read(browser, ".whole div") == []
    browser.ask("document.querySelector('.whole summary').click()")
    assert len(read(browser, ".whole div")) == 1


def test_other_blanks_are_gaps(screen, card):
    screen.show(sides(card("year", 0))[0])
    gap = "getComputedStyle(document.querySelector('.passage .cloze-inactive'), '::before')"

    assert screen.browser.ask(f"[{gap}.content, {gap}.visibility]") == ['"____"', "visible"]


@pytest.mark.parametrize("language", ["en", "de", "es-MX", "fr", "zh-Hans", "ar", ""])
def test_what_surrounds_a_question_is_said_in_its_language_alone(browser, tmp_path, language):
    """For the eye and for the ear: what is not shown is in no tree that a screen reader reads."""
    from anki_learner import Learner

    learner = Learner(tmp_path)
    learner.imports(release(bank_of(LETTERED, STRICT[0], language=language)))
    words = words_in(language or "en")
    screen = Phone(browser)
    front, back = sides(learner.note("many").cards()[0])
    screen.show(front)
    assert read(browser, ".task") == [words("anki.task.multiple_choice")]
    choose(browser, "Keemun")
    screen.show(back)
    assert read(browser, ".outcome") == [f"✗ {words('anki.not_right')}"]
    assert sorted(read(browser, ".verdict")) == [
        f"✓ {words('anki.right_option')}",
        f"✗ {words('anki.your_choice')}",
    ]
    screen.show(sides(learner.note("flag").cards()[0])[1])
    assert read(browser, "h2") == [words("anki.answer"), words("anki.also_right")]
    learner.col.close()


def test_the_browser_lists_what_is_asked_and_what_is_right_alone(collection, card):
    def listed(question, place=0):
        rendered = card(question, place).render_output(browser=True)
        sides = (rendered.question_text, rendered.answer_text)
        return tuple(" ".join(re.sub("<[^>]*>", " ", side).split()) for side in sides)

    assert listed("plant") == ("From which plant is every true tea made?", "Camellia sinensis")
    assert listed("ship") == ("Which clipper was it?", "Cutty Sark")
    assert listed("why") == ("Why were fast ships dear?", "First tea Taste")
    assert listed("colours", 1) == ("Match each tea to its making.", "oxidised")
    assert listed("steps", 2) == ("Put in order.", "Roll")
    assert listed("year", 1) == ("In ____ the ____ was launched.", "Cutty Sark")


def test_an_option_begins_where_its_own_words_do(browser, tmp_path):
    from anki_learner import Learner

    learner = Learner(tmp_path)
    learner.imports(release(bank_of(reworded(LETTERED, answer="شاي أخضر"))))
    Phone(browser).show(sides(learner.note("many").cards()[0])[0])
    gaps = browser.ask("""[...document.querySelectorAll('.option bdi')].map(e => {
      const range = document.createRange();
      range.selectNodeContents(e);
      const [text, box] = [range, e].map(each => each.getBoundingClientRect());
      return [e.textContent, Math.round(text.left - box.left), Math.round(box.right - text.right)];
    })""")

    assert {text: "right" if left > right else "left" for text, left, right in gaps} == {
        "شاي أخضر": "right",
        **dict.fromkeys(("Ceylon", "Darjeeling", "Keemun"), "left"),
    }
    learner.col.close()


@pytest.mark.parametrize("script", [True, False])
def test_points_are_ticked_and_counted_with_and_without_scripts(browser, card, script):
    screen = Desktop(browser, script=script)
    screen.show(sides(card("why"))[1])
    browser.click(".points label")
    ticked = "document.querySelectorAll('.points input:checked').length"

    assert browser.ask(ticked) == 1
    assert "counter(ticked)" in browser.ask(
        "getComputedStyle(document.querySelector('.points'), '::after').content"
    )


def test_options_that_differ_in_capitals_or_spaces_are_shown_so_and_chosen(screen, card):
    front, back = sides(card("code"))
    screen.show(front)
    texts = "[...document.querySelectorAll('.options li code')].map(e => e.textContent)"
    seen = "[...document.querySelectorAll('.options li code')].map(e => e.innerText)"
    assert set(screen.browser.ask(texts)) == set(screen.browser.ask(seen)) == {"Map", "map", "  map"}
    choose(screen.browser, "Map")
    screen.show(back)

    assert read(screen.browser, ".outcome") == ["✓ Right"]
    assert read(screen.browser, ".right code") == ["Map"]


@pytest.mark.parametrize(("chosen", "told"), [("  n += x", "✓ Right"), ("n += x", "✗ You chose: n += x")])
def test_rights_that_differ_in_their_indentation_are_told_apart(screen, card, chosen, told):
    front, back = sides(card("lines"))
    screen.show(front)
    screen.browser.ask(
        f"[...document.querySelectorAll('.choices li')].find(e => e.textContent === '{chosen}').id = 'wanted'"
    )
    screen.browser.click("#wanted")
    screen.show(back)

    assert read(screen.browser, ".outcome") == [told]


@pytest.mark.parametrize(
    ("question", "typed", "right"),
    [
        ("flag", "-v", True),
        ("flag", " -v ", True),
        ("flag", "-V", False),
        ("flag", "the verbose flag", True),
        ("flag", "The Verbose Flag", True),
        ("gap", "a  b", True),
        ("gap", "a b", False),
        ("salt", "NaCl", True),
        ("salt", "nacl", False),
        ("soul", "Ame", False),
        ("soul", "AME", False),
        ("soul", "ÂME", True),
        ("lines-of", "To be", True),
        ("lines-of", "to be", False),
    ],
)
def test_what_counts_counts_on_a_card_as_it_does_everywhere(screen, card, question, typed, right):
    screen.show(sides(card(question))[0])
    screen.browser.click("#typeans")
    screen.browser.type(typed)
    screen.show(sides(card(question), typed)[1])

    assert read(screen.browser, ".outcome") == ([f"✓ Right: {' '.join(typed.split())}"] if right else [])
    (posed,) = (each for each in QUESTIONS if each.id == question)
    exercise = Arranger(Bank(title="T", namespace="t"), seed=1).exercise(Topic(id="t", title="T"), posed)
    assert (mark(exercise, Text(typed)).verdict is Verdict.RIGHT) is right


def test_what_is_disputed_is_in_view_and_its_source_unfolds(screen, card):
    screen.show(sides(card("plant"))[1])
    source = [
        "A Short Book of Tea\nparagraph 2: All true tea is from one plant. (as of 1870)\nDisputed: Why?"
    ]

    assert read(screen.browser, ".doubt") == ["Disputed: Why?"]
    assert read(screen.browser, ".sources > li") == []
    screen.browser.click("details.source summary")
    assert read(screen.browser, ".sources > li") == source


def test_what_has_no_source_tells_of_itself(screen, card):
    screen.show(sides(card("ship"))[1])
    assert read(screen.browser, "details.source summary") == ["About this card"]
    screen.browser.click("details.source summary")

    assert read(screen.browser, "footer") == ["Tea · ship · 2026-11-22"]
