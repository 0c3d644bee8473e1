"""Papers whose pages are full: their questions in the order in which the printed sheets waste least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
from msgspec.structs import replace

from quizmill.bank.model import Essay
from quizmill.compose.answer_sheet.plan import with_rings
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.export.paper import sections
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.packing import Column, Group, Item, packed
from quizmill.export.paper.sheet_head import NOBODY
from quizmill.export.paper.typeset import Typesetter
from quizmill.export.paper.worksheet import Room
from quizmill.export.paper.worksheet_options import WorksheetOptions


def with_full_pages(
    papers: Sequence[Paper],
    options: WorksheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    outlines: Outlines | None = None,
) -> tuple[Paper, ...]:
    """The *papers* with their questions in orders in which pages are full; those of a section stay together.

    To be done once, before a paper is kept: its order is the printed one. Heights are measured on the first
    paper; with the options in another order a question may be a line higher or lower. Never refuses: what
    cannot be printed is told by whoever prints.
    """
    if "questions" in options.break_before:
        return tuple(papers)
    elsewhere = with_rings(papers[0]) if options.answer_sheet else None
    setter = Typesetter(images=images, formulas=Formulas(outlines))
    room = Room(papers[0], options, setter, level=0, elsewhere=elsewhere)
    measured = _measured(room, papers[0], options)

    def columns() -> Iterator[Column]:
        frames = room.sheet.frames(measured.opening)
        return (Column(frame.page, frame.height) for frame in frames)

    return tuple(
        replace(paper, exercises=tuple(paper.exercises[place] for place in order))
        for paper in papers
        for order in [packed(list(measured.groups(paper, options)), columns, room.looks.apart)]
    )


class _Measured(msgspec.Struct, frozen=True):
    """Heights in points."""

    opening: float  # above everything
    told: float  # of instructions that stand where questions do
    questions: dict[str, float]  # by id, each with the word box above it
    headings: dict[str, float]  # by section

    def groups(self, paper: Paper, options: WorksheetOptions) -> Iterator[Group]:
        """The sections of the paper, or all of it; essays that have pages of their own come last in each."""
        above, begins = self.told, False
        for name, part in groupby(enumerate(paper.exercises), key=lambda each: _section(each[1], options)):
            above += self.headings.get(name, 0.0)
            begins = begins or "sections" in options.break_before
            for items, alone in self._parted(list(part), options):
                yield Group(items, above, opens=begins or alone)
                above, begins = 0.0, alone

    def _parted(
        self, part: Sequence[tuple[int, Exercise]], options: WorksheetOptions
    ) -> Iterator[tuple[tuple[Item, ...], bool]]:
        """What of a section is packed together, and whether it has a page of its own."""
        apart = "essays" in options.break_before
        own = [apart and isinstance(exercise.question, Essay) for _, exercise in part]
        items = [Item(place, self.questions[exercise.id]) for place, exercise in part]
        if rest := tuple(item for item, alone in zip(items, own, strict=True) if not alone):
            yield rest, False
        for item, alone in zip(items, own, strict=True):
            if alone:
                yield (item,), True


def _measured(room: Room, paper: Paper, options: WorksheetOptions) -> _Measured:
    opening, told = room.opening(paper, NOBODY)
    opens = sections.openings(paper.exercises, options.sections)
    apart = room.looks.apart
    instructions = sum(part.stack.height + apart for block in told for part in block.parts)
    found = _Measured(opening.height, instructions, {}, {})
    blocks = room.blocks(paper, 0 if told else opening.height)
    for place, (exercise, block) in enumerate(zip(paper.exercises, blocks, strict=True)):
        heights = [part.stack.height for part in block.parts]
        if place in opens:
            found.headings[_section(exercise, options)] = heights.pop(0) + block.apart - apart
        found.questions[exercise.id] = sum(heights)
    return found


def _section(exercise: Exercise, options: WorksheetOptions) -> str:
    return sections.name_of(exercise, options.sections) if options.sections else ""
