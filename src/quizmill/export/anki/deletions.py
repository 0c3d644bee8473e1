"""The cloze family's own fields: a text, pairs or steps in which every answer is a numbered deletion."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from quizmill.bank import cloze
from quizmill.bank.html import printable
from quizmill.bank.markup import Span, Style, plain, spans
from quizmill.bank.model import Cloze, Matching, Ordering
from quizmill.compose.exercise import Exercise
from quizmill.export.anki import html
from quizmill.export.anki.numbering import Numbered, number, remember
from quizmill.export.anki.tex import is_one, tex
from quizmill.words import Words

_STRANGE = range(0x2800, 0xD7A4)  # Braille, which hardly a text holds, and on: more than any text can hold
_FEW = 4  # forms of a blank in view
_SCRIPTS = ("^", "_", "'")


def write(
    exercise: Exercise,
    question: Cloze | Matching | Ordering,
    images: html.Images,
    remembered: tuple[Numbered, ...],
    words: Words,
) -> tuple[dict[str, str], tuple[Numbered, ...]]:
    """The fields of *question* as *exercise* poses it, and the numbers that the next release must know."""
    match question:
        case Cloze(text=text):
            blanks = exercise.blanks
            items = _shown((blank.part or blank.answer,) for blank in blanks)
            numbers = number(items, remembered, exercise.id)
            fields = _passage(text, blanks, numbers, images, words)
        case Matching(pairs=pairs):
            items = _shown(pairs)
            numbers = number(items, remembered, exercise.id)
            fields = _pairs(exercise, pairs, numbers, images)
        case Ordering(sequence=sequence):
            items = _shown((step,) for step in sequence)
            numbers = number(items, remembered, exercise.id)
            fields = _steps(exercise, sequence, numbers, images, words)
        case _:
            assert_never(question)
    return fields, remember(items, numbers, remembered)


def _shown(items: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """What is asked, card by card, as plain texts."""
    return [tuple([printable(plain(text)) for text in item]) for item in items]


def _passage(
    text: str, blanks: tuple[cloze.Blank, ...], numbers: tuple[int, ...], images: html.Images, words: Words
) -> dict[str, str]:
    # Marks may reach across a blank, so the text is set whole, with a strange character for each blank.
    gap = next(chr(code) for code in _STRANGE if chr(code) not in text)
    gapped = cloze.with_gaps(text, gap)
    styles = [_style(span) for span in spans(gapped) for _ in range(span.text.count(gap))]
    stretches = iter(html.blocks(gapped, images).split(gap))
    passage = next(stretches)
    for n, blank, style, stretch in zip(numbers, blanks, styles, stretches, strict=True):
        answer = blank.part or blank.answer
        deleted = html.deletion(n, answer, style)
        grouped = style is Style.MATHEMATICS and stretch.startswith(_SCRIPTS) and not is_one(answer)
        passage += (f"&#123;{deleted}&#125;" if grouped else deleted) + stretch
    others = [
        _accepted(blank, style, words, alone=len(blanks) == 1)
        for blank, style in zip(blanks, styles, strict=True)
        if blank.accept
    ]
    return {
        "Text": f'<div class="passage" dir="auto">{passage}</div>',
        "Answer": "<br>".join(map(_isolated, [blank.answer for blank in blanks], styles)),
        "Accepted": html.listing("ul", others),
    }


def _style(span: Span) -> Style:
    """How it is set on a card: a formula that cannot be read is text."""
    return Style.PLAIN if span.style is Style.MATHEMATICS and tex(span.text) is None else span.style


def _accepted(blank: cloze.Blank, style: Style, words: Words, *, alone: bool) -> str:
    """What else is right for a blank; for which one, unless it is *alone*."""
    forms = [_isolated(form, style) for form in blank.accept]
    shown = html.more(forms, _alternatives(words), _FEW)
    if alone:
        return shown
    answer = words("anki.for", answer=_isolated(blank.answer, style))
    return words("list.explained", first=f'<span class="for">{answer}</span>', second=shown)


def _alternatives(words: Words) -> Callable[[Sequence[str]], str]:
    either = functools.partial(words, "anki.or")
    return functools.partial(functools.reduce, lambda one, other: either(one=one, other=other))


def _isolated(answer: str, style: Style) -> str:
    """The answer of a blank away from the code it stands in."""
    if style is Style.CODE:
        return f"<bdi><code>{html.literal(answer)}</code></bdi>"
    return html.isolated(answer)


def _pairs(
    exercise: Exercise,
    written: tuple[tuple[str, str], ...],
    numbers: tuple[int, ...],
    images: html.Images,
) -> dict[str, str]:
    rows = (
        f'<bdi class="left">{html.text(left, images)}</bdi><span class="join"> — </span>'
        f'<bdi class="match">{html.deletion(n, right, images=images)}</bdi>'
        for n, (left, right) in zip(numbers, written, strict=True)
    )
    pairs = (f"{html.isolated(left, images)} — {html.isolated(right, images)}" for left, right in written)
    return {
        "Text": html.listing("ul", rows, 'class="pairs"'),
        "Choices": _choices(exercise, images),
        "Answer": "<br>".join(pairs),
    }


def _steps(
    exercise: Exercise,
    sequence: tuple[str, ...],
    numbers: tuple[int, ...],
    images: html.Images,
    words: Words,
) -> dict[str, str]:
    """Each step after the one before it, which is shown beside the asked one alone."""
    before = (words("anki.after", step=html.isolated(step, images)) for step in sequence[:-1])
    cues = (words("anki.first"), *before)
    rows = (
        f'<bdi>{html.deletion(n, step, images=images)}<span class="cue">{cue}</span></bdi>'
        for n, step, cue in zip(numbers, sequence, cues, strict=True)
    )
    steps = (f"{place}. {html.isolated(step, images)}" for place, step in enumerate(sequence, 1))
    return {
        "Text": html.listing("ol", rows, 'class="steps"'),
        "Choices": _choices(exercise, images),
        "Answer": "<br>".join(steps),
    }


def _choices(exercise: Exercise, images: html.Images) -> str:
    """What there is to choose from, for each of the note's cards."""
    choices = (html.isolated(option, images) for option in exercise.options)
    return html.listing("ol", choices, f'class="choices" type="a" data-order="{exercise.placement}"')


def bare(sequence: tuple[str, ...]) -> str:
    """Steps as deletions in a row, for other programs, whose style shows no step beside the asked one."""
    rows = (f"<bdi>{html.deletion(n, step)}</bdi>" for n, step in enumerate(sequence, 1))
    return html.listing("ol", rows)
