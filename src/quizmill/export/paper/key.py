"""The answer key: the answers of each form at a glance, then how every question is marked, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quizmill.bank.markup import Style, escape, plain, spans
from quizmill.bank.model import Name, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.export.paper import answer_texts, page_layout
from quizmill.export.paper.decisions import NONE, Decided, Decisions
from quizmill.export.paper.elements import Rule
from quizmill.export.paper.flow import Block, block, flow
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.key_forms import across_forms
from quizmill.export.paper.look import ASKED, BLACK, HEADING, NORMAL, NOTE, NUMBER
from quizmill.export.paper.marking_guide import documents, guide
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.question import hang
from quizmill.export.paper.rows import Cell, Row
from quizmill.export.paper.sheet_head import title_row
from quizmill.export.paper.typeset import Typesetter
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import Words, words_in

_COLUMNS = (8, 6, 5, 4, 3)  # of the answers at a glance; two when their texts are long
_APART = 8.0  # points between them
_ASIDE = 24  # characters that an answer with other forms beside it may have there
_LONGEST = 60  # characters of an answer at a glance; the whole of it stands in the guide


def answer_key(paper: Paper, options: WorksheetOptions, images: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF that keys the worksheet of the same *paper*; `answer_keys` of one."""
    return answer_keys((paper,), options, images)


def answer_keys(
    papers: Sequence[Paper],
    options: WorksheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    students: Sequence[str] = (),
    names: tuple[Name, ...] = (),
    progress: Callable[[], None] = lambda: None,
    outlines: Outlines | None = None,
    decided: Decisions = NONE,
) -> bytes:
    """One PDF that keys the worksheets of the same *papers*; equal in, equal out.

    First the answers of each at a glance, then one marking guide for all, in which pictures are small; one
    that is not among *images*, by file, is printed as its text in words. *names* are the bank's: what else a
    thing is called is right too. *progress* is called after each paper. *outlines* are formulas that need not
    be drawn again. What was *decided* after the test is told. Raises ExportRefused naming every question and
    character that cannot be printed.
    """
    setter = Typesetter(images=images, formulas=Formulas(outlines))
    said = words_in(options.language, papers[0].language)
    sheet = page_layout.Sheet(options.size, NORMAL.small)
    title = said("sheet.answer_key", title=papers[0].title)
    blocks = [_opening(papers, title, sheet.measure, said, setter.about("the title"), decided)]
    for paper, student in zip(papers, students or [""] * len(papers), strict=True):
        blocks.append(_glance(paper, student, len(papers) > 1, sheet.measure, said, setter, decided))
        progress()
    blocks += across_forms(papers, sheet.measure, said, setter.about("the title"))
    blocks += guide(papers, sheet.measure, said, setter, names, decided)
    blocks += documents(papers, sheet.measure, said, setter.about("the documents"))
    made = flow(blocks, sheet.frames(0))
    running = page_layout.Running(title=title, foot=_foot(papers, title, said))
    page_layout.furnish(made, sheet, running, said, setter.about("the title"))
    setter.finish()
    subject = page_layout.dated(papers, said)
    pdf = page_layout.new_pdf(options.size, papers[0], title, subject, sharing=len(papers) > 1)
    pdf.print(made)
    return pdf.finish()


def _foot(papers: Sequence[Paper], title: str, said: Words) -> tuple[str, ...]:
    """The same fingerprints as below the sheets, as far as they have room."""
    dated = page_layout.dated(papers, said)
    return (page_layout.coded(papers, said), title) if len(papers) > 1 else (dated, title)


def _opening(
    papers: Sequence[Paper], title: str, width: float, said: Words, setter: Typesetter, decided: Decisions
) -> Block:
    paper = papers[0]
    worth = {exercise.question.marks for exercise in paper.exercises}
    told = [said("sheet.questions", n=len(paper.exercises))]
    told += [said("sheet.marks_each", n=worth.pop())] if len(worth) == 1 < len(paper.exercises) else []
    told.append(said("sheet.marks", n=decided.possible(paper)))
    told.append(page_layout.dated(papers, said))
    form = paper.form if len(papers) == 1 else ""
    rows = (
        title_row(title, form, width, NORMAL, said, setter),
        Row(((0, setter.set(escape(" · ".join(told)), ASKED, width)),), after=12),
    )
    return block(rows)


def _glance(
    paper: Paper, student: str, named: bool, width: float, said: Words, setter: Typesetter, decided: Decisions
) -> Block:
    """The answers of one paper, in a grid to be read down its columns."""
    texts = at_a_glance(paper, said, decided)
    number = hang(len(texts)) - 3
    columns = _columns(texts, number, width, setter)
    step = width / columns
    down = -(-len(texts) // columns)
    cells: list[list[Cell]] = [[] for _ in range(down)]
    for index, (exercise, text) in enumerate(zip(paper.exercises, texts, strict=True)):
        left = step * (index // down)
        answer = setter.about(exercise.id).set(text, NOTE, step - number - _APART)
        cells[index % down] += [
            (left, setter.set(str(index + 1), NUMBER, number)),
            (left + number, answer),
        ]
    rule = ((0, setter.make(Rule, width, 0.0, BLACK)),)
    rows = [Row(tuple(row), after=2) for row in cells]
    entry = whose(paper, student, said) if named else ""
    title = [Row(((0, setter.about("the title").set(escape(entry), HEADING, width)),))] if entry else []
    grid = (*title, Row(rule, before=3, after=5), *rows, Row(rule, before=3, after=5))
    return block(grid, apart=10, entry=entry)


def at_a_glance(paper: Paper, said: Words, decided: Decisions) -> list[str]:
    """Of each question the answer as markup, and the marks where not all have one; or that it is void."""
    weighed = any(exercise.question.marks > 1 for exercise in paper.exercises)
    return [
        _at_a_glance(exercise, said, decided.of(paper, exercise), weighed=weighed)
        for exercise in paper.exercises
    ]


def _at_a_glance(exercise: Exercise, said: Words, decided: Decided, *, weighed: bool) -> str:
    """Beside the answer stands what else was accepted, and other forms that have room there."""
    if decided.void:
        return f"*{escape(said('sheet.void'))}*"
    texts = [answer_texts.brief(exercise, said), *decided.briefly]
    for form in exercise.question.accept if isinstance(exercise.question, ShortAnswer) else ():
        if len(" / ".join((*texts, form))) <= _ASIDE:
            texts.append(form)
    marks = f" [{exercise.question.marks}]" if weighed else ""
    return _shortened(" / ".join(texts)) + escape(marks)


def _columns(texts: list[str], number: float, width: float, setter: Typesetter) -> int:
    """As many columns as nine in ten of the answers fit on a line of."""
    wide = sorted(setter.width(text, NOTE) for text in texts)[int(len(texts) * 0.9)] + number + _APART
    return next((columns for columns in _COLUMNS if columns * wide <= width), 2)


def whose(paper: Paper, student: str, said: Words) -> str:
    """What stands above the answers of one paper among several."""
    form = said("sheet.form", form=paper.form) if paper.form else ""
    known = said("sheet.paper", fingerprint=paper.fingerprint)
    return " · ".join(part for part in (form, student, known) if part)


def _shortened(text: str) -> str:
    told = plain(text)
    if len(told) <= _LONGEST and any(span.style is Style.MATHEMATICS for span in spans(text)):
        return text
    return escape(told if len(told) <= _LONGEST else told[: _LONGEST - 1].rstrip() + "…")
