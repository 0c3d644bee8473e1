"""Listings, tables, lists, formulas and paragraphs on sheets, keys and cards."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import textwrap
from io import StringIO

import pypdfium2.raw as raw
import pytest

from printed import Printed, paper_of
from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Ordering,
    Point,
    ShortAnswer,
)
from quizmill.errors import ExportRefused
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.fonts import Face, faces_for, font
from quizmill.export.paper.composed import shortened, together
from quizmill.export.paper.key import answer_key, answer_keys
from quizmill.export.paper.worksheet import worksheet, worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

PROGRAM = """\
def collatz(n):
    while n != 1:
        if n % 2:
            n = 3 * n + 1

        else:
            n //= 2
        yield n

print(list(collatz(6)))"""
TABLE = "| Metal | Density |\n|---|--:|\n| Iron | 7.87 |\n| `Au` | 19.3 |"


def listing(code: str, language: str = "") -> str:
    return f"```{language}\n{code}\n```"


def ask(prompt: str, **named) -> ShortAnswer:
    return ShortAnswer(id="q", prompt=prompt, answer="x", **named)


def sheet(*questions, **options) -> Printed:
    return Printed(worksheet(paper_of(*questions), WorksheetOptions(**options)))


def key(*questions) -> Printed:
    return Printed(answer_key(paper_of(*questions), WorksheetOptions()))


def cards(*questions) -> Printed:
    return Printed(flashcards(paper_of(*questions), FlashcardOptions()).data)


def copied(found: Printed, page: int = 0) -> list[str]:
    """The lines that a reader copies from a page."""
    return found.document[page].get_textpage().get_text_bounded().splitlines()


def fonts(found: Printed, text: str) -> set[str]:
    """The faces that the characters of a text on the first page are in."""
    page = found.document[0].get_textpage()
    at, count = page.search(text).get_next()
    names = set()
    for index in range(at, at + count):
        buffer = raw.ctypes.create_string_buffer(100)
        raw.FPDFText_GetFontInfo(page, index, buffer, 100, None)
        names.add(buffer.value.decode().partition("+")[2] or buffer.value.decode())
    return names


@pytest.mark.parametrize("made", [sheet, cards])
def test_code_copied_from_a_page_runs(made):
    lines = copied(made(ask(f"What does it print?\n{listing(PROGRAM, 'python')}\nSay it.")))

    start, end = lines.index("def collatz(n):"), lines.index("print(list(collatz(6)))")
    assert lines[start : end + 1] == [line for line in PROGRAM.split("\n") if line]
    assert lines[end + 1] == "Say it."
    assert said("\n".join(lines[start : end + 1])) == "[3, 10, 5, 16, 8, 4, 2, 1]\n"


def test_a_listing_is_in_letters_of_one_width():
    assert fonts(sheet(ask(f"Look:\n{listing('let x = 1;')}")), "let") == {"DejaVuSansMono"}
    assert Face.CODE == "DejaVuSansMono"


def test_keywords_are_bold_and_comments_slanted():
    found = sheet(ask(f"Look:\n{listing('return x  # why', 'python')}"))

    assert [fonts(found, text) for text in ("return", "x", "# why")] == [
        {"DejaVuSansMono-Bold"},
        {"DejaVuSansMono"},
        {"DejaVuSansMono-Oblique"},
    ]


def test_a_sign_that_the_bold_letters_lack_comes_from_the_others():
    assert faces_for(Face.CODE_BOLD)["中"] is Face.HAN
    lacking = [
        sign
        for sign in map(chr, range(0x20, 0x3000))
        if not font(Face.CODE_BOLD).face.charToGlyph.get(ord(sign))
    ]
    assert {faces_for(Face.CODE_BOLD)[sign] is faces_for(Face.CODE)[sign] for sign in lacking} == {True}


def test_a_line_of_ninety_letters_is_one_line():
    line = "x = [" + ", ".join(["value"] * 12) + "]"

    assert 80 < len(line) <= 90
    assert line in copied(sheet(ask(f"Look:\n{listing(line)}")))


def said(code: str) -> str:
    """What a program prints."""
    out = StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {})
    return out.getvalue()


LONG = """\
def total(values):
\tif values:
\t\treturn sum([value * value * 1000 + 1 for value in values if value % 2 == 0 and value != 4 and value > 0])

\treturn 0  # nothing to add


