"""Listings, tables and formulas on cards, as the real Anki hands them to MathJax and a browser shows them."""

from __future__ import annotations

import contextlib
from io import StringIO

import pytest

from quizmill.bank.model import Cloze, Distractor, Matching, MultipleChoice, Ordering

pytest.importorskip("anki")

from anki_screen import Desktop, Phone, faults, read, sides

LONG = "    return items  # a remark that is far too long to stand on a single line of any phone or any card"
CODE = f"def first(items):\n{LONG}\n\n    pass"
PROGRAM = """\
def total(values):
\tif values:
\t\treturn sum([value * 1000 for value in values if value % 2 == 0 and value != 4])  # a "remark" & more

\treturn 0


print(total(range(10)), total([]), r"<b>{{c1::x}}</b> [sound:x.mp3] \\(x\\)")"""
TRACEBACK = """\
  File "marks.py", line 2, in average
    return sum(marks) / len(marks)
           ~~~~~~~~~~~^~~~~~~~~~~~
ZeroDivisionError: division by zero"""
QUESTIONS = (
    MultipleChoice(
        id="all",
        prompt=f"Recall\n\n- `a`,\n- *b*.\n\n```python\n{CODE}\n```\n\n| n | square |\n|---|--:|\n| 1 | "
        + r"\(n^2\) |"
        + "\n\n"
        + r"\[\frac{a}{\sqrt{b}}\] and literally \\(x\\)",
        answer="```\nx = 1\n  y\n```",
        distractors=(Distractor(text=r"\[\frac{1}{2}\]"), Distractor(text="| a |\n|---|\n| 1 |")),
        explanation=f"```\n{CODE}\n```",
    ),
    Cloze(id="listing", text="```python\nfor n in range({{3}}):\n    print({{*n|*m}})\n```"),
    MultipleChoice(
        id="program",
        prompt=f"What does it print?\n```python\n{PROGRAM}\n```\nSay it.",
        answer="12",
        distractors=(Distractor(text="13"),),
    ),
    Cloze(id="formulas", text=r"\(x^{{10}} = {{\frac{a}{\sqrt{b}}}}\) and {{\(\frac{1}{\sqrt{b}}\)}}."),
    MultipleChoice(
        id="error",
        prompt="What is wrong?",
        context=f"```text\n{TRACEBACK}\n```\n\n```text\n{2 * TRACEBACK.splitlines()[1]}\n{'~^' * 40}\n```",
        answer="the list",
        distractors=(Distractor(text="the sum"),),
    ),
    Ordering(id="steps", prompt="Order.", sequence=("```\na\n```", "```\n  b\n```")),
    Matching(id="match", prompt="Join.", pairs=((r"\(x^2\)", r"\(2x\)"), ("a", r"\\(b\)"))),
)
# What MathJax would draw: each text that stands alone between its marks, as it looks for them in the page.
FORMULAS = r"""(() => {
  const found = [], card = document.querySelector('.quizmill');
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const inside = walker.currentNode.parentElement;
    const begins = /\\[(\[]/.test(walker.currentNode.data);
    if (begins && !inside.closest('code, pre, script, .whole')) found.push(inside.textContent);
  }
  return found;
})()"""


def formulas(screen, side):
    screen.show(side)
    return screen.browser.ask(FORMULAS)


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("device", [Desktop, Phone])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_blocks_fit_and_can_be_read(browser, card, device, night, question):
    screen = device(browser, night=night)
    for side in sides(card(question.id)):
        screen.show(side)
        assert faults(browser) == []


def test_a_listing_is_verbatim_in_the_font_of_code(screen, card):
    screen.show(sides(card("all"))[0])
    code = "document.querySelector('.prompt .listing code')"

    assert screen.browser.ask(f"{code}.textContent") == CODE
    assert "monospace" in screen.browser.ask(f"getComputedStyle({code}).fontFamily")
    assert read(screen.browser, ".items li") == ["a,", "b."]
    assert read(screen.browser, ".prompt td, .prompt th") == ["n", "square", "1", r"\(n^{2}\)"]


@pytest.mark.parametrize("device", [Desktop, Phone])
def test_a_program_copied_from_a_card_runs(browser, card, device):
    """What a selection of all of it holds, in which no mark of a broken line is."""
    device(browser).show(sides(card("program"))[0])
    copied = browser.ask("""(() => {
      getSelection().selectAllChildren(document.querySelector('.prompt .listing'));
      return getSelection().toString();
    })()""")

    assert browser.ask("document.querySelectorAll('.prompt .listing .k').length") == 8
    assert copied == PROGRAM
    said = StringIO()
    with contextlib.redirect_stdout(said):
        exec(copied, {})
    assert said.getvalue() == "16000 0 <b>{{c1::x}}</b> [sound:x.mp3] \\(x\\)\n"


