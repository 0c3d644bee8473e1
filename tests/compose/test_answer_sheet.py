"""Where the rings of an answer sheet stand: laws of any paper, and what each kind of question gets."""

from __future__ import annotations

from itertools import combinations, pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer_sheets import KINDS, bank_of, class_set, layout_of, shipped
from quizmill.bank.model import Bank, Numerical, Topic
from quizmill.classroom.saved import restore, save
from quizmill.compose.answer_sheet.code import SheetCode, read_code
from quizmill.compose.answer_sheet.digits import Digits, in_digits
from quizmill.compose.answer_sheet.layout import answered_on
from quizmill.compose.answer_sheet.plan import answer_sheets, with_rings
from quizmill.errors import FileUnusable
from quizmill.grade.on_paper import copied_key, read_copied

EDGE = 12.0  # mm that no printer cuts off
EXTRA = [7, 0, 1, [9, 9], [7, 0], ["A"]]  # a line of a seventh question
VERSIONS = "its answer sheets have version 2; this quizmill reads version 1"
ON = "on its answer sheet"
ACROSS, DOWN = 6.2, 6.8  # mm from ring to ring, at least


def sheets(kinds, **told):
    return layout_of(class_set(bank_of(kinds, options=told.pop("options", 5)), order="bank", **told))


def lines_of(layout, form=""):
    return [(each.number, each.part, "".join(each.labels)) for each in layout.sheet(form).lines]


def near(box, point, reach):
    """Whether a ring around the point comes nearer to the box than *reach*."""
    beside = max(box.x - point.x, point.x - box.x - box.width, 0)
    above = max(box.y - point.y, point.y - box.y - box.height, 0)
    return (beside**2 + above**2) ** 0.5 < reach


papers = st.builds(
    class_set,
    st.builds(
        bank_of, st.lists(st.sampled_from([*KINDS, "words", "essay"]), min_size=1), options=st.integers(3, 9)
    ),
    size=st.sampled_from(["a4", "letter"]),
    order=st.just("bank"),
)


class TestWhateverThePaper:
    @given(papers)
    @settings(max_examples=40)
    def test_no_ring_is_near_the_edge_or_what_a_camera_looks_for(self, made):
        layout = layout_of(made)
        inner = EDGE + layout.ring
        for line in layout.sheet("").lines:
            for at in map(line.centre, range(len(line.labels))):
                assert inner <= at.x <= layout.width - inner
                assert inner <= at.y <= layout.height - inner
                assert not near(layout.code, at, layout.ring + 4 * layout.code.width / 25)
                assert not near(layout.name, at, layout.ring)
                for corner in layout.markers:
                    side = msgspec.structs.replace(
                        layout.code, x=corner.x, y=corner.y, width=layout.marker, height=layout.marker
                    )
                    assert not near(side, at, layout.ring + 2)

    @given(papers)
    @settings(max_examples=25)
    def test_rings_are_never_nearer_than_a_hand_marks(self, made):
        layout = layout_of(made)
        for page in range(1, layout.sheet("").pages + 1):
            rings = [
                line.centre(place)
                for line in layout.sheet("").lines
                if line.page == page
                for place in range(len(line.labels))
            ]
            rings.sort(key=lambda at: at.y)
            for one, other in combinations(rings, 2):
                if other.y - one.y < DOWN - 0.02:
                    assert abs(other.x - one.x) >= ACROSS - 0.02, (one, other)

    @given(papers)
    @settings(max_examples=40)
    def test_every_question_has_rings_on_one_page_or_is_typed(self, made):
        sheet = layout_of(made).sheet("")
        pages = {number: set() for number in sheet.typed}
        for line in sheet.lines:
            pages.setdefault(line.number, set()).add(line.page)
        assert sorted(pages) == list(range(1, len(made.papers[0].exercises) + 1))
        assert {len(pages[number]) for number in sheet.typed} <= {0}
        assert {len(pages[number]) for number in pages if number not in sheet.typed} <= {1}
        assert [line.number for line in sheet.lines] == sorted(line.number for line in sheet.lines)
        assert sheet.pages == max((line.page for line in sheet.lines), default=0)

    @given(papers)
    @settings(max_examples=20)
    def test_it_is_the_same_again_and_comes_back_from_the_file(self, made):
        layout = layout_of(made)
        assert answer_sheets(made.papers, layout.size) == layout
        assert layout_of(restore(save(made), "x.json")) == layout
        ringed = {made.papers[0].exercises[line.number - 1].id for line in layout.sheet("").lines}
        assert with_rings(made.papers[0]).keys() == answered_on(layout, made.papers[0]).keys() == ringed


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize(("count", "pages"), [(1, 1), (10, 1), (100, 1), (130, 2)])
def test_a_hundred_choices_of_five_stand_on_one_page(size, count, pages):
    sheet = sheets(["choice"] * count, size=size).sheet("")
    assert (sheet.pages, len(sheet.lines), sheet.typed) == (pages, count, ())


