"""The worksheet: everything a pupil needs to answer, and nothing that answers."""

from __future__ import annotations

import re
from io import BytesIO

import msgspec
import pypdfium2.raw as raw
import pytest
from PIL import Image

from printed import Printed, paper_of
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Matching,
    MultipleChoice,
    Numerical,
    Point,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.model import Image as Picture
from quizmill.compose.exercise import letter
from quizmill.errors import ExportRefused
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions

A4, LETTER = WorksheetOptions(), WorksheetOptions(size="letter")


def printed(*questions, **named):
    return Printed(worksheet(paper_of(*questions), A4, **named))


def choice(id="q", prompt="Which?", answer="Right", *distractors, **named):
    wrong = tuple(Distractor(text=text) for text in distractors or ("Wrong", "Worse", "Worst"))
    return MultipleChoice(id=id, prompt=prompt, answer=answer, distractors=wrong, **named)


def test_every_question_and_option_of_the_paper_stands_there_in_order(sample):
    text = Printed(worksheet(sample, A4)).text

    at = 0
    for number, exercise in enumerate(sample.exercises, start=1):
        at = text.index(f"{number}. ", at)
        if exercise.kind != "cloze":
            at = text.index(plain(exercise.prompt), at)
        if exercise.kind in ("multiple_choice", "multiple_response"):
            for index, option in enumerate(exercise.options):
                at = text.index(f"{letter(index).upper()}) {option}", at)
        elif exercise.kind in ("true_false", "ordering"):
            for option in exercise.options:
                at = text.index(option, at)


def test_a_pupil_finds_name_class_date_instructions_and_marks_out_of_the_total(sample):
    first = Printed(worksheet(sample, A4)).pages[0]

    assert first.startswith("Tea and the sea Form A Name Class Date Marks / 10 Answer all 9 questions.")
    assert "Which clipper was launched in 1869 to carry tea from China? 1 mark" in first
    assert "Select the two drinks that are true teas. 2 marks" in first


def test_every_page_says_which_it_is_of_how_many_and_of_which_paper(sample):
    pages = Printed(worksheet(sample, A4)).pages

    foot = f"Form A · paper {sample.fingerprint}"
    assert len(pages) == 2
    assert pages[0].endswith(f"{foot} continues on the next page · Page 1 of 2")
    assert pages[1].endswith(f"{foot} Page 2 of 2")
    assert "Tea and the sea Name ____" in pages[1]


def test_nothing_that_is_only_for_whoever_made_the_bank_is_printed_for_a_pupil(sample):
    found = Printed(worksheet(sample, A4))

    assert "released" not in found.text + str(found.metadata)
    assert "2026-11-22" not in found.text
    assert "CC-BY" not in found.text
    assert str(sample.seed) not in found.metadata["Subject"].replace(sample.fingerprint, "")


def blanks(text):
    """How many millimetres each blank of the cloze takes on paper."""
    return [
        round(len(rule) * 4.884 * 25.4 / 72)
        for rule in re.findall("_+", printed(Cloze(id="q", text=text)).text)
    ]


@pytest.mark.parametrize(
    ("text", "widths"),
    [
        ("In {{2004}} it began.", [29]),
        ("In {{2004}} it was bought by {{Amazon}}.", [50, 50]),
        ("It was bought by {{a company called Amazon}}.", [110]),
        ("It was bought by {{a company, as some have said, that was called Amazon}}.", [110]),
        ("It was bought by {{Amazon|Amazon.com Company}}.", [90]),
        ("小米的创始人是{{雷军}}。", [29]),
        ("小米的总部在{{中国北京市海淀区}}。", [90]),
        ("| firm | year |\n|---|---|\n| {{Amazon.com}} | {{2004}} |", [29, 29]),
    ],
)
def test_a_blank_is_as_wide_as_a_child_writes_the_longest_answer_of_its_question(text, widths):
    assert blanks(text) == widths


def test_a_blank_of_a_narrow_column_ends_with_it():
    paper = paper_of(Cloze(id="q", text="It was bought by {{a company called Amazon}}."))
    found = Printed(worksheet(paper, WorksheetOptions(columns=2, large_print=True)))

    assert found.text.count("_" * 10) == 1
    assert min(found.ink(0)) > 34


