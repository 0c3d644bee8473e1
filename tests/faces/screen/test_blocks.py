"""Texts that are more than words: listings, tables, lists, formulas, pictures in words."""

from __future__ import annotations

import random
import textwrap

import pytest
from textual.content import Content
from textual.css.styles import RulesMap
from textual.style import Style
from textual.visual import RenderOptions

from quizmill.faces.screen.blocks import laid_out, option
from quizmill.faces.screen.listing import Code
from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.signs import ASCII, SYMBOLS
from quizmill.faces.text import cells

PEN = Pen(SYMBOLS)
PLAIN = Pen(ASCII, "ascii")


def shown(visual, width: int) -> str:
    """What is seen of it in so many columns."""
    options = RenderOptions(lambda style: Style(), RulesMap())
    strips = visual.render_strips(width, None, Style(), options)
    assert len(strips) == visual.get_height({}, width)
    assert all(strip.cell_length <= width for strip in strips)
    return "\n".join(strip.text.rstrip() for strip in strips)


def lines(text: str) -> str:
    return textwrap.dedent(text).strip("\n")


def test_a_listing_is_verbatim_behind_its_edge():
    text = "Look:\n```python\nif [b]x[/b]:\n\n    return  *y*\n\tz\n```\nSo."
    assert shown(laid_out(text, PEN), 40) == lines("""
        Look:

        │ if [b]x[/b]:
        │
        │     return  *y*
        │     z

        So.
    """)


def test_a_line_of_a_listing_that_is_too_long_goes_on_below_behind_a_sign():
    text = "```\nprint('the quick')\n    小米科技有\n```"
    assert shown(laid_out(text, PEN), 13) == lines("""
        │ print('the
        ↪  quick')
        │     小米科
        ↪ 技有
    """)
    assert shown(laid_out(text, PLAIN), 13) == lines("""
        | print('the
        \\  quick')
        |     ??????
        \\ ????
    """)


def test_the_ground_of_a_listing_is_as_wide_as_there_is_room():
    code = laid_out("```\na\n\nlonger\n```", PEN)
    assert [line.cell_length for line in code.made_for(30)] == [30, 30, 30]
    assert code.get_optimal_width({}, 80) == len("│ longer ")


def test_an_empty_listing_is_seen_too():
    assert shown(laid_out("```\n```", PEN), 10) == "│"


def test_nothing_of_a_listing_is_ever_lost():
    chance = random.Random(7)
    for _ in range(300):
        code = "".join(chance.choices("ab (\u0301\u200b小😀\u00a0", k=chance.randrange(40)))
        for width in (5, 8, 40):
            made = Code(Content(code), SYMBOLS).made_for(width)
            assert "".join(line.plain[2:].rstrip(" ") for line in made).replace(" ", "") == code.replace(
                " ", ""
            )
            assert all(line.cell_length <= width for line in made)


TABLE = """
| name | holds | least |
|:-----|:-----:|------:|
| `a`  | one \\| two | 1 |
| b    |       | **100** |
"""


def test_a_table_stands_in_columns():
    assert shown(laid_out(TABLE, PEN), 40) == lines("""
        name │   holds   │ least
        ─────┼───────────┼──────
        a    │ one | two │     1
        b    │           │   100
    """)
    assert shown(laid_out(TABLE, PLAIN), 40) == lines("""
        name |   holds   | least
        -----+-----------+------
        a    | one | two |     1
        b    |           |   100
    """)


def test_cells_are_wrapped_where_there_is_no_room_with_a_stroke_between_rows():
    table = "| word | what it means |\n|---|---|\n| loop | again and again |\n| branch | this or that |"
    assert shown(laid_out(table, PEN), 20) == lines("""
        word   │ what it
               │ means
        ───────┼────────────
        loop   │ again and
               │ again
        ───────┼────────────
        branch │ this or
               │ that
    """)


def test_a_table_whose_words_find_no_room_is_told_row_by_row():
    table = "| tea | temperature |\n|---|---|\n| gunpowder | eighty |\n| pu-erh | |"
    assert shown(laid_out(table, PEN), 15) == lines("""
        tea: gunpowder
        temperature:
        eighty

        tea: pu-erh
        temperature:
    """)


def test_a_table_of_a_head_alone():
    assert shown(laid_out("| a | b |\n|---|---|", PEN), 20) == "a │ b\n──┼──"
    assert shown(laid_out("| aaaaaaaa | bbbbbbbb |\n|---|---|", PEN), 10) == "aaaaaaaa:\nbbbbbbbb:"


def test_lists_hang_behind_their_bullets_and_numbers():
    text = "Both:\n- the first of them,\n  as *said*\n    - deeper\n- the second"
    assert shown(laid_out(text, PEN), 16) == lines("""
        Both:
        • the first of
          them,
          as said
            - deeper
        • the second
    """)
    assert shown(laid_out("9. nine\n10. ten", PLAIN), 16) == " 9. nine\n10. ten"


def test_one_item_is_text():
    assert shown(laid_out("- 40 degrees", PEN), 20) == "- 40 degrees"