def spacing(layout):
    first, second, *_ = layout.sheet("").lines
    return first.step.x, round(second.first.y - first.first.y, 2)


def test_rings_stand_apart_where_there_is_room_and_draw_together_where_there_is_little():
    assert spacing(sheets(["choice"] * 40)) == (7.0, 9.2)
    assert spacing(sheets(["choice"] * 100)) == (6.2, 8.2)
    assert spacing(sheets(["choice"] * 100, size="letter")) == (6.4, 7.8)


def test_five_questions_stand_together_and_a_column_ends_with_a_five():
    lines = sheets(["choice"] * 100).sheet("").lines
    downs = [round(after.first.y - before.first.y, 2) for before, after in pairwise(lines)]
    assert downs[:6] == [8.2, 8.2, 8.2, 8.2, 10.2, 8.2]
    assert [line.number for line in lines if line.first.y == lines[0].first.y] == [1, 26, 51, 76]


class TestWhatHasRings:
    def test_a_choice_has_a_line_and_only_one_of_several_right_ones_may_have_several_marks(self):
        layout = sheets(["choice", "response", "truth"], options=4)
        assert lines_of(layout) == [(1, 0, "ABCD"), (2, 0, "ABCD"), (3, 0, "TF")]
        assert [line.several for line in layout.sheet("").lines] == [False, True, False]

    @pytest.mark.parametrize(
        ("language", "letters"), [("en", "TF"), ("de", "RF"), ("es", "VF"), ("fr", "VF"), ("zh", "对错")]
    )
    def test_true_and_false_have_the_letters_of_the_language(self, language, letters):
        assert lines_of(sheets(["truth"], language=language)) == [(1, 0, letters)]

    def test_a_matching_has_a_line_for_each_left_and_an_ordering_one_for_each_step(self):
        layout = sheets(["matching", "ordering"], options=3)
        assert lines_of(layout) == [
            *((1, part, "ABC") for part in range(3)),
            *((2, part, "123") for part in range(3)),
        ]

    def test_a_number_has_a_column_for_each_place_and_all_have_as_many(self):
        layout = sheets(["number", "number"])
        assert lines_of(layout) == [
            (number, part, "-.0123456789" if part == 0 else ".0123456789")
            for number in (1, 2)
            for part in range(5)
        ]
        first, second, *_ = layout.sheet("").lines
        assert (first.step.x, first.centre(1).y) == (0.0, second.first.y)
        assert layout.sheet("").units == {1: "days", 2: "days"}

    def test_the_longest_number_of_a_paper_says_how_many_places_all_have(self):
        asked = [
            Numerical(id=id, prompt="?", answer=answer, explanation="", facts=())
            for id, answer in (("a", "7"), ("b", "-1,234,567"), ("c", "12,345,678,901"))
        ]
        topics = (Topic(id="t", title="T", questions=tuple(asked)),)
        sheet = layout_of(class_set(Bank(title="T", namespace="t", topics=topics), order="bank")).sheet("")
        assert [line.number for line in sheet.lines] == [1] * 8 + [2] * 8
        assert sheet.typed == (3,)

    def test_a_decimal_comma_is_one_where_the_bank_has_it(self):
        layout = layout_of(class_set(bank_of(["number"], language="de"), language="en"))
        assert layout.sheet("").lines[1].labels[0] == ","

    def test_words_are_typed_and_so_are_more_options_than_stand_in_a_line(self):
        assert sheets(["words", "essay", "choice"]).sheet("").typed == (1, 2)
        assert sheets(["choice"], options=21).sheet("").typed == (1,)
        assert sheets(["words"]).sheet("").pages == 0