def lines(question, **looks):
    """The lines to write on below the prompt: their lengths in millimetres."""
    found = Printed(worksheet(paper_of(question), WorksheetOptions(**looks)))
    prompt = found.place_of("Who?")[2]
    drawn = [each.get_bounds() for each in found.document[0].get_objects([raw.FPDF_PAGEOBJ_PATH])]
    below = [each for each in drawn if 60 < each[1] < prompt - 5 and each[2] - each[0] > 2]
    return [round((right - left) * 25.4 / 72) for left, _, right, _ in below]


def test_a_line_is_as_long_as_a_child_writes_the_answer_and_there_are_more_where_one_is_too_short():
    def who(answer, **named):
        return ShortAnswer(id="q", prompt="Who?", answer=answer, **named)

    assert lines(who("Lei Jun")) == lines(who("Ng")) == [113]
    assert lines(who("Camellia sinensis")) == [162]
    assert lines(who("Camellia sinensis"), columns=2) == [72, 72]
    assert lines(who("the one who founded Kingsoft long ago")) == [162, 162]
    assert lines(who("Ng", accept=("N" * 30,))) == [162]
    assert lines(who("N" * 300)) == [162, 162, 162]
    assert lines(Numerical(id="q", prompt="Who?", answer="7")) == [49]
    assert lines(Numerical(id="q", prompt="Who?", answer="75 million", unit="dollars")) == [70]
    assert lines(Numerical(id="q", prompt="Who?", answer="$75 million")) == [77]


def test_the_answers_of_open_questions_their_explanations_and_hints_are_not_printed(sample):
    text = Printed(worksheet(sample, A4)).text

    for secret in ("Cutty Sark", "¥9,000", "first tea of a season", "Greenwich", "missionary", "paragraph"):
        assert secret not in text


def test_the_unit_of_a_number_is_printed_after_its_line():
    text = printed(Numerical(id="q", prompt="How fast?", answer="700", unit="TOPS")).text

    assert "How fast? 1 mark TOPS" in text


def test_options_stand_in_as_few_rows_as_their_length_allows():
    def rows(*options):
        found = Printed(worksheet(paper_of(choice("q", "Which?", *options)), A4))
        return len({round(found.place_of(option)[2]) for option in options})

    assert rows("Ash", "Elm", "Oak", "Yew") == 1
    assert (
        rows(*(f"An option of {word} length" for word in ("middling", "moderate", "ordinary", "unequal")))
        == 2
    )
    assert (
        rows(*(f"{word} option that needs nearly all of the line to say" for word in ("One", "Two", "Six")))
        == 3
    )


def test_matching_letters_the_rights_with_their_spares_and_says_how_many_are_left_over():
    question = Matching(id="q", prompt="Match.", pairs=(("1", "x"), ("2", "y")), extra=("z", "w"))
    text = printed(question).text

    assert "Write a letter in each box. 2 letters are left over. 1. 1 A)" in text
    assert all(f" {label}) " in text for label in "ABCD")


def test_a_right_that_serves_two_lefts_is_announced():
    question = Matching(id="q", prompt="Match.", pairs=(("1", "x"), ("2", "x"), ("3", "y")))

    assert "A letter may serve more than once." in printed(question).text


def test_context_stands_above_the_prompt():
    assert "1. A case to read. 1 mark Which?" in printed(choice(context="A case to read.")).text


def test_one_question_worth_several_marks_is_counted_in_words():
    text = printed(choice(marks=3)).text

    assert "/ 3 Answer the question." in text
    assert "3 marks" in text


def test_true_and_false_have_a_circle_each():
    text = printed(TrueFalse(id="q", prompt="It is.", answer=True)).text

    assert "Where there are circles, mark one of them. 1. It is. 1 mark True False" in text


@pytest.mark.parametrize("lines", [None, 3, 200])
def test_an_essay_has_ruled_lines_but_never_more_than_its_page(lines):
    question = Essay(id="q", prompt="Why?", points=(Point(point="a"), Point(point="b")), lines=lines)
    found = printed(question)

    assert len(found.pages) == 1
    assert "Why?" in found.pages[0]