def test_paragraphs_formulas_and_pictures_stand_apart():
    text = "One\nline.\n\nMass \\(m\\):\n\n\\[E = m\\]\n\n![A *red* curve](curve.png)\n![](bare.png)"
    mass, formula = PEN.marked("\\(m\\)").plain, PEN.marked("\\[E = m\\]").plain
    assert shown(laid_out(text, PEN), 40) == lines(f"""
        One
        line.

        Mass {mass}:

          {formula}

        [Picture: A *red* curve]

        [Picture: bare.png]
    """)


def test_an_option_is_a_block_as_a_whole_or_words():
    assert shown(option("```\nif x:\n    y\n```", PEN), 20) == "│ if x:\n│     y"
    assert shown(option("| a |\n|---|\n| 1 |", PEN), 20) == "a\n─\n1"
    assert shown(option("- 40\n- 50", PEN), 20) == "- 40\n- 50"
    assert shown(option("![A *cat*](cat.png)", PEN), 20) == "[Picture: A *cat*]"
    assert shown(option("*This*\n![A cat](cat.png)", PEN), 20) == "This\n[Picture: A cat]"
    assert option("\\[x\\]", PEN).plain == PEN.marked("\\(x\\)").plain


TOPIC = r"""
title: Blocks
questions:
  - id: loop
    type: multiple_choice
    context: |
      Read this.

      ```python
      def total(numbers):
          found = 0
          for number in numbers:
              found += number  # [bold]only[/] what is there, whatever its sign may be, and \ue01b[31m
          return found
      ```

      | name | what it holds |
      |------|---------------|
      | found | the sum of what was seen |
    prompt: |
      What does this give?

      ```
      total([1, -2, 3])
      ```
    answer: "```\nif found:\n    return 2\n```"
    distractors:
      - {text: "```\nif found:\n    return 6\n```", why: The negative is taken as positive.}
      - "| a | b |\n|---|---|\n| 1 | 2 |"
      - '`4`, or *so*'
    explanation: |
      What is below nothing counts:

      1. one
      2. three

      ![The two numbers that remain](sum.png)
    facts: [tea-book/leaf]

  - id: gaps
    type: cloze
    text: |
      Fill *what {{is}}* missing:

      ```python
      while {{True}}:
          {{total|sum}}([1, 2])  # {"a": 1} ⠀⠁
      ```

      | {{head}} | b |
      |----------|---|
      | 1 | `{{2}}` |
    explanation: So it is.
    facts: [tea-book/leaf]

  - id: steps
    type: ordering
    prompt: Put them in order.
    sequence: ["```\nx = [\n    1,\n]\n```", x.append(2), "```\nfor y in x:\n    print(y)\n```"]
    explanation: A list first.
    facts: [tea-book/leaf]

  - id: joined
    type: matching
    prompt: Join them.
    pairs: [["```\na = 1\nb = 2\n```", three], [two, "```\nc()\n```"]]
    extra: [four]
    explanation: As it is.
    facts: [tea-book/leaf]

  - id: several
    type: multiple_response
    prompt: Which two are loops?
    answers: ["```\nwhile x:\n    pass\n```", for]
    distractors: ["```\nif x:\n    pass\n```"]
    explanation: They run again.
    facts: [tea-book/leaf]
""".replace(r"\ue01b", "\ue01b")


@pytest.fixture
def blocks(sit):
    return lambda story, *ids, **more: sit(story, *ids, topics={"tea": TOPIC}, **more)


def area(learner):
    return learner.app.screen._stage.area


def test_listings_as_options_are_chosen_and_marked(blocks):
    async def story(learner):
        shown = await learner.seen()
        assert "│     for number in numbers:" in shown
        assert "[bold]only[/]" in shown
        assert "␛[31m" in shown
        key = area(learner).exercise.key[0]
        other = next(i for i, each in enumerate(area(learner).exercise.options) if "6" in each)
        assert f"{'abcd'[key]}. │ if found:\n" in shown
        shown = await learner.press("abcd"[other])
        assert "\n      │     return 6\n      ✗ your answer\n" in shown
        assert "\n      │     return 2\n      ✓ right\n" in shown
        assert "Answer:" not in shown  # it is marked above
        assert "▌         1. one" in shown
        assert "[Picture: The two numbers that remain]" in shown

    blocks(story, "loop", size=(80, 60))


def test_the_ground_of_a_listing_lets_the_row_with_the_cursor_be_seen(blocks):
    async def story(learner):
        row = next(row for row in area(learner).rows if "6" in area(learner).exercise.options[row.index])
        grounds = []
        for place in (None, row.index):
            area(learner).point(place)
            await learner.seen()
            strip = learner.strips()[row.region.y]
            grounds += [part.style.bgcolor for part in strip if "if found" in part.text]
        paper, chosen = grounds
        assert paper != chosen

    blocks(story, "loop", size=(80, 60))


