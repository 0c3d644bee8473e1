"""Where lines end and how they are written; reportlab's own paragraphs are the judge."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape as as_xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from quizmill.bank.markup import escape, spans
from quizmill.bank.printable import clean
from quizmill.export.fonts import Face, loaded
from quizmill.export.paper.line_breaking import Passage, Verbatim
from quizmill.export.paper.look import Look
from quizmill.export.paper.pdf import Pdf
from quizmill.export.paper.runs import LIGHT, Run, code_runs, mostly_han
from quizmill.export.paper.runs import runs as runs_of
from quizmill.export.paper.typeset import Typesetter

BODY = Look(11, 15.5)


def runs(text: str, faces) -> tuple[Run, ...]:
    return runs_of(spans(clean(text)), faces)


def passage(text: str) -> Passage:
    return Passage(runs(text, LIGHT), han=mostly_han(text))


def lines(text: str, width: float, look: Look = BODY) -> list[str]:
    """The lines of a text in that width in points, each as it is read."""
    measured = passage(text)
    broken = measured.lines(width * 1000 / look.size)
    return ["".join(part.text for part in measured.fragments(line)) for line in broken]


def wide(text: str, look: Look = BODY) -> float:
    return passage(text).width * look.size / 1000


def written(text: str, look: Look, width: float) -> list[str]:
    """The operators that draw a text."""
    sheet = blank()
    before = len(sheet._code)
    sheet.write(passage(text), passage(text).lines(width * 1000 / look.size), look, width)
    return sheet._code[before:]


def judged(text: str, look: Look, width: float) -> list[str]:
    """The operators that reportlab's own paragraph draws it with."""
    style = ParagraphStyle(
        "judge",
        fontName=loaded(Face.REGULAR),
        fontSize=look.size,
        leading=look.leading,
        textColor=Color(look.grey, look.grey, look.grey),
        alignment={"left": TA_LEFT, "right": TA_RIGHT}[look.align],
        wordWrap="CJK" if mostly_han(text) else None,
    )
    paragraph = Paragraph("".join(map(marked, runs(text, LIGHT))), style)
    sheet = blank()
    before = len(sheet._code)
    paragraph.wrap(width, 0)
    paragraph.drawOn(sheet, 0, 0)
    return sheet._code[before:]


def marked(run: Run) -> str:
    """A run in reportlab's own markup."""
    text = f'<font name="{loaded(run.face)}">{as_xml(run.text)}</font>'
    return f"<u>{text}</u>" if run.underlined else text


def blank() -> Pdf:
    return Pdf((595, 842), sharing=False, language="en")


_NUMBER = re.compile(r"-?\d*\.\d+")


def shape(operators: list[str]) -> list[str]:
    """The operators without their numbers."""
    return [_NUMBER.sub("#", each) for each in operators]


def numbers(operators: list[str]) -> list[float]:
    """The numbers of the operators, in their order."""
    return [float(each) for each in _NUMBER.findall("\n".join(operators))]


def read(operators: list[str]) -> list[str]:
    """The lines that operators write, as the codes of their characters."""
    shown = operators[-3].removesuffix(" ET").split("T*")[:-1]
    return ["".join(re.findall(r"\((.*?)(?<!\\)\) Tj", line)).strip() for line in shown]


WORDS = st.text("abcdefghijklmnopqrstuvwxyzÄß0123456789.,:;-–'\"()?%→", min_size=1, max_size=12)
TEXTS = st.lists(
    st.tuples(st.sampled_from(["", "", "", "*", "**", "`"]), st.lists(WORDS, min_size=1, max_size=6)),
    min_size=1,
    max_size=8,
).map(lambda parts: " ".join(f"{mark}{escape(' '.join(words))}{mark}" for mark, words in parts))
LOOKS = st.builds(
    Look,
    st.sampled_from([7.0, 9.35, 11.0, 18.0]),
    st.sampled_from([11.0, 15.5, 27.0]),
    grey=st.sampled_from([0.0, 0.35]),
    align=st.sampled_from(["left", "right"]),
)


@given(TEXTS, LOOKS, st.floats(230, 520))
def test_operators_are_those_of_reportlabs_paragraph(text: str, look: Look, width: float):
    ours, theirs = written(text, look, width), judged(text, look, width)

    assert shape(ours) == shape(theirs)
    assert numbers(ours) == pytest.approx(numbers(theirs), abs=0.02)  # widths were added up in another order


@given(st.text("abcdefghij ", min_size=1, max_size=200), st.floats(40, 200))
def test_long_words_are_cut_where_reportlab_cuts_them(text: str, width: float):
    assert read(written(text, BODY, width)) == read(judged(text, BODY, width)) if text.strip() else True