@pytest.mark.parametrize(
    ("answer", "unit", "digits"),
    [
        ("2007", "", Digits("2007", "")),
        ("1,800", "days", Digits("1800", "days")),
        ("4.5", "years", Digits("4.5", "years")),
        ("60%", "", Digits("60", "%")),
        ("−5 °C", "", Digits("-5", "°C")),
        ("¥9,000", "", Digits("9000", "¥")),
        ("$75 million", "", Digits("75", "million $")),
        ("150 million", "phones", Digits("150", "million phones")),
        ("16 December 1969", "", None),
        ("August 2004", "", None),
        ("Q1 2025", "", None),
        ("1.6e-19", "", None),
        ("3/4", "", None),
        ("12:30", "", None),
    ],
)
def test_digits_and_what_stands_beside_them_say_the_answer(answer, unit, digits):
    question = Numerical(id="q", prompt="?", answer=answer, unit=unit, explanation="", facts=())
    assert in_digits(question) == digits


@pytest.mark.parametrize(
    ("answer", "unit", "digits"),
    [
        ("3,5", "Tage", Digits("3.5", "Tage")),
        ("16,000", "Läden", Digits("16000", "Läden")),
        ("1.234.567,5", "Euro", Digits("1234567.5", "Euro")),
        ("12 Millionen", "", Digits("12", "Millionen")),
        ("3. Oktober 1990", "", None),
    ],
)
def test_a_bank_may_write_numbers_as_its_language_does(answer, unit, digits):
    question = Numerical(id="q", prompt="?", answer=answer, unit=unit, explanation="", facts=())
    assert in_digits(question, "de") == digits


def test_each_number_of_the_shipped_bank_that_has_rings_is_right_as_they_say_it():
    bank = shipped()
    made = class_set(bank)
    numbers = [each for each in made.papers[0].exercises if isinstance(each.question, Numerical)]
    typed = {each.id: in_digits(each.question) for each in numbers}
    assert sorted(copied_key(each) for each in numbers if typed[each.id] is None) == [
        "16 December 1969", "August 2004", "Q1 2025",
    ]  # fmt: skip
    for each in numbers:
        if found := typed[each.id]:
            read = read_copied(each, f"{found.digits} {found.unit}".strip(), bank.names)
            assert read.mark.earned == each.question.marks, each.id


def test_the_code_says_paper_copy_and_page_and_no_other_text_is_one():
    code = SheetCode("a1548f5f", 12, 2)
    assert str(code) == "QM1:A1548F5F:12:2"
    assert read_code(str(code)) == code
    assert read_code("https://example.org") is None


def lines(kept):
    return kept["sheets"][0]["lines"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda kept: kept.update(version=2), VERSIONS),
        (lambda kept: kept["markers"].pop(), "its answer sheets have 5 markers, not 6"),
        (lambda kept: kept["sheets"][0].update(form="B"), "its answer sheets are not those of its forms"),
        (lambda kept: lines(kept)[0].__setitem__(2, 9), f"{ON} question 1 stands on no page"),
        (lambda kept: lines(kept)[0].__setitem__(3, [-1, 9]), f"{ON} question 1 stands on no page"),
        (lambda kept: lines(kept).pop(0), f"{ON} question 1 has to have rings or none"),
        (lambda kept: lines(kept).pop(), f"{ON} question 3 has other rings than answers"),
        (lambda kept: lines(kept)[0][5].pop(), f"{ON} question 1 has other rings than answers"),
        (lambda kept: lines(kept)[0].__setitem__(6, True), f"{ON} question 1 has other rings than answers"),
        (lambda kept: lines(kept).append(EXTRA), f"{ON} there is a question that the paper has not"),
        (lambda kept: kept.pop("ring"), "Object missing required field `ring`"),
    ],
)  # fmt: skip
def test_a_damaged_layout_is_told_when_the_paper_is_read(change, told):
    made = class_set(bank_of(["choice", "words", "ordering"]), order="bank")
    change(made.layout)
    with pytest.raises(FileUnusable) as refused:
        restore(save(made), "x.json")
    assert str(refused.value) == f"x.json: this is not a saved paper ({told})"
