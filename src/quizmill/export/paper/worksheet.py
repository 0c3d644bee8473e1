"""A paper as a worksheet: what the pupil gets, without a trace of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quizmill.bank.markup import escape
from quizmill.compose.paper import Paper
from quizmill.export.paper import pages, sections
from quizmill.export.paper.flow import Block, Cell, Frame, Page, Placed, Row, flow
from quizmill.export.paper.head import head
from quizmill.export.paper.language import words
from quizmill.export.paper.look import LARGE, NORMAL
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.question import Questions
from quizmill.export.paper.typeset import Typesetter


def worksheet(paper: Paper, options: WorksheetOptions, images: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of *paper* to hand out; `worksheets` of one."""
    return worksheets((paper,), options, images)


def worksheets(
    papers: Sequence[Paper],
    options: WorksheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    students: Sequence[str] = (),
    progress: Callable[[], None] = lambda: None,
) -> bytes:
    """One PDF with all *papers* to hand out, each beginning on an odd page; equal in, equal out.

    *images* are the pictures by the name that the question gives; one that is missing is printed as its
    text in words. *students*, one for each paper or none at all, are printed where the name goes.
    *progress* is called after each paper. Raises ExportRefused naming every question and character that
    cannot be printed.
    """
    room = _Room(papers[0], options, images or {})
    press = pages.press(options.size, papers, papers[0].title, room.words)
    for paper, student in zip(papers, students or [""] * len(papers), strict=True):
        made = room.pages(paper, student)
        if len(papers) > 1:
            made[0].entries.insert(0, pages.entry(paper, student, room.words, room.sheet.top))
        press.print(made)
        progress()
    room.setter.finish()
    return press.finish()


class _Room:
    """Sets the papers of one document."""

    def __init__(self, paper: Paper, options: WorksheetOptions, images: Mapping[str, bytes]) -> None:
        self.setter = Typesetter()
        self.words = words(options.language, paper.language)
        self._looks = LARGE if options.large_print else NORMAL
        self.sheet = pages.Sheet(options.size, self._looks.small, options.columns)
        self._options = options
        self._images = images

    def pages(self, paper: Paper, student: str) -> list[Page]:
        """The pages of one paper."""
        opening = self._opening(paper, student)
        down = sum(row.height for row in opening)
        made = flow(self._blocks(paper, down), self.sheet.frames(down))
        top = self.sheet.top
        if self.sheet.columns > 1:
            for number, page in enumerate(made):
                begins = top - down if number == 0 else top - self.sheet.head
                page.placed.append(pages.parted(self.sheet, begins, self.setter))
        made[0].placed[:0] = _from_top(opening, top)
        running = pages.Running(
            title=paper.title,
            foot=f"{pages.identity(paper, self.words)} · {paper.title}",
            right=student or f"{self.words.name} {'_' * 30}",
            continues=True,
        )
        pages.furnish(made, self.sheet, running, self.words, self.setter.about("the title"))
        return made

    def _opening(self, paper: Paper, student: str) -> list[Row]:
        setter = self.setter.about("the title")
        return head(paper, student, self._options, self.sheet.measure, self._looks, self.words, setter)

    def _blocks(self, paper: Paper, opening: float) -> list[Block]:
        width = self.sheet.column
        questions = Questions(paper.exercises, width, self._looks, self.words, self._images)
        opens = sections.openings(paper.exercises, self._options.sections)
        blocks: list[Block] = []
        for place, exercise in enumerate(paper.exercises):
            height = self.sheet.first(opening) if place == 0 else self.sheet.height
            title = self._heading(paper, place, opens[place]) if place in opens else ()
            height -= sum(row.height for row in title)
            block = questions.block(exercise, place + 1, height, self.setter.about(exercise.id))
            if title:
                named = sections.heading(exercise, self._options.sections, self.words)
                block = Block((*title, *block.rows), block.apart * 1.6, named, 1)
            blocks.append(block)
        return blocks

    def _heading(self, paper: Paper, place: int, marks: int) -> tuple[Row, ...]:
        """The title of a section and its marks, which stay with its first question."""
        exercise = paper.exercises[place]
        setter = self.setter.about(f"the topic {exercise.topic}")
        width, side = self.sheet.column, self._looks.side
        told = self.words.marks_of(marks)
        beside = setter.width(told, side) + 12
        title = escape(sections.heading(exercise, self._options.sections, self.words))
        cells = (
            Cell(0, setter.set(title, self._looks.heading, width - beside)),
            Cell(width - beside, setter.set(told, side, beside)),
        )
        return (Row(cells, after=6 * self._looks.scale),)


def _from_top(rows: Sequence[Row], top: float) -> list[Placed]:
    height = sum(row.height for row in rows)
    frames = iter([Frame(0, pages.MARGIN, top, height + 1)] * 2 + [Frame(1, 0, 0, 0)])
    return flow([Block(tuple(rows))], frames)[0].placed