@given(
    st.text("小米科技有限责任公司、。」成立于abc 12", max_size=120).map(str.strip).filter(mostly_han),
    st.floats(60, 300),
)
def test_ideographs_break_where_reportlab_breaks_them(text: str, width: float):
    assert read(written(text, BODY, width)) == read(judged(text, BODY, width))


@given(st.text("abc *`小、→\n\u00a0", max_size=80), st.floats(1, 300))
def test_nothing_is_lost_between_lines(text: str, width: float):
    """Every character but spaces stands on some line, in order, and no line but a forced one is empty."""
    together = "".join(lines(text, width))

    assert "".join(together.split()) == "".join("".join(run.text for run in runs(text, LIGHT)).split())


@given(TEXTS, st.floats(60, 300))
def test_a_line_is_no_wider_than_its_room_but_for_what_its_spaces_give(text: str, width: float):
    room = width * 1000 / BODY.size

    assert all(line.width * 0.95 <= room for line in passage(text).lines(room))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 60, ["one two", "three"]),
        ("one two three", 1000, ["one two three"]),
        ("one  \ttwo ", 1000, ["one two"]),
        ("first\n\nthird", 1000, ["first", "", "third"]),
        ("incomprehensibilities", 60, ["incompreh", "ensibilities"]),
        ("an incomprehensibility", 60, ["an incompr", "ehensibility"]),
        ("2.11\u00a0km run", 50, ["2.11\u00a0km", "run"]),
        ("2,11\u202fkm run", 50, ["2,11\u202fkm", "run"]),
        ("小米科技有限责任公司", 45, ["小米科技", "有限责任", "公司"]),
        ("小米科技，有限", 45, ["小米科技，", "有限"]),
        ("小米科技 Xiaomi 公司成立于", 90, ["小米科技 Xiaomi ", "公司成立于"]),
        ("", 100, []),
        ("x", 0, ["x"]),
    ],
)
def test_a_text_is_broken(text: str, width: float, expected: list[str]):
    assert lines(text, width) == expected


def test_spaces_are_squeezed_rather_than_a_word_left_over():
    text = "a b c d e f g h"
    almost = wide(text) - 0.02 * 7 * wide("\u00a0")

    assert lines(text, almost) == [text]
    assert "-0.0572 Tw" in " ".join(written(text, BODY, almost))


def test_a_text_of_thousands_of_pages_is_parted_to_its_end():
    rest = Typesetter().set("x\n" * 100_000, BODY, 100)
    pages = 0
    while parts := rest.split(40 * BODY.leading):
        _, rest = parts
        pages += 1

    assert (pages, rest.height) == (2500, 2 * BODY.leading)


def test_what_is_underlined_is_squeezed_with_its_line():
    text = "a b c **小米** d e f g"
    almost = wide(text) - 0.02 * 7 * wide("\u00a0")

    assert written(text, BODY, wide(text))[4] == "n 26.796 3.125 m 48.796 3.125 l S"
    assert written(text, BODY, almost)[4] == "n 26.6244 3.125 m 48.6244 3.125 l S"


@pytest.mark.parametrize(
    ("fitting", "expected"), [(1, None), (2, (2, 4)), (3, (3, 3)), (4, (4, 2)), (5, (4, 2))]
)
def test_no_line_is_left_alone_on_a_page(fitting: int, expected: tuple[int, int] | None):
    text = Typesetter().set("one\ntwo\nthree\nfour\nfive\nsix", BODY, 100)

    parts = text.split(fitting * BODY.leading)

    assert (parts and tuple(round(part.height / BODY.leading) for part in parts)) == expected


def code(text: str, letters: float) -> list[str]:
    """The lines of code in room for so many letters."""
    measured = Verbatim(code_runs(text), hanging=0)
    broken = measured.lines(letters * 602.06)
    return ["".join(part.text for part in measured.fragments(line)) for line in broken]


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("if a:\n    b  =  c\n\n", 80, ["if a:", "    b  =  c", "", ""]),
        ("one two three", 9, ["one two ", "three"]),
        ("f(alpha,beta)", 9, ["f(alpha,", "beta)"]),
        ("a" * 7, 3, ["aaa", "aaa", "a"]),
        ("ab", 0, ["a", "b"]),
        ("", 5, [""]),
    ],
)
def test_code_keeps_its_spaces_and_lines_and_is_cut_only_where_it_must(text, letters, expected):
    assert code(text, letters) == expected


@given(st.text(alphabet="ab (,\n", max_size=60), st.floats(0, 12))
def test_code_loses_no_character(text: str, letters: float):
    assert "".join(code(text, letters)) == text.replace("\n", "")
