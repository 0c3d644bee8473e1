"""A paper as a worksheet: what the pupil gets, without a trace of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quizmill.bank.markup import escape, plain
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.export.paper import page_layout, sections
from quizmill.export.paper.answer_space import asked
from quizmill.export.paper.flow import Block, Page, Part, Placed, flow
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.look import LARGE, NORMAL
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.printed_name import unprintable_name
from quizmill.export.paper.question import Questions
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.sheet_head import NOBODY, Owner, head
from quizmill.export.paper.typeset import Typesetter
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import words_in

_LONGEST = 80  # characters of a line in the outline


def worksheet(paper: Paper, options: WorksheetOptions, images: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of *paper* to hand out; `worksheets` of one."""
    return worksheets((paper,), options, images)


def worksheets(
    papers: Sequence[Paper],
    options: WorksheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    students: Sequence[str] = (),
    classes: Sequence[str] = (),
    progress: Callable[[], None] = lambda: None,
    outlines: Outlines | None = None,
) -> bytes:
    """One PDF with all *papers* to hand out, each beginning on an odd page; equal in, equal out.

    *images* are the pictures by the name that the question gives; one that is missing is printed as its
    text in words. *students* and *classes*, one for each paper or none at all, are printed where the
    name and the class go. *progress* is called after each paper. *outlines* are formulas that need not be
    drawn again. Raises ExportRefused naming every question and character that cannot be printed.
    """
    setter = Typesetter(images=images, formulas=Formulas(outlines))
    room = _Room(papers[0], options, setter, level=int(len(papers) > 1))
    several = len(papers) > 1
    subject = page_layout.identities(papers, room.words)
    pdf = page_layout.new_pdf(options.size, papers[0], papers[0].title, subject, sharing=several)
    nothing = [""] * len(papers)
    for paper, *known in zip(papers, students or nothing, classes or nothing, strict=True):
        owner = Owner(*known)
        made = room.pages(paper, owner)
        if len(papers) > 1:
            made[0].entries.insert(0, page_layout.entry(paper, owner.student, room.words, room.sheet.top))
        pdf.print(made)
        progress()
    room.setter.finish()
    return pdf.finish()


class _Room:
    """Sets the papers of one document."""

    def __init__(self, paper: Paper, options: WorksheetOptions, setter: Typesetter, level: int) -> None:
        self.setter = setter
        self.words = words_in(options.language, paper.language)
        self._looks = LARGE if options.large_print else NORMAL
        self.sheet = page_layout.Sheet(options.size, self._looks.small, options.columns)
        self._options = options
        self._known: dict[tuple[int, int], Questions] = {}
        self._level = level  # of sections in the outline

    def pages(self, paper: Paper, owner: Owner) -> list[Page]:
        """The pages of one paper."""
        owner = self._printable(owner)
        opening = self._opening(paper, owner)
        down = opening.height
        made = flow(self._blocks(paper, down), self.sheet.frames(down))
        top = self.sheet.top
        if self.sheet.columns > 1:
            for number, page in enumerate(made):
                begins = top - down if number == 0 else top - self.sheet.head
                page.placed.append(page_layout.parted(self.sheet, begins, self.setter))
        made[0].placed.insert(0, Placed(page_layout.MARGIN, top, opening))
        running = page_layout.Running(
            title=paper.title,
            foot=(*page_layout.identifying(paper, self.words), paper.title),
            right=owner.student or f"{self.words('sheet.name')} {'_' * 30}",
            continues=True,
        )
        page_layout.furnish(made, self.sheet, running, self.words, self.setter.about("the title"))
        return made

    def _printable(self, owner: Owner) -> Owner:
        """The owner, or nobody when a name cannot be printed, which is noted."""
        refused = {name: reason for name in owner if (reason := unprintable_name(name))}
        for name, reason in refused.items():
            self.setter.about(f"the name {name}").refuse(reason)
        return NOBODY if refused else owner

    def _opening(self, paper: Paper, owner: Owner) -> Stack:
        setter = self.setter.about("the title")
        return Stack(head(paper, owner, self._options, self.sheet.measure, self._looks, self.words, setter))

    def _blocks(self, paper: Paper, opening: float) -> list[Block]:
        questions = self._questions(paper)
        opens = sections.openings(paper.exercises, self._options.sections)
        blocks: list[Block] = []
        for place, exercise in enumerate(paper.exercises):
            height = self.sheet.first(opening) if place == 0 else self.sheet.height
            heading = self._heading(exercise, opens[place]) if place in opens else None
            height -= heading.height if heading else 0
            part = questions.part(exercise, place + 1, height, self.setter.about(exercise.id))
            if heading:
                named = sections.heading(exercise, self._options.sections, self.words)
                blocks.append(Block((Part(heading), part), self._looks.apart * 1.6, named, self._level))
            else:
                entry = "" if opens or self._level else _entry(exercise, place + 1)
                blocks.append(Block((part,), self._looks.apart, entry))
        return blocks

    def _questions(self, paper: Paper) -> Questions:
        """What sets the questions of this paper, and of all others as long and as high."""
        highest = max((exercise.question.marks for exercise in paper.exercises), default=1)
        key = (len(paper.exercises), highest)
        if key not in self._known:
            boxes = self._options.score_boxes
            self._known[key] = Questions(*key, self.sheet.column, self._looks, self.words, boxes=boxes)
        return self._known[key]

    def _heading(self, exercise: Exercise, marks: int) -> Stack:
        """The title of a section and its marks, which stay with its first question."""
        setter = self.setter.about(f"the topic {exercise.topic}")
        width, side = self.sheet.column, self._looks.side
        told = self.words("sheet.marks", n=marks)
        beside = setter.width(told, side) + 12
        title = escape(sections.heading(exercise, self._options.sections, self.words))
        cells = [
            (0.0, setter.set(title, self._looks.heading, width - beside)),
            (width - beside, setter.set(told, side, beside)),
        ]
        return Stack([Row(cells, after=6 * self._looks.scale)])


def _entry(exercise: Exercise, number: int) -> str:
    """Its line of the outline."""
    told = plain(asked(exercise, "___"))
    return f"{number}. {told}"[:_LONGEST]
