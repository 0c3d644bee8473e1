"""A paper as a worksheet to edit: what the pupil gets, without a trace of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn

from quizmill.bank.markup import spans
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.compose.word_boxes import WordBox
from quizmill.export.docx.answer_space import add_answer_space
from quizmill.export.docx.head import add_head
from quizmill.export.docx.runs import add_box, add_field, add_spans, add_text, unbroken
from quizmill.export.docx.template import Measures, blank, from_right, packed
from quizmill.export.docx.writer import Writer
from quizmill.export.docx.xml import element
from quizmill.export.paper import page_layout, sections
from quizmill.export.paper.answer_space import cue
from quizmill.export.paper.blanks import asked, blank_width, gap
from quizmill.export.paper.figure import as_block
from quizmill.export.paper.sheet_head import Owner
from quizmill.export.paper.sheet_plan import SheetPlan, sheet_plan
from quizmill.export.paper.word_bank import about_words
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import Words, words_in

_BETWEEN = "\u2003 "  # two words in a box


def worksheets(
    papers: Sequence[Paper],
    options: WorksheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    students: Sequence[str] = (),
    classes: Sequence[str] = (),
    progress: Callable[[], None] = lambda: None,
) -> bytes:
    """One document with all *papers* to hand out, each beginning on an odd page; equal in, equal out.

    *images*, *students*, *classes* and *progress* are as in `export.paper.worksheet`. Raises ExportRefused
    naming every picture that cannot be read.
    """
    words = words_in(options.language, papers[0].language)
    document, measures = blank(options, papers[0], large=options.large_print, columns=options.columns)
    writer = Writer(document, images or {}, measures.column, from_right=from_right(papers[0].language))
    nothing = [""] * len(papers)
    for place, (paper, *known) in enumerate(
        zip(papers, students or nothing, classes or nothing, strict=True)
    ):
        section = _in_columns(document.add_section(WD_SECTION.ODD_PAGE), 1) if place else document.sections[0]
        running(section, page_layout.identity((paper,), words), words, alone=len(papers) == 1)
        _head_later_pages(section, paper.title, Owner(*known), words)
        add_head(writer, paper, Owner(*known), options, measures, words)
        if options.columns > 1:
            further = _in_columns(document.add_section(WD_SECTION.CONTINUOUS), options.columns)
            further.different_first_page_header_footer = False
        _Sheet(writer, options, measures, words).add(paper)
        progress()
    writer.finish()
    subject = page_layout.identity(papers, words)
    return packed(document, papers[0], f"{papers[0].title} – {subject}", subject)


def _in_columns(section: Any, columns: int) -> Any:
    """The section, which is numbered as the one before it goes on, in so many columns."""
    for each in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(each)
    told = section._sectPr.find(qn("w:cols"))
    told.set(qn("w:num"), str(columns))
    told.set(qn("w:space"), str(round(page_layout.GUTTER * 20)))
    return section


def _head_later_pages(section: Any, title: str, owner: Owner, words: Words) -> None:
    """Whose sheet it is stands above all pages but the first, which says it in its own head."""
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    line = section.header.paragraphs[0]
    line.style = "Running"
    whose = " · ".join(each for each in owner if each) or f"{words('sheet.name')} {'_' * 30}"
    add_text(line, f"{title}\t{whose}")


def running(section: Any, identity: str, words: Words, *, alone: bool) -> None:
    """What stands below every page of a section: what tells the paper from others, and the page's number.

    How many pages there are is told where the document is of one paper *alone*: not every word processor
    counts those of a section.
    """
    told = words("sheet.page", page="\0", pages="\1") if alone else "\0"
    for footer in (section.footer, section.first_page_footer):
        footer.is_linked_to_previous = False
        line = footer.paragraphs[0]
        line.style = "Running"
        add_text(line, f"{identity}\t")
        for part in told.replace("\0", "\f\0\f").replace("\1", "\f\1\f").split("\f"):
            if part in ("\0", "\1"):
                add_field(line, "PAGE" if part == "\0" else "NUMPAGES")
            else:
                add_text(line, part)
    section._sectPr.find(qn("w:cols")).addprevious(element("w:pgNumType", start=1))


class _Sheet:
    """Writes one paper."""

    def __init__(self, writer: Writer, options: WorksheetOptions, measures: Measures, words: Words) -> None:
        self._writer, self._options, self._measures, self._words = writer, options, measures, words

    def add(self, paper: Paper) -> None:
        """Its questions."""
        plan = sheet_plan(paper, self._options)
        for place, exercise in enumerate(paper.exercises):
            self._writer.about = exercise.id
            with self._writer.together(new_page=place in plan.pages and place > 0):
                if place in plan.opens:
                    each = exercise.question.marks if plan.alike[place] else 0
                    self._heading(exercise, plan.opens[place], each)
                if place in plan.boxes:
                    self._word_bank(plan.boxes[place])
                self._question(exercise, place, plan)

    def _heading(self, exercise: Exercise, marks: int, each: int) -> None:
        """The title of a section, what it is worth, and where it is said here what *each* question is."""
        title = sections.heading(exercise, self._options.sections, self._words)
        told = [self._words("sheet.marks_each", n=each)] if 0 < each < marks else []
        worth = " · ".join([*told, self._words("sheet.marks", n=marks)])
        self._writer.paragraph("Heading 2", f"{title}\t{unbroken(worth)}")

    def _word_bank(self, box: WordBox) -> None:
        self._writer.paragraph("Cue", about_words(box, self._words)).paragraph_format.left_indent = 0
        width = self._measures.column
        table = self._writer.table(1, [width], "Table Grid")
        line = self._writer.within(table.cell(0, 0), width).paragraph("Cell")
        for place, word in enumerate(box.words):
            add_text(line, _BETWEEN if place else "")
            add_spans(line, spans(word))
        self._writer.paragraph("Spacer")

    def _question(self, exercise: Exercise, place: int, plan: SheetPlan) -> None:
        writer, question, look = self._writer, exercise.question, self._measures.looks.body
        first = writer.paragraph("Question", f"{place + 1}.\t")
        texts = [question.context] if question.context else []
        wide = plan.blanks.get(place) or blank_width((exercise,))
        texts.append(asked(exercise, gap(exercise, wide * self._measures.looks.scale, look)))
        for text in texts:
            writer.text(text, "Question Text", "Question Text", begun=first if text is texts[0] else None)
        self._worth(first, question.marks, said=plan.alike[place])
        if question.audio:
            writer.paragraph("Cue", self._words("sheet.sound", file=question.audio.file))
        if question.image:
            writer.picture(as_block(question.image), "Question Text")
        if told := cue(exercise, self._words):
            writer.paragraph("Cue", told)
        add_answer_space(writer, exercise, self._measures, self._words)

    def _worth(self, paragraph: Any, marks: int, *, said: bool) -> None:
        """At the right of a question, where its first paragraph ends: its marks, or a box for the score.

        Marks that are *said* elsewhere are not told again.
        """
        if self._options.score_boxes:
            add_text(paragraph, "\t")
            add_box(paragraph)
            add_text(paragraph, f"\u00a0/\u00a0{marks}")
        elif not said:
            add_text(paragraph, f"\t{unbroken(self._words('sheet.marks', n=marks))}")
