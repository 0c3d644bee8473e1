"""Slips to hand back: what a pupil earned, what was right, why the rest was not, and what to read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from quizmill.bank.markup import escape, plain
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.export.paper import answer_texts, page_layout
from quizmill.export.paper.elements import Rule
from quizmill.export.paper.flow import Block, block, flow
from quizmill.export.paper.look import ASKED, BLACK, NORMAL, NOTE, NUMBER
from quizmill.export.paper.rows import Row
from quizmill.export.paper.sheet_head import title_row
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words, words_in

_HANG = 22.0  # points for the number of a question
_LONGEST = 110  # characters of what is asked


class SlipAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What a pupil answered to one question, and what it earned."""

    number: int
    exercise: Exercise
    given: str
    verdict: str  # in words
    marks: str  # `1 / 2`
    why: str
    right: bool


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one pupil on one form."""

    paper: Paper
    student: str
    group: str
    result: str  # `12 / 20 · 60 % · B`
    answers: tuple[SlipAnswer, ...]


def slips_pdf(
    slips: Sequence[Slip],
    size: str,
    images: Mapping[str, bytes] | None = None,
    *,
    language: str = "",
    progress: Callable[[], None] = lambda: None,
) -> bytes:
    """One PDF of all *slips*, each on pages of its own; equal in, equal out.

    *size* is a4 or letter, *language* that of the slip's own words, by default the paper's. Raises
    ExportRefused for what cannot be printed.
    """
    first = slips[0].paper
    words = words_in(language, first.language)
    setter = Typesetter("the slips", images=images)
    sheet = page_layout.Sheet(size, NORMAL.small)
    title = words("sheet.slip", title=first.title)
    pdf = page_layout.new_pdf(size, first, title, f"slips {first.fingerprint}", sharing=len(slips) > 1)
    for slip in slips:
        made = flow(list(_blocks(slip, title, sheet.measure, words, setter)), sheet.frames(0))
        foot = (words("sheet.paper", fingerprint=slip.paper.fingerprint), first.title)
        page_layout.furnish(
            made, sheet, page_layout.Running(title=title, foot=foot, right=slip.student), words, setter
        )
        pdf.print(made)
        progress()
    setter.finish()
    return pdf.finish()


def _blocks(slip: Slip, title: str, width: float, words: Words, setter: Typesetter) -> Iterator[Block]:
    rule = ((0, setter.make(Rule, width, 0.0, BLACK)),)
    who = words("list.between").join(escape(each) for each in (slip.student, slip.group) if each)
    rows = [title_row(title, slip.paper.form, width, NORMAL, words, setter)]
    rows += [Row(((0, setter.set(who, NORMAL.strong, width)),))] if who else []
    rows.append(Row(((0, setter.set(escape(slip.result), NORMAL.body, width)),), after=4))
    right = ", ".join(str(each.number) for each in slip.answers if each.right)
    if right:
        told = words("sheet.slip_right", numbers=right)
        rows.append(Row(((0, setter.set(escape(told), NORMAL.body, width)),)))
    yield block((*rows, Row(rule, before=4, after=8)))
    for answer in slip.answers:
        if not answer.right:
            yield _answer(answer, width, words, setter.about(answer.exercise.id))


def _answer(answer: SlipAnswer, width: float, words: Words, setter: Typesetter) -> Block:
    """One question that did not earn all its marks."""
    exercise = answer.exercise
    asked = " ".join(plain(exercise.prompt).split())
    asked = asked if len(asked) <= _LONGEST else asked[: _LONGEST - 1].rstrip() + "…"
    lines = [
        (escape(asked), ASKED),
        (escape(words("list.explained", first=answer.verdict, second=answer.marks)), NUMBER),
    ]
    if answer.given:
        lines.append((escape(words("sheet.slip_given", answer=answer.given)), NOTE))
    rights = words("list.between").join(answer_texts.answer_lines(exercise, words))
    lines.append((words("list.explained", first=words("sheet.slip_answer"), second=rights), NOTE))
    if answer.why:
        lines.append((escape(answer.why), NOTE))
    places = dict.fromkeys(
        words("sheet.slip_place", name=each.name, number=each.paragraph) for each in exercise.evidence
    )
    if places:
        told = words("list.between").join(places)
        lines.append((escape(words("list.explained", first=words("sheet.slip_again"), second=told)), ASKED))
    number = setter.set(str(answer.number), NUMBER, _HANG - 4)
    rows = []
    for place, (text, look) in enumerate(lines):
        cells = [(_HANG, setter.set(text, look, width - _HANG))]
        rows.append(Row(tuple([(0.0, number), *cells] if place == 0 else cells), after=1))
    return block(rows, apart=8)