def test_steps_that_are_listings_are_moved(blocks):
    async def story(learner):
        steps = area(learner)
        first = steps.text.split()[0]
        shown = await learner.press("space down")
        assert steps.text.split()[1] == first
        assert f"moving {first}." in shown
        assert "│     print(y)" in shown
        assert "│ x = [" in shown
        assert "│     1," in shown
        shown = await learner.press("enter")
        assert "│     1," in shown
        assert "you put it at" in shown or "in place" in shown

    blocks(story, "steps", size=(80, 40))


def test_a_listing_is_dragged_to_another_place(blocks):
    async def story(learner):
        steps = area(learner)
        before = steps.text.split()
        await learner.pilot.mouse_down(steps.rows[0])
        await learner.pilot.mouse_up(steps.rows[2], offset=(1, 0))
        await learner.seen()
        assert steps.text.split() == [before[1], before[2], before[0]]

    blocks(story, "steps", size=(80, 40))


def test_sides_that_are_listings_are_joined(blocks):
    async def story(learner):
        options = area(learner).exercise.options
        shown = await learner.seen()
        assert " ▸ 1. │ a = 1\n      │ b = 2\n      → ?\n   2. two → ?" in shown
        three, call = options.index("three"), next(i for i, each in enumerate(options) if "c()" in each)
        shown = await learner.press(f"{'abc'[three]} {'abc'[call]}")
        assert f"      │ b = 2\n      → {'abc'[three]}. three\n" in shown
        assert f" ▸ 2. two\n      → {'abc'[call]}. │ c()" in shown
        shown = await learner.press("enter")
        assert "✓ Right" in shown
        assert f"      → {'abc'[three]}. three\n      ✓ right" in shown
        assert f"goes with {'abc'[call]}. │ c()" in await learner.press("enter enter")

    blocks(story, "joined", size=(80, 40))


def test_listings_are_ticked(blocks):
    async def story(learner):
        place = next(i for i, each in enumerate(area(learner).exercise.options) if "while" in each)
        assert f"☑ {'abc'[place]}. │ while x:" in await learner.press("abc"[place])
        shown = await learner.press("enter")
        assert "✓ right\n" in shown
        assert "✓ right, not ticked" in shown

    blocks(story, "several", size=(80, 40))


def test_gaps_are_filled_where_they_stand(blocks):
    async def story(learner):
        shown = await learner.seen()
        assert "Fill what __1__ missing:" in shown
        assert '│ while __2__:\n │     __3__([1, 2])  # {"a": 1} ⠀⠁' in shown
        assert "__4__ │ b\n ──────┼──────\n 1     │ __5__" in shown
        await learner.type("is\nTrue\nsum\n*h*\n")
        shown = await learner.type("3")
        assert "Fill what is missing:" in shown
        assert '│ while True:\n │     sum([1, 2])  # {"a": 1} ⠀⠁' in shown
        assert " *h* │ b\n ────┼──\n 1   │ 3" in shown
        shown = await learner.press("enter")
        assert "while True✓:" in shown
        assert "3✗" in shown
        assert "▌ Answer: 4. head\n ▌         5. 2\n" in shown

    blocks(story, "gaps", size=(80, 50))


def test_gaps_are_filled_where_there_is_ascii_alone(blocks):
    async def story(learner):
        shown = await learner.type("is")
        assert shown.isascii()
        assert "| while __2__:" in shown

    blocks(story, "gaps", size=(80, 50), pen=PLAIN)


@pytest.mark.no_cover  # it takes most of the time
@pytest.mark.parametrize("size", [(40, 15), (80, 24), (200, 60)])
@pytest.mark.parametrize("question", ["loop", "gaps", "steps", "joined", "several"])
def test_all_of_it_can_be_read_in_every_size(blocks, question, size):
    """Every letter of every text is found on one screenful or another."""

    async def story(learner):
        await learner.press("pageup pageup pageup pageup pageup")
        seen = await learner.seen()
        screens = [seen]
        while "PgDn" in seen:
            screens.append(seen := await learner.press("pagedown"))
            assert len(screens) < 20
        assert all(cells(line) <= size[0] for each in screens for line in each.split("\n"))
        letters = "".join(screens)
        for needed in NEEDED[question]:
            assert needed in letters

    blocks(story, question, size=size)


NEEDED = {
    "loop": [
        "def total",
        "and ",
        "return found",
        "what it",
        "seen",
        "total([1",
        "return 2",
        "return 6",
        " so",
    ],
    "gaps": ["Fill what", "while __2__", "__3__", "__4__", "__5__", " 5."],
    "steps": ["x = [", "    1,", "x.append(2)", "print(y)"],
    "joined": ["a = 1", "b = 2", "two", "c()", "four"],
    "several": ["while x:", "if x:", "    pass", "for"],
}


def test_that_there_is_more_below_is_said_of_a_question_too(blocks):
    async def story(learner):
        shown = await learner.seen()
        assert " 5." not in shown
        assert "PgDn read on" in shown
        shown = await learner.press("pagedown")
        assert " 5." in shown
        assert "PgDn" not in shown

    blocks(story, "gaps", size=(40, 15))


def test_without_colour_the_edge_sets_code_off(blocks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(learner):
        assert "│     for number in numbers:" in await learner.seen()

    blocks(story, "loop", size=(80, 60))