def test_a_picture_is_drawn_inside_the_text_and_a_missing_one_is_told_in_words(tmp_path):
    Image.new("RGB", (4000, 100), "black").save(tmp_path / "wide.png")
    question = choice(image=Picture(file="wide.png", alt="A black bar"))
    drawn = printed(question, images={"wide.png": (tmp_path / "wide.png").read_bytes()})

    assert "A black bar" not in drawn.text
    assert min(drawn.ink(0)) >= 34
    assert "[A black bar]" in printed(question).text


def png(mode="RGB", size=(60, 40)):
    data = BytesIO()
    Image.new(mode, size).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no picture", "it is none of PNG, JPEG, GIF, WEBP, SVG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "it is none of PNG, JPEG, GIF, WEBP, SVG"),
        (png()[:-30], "it is damaged: "),
        (png("1", (5_000, 5_001)), "it has more than 25 million pixels; make it smaller"),
        (png("1", (20_000, 20_000)), "it has more than 25 million pixels; make it smaller"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_refused_by_name(data, reason):
    question = choice(image=Picture(file="bar.png", alt="A bar"))

    with pytest.raises(ExportRefused) as refused:
        printed(question, images={"bar.png": data})
    assert refused.value.reasons[0].startswith(f"q: the picture bar.png cannot be printed; {reason}")


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "I;16"])
def test_pictures_of_every_colour_depth_are_drawn(mode):
    question = choice(image=Picture(file="bar.png", alt="A bar"))

    assert "A bar" not in printed(question, images={"bar.png": png(mode)}).text


def test_a_picture_of_25_million_pixels_is_printed():
    question = choice(image=Picture(file="bar.png", alt="A bar"))

    assert "A bar" not in printed(question, images={"bar.png": png("1", (5_000, 5_000))}).text


def test_equal_in_equal_out(sample):
    assert worksheet(sample, A4) == worksheet(sample, A4)


def test_both_paper_sizes_carry_the_same_questions(sample):
    a4, letter_size = Printed(worksheet(sample, A4)), Printed(worksheet(sample, LETTER))

    assert a4.sizes[0] == pytest.approx((595.28, 841.89), abs=0.01)
    assert letter_size.sizes[0] == (612, 792)
    assert all(plain(e.prompt) in letter_size.text for e in sample.exercises if e.kind != "cloze")


def test_title_licence_and_language_are_told_to_the_reader(sample):
    found = Printed(worksheet(msgspec.structs.replace(sample, language="en-GB"), A4))

    assert found.metadata["Title"].startswith("Tea and the sea – Form A · paper ")
    assert found.metadata["Author"] == "Tea and the sea (CC-BY-4.0)"
    assert found.language == "en-GB"


def test_stress_on_chinese_is_a_line_below_it():
    def rules(prompt):
        found = printed(ShortAnswer(id="q", prompt=prompt, answer="x"))
        assert "哪一项不属于小米？" in found.text
        return len(list(found.document[0].get_objects([raw.FPDF_PAGEOBJ_PATH])))

    assert rules("哪一项**不**属于小米？") == rules("哪一项*不*属于小米？") == rules("哪一项不属于小米？") + 1


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_one_is_printed(kind):
    data = BytesIO()
    later = [Image.new("RGB", (90, 60), colour) for colour in ("white", "#dddddd")]
    Image.new("RGB", (90, 60), "black").save(data, kind, save_all=True, append_images=later, duration=90)
    drawn = printed(choice(image=Picture(file="moves", alt="It moves")), images={"moves": data.getvalue()})

    shades = {shade: count for count, shade in drawn.picture(0).getcolors()}
    assert shades[0] >= 90 * 60 > shades.get(0xDD, 0) + 90 * 50


def test_a_drawing_is_printed_with_letters_that_can_be_found():
    drawing = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" onload="x()">
        <rect width="200" height="100"/><text x="9" y="50" fill="white">Ángulo α</text></svg>"""
    drawn = printed(choice(image=Picture(file="a.svg", alt="An angle")), images={"a.svg": drawing.encode()})

    assert "Ángulo α" in drawn.text
    assert "An angle" not in drawn.text
    page, left, _, right, _ = drawn.place_of("Ángulo α")
    assert page == 0
    assert 40 < left < right < 220
