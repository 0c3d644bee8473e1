"""Slips to hand back: what a pupil earned, what was right, why the rest was not, and what to read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from quizmill.bank.markup import escape, plain
from quizmill.bank.model import Essay, Matching, Ordering
from quizmill.bank.ranges import in_ranges
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.compose.study import Whereabouts
from quizmill.export.paper import answer_texts, page_layout
from quizmill.export.paper.composed import together
from quizmill.export.paper.elements import CutLine, Rule
from quizmill.export.paper.flow import Block, Page, Part, flow
from quizmill.export.paper.look import ASKED, BLACK, LARGE, NORMAL, NOTE, NUMBER, Look, Looks
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.sheet_head import title_row
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

_HANG = 22.0  # points for the number of a question
_LONGEST = 110  # characters of what is asked


class SlipAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What a pupil answered to one question, and what it earned."""

    number: int
    exercise: Exercise
    given: str  # empty where nothing is
    verdict: str  # in words
    marks: str  # `1 / 2`
    why: str
    right: bool
    accepted: tuple[str, ...] = ()  # what was right as well, since the test, as markup


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one pupil on one form."""

    paper: Paper
    student: str
    group: str
    result: str  # `12 / 20 · 60 % · B`
    note: str = ""  # about the result
    answers: tuple[SlipAnswer, ...]
    void: tuple[int, ...] = ()  # the numbers of the questions that do not count


class SlipLooks(msgspec.Struct, frozen=True, kw_only=True):
    """How slips are printed, as the sheets were."""

    size: Literal["a4", "letter"] = "a4"
    large_print: bool = False


def slips_pdf(
    slips: Sequence[Slip],
    options: SlipLooks,
    words: Words,
    images: Mapping[str, bytes] | None = None,
    *,
    progress: Callable[[], None] = lambda: None,
) -> bytes:
    """One PDF of all *slips*, one below the other with a line to cut along; equal in, equal out.

    None goes over a page that fits on one. It asks to be printed on one side of the paper, since both sides
    of a slip that is cut off go to one pupil. Raises ExportRefused for what cannot be printed.
    """
    first = slips[0].paper
    looks = LARGE if options.large_print else NORMAL
    setter = Typesetter("the slips", images=images)
    sheet = page_layout.Sheet(options.size, looks.small)
    title = words("sheet.slip", title=first.title)
    cut = CutLine(sheet.measure)
    blocks: list[Block] = []
    for slip in slips:
        parts = _Set(sheet.measure, looks, words, setter).parts(slip, title)
        blocks += _together(parts, _whose(slip, words), sheet.height, looks.apart * 2, cut)
        progress()
    made = flow(blocks, sheet.frames(sheet.head))
    identity = page_layout.identity([slip.paper for slip in slips], words)
    running = page_layout.Running(title=title, foot=(identity,))
    page_layout.furnish(made, sheet, running, words, setter, heads=_going_on(made, sheet))
    setter.finish()
    subject = f"slips {first.fingerprint}"
    pdf = page_layout.new_pdf(options.size, first, title, subject, sharing=len(slips) > 1)
    pdf.setViewerPreference("Duplex", "Simplex")
    pdf.print(made)
    return pdf.finish()


def _whose(slip: Slip, words: Words) -> str:
    """Its line of the outline."""
    return slip.student or words("sheet.form", form=slip.paper.form)


def _together(
    parts: Sequence[Stack], entry: str, height: float, apart: float, cut: CutLine
) -> Iterator[Block]:
    """A slip on one page if it fits there, else from the top of a page on."""
    if sum(part.height for part in parts) <= height:
        yield Block(tuple(map(Part, parts)), apart, entry, rule=cut)
        return
    for place, part in enumerate(parts):
        yield Block((Part(part),), entry="" if place else entry, opens=place == 0)


def _going_on(pages: Sequence[Page], sheet: page_layout.Sheet) -> dict[int, str]:
    """By page, whose slip goes on at its top."""
    going, last = {}, ""
    for number, page in enumerate(pages):
        if not any(entry.top >= sheet.top - sheet.head - 1 for entry in page.entries):
            going[number] = last
        last = page.entries[-1].title if page.entries else last
    return going


class _Set:
    """Sets slips, *width* points wide."""

    def __init__(self, width: float, looks: Looks, words: Words, setter: Typesetter) -> None:
        self._width = width
        form = replace(looks.body, align="right")
        self._looks = replace(looks, title=looks.heading, form=form)
        self._words = words
        self._setter = setter
        large = looks is LARGE
        self._note, self._asked = (looks.body, looks.body) if large else (NOTE, ASKED)
        self._number = looks.strong if large else NUMBER
        self._hang = _HANG * looks.scale

    def parts(self, slip: Slip, title: str) -> list[Stack]:
        """The head, and each question that did not earn all its marks."""
        width, looks, words, setter = self._width, self._looks, self._words, self._setter
        who = words("list.between").join(escape(each) for each in (slip.student, slip.group) if each)
        rows = [title_row(title, slip.paper.form, width, looks, words, setter)]
        rows += [Row(((0, setter.set(who, looks.strong, width)),))] if who else []
        rows.append(Row(((0, setter.set(escape(slip.result), looks.body, width)),)))
        rows += [Row(((0, setter.set(escape(slip.note), self._note, width)),))] if slip.note else []
        for told in self._numbers(slip):
            rows.append(Row(((0, setter.set(escape(told), looks.body, width)),)))
        rows.append(Row(((0, setter.make(Rule, width, 0.0, BLACK)),), before=4, after=8))
        wrong = [answer for answer in slip.answers if not answer.right]
        return [Stack(rows), *(self._answer(each, setter.about(each.exercise.id)) for each in wrong)]

    def _numbers(self, slip: Slip) -> Iterator[str]:
        """Which questions were right, and which do not count."""
        if right := [each.number for each in slip.answers if each.right]:
            yield self._words("sheet.slip_right", numbers=in_ranges(right))
        if slip.void:
            numbers = in_ranges(slip.void)
            yield self._words("sheet.slip_void", n=len(slip.void), numbers=numbers)

    def _answer(self, answer: SlipAnswer, setter: Typesetter) -> Stack:
        """One question that did not earn all its marks."""
        number = setter.set(str(answer.number), self._number, self._hang - 4)
        rows = []
        for place, (text, look) in enumerate(self._lines(answer)):
            cells = [(self._hang, setter.set(text, look, self._width - self._hang))]
            rows.append(Row([(0.0, number), *cells] if place == 0 else cells, after=1))
        return Stack([*rows, Row((), after=8)])

    def _lines(self, answer: SlipAnswer) -> Iterator[tuple[str, Look]]:
        exercise, words = answer.exercise, self._words
        asked = " ".join(plain(exercise.prompt).split())
        yield escape(asked if len(asked) <= _LONGEST else asked[: _LONGEST - 1].rstrip() + "…"), self._asked
        yield escape(words("list.explained", first=answer.verdict, second=answer.marks)), self._number
        if answer.given:
            yield escape(words("sheet.slip_given", answer=answer.given)), self._note
        for text in self._rights(answer):
            yield text, self._note
        if answer.why:
            yield escape(answer.why), self._note
        found: dict[str, set[int]] = {}
        for each in exercise.evidence:
            found.setdefault(each.name, set()).add(each.paragraph)
        places = [Whereabouts(name, tuple(sorted(numbers))).told(words) for name, numbers in found.items()]
        if places:
            told = words("list.between").join(places)
            again = words("list.explained", first=words("sheet.slip_again"), second=told)
            yield escape(again), self._asked

    def _rights(self, answer: SlipAnswer) -> Iterator[str]:
        """What is right: steps, pairs and points each on a line of its own."""
        exercise, words = answer.exercise, self._words
        lines = answer_texts.answer_lines(exercise, words)
        apart = len(lines) > 1 and isinstance(exercise.question, Essay | Ordering | Matching)
        rights = "" if apart else words("list.between").join(lines)
        yield words("list.explained", first=words("sheet.slip_answer"), second=rights).rstrip()
        yield from lines if apart else ()
        if answer.accepted:
            yield together(escape(words("sheet.also_since")), words("list.between").join(answer.accepted))