def test_a_line_that_is_broken_has_room_for_a_mark_beside_each_line_it_goes_on_in(browser, card):
    Phone(browser).show(sides(card("all"))[0])
    lines = "[...document.querySelectorAll('.prompt .line')]"
    heights = browser.ask(f"{lines}.map(line => Math.round(line.getBoundingClientRect().height / 21.6))")
    marks = browser.ask(f"{lines}.map(line => getComputedStyle(line, '::before').content)")

    assert heights[0] == heights[2] == heights[3] == 1
    assert heights[1] > 2
    assert all("↪" in mark for mark in marks)


def test_a_line_that_points_stands_below_what_it_points_at(screen, card):
    """A traceback fits a phone, in letters that can be read; what is wider is moved within its listing."""
    screen.show(sides(card("error"))[0])
    first, second = screen.browser.ask("""[...document.querySelectorAll('.listing')].map(listing => ({
      heights: new Set([...listing.querySelectorAll('.line')].map(e => e.getClientRects().length)).size,
      hidden: listing.scrollWidth - listing.clientWidth,
      letters: parseFloat(getComputedStyle(listing.querySelector('code')).fontSize),
    }))""")

    assert (first["heights"], first["hidden"]) == (1, 0)
    assert first["letters"] >= 12
    assert second["heights"] == 1
    assert second["letters"] >= 11
    assert second["hidden"] > 0 or not screen.phone
    assert read(screen.browser, ".listing")[0] == TRACEBACK


def test_the_line_that_was_asked_for_is_as_wide_as_the_others_and_set_apart(screen, card):
    screen.show(sides(card("steps", 1))[1])
    asked, (left, wide, ground) = screen.browser.ask("""[...document.querySelectorAll('.steps .listing')]
      .filter(e => e.checkVisibility()).map(e => {
      const box = e.getBoundingClientRect();
      return [Math.round(box.left), Math.round(box.width), getComputedStyle(e).backgroundColor];
    })""")

    assert asked[:2] == [left, wide]
    assert asked[2] != ground


def test_only_what_is_meant_as_mathematics_is_drawn(screen, card):
    front, back = sides(card("all"))

    assert sorted(formulas(screen, front)) == sorted(
        [r"\(n^{2}\)", r"\[\frac{a}{\sqrt{b} }\]", r"\[\frac{1}{2}\]"]
    )
    assert set(formulas(screen, back)) == {r"\(n^{2}\)", r"\[\frac{a}{\sqrt{b} }\]", r"\[\frac{1}{2}\]"}


def test_a_blank_in_a_listing_is_asked_in_its_place(screen, card):
    screen.show(sides(card("listing", 1))[0])
    assert read(screen.browser, ".listing") == ["for n in range():\n    print([...])"]

    screen.show(sides(card("listing", 1))[1])
    assert read(screen.browser, ".listing") == ["for n in range():\n    print(*n)"]
    assert read(screen.browser, ".cloze") == ["*n"]
    assert read(screen.browser, ".accepted li") == ["for *n: *m"]


@pytest.mark.parametrize(
    ("place", "asked", "told"),
    [
        (0, r"\(x^{[...]}=\frac{a}{\sqrt{b} } \)", r"\(\frac{1}{\sqrt{b} }\)"),
        (1, r"\(x^{10}=[...]\)", r"\(\frac{1}{\sqrt{b} }\)"),
        (2, r"\(x^{10}=\frac{a}{\sqrt{b} } \)", None),
    ],
)
def test_a_blank_in_a_formula_is_asked_in_its_place(screen, card, place, asked, told):
    front, back = sides(card("formulas", place))

    assert formulas(screen, front) == [formula for formula in (asked, told) if formula]
    assert formulas(screen, back) == [r"\(x^{10}=\frac{a}{\sqrt{b} } \)", r"\(\frac{1}{\sqrt{b} }\)"]


def test_a_match_is_told_apart_though_mathjax_has_drawn_over_it(screen, card):
    front, back = sides(card("match", 0))
    screen.show(front)
    # As MathJax leaves a page: what stood there is gone.
    screen.browser.ask("document.querySelectorAll('.choices .mathematics').forEach(e => e.textContent = 'x')")
    screen.browser.ask(
        "[...document.querySelectorAll('.choices li')].find(e => e.innerText[0] === 'x').click()"
    )
    screen.show(back)
    assert read(screen.browser, ".outcome") == ["✓ Right"]

    screen.show(front)
    screen.browser.ask(
        "[...document.querySelectorAll('.choices li')].find(e => /b/.test(e.innerText)).click()"
    )
    assert formulas(screen, back) == [r"\(x^{2}\)", r"\(2x\)"]
    assert read(screen.browser, ".outcome") == [r"✗ You chose: \(b\)"]
