"""What a teacher asks of a sheet: own instructions, words to choose from, page breaks, boxes for scores."""

from __future__ import annotations

import pypdfium2.raw as raw
import pytest

from printed import Printed, paper_of
from quizmill.bank.model import (
    Bank,
    Cloze,
    Distractor,
    Essay,
    MultipleChoice,
    Numerical,
    Point,
    Topic,
    TrueFalse,
)
from quizmill.compose.forms import forms
from quizmill.compose.paper import compose
from quizmill.errors import ExportRefused
from quizmill.export.paper.worksheet import worksheet, worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions


def sheet(*questions, **looks):
    return Printed(worksheet(paper_of(*questions), WorksheetOptions(**looks)))


def number(id, prompt="When?", **named):
    return Numerical(id=id, prompt=prompt, answer="1835", **named)


def essay(id):
    return Essay(id=id, prompt=f"Why {id}?", points=(Point(point="x"),), lines=3)


class TestInstructions:
    ONE = TrueFalse(id="q", prompt="It is.", answer=True)

    def test_they_stand_in_place_of_the_sheet_s_own_sentence(self):
        text = sheet(self.ONE, number("r"), instructions="Answer *one* of the two.").text

        assert "/ 2 Answer one of the two. Each is worth 1 mark. 1. It is." in text
        assert "circles" not in text

    def test_they_are_marked_up_as_texts_of_a_bank_in_several_blocks(self):
        told = "First:\n\n1. read\n2. think\n\n| a | b |\n|---|---|\n| c | d |"

        assert "First: 1. read 2. think a b c d 1. It is." in sheet(self.ONE, instructions=told).text

    def test_what_looks_like_another_language_s_markup_is_text(self):
        told = "<b>&amp;</b> <script>x</script> [link](javascript:x) %PDF {{gap}} \\n"

        assert f"/ 1 {told} 1. It is." in sheet(self.ONE, instructions=told).text

    def test_a_sign_without_a_font_is_refused_by_name(self):
        with pytest.raises(ExportRefused) as refused:
            sheet(self.ONE, instructions="Go 🌱")

        assert refused.value.reasons == (
            "the instructions: U+1F331 SEEDLING is in none of the fonts; write it another way",
        )

    @pytest.mark.parametrize("looks", [{}, {"columns": 2}, {"large_print": True}])
    def test_long_ones_go_on_over_pages_and_every_word_stands(self, looks):
        told = "\n\n".join(f"Rule {n}: " + "read with care, " * 20 for n in range(30))
        found = sheet(self.ONE, instructions=told, **looks)

        assert len(found.pages) > 2
        assert all(f"Rule {n}: read" in found.text for n in range(30))
        assert found.text.count("read with care") == 600
        assert found.text.index("Rule 29") < found.text.index("1. It is.")
        assert all(min(found.ink(page)) > 30 for page in range(len(found.pages)))


class TestWordBank:
    QUESTIONS = (
        Cloze(id="a", text="In {{2004}} it was bought by {{Amazon}}."),
        Cloze(id="b", text="It began as {{Joyo}}."),
        number("c"),
        Cloze(id="d", text="They drink {{tea}}."),
    )

    def test_a_box_of_words_stands_above_the_blanks_that_they_are_for(self):
        text = sheet(*self.QUESTIONS, word_bank=True).text

        box = text[
            text.index("Choose the words for questions 1, 2, 4 from the box.") : text.index("1. In (1)")
        ]
        assert set(box.partition("box. ")[2].split()) == {"2004", "Amazon", "Joyo", "tea"}
        assert text.count("Choose") == 1
        alone = sheet(*self.QUESTIONS[:2], word_bank=True).text
        assert "Choose the words for the next 2 questions from the box." in alone

    def test_without_being_asked_for_no_word_is_printed(self):
        assert "Joyo" not in sheet(*self.QUESTIONS).text

    def test_the_blanks_of_a_box_are_all_as_wide_so_that_none_tells_its_word(self):
        text = sheet(*self.QUESTIONS[:2], word_bank=True).text
        rules = [rule for rule in text.split() if rule.startswith("____")]

        assert len({len(rule.rstrip(".")) for rule in rules}) == 1

    @pytest.mark.parametrize("looks", [{}, {"columns": 2}, {"large_print": True}, {"size": "letter"}])
    def test_long_words_and_formulas_stay_inside_the_box(self, looks):
        texts = [
            f"It is {{{{a rather long answer of several words, the one with number {n}}}}}." for n in range(9)
        ]
        questions = [Cloze(id=f"q{n}", text=text) for n, text in enumerate(texts)]
        formula = Cloze(id="f", text=r"\(E = {{mc^2}}\), and not \({{\frac{a}{b}}}\).")
        found = sheet(*questions, formula, word_bank=True, **looks)

        assert all(f"with number {n}" in found.text for n in range(9))
        assert all(min(found.ink(page)) > 30 for page in range(len(found.pages)))

    def test_forms_have_it_in_an_order_of_their_own_and_a_reprint_has_it_again(self):
        topic = Topic(id="t", title="T", questions=self.QUESTIONS[:2])
        bank = Bank(title="T", namespace="t", topics=(topic,))
        papers = forms(bank, tuple(bank.questions()), seed=3, count=4)
        made = worksheets(papers, WorksheetOptions(word_bank=True))
        pages = [page for page in Printed(made).pages if page]

        orders = {page.partition("box.")[2].partition(" 1. ")[0] for page in pages}
        assert len(orders) > 1
        assert {tuple(sorted(order.split())) for order in orders} == {("2004", "Amazon", "Joyo")}
        assert worksheets(papers, WorksheetOptions(word_bank=True)) == made


