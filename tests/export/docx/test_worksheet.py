"""A worksheet to edit, as python-docx reads it again."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace
from PIL import Image as Pillow

from printed import paper_of
from quizmill.bank.model import Cloze, Image, MultipleChoice, Numerical, Ordering, ShortAnswer
from quizmill.bank.model.parts import Audio, Distractor
from quizmill.errors import ExportRefused
from quizmill.export.docx.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions
from written import Written

A4 = WorksheetOptions()
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
    "000000050001a5f645400000000049454e44ae426082"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
BOX = "\u00a0" * 7


def choice(prompt="Which?", answer="right", wrong="wrong", **fields):
    return MultipleChoice(
        id="one", prompt=prompt, answer=answer, distractors=(Distractor(text=wrong),), shuffle=False, **fields
    )


def written(*questions, options=A4, images=None, language="en", **told):
    paper = replace(paper_of(*questions), language=language)
    return Written(worksheets([paper], options, images, **told))


def test_all_nine_kinds_as_a_pupil_gets_them(sample):
    assert Written(worksheets([sample], A4)).lines == [
        "Tea and the sea\tForm A",
        "Name ",
        "",
        "Class ",
        "",
        "Date ",
        "",
        "Marks\t/ 10",
        "",
        "Answer all 9 questions. The marks stand at the right of each. "
        "Where there are circles, mark one of them.",
        "1.\tFrom which plant is every true tea made?\t1\u00a0mark",
        "○ A)\tAspalathus linearis",
        "○ B)\tCamellia japonica",
        "○ C)\tCamellia sinensis",
        "○ D)\tIlex paraguariensis",
        "2.\tSelect the two drinks that are true teas.\t2\u00a0marks",
        "Mark every right answer.",
        "□ A)\tMate",
        "□ B)\tRooibos",
        "□ C)\tOolong",
        "□ D)\tPu-erh",
        "3.\tPeppermint tea is a true tea.\t1\u00a0mark",
        "○ True\t○ False",
        "4.\tWhich clipper was launched in 1869 to carry tea from China?\t1\u00a0mark",
        "\t",
        "5.\tHow many yuan was the first cargo worth, by the reckoning of The Tea Book, in 1870?"
        "\t1\u00a0mark",
        "\t yuan",
        f"6.\tIn (1)\u00a0{'_' * 41} the (2)\u00a0{'_' * 41} was launched.\t1\u00a0mark",
        "7.\tMatch each tea to what is done to its leaf.\t1\u00a0mark",
        "Write a letter in each box. One letter is left over.",
        f"{BOX} 1.\tGreen tea",
        "A)\theated at once",
        f"{BOX} 2.\tBlack tea",
        "B)\tfully oxidised",
        f"{BOX} 3.\tWhite tea",
        "C)\tonly dried",
        "",
        "D)\troasted twice",
        "",
        "8.\tPut the making of black tea in order.\t1\u00a0mark",
        "Number the boxes from 1, what comes first, to 5, what comes last.",
        f"{BOX}\tOxidise",
        f"{BOX}\tWither",
        f"{BOX}\tPluck",
        f"{BOX}\tRoll",
        f"{BOX}\tDry",
        "9.\tWhy could a fast ship be worth more than a large one in the tea trade?\t1\u00a0mark",
        *["\t"] * 8,
    ]


def test_titles_and_sections_are_headings(sample):
    styles = Written(worksheets([sample], replace(A4, sections="kind"))).styles
    assert styles["Tea and the sea\tForm A"] == "heading 1"
    assert styles["Several right answers\t2\u00a0marks"] == "heading 2"


def test_a_question_stays_with_its_options_and_with_nothing_else(sample):
    made = Written(worksheets([sample], A4))
    assert made.paragraph("1.\tFrom").paragraph_format.keep_with_next
    assert made.paragraph("○ C)\tCamellia sinensis").paragraph_format.keep_with_next
    assert not made.paragraph("○ D)\tIlex").paragraph_format.keep_with_next


def test_the_same_in_is_the_same_out_and_no_time_is_told(sample):
    once, again = (worksheets([sample], A4) for _ in range(2))
    assert once == again
    made = Written(once)
    assert made.times == {(1980, 1, 1, 0, 0, 0)}
    assert b"1980-01-01T00:00:00Z" in made.parts["docProps/core.xml"]
    assert "docProps/thumbnail.jpeg" not in made.parts


def test_the_foot_tells_the_paper_and_the_page(sample):
    foot = Written(worksheets([sample], A4)).parts["word/footer1.xml"].decode()
    assert f"Form A · paper {sample.fingerprint}" in foot
    assert 'w:instr="PAGE"' in foot
    assert 'w:instr="NUMPAGES"' in foot


def test_each_pupil_begins_on_an_odd_page_with_a_foot_and_numbers_of_its_own(sample):
    papers = [sample, replace(sample, form="B")]
    made = Written(worksheets(papers, A4, students=("Ann <b>", "한 Bo"), classes=("7A", "7B")))
    first, second = made.document.sections
    assert second.start_type.name == "ODD_PAGE"
    assert first.header.paragraphs[0].text == "Tea and the sea\tAnn <b> · 7A"
    assert second.header.paragraphs[0].text == "Tea and the sea\t한 Bo · 7B"
    assert first.first_page_header.paragraphs[0].text == ""
    assert first.first_page_footer.paragraphs[0].text == first.footer.paragraphs[0].text
    assert "Form A" in first.footer.paragraphs[0].text
    assert "Form B" in second.footer.paragraphs[0].text
    assert [len(each._sectPr.findall(qn("w:pgNumType"))) for each in (first, second)] == [1, 1]
    assert [line for line in made.lines if line.startswith(("Name", "Class"))] == [
        "Name Ann <b>",
        "Class 7A",
        "Name 한 Bo",
        "Class 7B",
    ]


def test_in_two_columns_the_head_reaches_over_both(sample):
    papers = [sample, replace(sample, form="B")]
    made = Written(worksheets(papers, replace(A4, columns=2)))
    told = [
        (each.start_type.name, each._sectPr.find(qn("w:cols")).get(qn("w:num")))
        for each in made.document.sections
    ]
    assert told == [("NEW_PAGE", None), ("CONTINUOUS", "2"), ("ODD_PAGE", "1"), ("CONTINUOUS", "2")]


def test_large_print_letter_school_and_score_boxes(sample):
    options = WorksheetOptions(
        size="letter", large_print=True, score_boxes=True, header="Hill & School", logo=PNG
    )
    made = Written(worksheets([sample], options))
    assert made.document.styles["Normal"].font.size.pt == 18
    assert round(made.document.sections[0].page_width.inches, 2) == 8.5
    assert made.lines[0] == "  Hill & School"
    assert made.alts == ["Hill & School"]
    assert f"3.\tPeppermint tea is a true tea.\t{BOX}\u00a0/\u00a01" in made.lines


def test_what_looks_like_markup_of_word_or_a_field_is_text():
    hostile = "<w:p/> & { HYPERLINK x } =1+1 \x07\ufffe"
    made = written(choice(prompt=hostile, answer="</w:t>", wrong="&lt;"))
    assert made.lines[10:13] == [
        "1.\t<w:p/> & { HYPERLINK x } =1+1 ␇\ufffd\t1\u00a0mark",
        "○ A)\t</w:t>",
        "○ B)\t&lt;",
    ]


def test_emphasis_code_and_lines_of_a_listing_are_kept():
    listing = "*One* **two** `x  y`:\n\n```python\nif a:\n    b = 1\n```"
    made = written(ShortAnswer(id="one", prompt=listing, answer="x"))
    assert "if a:\n    b = 1" in made.lines
    runs = {run.text: run for run in made.paragraph("1.\tOne").runs}
    assert runs["One"].italic
    assert runs["two"].bold
    assert runs["x  y"].style.name == "Code"
    (keyword,) = [run for run in made.paragraph("if a:").runs if run.bold]
    assert keyword.text == "if"


def test_a_table_says_which_row_is_its_head_and_where_its_columns_stand():
    made = written(choice(prompt="Look:\n\n| Tea | Cups |\n|:--|--:|\n| Oolong | 2 |"))
    table = made.document.tables[-1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Tea", "Cups"], ["Oolong", "2"]]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    assert table.cell(1, 1).paragraphs[0].alignment.name == "RIGHT"


def test_lists_and_formulas_of_a_prompt():
    made = written(
        choice(prompt="Of\n\n- tea\n- coffee\n\nis\n\n\\[\\frac{1}{2}\\]\n\nand \\(x\\) or \\(\\nix\\)")
    )
    assert made.lines[10:16] == [
        "1.\tOf\t1\u00a0mark",
        "• tea",
        "• coffee",
        "is",
        "12",
        "and x or \\(\\nix\\)",
    ]
    assert len(list(made.document.element.body.iter(qn("m:oMathPara")))) == 1


def test_pictures_have_their_words_and_thanks():
    image = Image(file="a.svg", alt="A black box", credit="Ann, CC BY")
    question = choice(image=image, answer="![One](a.png)", wrong="![Two](gone.png)")
    made = written(question, images={"a.svg": SVG, "a.png": PNG})
    assert made.alts == ["A black box", "One"]
    assert made.parts["word/media/image1.png"].startswith(b"\x89PNG")
    assert made.lines[11:] == ["", "Ann, CC BY", "○ A)\t", "○ B)\t[Two]"]


def test_a_listing_a_formula_or_a_table_may_be_an_option():
    question = Ordering(
        id="one", prompt="Order.", sequence=("```\na\nb\n```", "\\[x^2\\]", "| a |\n|---|\n| b |")
    )
    lines = written(question).lines
    assert f"{BOX}\ta\nb" in lines
    assert f"{BOX}\tx2" in lines
    assert {f"{BOX}\t", "a", "b"} <= set(lines)


def test_a_picture_that_cannot_be_read_is_named():
    with pytest.raises(ExportRefused) as refused:
        written(
            choice(image=Image(file="a.png", alt="A")),
            images={"a.png": PNG[:4]},
            options=replace(A4, logo=b"x"),
        )
    assert [each.about for each in refused.value.refusals] == ["the header", "one"]
    assert "the picture a.png cannot be printed; it is none of" in refused.value.reasons[1]


@pytest.mark.parametrize(
    ("language", "attribute", "tag"),
    [("de", "val", "de-DE"), ("pt-BR", "val", "pt-BR"), ("zh", "eastAsia", "zh-CN"), ("ar", "bidi", "ar-SA")],
)
def test_the_language_is_said(language, attribute, tag):
    styles = written(choice(), language=language).document.styles.element
    assert styles.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn(f"w:{attribute}")) == tag


def test_what_is_written_from_right_to_left_runs_so():
    made = written(choice(prompt="ما هو الشاي، tea؟"), language="ar")
    runs = {run.text: run.font.rtl for run in made.paragraph("1.\t").runs}
    assert runs["ما هو الشاي،"]
    assert not runs[" tea"]
    normal = made.document.styles["Normal"].element
    assert normal.pPr.find(qn("w:bidi")) is not None
    assert made.document.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_a_number_has_its_unit_beside_the_line_and_a_sound_its_name():
    sound = Audio(file="a.mp3", transcript="Tea.")
    question = Numerical(id="one", prompt="How much?", answer="3", unit="kg", audio=sound)
    assert written(question).lines[10:] == [
        "1.\tHow much?\t1\u00a0mark",
        "Sound, to be played: a.mp3",
        "\t kg",
    ]


def test_marks_that_are_all_the_same_are_said_once(sample):
    one = replace(sample, exercises=(sample.exercises[0], sample.exercises[2]))
    lines = Written(worksheets([one], A4)).lines
    assert (
        lines[9] == "Answer all 2 questions. Each is worth 1 mark. Where there are circles, mark one of them."
    )
    assert lines[10] == "1.\tFrom which plant is every true tea made?"


def test_own_instructions_page_breaks_and_words_to_choose_from(sample):
    options = WorksheetOptions(
        instructions="Use a *pen*.\n\n- Read first.\n- Think.", word_bank=True, break_before=("essays",)
    )
    three = Cloze(id="gap", text="In {{1869}} the {{Cutty Sark}} was {{launched}}.")
    exercises = (replace(each, question=three) if each.kind == "cloze" else each for each in sample.exercises)
    made = Written(worksheets([replace(sample, exercises=tuple(exercises))], options))
    assert made.lines[9:13] == [
        "Use a pen.",
        "• Read first.",
        "• Think.",
        "1.\tFrom which plant is every true tea made?\t1\u00a0mark",
    ]
    at = made.lines.index("Choose the words for the next question from the box.")
    assert sorted(made.lines[at + 1].split("\u2003 ")) == ["1869", "Cutty Sark", "launched"]
    assert made.lines[at + 3].startswith("6.\tIn (1)")
    assert made.paragraph("9.\tWhy").paragraph_format.page_break_before
    assert not made.paragraph("8.\tPut").paragraph_format.page_break_before


def test_an_answer_that_is_long_gets_several_lines():
    assert written(ShortAnswer(id="one", prompt="Say.", answer="long " * 30)).lines[-3:] == ["\t"] * 3


def test_a_picture_that_word_does_not_know_becomes_one_that_it_does():
    webp = BytesIO()
    Pillow.new("RGB", (4, 2), "red").save(webp, "WEBP", lossless=True)
    image = Image(file="a.webp", alt="Red", credit="Ann")
    made = written(choice(image=image), images={"a.webp": webp.getvalue()})
    shown = Pillow.open(BytesIO(made.parts["word/media/image1.png"]))
    assert (shown.format, shown.size, shown.getpixel((0, 0))) == ("PNG", (4, 2), (255, 0, 0))


def test_whom_all_pictures_of_the_options_thank_is_said_once_below_them():
    question = choice(answer='![One](a.png "Ann")', wrong='![Two](a.png "Ann")')
    assert written(question, images={"a.png": PNG}).lines[11:] == ["○ A)\t", "○ B)\t", "Ann"]