print(total(range(10)), total([]))"""


@pytest.mark.parametrize("options", [{}, {"large_print": True}, {"columns": 2}], ids=str)
@pytest.mark.parametrize("program", [PROGRAM, LONG], ids=["short", "long"])
def test_a_program_copied_from_a_sheet_runs_whatever_is_set_smaller_or_broken(program, options):
    found = copied(sheet(ask(f"What does it print?\n{listing(program, 'python')}\nSay it."), **options))

    start = next(place for place, line in enumerate(found) if line.startswith("def "))
    end = next(place for place, line in enumerate(found) if line.startswith("print("))
    assert said("\n".join(found[start : end + 1])) == said(program)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="Poppler is not installed")
def test_another_reader_sees_the_same_indents(tmp_path):
    """Poppler guesses them from where letters stand, block by block: here is one block."""
    program = PROGRAM.replace("\n\n", "\n")
    (tmp_path / "x.pdf").write_bytes(
        worksheet(paper_of(ask(f"Look:\n{listing(program, 'python')}")), WorksheetOptions())
    )
    told = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "x.pdf", "-"], capture_output=True, check=True, text=True
    )
    found = told.stdout[told.stdout.index("Look:") :].split("\n")[1:]
    assert textwrap.dedent("\n".join(found[: program.count("\n") + 1])) == program


def test_a_longer_line_goes_on_behind_an_arrow_and_is_copied_as_one():
    line = "total = " + " + ".join(["value"] * 20)
    found = sheet(ask(f"Look:\n{listing(line)}"))

    assert line in copied(found)


def test_a_line_longer_than_a_page_goes_on_over_it():
    line = "x" * 20_000
    found = sheet(ask(f"Look:\n{listing(line)}"))

    assert len(found.document) > 1
    assert (
        sum(page.count("x") for page in ("".join(copied(found, n)) for n in range(len(found.document))))
        >= 20_000
    )


def test_a_listing_stays_on_the_page_of_its_question():
    code = "\n".join(f"line{number}()" for number in range(25))
    asked = [
        ShortAnswer(id=f"q{i}", prompt=f"Number {i}?\n{listing(code)}\nThen answer {i}.", answer="x")
        for i in range(5)
    ]

    found = sheet(*asked)

    for i in range(5):
        assert found.page_of(f"Number {i}?") == found.page_of(f"Then answer {i}.")


def test_a_listing_longer_than_a_page_goes_on_over_it_line_by_line():
    found = sheet(ask("Read:\n" + listing("\n".join(f"line{number}()" for number in range(120)))))

    assert found.page_of("Read:") == found.page_of("line0()") == 0
    assert all(f"line{number}()" in found.text for number in range(120))
    assert len(found.pages) == 3


@pytest.mark.parametrize("options", [{}, {"columns": 2}, {"large_print": True}, {"size": "letter"}])
def test_blocks_stay_inside_the_margins(options):
    wide = "| " + " | ".join(["a heading of several words"] * 7) + " |\n" + "|---" * 7 + "|"
    found = sheet(ask(f"Look:\n{listing('x' * 300)}\n\n{wide}\n\n- {'y' * 200}\n- z"), **options)

    left, _, right, _ = found.ink(0)
    assert left >= 56
    assert right >= 56


def test_cells_stand_in_columns_on_their_sides():
    found = sheet(ask(f"Which is denser?\n\n{TABLE}"))

    _, metal, *_ = found.place_of("Metal")
    _, iron, *_ = found.place_of("Iron")
    _, _, _, light, _ = found.place_of("7.87")
    _, _, _, heavy, _ = found.place_of("19.3")
    assert metal == pytest.approx(iron, abs=1.5)
    assert light == pytest.approx(heavy, abs=1.5)
    assert "|" not in found.text


def test_items_have_their_numbers_and_paragraphs_are_apart():
    found = sheet(ask("First this.\n\nThen that:\n\n3. three\n4. four"))

    assert found.text.count("3. three 4. four") == 1
    assert found.place_of("First")[2] - found.place_of("Then")[2] > 16


def test_a_displayed_formula_stands_on_its_own_line():
    found = sheet(ask(r"Solve \[x^2 = 4\] for x."))

    lines = copied(found)
    at = next(place for place, line in enumerate(lines) if "Solve" in line)
    assert any("for x." in line and "=" not in line for line in lines[at:])


def test_a_picture_in_a_text_is_told_in_words():
    assert "[A cat on a mat]" in sheet(ask("Who is it?\n\n![A cat on a mat](cat.png)")).text


def test_options_sides_and_steps_may_be_listings():
    loop = listing("for x in y:\n    print(x)")
    choice = MultipleChoice(
        id="a", prompt="Which loops?", answer=loop, distractors=(Distractor(text="- 40"),)
    )
    pair = Matching(id="b", prompt="Match.", pairs=((listing("if a:\n    b"), "branch"), ("c", loop)))
    steps = Ordering(id="c", prompt="Order.", sequence=(listing("one:\n    1"), "two"))

    lines = copied(sheet(choice, pair, steps))

    assert "    print(x)" in lines
    assert "    b" in lines
    assert "    1" in lines
    assert any(line.endswith("- 40") for line in lines)


def test_a_blank_may_stand_in_a_listing():
    asked = Cloze(id="q", text="Complete:\n" + listing("for i in {{range}}(3):\n    print(i)"))

    assert f"for i in {'_' * 13}(3):" in sheet(asked).text
    assert "range" not in sheet(asked).text


STEPS = ("def f(text):", "    count = 0", "    for letter in text:", "        count += 1", "    count = 9")


def test_a_letter_stands_beside_its_listing_and_lines_of_code_stand_in_line():
    asked = Ordering(id="q", prompt="In order?", sequence=tuple(map(listing, STEPS)))
    shown = paper_of(asked)
    front, back = (copied(cards(asked), page) for page in (0, 1))
    found = Printed(flashcards(shown, FlashcardOptions()).data)

    options = zip("ABCDE", shown.exercises[0].options, strict=True)
    for label, option in options:
        code = option.splitlines()[1]
        assert [line.split() for line in front if line.startswith(f"{label})")] == [
            [f"{label})", *code.split()]
        ]
    for number, step in enumerate(STEPS, 1):
        assert [line.split() for line in back if line.startswith(f"{number}.")] == [
            [f"{number}.", *step.split()]
        ]
    outer, inner = (found.place_of(step)[1] for step in ("count = 0", "count = 9"))
    assert outer == pytest.approx(inner, abs=0.5)


def test_five_short_loops_fit_on_a_card():
    loops = [listing(f"while n != {n}:\n    n = n - 3", "python") for n in range(5)]
    asked = MultipleResponse(
        id="q",
        prompt="Before each of these loops, `n` is `10`. Select the **two** loops that come to an end.",
        answers=tuple(loops[:2]),
        distractors=tuple(Distractor(text=loop) for loop in loops[2:]),
    )

    made = flashcards(paper_of(asked), FlashcardOptions())

    assert made.warnings == ()
    assert all(f"while n != {n}:" in Printed(made.data).pages[0] for n in range(5))


def test_the_key_and_the_back_of_a_card_show_the_listing_under_its_letter():
    asked = MultipleChoice(
        id="q",
        prompt="Which one?",
        answer=listing("if a:\n    b()"),
        distractors=(Distractor(text=listing("a()"), why="It looks short."),),
        explanation=f"Since:\n{listing('c:' + chr(10) + '    d')}",
    )

    for lines in (copied(key(asked)), copied(cards(asked), 1)):
        assert "    b()" in lines
        assert "    d" in lines
    assert "```" not in key(asked).text
    assert "It looks short." in key(asked).text


def test_a_guide_for_several_forms_shows_them_too():
    asked = MultipleResponse(
        id="q",
        prompt="Which?",
        answers=(listing("x\n  y"), TABLE),
        distractors=(Distractor(text="z", why="Why."),),
    )
    papers = [paper_of(asked, form=form, seed=seed) for seed, form in enumerate("AB")]

    text = Printed(answer_keys(papers, WorksheetOptions())).text

    assert "```" not in text
    assert "|" not in text
    assert len(Printed(worksheets(papers, WorksheetOptions())).pages) >= 2


def test_a_card_too_small_for_a_listing_cuts_it_and_says_so():
    asked = Essay(
        id="q",
        prompt="Read:\n" + listing("\n".join(f"    line{n}()" for n in range(60))),
        points=(Point(point="p"),),
    )

    made = flashcards(paper_of(asked), FlashcardOptions())

    assert made.warnings == ("q: its front is too long for a card; the text is cut",)
    assert "    line3()" in copied(Printed(made.data))


def test_what_cannot_be_printed_is_named_wherever_it_stands():
    with pytest.raises(ExportRefused, match="U\\+05D0"):
        sheet(ask("Look:\n" + listing("x = 'א'")))


def test_hostile_code_is_shown_as_it_is():
    code = r"</para><font>& (\) Tj ET %PDF {{x}} \000 <img src='file:///etc/passwd'/>"

    assert code in copied(sheet(ask("Look:\n" + listing(code))))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("A)", "x"), "A) x"),
        (("A)", "```\nx\n```"), "A)\n```\nx\n```"),
        (("1.", "```\nx\n```", "–", "y"), "1.\n```\nx\n```\n– y"),
        (("**Why:**", "- a\n- b"), "**Why:**\n- a\n- b"),
        (("**Why:**", "a\n\nb"), "**Why:** a\n\nb"),
    ],
)
def test_a_block_stands_on_lines_of_its_own(parts, expected):
    assert together(*parts) == expected


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("one *two* three", 7, "one two…"),
        ("one\n```py\ntwo\nthree\n```\nfour", 9, "one\n```\ntwo\nth…\n```"),
        ("one\n```py\ntwo\n```\nfour *and* more", 12, "one\n```py\ntwo\n```\nfour…"),
    ],
)
def test_a_text_is_cut_within_its_listing(text, longest, expected):
    assert shortened(text, longest) == expected


def test_no_word_of_a_table_is_cut_for_want_of_width():
    wide = (
        "| Method | What it does to the list, in as many words as needed | Gives back | Raises |\n"
        "|---|---|---|---|\n| `pop(index)` | takes the item away there | the item | `IndexError` |"
    )
    words = set(" ".join(copied(sheet(ask(f"Look:\n\n{wide}"), columns=2))).split())

    assert {"Method", "needed", "Raises", "pop(index)", "takes", "there", "IndexError"} <= words
