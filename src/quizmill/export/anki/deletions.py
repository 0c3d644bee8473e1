"""The cloze family's own fields: a text, pairs or steps in which every answer is a numbered deletion."""

from __future__ import annotations

from collections.abc import Iterable

from quizmill.bank import cloze, values
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, Matching, Ordering
from quizmill.compose.exercise import Exercise
from quizmill.export.anki import html
from quizmill.export.anki.numbering import Numbered, number, remember

_PRIVATE_USE = range(0xE000, 0xF8FF)


def write(
    exercise: Exercise, remembered: tuple[Numbered, ...]
) -> tuple[dict[str, str], tuple[Numbered, ...]]:
    """The fields, and the numbers that the next release must know."""
    items = _items(exercise)
    numbers = number(items, remembered, exercise.id)
    return _fields(exercise, numbers), remember(items, numbers, remembered)


def _items(exercise: Exercise) -> tuple[tuple[str, ...], ...]:
    """What is asked, card by card, as plain texts."""
    match exercise.question:
        case Cloze():
            return tuple((_shown(blank.answer),) for blank in exercise.blanks)
        case Matching(pairs=pairs):
            return tuple((_shown(left), _shown(right)) for left, right in pairs)
        case Ordering(sequence=sequence):
            return tuple((_shown(step),) for step in sequence)
        case _:
            raise AssertionError(exercise.kind)


def _shown(text: str) -> str:
    return html.printable(plain(text))


def _fields(exercise: Exercise, numbers: tuple[int, ...]) -> dict[str, str]:
    match exercise.question:
        case Cloze() as question:
            return _blanks(exercise, question, numbers)
        case Matching() as question:
            return _pairs(exercise, question, numbers)
        case Ordering() as question:
            return _steps(question, numbers)
        case _:
            raise AssertionError(exercise.kind)


def _blanks(exercise: Exercise, question: Cloze, numbers: tuple[int, ...]) -> dict[str, str]:
    # Marks may reach across a blank, so the text is set whole, with a strange character for each blank.
    gap = next(chr(code) for code in _PRIVATE_USE if chr(code) not in question.text)
    parts = html.text(cloze.with_gaps(question.text, gap)).split(gap)
    deletions = [html.deletion(n, blank.answer) for n, blank in zip(numbers, exercise.blanks, strict=True)]
    text = "".join(part for pair in zip(parts, [*deletions, ""], strict=True) for part in pair)
    others = (
        f"{_alternatives(blank.accept)} (for {html.isolated(blank.answer)})"
        for blank in exercise.blanks
        if blank.accept
    )
    return {
        "Prompt": "",  # the text says it all
        "Text": f'<div class="passage" dir="auto">{text}</div>',
        "Answer": "<br>".join(html.isolated(blank.answer) for blank in exercise.blanks),
        "Accepted": html.listing("ul", others),
    }


def _alternatives(forms: Iterable[str]) -> str:
    return ", or ".join(map(html.isolated, forms))


def _pairs(exercise: Exercise, question: Matching, numbers: tuple[int, ...]) -> dict[str, str]:
    rows = (
        f'<bdi class="left">{html.text(left)}</bdi><span class="join"> — </span>'
        f'<bdi class="match">{html.deletion(n, right)}</bdi>'
        for n, (left, right) in zip(numbers, question.pairs, strict=True)
    )
    pairs = (f"{html.isolated(left)} — {html.isolated(right)}" for left, right in question.pairs)
    choices = map(html.isolated, exercise.options)
    order = "fixed" if values.ascending(tuple(map(plain, exercise.options))) else "free"
    return {
        "Text": html.listing("ul", rows, 'class="pairs"'),
        "Choices": html.listing("ol", choices, f'class="choices" type="a" data-order="{order}"'),
        "Answer": "<br>".join(pairs),
    }


def _steps(question: Ordering, numbers: tuple[int, ...]) -> dict[str, str]:
    rows = (
        f"<bdi>{html.deletion(n, step)}</bdi>" for n, step in zip(numbers, question.sequence, strict=True)
    )
    steps = (f"{place}. {html.isolated(step)}" for place, step in enumerate(question.sequence, 1))
    return {"Text": html.listing("ol", rows, 'class="steps"'), "Answer": "<br>".join(steps)}
