"""A paper as a worksheet: what the pupil gets, without a trace of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from quizmill.bank.markup import escape, plain
from quizmill.compose.answer_sheet.layout import Layout, answered_on
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.export.paper import page_layout, page_score, sections
from quizmill.export.paper.answer_sheet.pages import AnswerPages
from quizmill.export.paper.blanks import asked
from quizmill.export.paper.flow import Block, Page, Part, Placed, flow
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.look import LARGE, NORMAL
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.printed_name import unprintable_name
from quizmill.export.paper.question import Questions
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.sheet_head import NOBODY, Owner, head, instructions
from quizmill.export.paper.sheet_plan import SheetPlan, sheet_plan
from quizmill.export.paper.typeset import Typesetter
from quizmill.export.paper.word_bank import word_bank
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import words_in

_LONGEST = 80  # characters of a line in the outline
_SHORT = 0.5  # of the room on the first page, for instructions that stand above both columns
_BESIDE = 0.45  # of the width, for what stands beside the title of a section


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
    layout: Layout | None = None,
    copies: Sequence[int] = (),
) -> bytes:
    """One PDF with all *papers* to hand out, each beginning on an odd page; equal in, equal out.

    *images* are the pictures by the name that the question gives; one that is missing is printed as its
    text in words. *students* and *classes*, one for each paper or none at all, are printed where the
    name and the class go. *progress* is called after each paper. *outlines* are formulas that need not be
    drawn again. With a *layout* each paper is followed by its answer sheet, which begins on an odd page too;
    *copies* are their numbers in the whole set, one for each or none at all. Raises ExportRefused naming
    every question and character that cannot be printed.
    """
    setter, several = Typesetter(images=images, formulas=Formulas(outlines)), len(papers) > 1
    elsewhere = answered_on(layout, papers[0]) if layout else None
    room = Room(papers[0], options, setter, level=int(several), elsewhere=elsewhere)
    answers = AnswerPages(layout, room.words, setter, level=int(several)) if layout else None
    subject = page_layout.identity(papers, room.words)
    pdf = page_layout.new_pdf(options.size, papers[0], papers[0].title, subject, sharing=several)
    nothing = [""] * len(papers)
    given = zip(papers, students or nothing, classes or nothing, copies or [0] * len(papers), strict=True)
    for paper, student, group, copy in given:
        owner = Owner(student, group)
        made = room.pages(paper, owner)
        if several:
            made[0].entries.insert(0, page_layout.entry(paper, owner.student, room.words, room.sheet.top))
        pdf.print(made)
        if answers:
            pdf.print(answers.pages(paper, owner, copy))
        progress()
    room.setter.finish()
    return pdf.finish()


class Room:
    """Sets the papers of one document."""

    def __init__(
        self,
        paper: Paper,
        options: WorksheetOptions,
        setter: Typesetter,
        level: int,
        elsewhere: Mapping[str, str] | None = None,
    ) -> None:
        """*level* is that of sections in the outline, *elsewhere* the ids and units of what has rings."""
        self.setter = setter
        self.words = words_in(options.language, paper.language)
        self.looks = LARGE if options.large_print else NORMAL
        tail = page_score.room(self.looks) if options.score_boxes else 0.0
        self.sheet = page_layout.Sheet(options.size, self.looks.small, options.columns, tail)
        self._options = options
        self._known: dict[tuple[int, int], Questions] = {}
        self._level, self._elsewhere = level, elsewhere

    def pages(self, paper: Paper, owner: Owner) -> list[Page]:
        """The pages of one paper."""
        owner = self._printable(owner)
        opening, told = self.opening(paper, owner)
        down = opening.height
        made = flow([*told, *self.blocks(paper, 0 if told else down)], self.sheet.frames(down))
        top = self.sheet.top
        if self.sheet.columns > 1:
            for number, page in enumerate(made):
                begins = top - down if number == 0 else top - self.sheet.head
                page.placed.append(page_layout.parted(self.sheet, begins, self.setter))
        made[0].placed.insert(0, Placed(page_layout.MARGIN, top, opening))
        if self._options.score_boxes:
            page_score.put(made, self.sheet, self.looks, self.words, self.setter)
        line = "_" * (30 if self.looks is NORMAL else 14)
        running = page_layout.Running(
            title=paper.title,
            foot=page_layout.identifying(paper, self.words),
            right=owner.student or f"{self.words('sheet.name')} {line}",
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

    def opening(self, paper: Paper, owner: Owner) -> tuple[Stack, list[Block]]:
        """What stands across the first page, and instructions that are too long for that."""
        setter = self.setter.about("the title")
        options, looks, width = self._options, self.looks, self.sheet.measure
        rows = head(paper, owner, options, width, looks, self.words, setter)
        told = Stack(instructions(paper, options, width, looks, self.words, setter, self._elsewhere))
        if told.height < self.sheet.first(Stack(rows).height) * _SHORT:
            return Stack([*rows, *told.rows]), []
        narrow = self.sheet.column
        told = Stack(instructions(paper, options, narrow, looks, self.words, setter, self._elsewhere))
        return Stack(rows), [Block((Part(told),))]

    def blocks(self, paper: Paper, opening: float) -> Iterator[Block]:
        """The questions, the first under *opening* points unless that is not known."""
        plan = sheet_plan(paper, self._options)
        for place, exercise in enumerate(paper.exercises):
            parts = [Part(stack) for stack in self._above(plan, place, paper)]
            height = self.sheet.first(opening) if place == 0 and opening else self.sheet.height
            height -= sum(part.stack.height for part in parts)
            questions, setter = self._questions(plan, place), self.setter.about(exercise.id)
            parts.append(questions.part(exercise, place + 1, height, setter, plan.blanks.get(place, 0.0)))
            opens = place in plan.opens
            yield Block(
                tuple(parts),
                self.looks.apart * (1.6 if opens else 1),
                entry=self._entry(exercise, place, plan),
                level=self._level if opens else 0,
                opens=place in plan.pages,
                marks=exercise.question.marks,
            )

    def _above(self, plan: SheetPlan, place: int, paper: Paper) -> Iterator[Stack]:
        """The heading and the word box that stay with a question."""
        if place in plan.opens:
            exercise = paper.exercises[place]
            each = exercise.question.marks if plan.alike[place] else 0
            yield self._heading(exercise, plan.opens[place], each)
        if place in plan.boxes:
            setter = self.setter.about("the word bank")
            yield word_bank(plan.boxes[place], self.sheet.column, self.looks, self.words, setter)

    def _entry(self, exercise: Exercise, place: int, plan: SheetPlan) -> str:
        """Its line of the outline: its section's, or its own where there are no sections nor forms."""
        if place in plan.opens:
            return sections.heading(exercise, self._options.sections, self.words)
        if plan.opens or self._level:
            return ""
        return f"{place + 1}. {plain(asked(exercise, '___'))}"[:_LONGEST]

    def _questions(self, plan: SheetPlan, place: int) -> Questions:
        """What sets a question of this paper, and those of all others as long and as high."""
        key = (len(plan.alike), 0 if plan.alike[place] else plan.highest)
        if key not in self._known:
            boxes = self._options.score_boxes
            looks, words, elsewhere = self.looks, self.words, self._elsewhere
            self._known[key] = Questions(
                *key, self.sheet.column, looks, words, boxes=boxes, elsewhere=elsewhere
            )
        return self._known[key]

    def _heading(self, exercise: Exercise, marks: int, each: int) -> Stack:
        """The title of a section, what it is worth, and where it is said here what *each* question is."""
        setter = self.setter.about(f"the topic {exercise.topic}")
        width, looks, words = self.sheet.column, self.looks, self.words
        told = [words("sheet.marks_each", n=each)] if 0 < each < marks else []
        worth = " · ".join([*told, words("sheet.marks", n=marks)])
        title = escape(sections.heading(exercise, self._options.sections, words))
        beside = setter.width(worth, looks.side) + 12
        after = 6 * looks.scale
        if beside > width * _BESIDE:
            below = setter.set(worth, replace(looks.side, align="left"), width)
            return Stack(
                [Row([(0.0, setter.set(title, looks.heading, width))]), Row([(0.0, below)], after=after)]
            )
        cells = [
            (0.0, setter.set(title, looks.heading, width - beside)),
            (width - beside, setter.set(worth, looks.side, beside)),
        ]
        return Stack([Row(cells, after=after)])
