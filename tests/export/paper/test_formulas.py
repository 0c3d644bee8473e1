"""Formulas as they are drawn on paper, and what a reader copies of them."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zlib

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from formulas import formulas
from printed import Printed, paper_of
from quizmill.bank.mathematics import mathml, read
from quizmill.bank.model import Cloze, Distractor, MultipleChoice, ShortAnswer
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.paper.formula_drawing import draw
from quizmill.export.paper.key import answer_key
from quizmill.export.paper.outline import Outline
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.worksheet import worksheet, worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

SAMPLE = (
    r"\frac{a}{\sqrt{b}}",
    r"\sum_{i=1}^{n} i^2",
    r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
    r"\left(\frac{\frac{a}{b}}{\frac{c}{d}}\right)^2",
    r"\vec{F} = m\,\vec{a}",
    r"\mathrm{A} \xrightarrow{\text{heat}} \mathrm{B}",
)


def outline(source: str, *, display: bool = False) -> Outline | None:
    return draw(mathml(read(source), display=display))


def ask(prompt: str) -> ShortAnswer:
    return ShortAnswer(id="q", prompt=prompt, answer="x")


def sheet(*questions, **options) -> bytes:
    return worksheet(paper_of(*questions), WorksheetOptions(**options))


def streams(data: bytes) -> list[bytes]:
    """What is drawn in a PDF, page by page and form by form."""
    found = re.findall(rb"stream\r?\n(x.*?)endstream", data, re.DOTALL)
    return [zlib.decompressobj().decompress(each) for each in found]


def drawings(data: bytes) -> int:
    """How many forms hold curves to be filled."""
    return sum(each.rstrip().endswith(b" f") and b" c " in each for each in streams(data))


@pytest.mark.parametrize("display", [False, True])
@pytest.mark.parametrize("source", SAMPLE)
def test_a_formula_is_curves_on_a_baseline(source, display):
    found = outline(source, display=display)

    assert found.width > 200
    assert found.ascent > 400
    assert found.paths.endswith(("h", "re"))
    assert set(re.findall("[a-z]+", found.paths)) <= {"m", "l", "c", "h", "re"}


def test_what_is_drawn_is_told_by_the_version_in_its_key():
    # When this changes, raise `_DRAWN_AS` in outlines.py, or pages show what an earlier version has drawn.
    drawn = msgspec.msgpack.encode([outline(source, display=True) for source in SAMPLE])

    assert hashlib.blake2b(drawn, digest_size=6).hexdigest() == "c3b0d513db6c"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        (r"\left(", r"\right)"),
        (r"\sqrt{", "}"),
        (r"\frac{1}{", "}"),
        (r"\xrightarrow{", "}"),
        (r"\overline{", "}"),
        ("x_{", "}"),
    ],
)
def test_things_within_each_other_are_drawn_once_each(opening, closing):
    assert outline(opening * 39 + "x" + closing * 39).width > 0  # twice for each around it would never end


def test_fractions_sit_on_the_axis_and_limits_above_and_below_where_there_is_room():
    inline, display = (outline(r"\sum_{i=1}^{n} i", display=large) for large in (False, True))

    assert display.ascent > 1.4 * inline.ascent
    assert display.descent > 2 * inline.descent
    assert outline(r"\frac{a}{b}").descent > 200


def test_what_the_font_lacks_is_not_drawn():
    assert outline(r"\text{中文}") is None
    assert outline(r"x + \text{ж}") is not None


@pytest.mark.proof
@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(formulas)
def test_every_formula_is_drawn_or_none(formula):
    for display in (False, True):
        found = draw(mathml(formula, display=display))
        assert found is None or min(found.width, found.ascent, found.descent) >= 0


def test_a_reader_copies_the_linear_form_once():
    found = Printed(sheet(ask(r"Is \(\frac{a}{b} \le x^2\) right?")))

    assert "Is a/b ≤ x² right?" in found.text
    assert found.text.count("≤") == 1


def test_a_displayed_formula_says_its_linear_form_too():
    assert "∑_{i=1}^{n} i" in Printed(sheet(ask("Add:\n\\[\\sum_{i=1}^{n} i\\]"))).text


def test_what_is_not_drawn_is_printed_in_its_linear_form():
    data = sheet(ask(r"Is \(x = \text{中}\)?"))

    assert "Is x = 中?" in Printed(data).text
    assert drawings(data) == 0


def test_a_formula_makes_its_line_as_high_as_it_needs():
    tall = r"\(\begin{pmatrix} 1 \\ 2 \\ 3 \\ 4 \end{pmatrix}\)"
    heights = []
    for prompt in ("Top x below.", f"Top {tall} below."):
        _, _, bottom, _, _ = Printed(sheet(ask(f"{prompt}\nUnder"))).place_of("Under")
        heights.append(bottom)

    assert heights[0] - heights[1] > 30


@pytest.mark.parametrize("mark", ["1."])
def test_number_and_text_stay_on_one_baseline(mark):
    found = Printed(sheet(ask(r"Word \(\begin{pmatrix} 1 \\ 2 \\ 3 \end{pmatrix}\).")))

    assert found.place_of(mark)[2] == pytest.approx(found.place_of("Word")[2], abs=1)


def test_a_formula_too_wide_goes_on_before_a_relation():
    long = " = ".join(f"{name}_1 + {name}_2 + {name}_3" for name in "abcdefgh")
    found = Printed(sheet(ask(rf"\[{long}\]"), columns=2))

    assert found.ink(0)[2] > 40
    assert found.place_of("= h₁ + h₂ + h₃")[2] < found.place_of("a₁ + a₂ + a₃")[2]


def test_what_cannot_be_cut_is_drawn_smaller():
    cells = " & ".join("a_{11}b" for _ in range(14))
    found = Printed(sheet(ask(rf"\[\begin{{pmatrix}} {cells} \end{{pmatrix}}\]"), columns=2))

    assert found.ink(0)[2] > 40


def test_a_hundred_forms_cost_one_drawing_each():
    question = MultipleChoice(
        id="q",
        prompt=r"What is \(\frac{a}{b}\)?",
        answer=r"\(\alpha^2\)",
        distractors=(Distractor(text=r"\(\beta^2\)"), Distractor(text=r"\(\gamma^2\)")),
    )
    papers = [paper_of(question, form=str(form)) for form in range(100)]

    assert drawings(worksheets(papers, WorksheetOptions())) == 4


def test_a_formula_is_grey_where_its_text_is():
    data = answer_key(paper_of(ask(r"Grey \(\alpha\)?")), WorksheetOptions())
    picture = Printed(data).picture(0)
    left, bottom, right, top = Printed(data).place_of("α")[1:]
    height = picture.height
    box = picture.crop((int(left * 2), int(height - top * 2), int(right * 2), int(height - bottom * 2)))

    assert 70 < box.getextrema()[0] < 130


def test_blanks_in_a_formula_are_numbered_gaps_in_it():
    found = Printed(sheet(Cloze(id="q", text=r"\(x^{{10}} = \frac{ {{a}} }{b}\) and {{c}}")))

    assert "x^((1) ______) = ((2) ______)/b and (3)" in found.text


def test_equal_in_equal_out_whatever_was_kept():
    store: dict[str, bytes] = {}
    paper = paper_of(ask(r"Is \(\frac{a}{b}\)?"))
    made = [worksheet(paper, WorksheetOptions())]
    made += [worksheets((paper,), WorksheetOptions(), outlines=Outlines(store)) for _ in range(2)]
    store.update(dict.fromkeys(store, b"damaged"))
    made.append(worksheets((paper,), WorksheetOptions(), outlines=Outlines(store)))

    assert len(set(made)) == 1


def test_what_was_drawn_is_not_drawn_again(monkeypatch):
    store: dict[str, bytes] = {}
    formula = mathml(read("x^2"), display=False)
    first = Outlines(store)
    drawn = first.of(formula)
    first.keep()
    monkeypatch.setattr("quizmill.export.paper.formula_drawing.draw", lambda _: pytest.fail("drawn again"))

    assert Outlines(store).of(formula) == drawn
    assert len(store) == 1


def test_nothing_is_written_where_nothing_is_new():
    class Store(dict):
        def __setitem__(self, name, data):
            assert name not in self
            super().__setitem__(name, data)

    store = Store()
    for _ in range(2):
        outlines = Outlines(store)
        outlines.of(mathml(read("x^2"), display=False))
        outlines.keep()


def test_plain_papers_load_nothing_that_draws_formulas():
    code = """
import sys
from quizmill.bank.model import Bank, ShortAnswer, Topic
from quizmill.compose.paper import compose
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions
bank = Bank(title="T", namespace="t", topics=(Topic(id="a", title="A", questions=(
    ShortAnswer(id="q", prompt="Why?", answer="x"),)),))
worksheet(compose(bank, tuple(bank.questions()), seed=1), WorksheetOptions())
print([name for name in sys.modules if name.startswith(("zia", "quizmill.bank.mathematics"))])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_cards_shrink_with_their_formulas():
    long = " ".join(rf"\(\frac{{a_{{{n}}}}}{{b_{{{n}}}}}\) and" for n in range(60))
    made = flashcards(paper_of(ask(f"Say {long} so?")), FlashcardOptions())

    assert made.warnings == ()
    assert "so?" in Printed(made.data).text
