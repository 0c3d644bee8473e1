"""The answer key to edit: the answers of each form at a glance, then how each question is marked, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quizmill.bank.markup import spans, thanked_once
from quizmill.bank.model import Name
from quizmill.compose.paper import Paper
from quizmill.export.docx.runs import add_spans, add_text, unbroken
from quizmill.export.docx.template import Measures, blank, from_right, packed
from quizmill.export.docx.worksheet import running
from quizmill.export.docx.writer import Writer
from quizmill.export.paper import page_layout
from quizmill.export.paper.blanks import asked
from quizmill.export.paper.decisions import NONE, Decisions
from quizmill.export.paper.key import at_a_glance, whose
from quizmill.export.paper.key_forms import places_in_forms
from quizmill.export.paper.look import ANSWER, NOTE, SMALL
from quizmill.export.paper.marking_guide import AnswerTold, answers_told, titles
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import Words, words_in

_STYLES = {ANSWER: "Answer", NOTE: "Note", SMALL: "Source"}
_PICTURE = 60.0  # points at most: only to be known again
_COLUMNS = ((14, 5), (24, 3), (60, 2))  # characters of the longest answer at a glance, and columns for that
_NUMBER = 28.0  # points of the column of numbers
_FORM = 70.0  # points of the column that names forms


def answer_keys(
    papers: Sequence[Paper],
    options: WorksheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    students: Sequence[str] = (),
    names: tuple[Name, ...] = (),
    progress: Callable[[], None] = lambda: None,
    decided: Decisions = NONE,
) -> bytes:
    """One document that keys the worksheets of the same *papers*; equal in, equal out.

    The arguments are as in `export.paper.key`. Raises ExportRefused naming every picture that cannot be read.
    """
    words = words_in(options.language, papers[0].language)
    document, measures = blank(options, papers[0])
    writer = Writer(document, images or {}, measures.width, from_right=from_right(papers[0].language))
    subject = page_layout.dated(papers, words)
    running(document.sections[0], subject, words, alone=True)
    title = words("sheet.answer_key", title=papers[0].title)
    _opening(writer, papers, title, subject, words, decided)
    for paper, student in zip(papers, students or [""] * len(papers), strict=True):
        entry = whose(paper, student, words) if len(papers) > 1 else ""
        _glance(writer, at_a_glance(paper, words, decided), entry, measures)
        progress()
    _across(writer, papers, words, measures)
    if len(papers) > 1:
        writer.paragraph("Heading 2", words("sheet.guide"))
    for number, each in enumerate(answers_told(papers, words, names, decided), 1):
        _entry(writer, each, number)
    _documents(writer, papers, words)
    writer.finish()
    return packed(document, papers[0], f"{title} – {subject}", subject)


def _opening(
    writer: Writer, papers: Sequence[Paper], title: str, subject: str, words: Words, decided: Decisions
) -> None:
    paper = papers[0]
    form = words("sheet.form", form=paper.form) if len(papers) == 1 and paper.form else ""
    told = [words("sheet.questions", n=len(paper.exercises))]
    told += [words("sheet.marks", n=decided.possible(paper)), subject]
    writer.paragraph("Heading 1", f"{title}\t{form}" if form else title)
    writer.paragraph("Instructions", " · ".join(told))


def _glance(writer: Writer, answers: Sequence[str], title: str, measures: Measures) -> None:
    """The answers of one paper, in a table to be read down its columns."""
    texts = [spans(answer) for answer in answers]
    longest = max(sum(len(span.said) for span in text) for text in texts)
    columns = next((columns for most, columns in _COLUMNS if longest <= most), 1)
    down = -(-len(texts) // columns)
    columns = -(-len(texts) // down)  # that are filled
    widths = [_NUMBER, measures.width / columns - _NUMBER] * columns
    with writer.together():
        if title:
            writer.paragraph("Heading 2", title)
        table = writer.table(down, widths, "Table Grid")
        for row, line in enumerate(table.rows):
            for place, cell in enumerate(line.cells):
                made = writer.within(cell, widths[place]).paragraph("Note")
                made.paragraph_format.left_indent = 0
                at = row + down * (place // 2)
                if at < len(texts) and place % 2:
                    add_spans(made, texts[at])
                elif at < len(texts):
                    add_text(made, str(at + 1), bold=True)
        writer.paragraph("Spacer")


def _across(writer: Writer, papers: Sequence[Paper], words: Words, measures: Measures) -> None:
    """Where each question stands in each form: as many questions side by side as there is room for."""
    places = places_in_forms(papers)
    if not places:
        return
    writer.paragraph("Heading 2", words("sheet.across_forms"))
    ids, most = list(places[0]), int((measures.width - _FORM) / _NUMBER)
    for band in (ids[at : at + most] for at in range(0, len(ids), most)):
        table = writer.table(len(papers), [_FORM, *[_NUMBER] * len(band)], "Table Grid")
        for row, paper, place in zip(table.rows, papers, places, strict=True):
            told = [words("sheet.form", form=paper.form), *(str(place[id]) for id in band)]
            for at, (cell, text) in enumerate(zip(row.cells, told, strict=True)):
                made = writer.within(cell, _NUMBER if at else _FORM).paragraph("Note")
                made.paragraph_format.left_indent = 0
                add_text(made, text, bold=not at)
        writer.paragraph("Spacer")


def _entry(writer: Writer, told: AnswerTold, number: int) -> None:
    """How one question is marked."""
    exercise = told.exercise
    writer.about = exercise.id
    texts = told.texts()
    shown, credit = thanked_once([text for text, _ in texts], writer.images)
    with writer.together():
        first = writer.paragraph("Asked", f"{number}.\t")
        writer.text(asked(exercise, "_____"), "Asked", "Note", begun=first, tallest=_PICTURE)
        add_text(first, f"\t{unbroken(told.worth)}")
        for text, (_, look) in zip(shown, texts, strict=True):
            writer.text(text, _STYLES[look], _STYLES[look], tallest=_PICTURE)
        if credit:
            writer.paragraph("Credit", credit)


def _documents(writer: Writer, papers: Sequence[Paper], words: Words) -> None:
    """The full titles of the documents that the sources name."""
    named = titles(papers, words)
    if named:
        writer.paragraph("Heading 2", words("sheet.documents"))
    for title in named:
        writer.paragraph("Note", title).paragraph_format.left_indent = 0
