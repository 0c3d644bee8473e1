"""The study sheet: what there is to know before being asked, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizmill.bank.markup import escape
from quizmill.compose.study import Chapter, Study, Taught, in_one_line
from quizmill.export.paper import page_layout
from quizmill.export.paper.composed import composed
from quizmill.export.paper.elements import Rule
from quizmill.export.paper.flow import Block, Part, block, flow
from quizmill.export.paper.formulas import Formulas
from quizmill.export.paper.look import BLACK, LARGE, NORMAL, Looks
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.sheet_head import title_row
from quizmill.export.paper.sheet_options import SheetOptions
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words, words_in


def study_sheet(
    study: Study,
    options: SheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    outlines: Outlines | None = None,
) -> bytes:
    """The PDF; equal in, equal out.

    *images* are the pictures by file; one that is missing is told in words. *outlines* are formulas that need
    not be drawn again. Raises ExportRefused for what cannot be printed.
    """
    words = words_in(options.language, study.language)
    looks = LARGE if options.large_print else NORMAL
    sheet = page_layout.Sheet(options.size, looks.small)
    setter = Typesetter("the study sheet", images=images, formulas=Formulas(outlines))
    blocks = [_head(study, sheet.measure, looks, words, setter)]
    chapters = _Set(sheet.measure, looks, words, setter)
    for chapter in study.chapters:
        blocks += chapters.chapter(chapter, titled=not study.has_title_of(chapter))
    made = flow(blocks, sheet.frames(0))
    said = words("sheet.study")
    running = page_layout.Running(title=study.title, foot=(said, study.license), continues=False)
    page_layout.furnish(made, sheet, running, words, setter)
    setter.finish()
    pdf = page_layout.new_pdf(options.size, study, study.title, said)
    pdf.print(made)
    return pdf.finish()


def _head(study: Study, width: float, looks: Looks, words: Words, setter: Typesetter) -> Block:
    rule = setter.make(Rule, width, 0.0, BLACK)
    title = title_row(study.title, "", width, looks, words, setter)
    return block([title, Row([(0, rule)], before=4, after=10 * looks.scale)])


class _Set:
    """Sets chapters, *width* points wide."""

    def __init__(self, width: float, looks: Looks, words: Words, setter: Typesetter) -> None:
        self._width = width
        self._looks = looks
        self._words = words
        self._setter = setter

    def chapter(self, chapter: Chapter, *, titled: bool) -> Iterator[Block]:
        """Its title, which stays with the first passage, and the passages."""
        apart, scale = self._looks.apart / 2, self._looks.scale
        first, *rest = (self._passage(each) for each in chapter.passages)
        if titled:
            heading = self._setter.set(escape(chapter.title), self._looks.heading, self._width)
            title = Part(Stack([Row([(0, heading)], after=4 * scale)]))
            yield Block((title, Part(first)), self._looks.apart, entry=chapter.title)
        else:
            yield Block((Part(first),), apart)
        yield from (Block((Part(each),), apart) for each in rest)

    def _passage(self, passage: Taught) -> Stack:
        rows = [Row([(0, composed(passage.text, self._looks.body, self._width, self._setter))])]
        rows += [
            Row([(0, self._setter.set(escape(line), self._looks.small, self._width))])
            for line in self._notes(passage)
        ]
        return Stack(rows)

    def _notes(self, passage: Taught) -> Iterator[str]:
        """Where it stands, in one line, and what is doubted of it."""
        words = self._words
        if passage.places:
            yield f"{words('sheet.source')} {in_one_line(passage.places, words)}"
        yield from (words("sheet.disputed", doubt=doubt) for doubt in passage.doubts)