class TestPages:
    def test_each_section_begins_a_page(self):
        questions = (number("a"), TrueFalse(id="b", prompt="It is.", answer=True), number("c"))
        found = sheet(*questions, sections="kind", break_before=("sections",))

        titles = ("Numbers 1 mark 1.", "True or false 1 mark 2.", "Numbers 1 mark 3.")
        assert [title in page for title, page in zip(titles, found.pages, strict=True)] == [True] * 3

    def test_essays_stand_on_pages_of_their_own(self):
        questions = (number("a"), essay("one"), essay("two"), number("b"), number("c"))
        found = sheet(*questions, break_before=("essays",))

        assert [page.count("?") for page in found.pages] == [1, 1, 1, 2]

    @pytest.mark.parametrize("looks", [{}, {"columns": 2}, {"large_print": True}])
    def test_so_does_each_question_where_that_is_asked_for(self, looks):
        found = sheet(*(number(f"q{n}") for n in range(4)), break_before=("questions",), **looks)

        assert [page.count("When?") for page in found.pages] == [1, 1, 1, 1]
        assert "Name" in found.pages[0]

    def test_an_essay_that_comes_first_stays_below_the_head(self):
        assert len(sheet(essay("one"), break_before=("essays", "questions")).pages) == 1


def drawn(found):
    return sum(each.type == raw.FPDF_PAGEOBJ_PATH for each in found.document[0].get_objects())


class TestMarks:
    def test_what_all_are_worth_is_said_once(self):
        text = sheet(number("a", marks=2), number("b", marks=2)).text

        assert "/ 4 Answer all 2 questions. Each is worth 2 marks. 1. When? 2. When?" in text

    def test_where_they_differ_each_says_its_own(self):
        text = sheet(number("a"), number("b", marks=2)).text

        assert "The marks stand at the right of each. 1. When? 1 mark 2. When? 2 marks" in text

    def test_a_section_of_equals_says_it_beside_its_title(self):
        topics = [
            Topic(
                id=id, title=title, questions=tuple(number(f"{id}{n}", marks=m) for n, m in enumerate(marks))
            )
            for id, title, marks in (("t", "Tea", (1, 1)), ("s", "Sea", (1, 2)), ("u", "Silk", (3,)))
        ]
        bank = Bank(title="T", namespace="t", topics=tuple(topics))
        paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
        text = Printed(worksheet(paper, WorksheetOptions(sections="topic"))).text

        assert "Tea 1 mark each · 2 marks 1. When? 2. When? Sea 3 marks" in text
        assert "Sea 3 marks 3. When? 1 mark 4. When? 2 marks Silk 3 marks 5. When?" in text

    @pytest.mark.parametrize("looks", [{}, {"columns": 2}, {"large_print": True}])
    @pytest.mark.parametrize(("marks", "told"), [((1, 1, 1), 0), ((1, 2, 3), 3)])
    def test_a_box_for_the_score_stands_beside_each_question_and_below_each_page(self, looks, marks, told):
        questions = [number(f"q{n}", marks=m) for n, m in enumerate(marks)]
        without, boxed = sheet(*questions, **looks), sheet(*questions, score_boxes=True, **looks)

        assert drawn(boxed) == drawn(without) + 3 + 1
        assert boxed.text.count("When? / ") == told
        assert f"This page: / {sum(marks)}" in boxed.text

    def test_the_scores_of_the_pages_come_to_the_whole(self):
        choices = [
            MultipleChoice(
                id=f"q{n}", prompt="Which?", answer="x" * 60, distractors=(Distractor(text="y"),) * 3
            )
            for n in range(20)
        ]
        found = sheet(*choices, number("r", marks=5), score_boxes=True)
        pages = [int(page.partition("This page: / ")[2].split()[0]) for page in found.pages]

        assert len(pages) > 2
        assert sum(pages) == 25
