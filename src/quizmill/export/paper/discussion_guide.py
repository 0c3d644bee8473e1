"""The discussion guide: what to ask and what to listen for, and the questions alone to hand out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizmill.bank.markup import escape
from quizmill.bank.model import Essay
from quizmill.compose.discussion import DiscussionGuide, Heard, Sitting, Talk
from quizmill.compose.study import in_one_line
from quizmill.export.paper import page_layout
from quizmill.export.paper.composed import composed, together
from quizmill.export.paper.elements import Rule, Target
from quizmill.export.paper.figure import TALLEST, as_block, figure
from quizmill.export.paper.flow import Block, Page, Part, block, flow
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.look import BLACK, LARGE, NORMAL, Look, Looks
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.sheet_head import title_row
from quizmill.export.paper.sheet_options import SheetOptions
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words, words_in

_BESIDE = 1.6  # of the type size: how far the text of a point is from its box


def discussion_sheets(
    guide: DiscussionGuide,
    options: SheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    outlines: Outlines | None = None,
) -> bytes:
    """The PDF; equal in, equal out. The pages to hand out are its last and say nothing of the answers.

    *images* are the pictures by file; one that is missing is told in words. *outlines* are formulas that need
    not be drawn again. Raises ExportRefused for what cannot be printed.
    """
    words = words_in(options.language, guide.language)
    looks = LARGE if options.large_print else NORMAL
    sheet = page_layout.Sheet(options.size, looks.small)
    setter = Typesetter("the discussion guide", images=images, formulas=Formulas(outlines))
    made = _Set(sheet.measure, looks, words, setter)
    leading: list[Page] = []
    for number, sitting in enumerate(guide.sittings, 1):
        head = [] if leading else [made.head(guide.title, "sheet.leading")]
        leading += flow([*head, *made.sitting(number, sitting)], sheet.frames(sheet.head if leading else 0))
    handed_out = flow([made.head(guide.title, "sheet.prepare"), *made.handouts(guide)], sheet.frames(0))
    for pages, said in ((leading, words("sheet.discussion")), (handed_out, words("sheet.handout"))):
        running = page_layout.Running(title=guide.title, foot=(said, guide.license), continues=False)
        page_layout.furnish(pages, sheet, running, words, setter)
    setter.finish()
    pdf = page_layout.new_pdf(options.size, guide, guide.title, words("sheet.discussion"))
    pdf.print([*leading, *handed_out])
    return pdf.finish()


class _Set:
    """Sets sittings, *width* points wide."""

    def __init__(self, width: float, looks: Looks, words: Words, setter: Typesetter) -> None:
        self._width = width
        self._looks = looks
        self._words = words
        self._setter = setter

    def head(self, title: str, how: str) -> Block:
        """The title, and in a few words what to do with the pages."""
        rule = self._setter.make(Rule, self._width, 0.0, BLACK)
        rows = [title_row(title, "", self._width, self._looks, self._words, self._setter)]
        told = self._row(escape(self._words(how)), self._looks.cue, after=6)
        return block([*rows, Row([(0, rule)], before=4, after=4), told])

    def sitting(self, number: int, sitting: Sitting) -> Iterator[Block]:
        """Its heading with the first essay, then the others; an essay stays on one page if that holds it."""
        heading = self._heading(number, sitting)
        if sitting.opening:
            heading.append(self._labelled("sheet.opening", sitting.opening))
        talks = [self._talk(talk) for talk in sitting.talks]
        if sitting.closing:
            talks[-1].append(self._labelled("sheet.closing", sitting.closing, before=10))
        first, *rest = (Part(Stack(rows)) for rows in talks)
        entry = f"{number}. {sitting.title}"
        yield Block((Part(Stack(heading)), first), self._looks.apart, entry=entry)
        yield from (Block((part,), self._looks.apart) for part in rest)

    def handouts(self, guide: DiscussionGuide) -> Iterator[Block]:
        """The questions alone, sitting by sitting."""
        for number, sitting in enumerate(guide.sittings, 1):
            rows = self._heading(number, sitting)
            for talk in sitting.talks:
                rows += self._asked(talk.essay)
            entry = self._words("sheet.handout") if number == 1 else ""
            yield block(rows, self._looks.apart, entry=entry)

    def _heading(self, number: int, sitting: Sitting) -> list[Row]:
        """Its title and how long it takes, and what is to be read before."""
        words, looks = self._words, self._looks
        title = self._row(escape(f"{number}. {sitting.title}"), looks.heading, after=2)
        told = [words("sheet.minutes", n=sitting.minutes)]
        if sitting.read_before:
            topics = words("list.between").join(sitting.read_before)
            told.append(words("sheet.read_before", topics=topics))
        return [title, self._row(escape(" · ".join(told)), looks.cue, after=5)]

    def _talk(self, talk: Talk) -> list[Row]:
        rows = [*self._asked(talk.essay), *map(self._heard, talk.points)]
        if talk.essay.explanation:
            rows.append(self._labelled("sheet.comes_to", talk.essay.explanation))
        disputed = (self._words("sheet.disputed", doubt=doubt) for doubt in talk.doubts)
        return [*rows, *(self._row(escape(each), self._looks.small, after=3) for each in disputed)]

    def _asked(self, essay: Essay) -> list[Row]:
        """Context, picture and prompt, those that there are."""
        rows = [self._row(essay.context, self._looks.body, after=5)] if essay.context else []
        if essay.image:
            drawn = figure(as_block(essay.image), self._looks.body, self._width, TALLEST, self._setter)
            rows.append(Row([(0, drawn)], after=5))
        return [*rows, self._row(essay.prompt, self._looks.strong, after=6)]

    def _heard(self, heard: Heard) -> Row:
        """A box to tick, the point, and small where it stands."""
        look = self._looks.body
        beside = look.size * _BESIDE
        width = self._width - beside
        box = self._setter.make(Target, "square", look)
        rows = [Row([(0, composed(heard.point, look, width, self._setter))])]
        if heard.places:
            told = escape(in_one_line(heard.places, self._words))
            rows.append(Row([(0, self._setter.set(told, self._looks.small, width))]))
        return Row([(0, box), (beside, Stack(rows))], after=3)

    def _labelled(self, label: str, text: str, before: float = 3) -> Row:
        told = together(f"**{escape(self._words(label))}**", text)
        return self._row(told, self._looks.body, before, after=7)

    def _row(self, text: str, look: Look, before: float = 0, after: float = 0) -> Row:
        return Row([(0, composed(text, look, self._width, self._setter))], before=before, after=after)
