"""What stands on a note: an exercise's question, key and evidence as the HTML of its fields.

The front's fields never hold the key: what marks the right option has a field of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import assert_never

import msgspec

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Bank,
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Evidence, Exercise, letter, measured
from quizmill.export.anki import deletions, html
from quizmill.export.anki.numbering import Numbered

_TASKS = {
    "multiple_choice": "Choose one",
    "multiple_response": "Choose every right answer",
    "true_false": "True or false?",
    "short_answer": "Short answer",
    "numerical": "Work out or recall",
    "cloze": "Fill the gap",
    "matching": "Find its match",
    "ordering": "Which step is missing?",
    "essay": "Answer at length",
}
_RIGHT = '<strong class="verdict">✓ right</strong>'
_LANGUAGE = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


class Written(msgspec.Struct, frozen=True):
    """A note's fields by name (empty ones left out), and the numbers its deletions bear."""

    fields: dict[str, str]
    numbers: tuple[Numbered, ...] = ()


def write(bank: Bank, exercise: Exercise, image_name: str, remembered: tuple[Numbered, ...]) -> Written:
    """The fields of an exercise's note, but for `Released`; *remembered* are the numbers given before."""
    fields = _head(exercise, image_name) | _tail(bank, exercise)
    match exercise.question:
        case MultipleChoice() | MultipleResponse() | TrueFalse():
            return Written(fields | _choice(exercise))
        case ShortAnswer() | Numerical() | Essay():
            return Written(fields | _recall(exercise))
        case Cloze() | Matching() | Ordering():
            own, numbers = deletions.write(exercise, remembered)
            return Written(fields | own, numbers)
        case _:
            assert_never(exercise.question)


def _head(exercise: Exercise, image_name: str) -> dict[str, str]:
    image = exercise.question.image
    shown = f'<img src="{html.attribute(image_name)}" alt="{html.attribute(image.alt)}">' if image else ""
    return {
        "Title": html.literal(html.one_line(plain(exercise.prompt))),
        "Task": _TASKS[exercise.kind],
        "Kind": exercise.kind,
        "Context": html.text(exercise.question.context),
        "Prompt": html.text(exercise.prompt),
        "Image": shown,
    }


def _tail(bank: Bank, exercise: Exercise) -> dict[str, str]:
    question = exercise.question
    return {
        "Explanation": html.text(question.explanation),
        "Hint": html.text(question.hint),
        "Source": _sources(exercise.evidence),
        "Topic": html.literal(exercise.topic_title),
        "Id": html.literal(question.id),
        "Language": bank.language if _LANGUAGE.fullmatch(bank.language) else "",
        "Licence": html.literal(bank.license),
        "Marks": str(question.marks),
    }


@lru_cache(maxsize=4096)  # facts are asked more than once
def _sources(evidence: tuple[Evidence, ...]) -> str:
    """Each document once, with what it says where."""
    return html.listing("ul", _documents(evidence), 'class="sources"')


def _documents(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    for title in dict.fromkeys(each.title for each in evidence):
        facts = (_fact(each) for each in evidence if each.title == title)
        yield f"<cite><bdi>{html.literal(title)}</bdi></cite>{html.listing('ul', facts)}"


def _fact(evidence: Evidence) -> str:
    as_of = (
        f' <span class="as-of">(as of <bdi>{html.literal(evidence.as_of)}</bdi>)</span>'
        if evidence.as_of
        else ""
    )
    doubt = (
        f'<div class="doubt">Disputed: <bdi>{html.literal(evidence.doubt)}</bdi></div>'
        if evidence.doubt
        else ""
    )
    where = f'<span class="where">paragraph {evidence.paragraph}:</span>'
    return f"{where} <bdi>{html.literal(evidence.says)}</bdi>{as_of}{doubt}"


def _choice(exercise: Exercise) -> dict[str, str]:
    question = exercise.question
    lettered = not isinstance(question, TrueFalse)
    options = [html.isolated(option) for option in exercise.options]
    answers = (
        f'<div class="at-glance" data-option="{i}">{_label(i) if lettered else ""}{options[i]}</div>'
        for i in exercise.key
    )
    fields = {
        "Options": _options(options, lettered, _order(exercise)),
        "Key": _options(options, lettered, _order(exercise), exercise),
        "Answer": "".join(answers),
    }
    if isinstance(question, TrueFalse):
        fields["Correction"] = html.text(question.correction)
    return fields


def _label(option: int) -> str:
    return f'<span class="letter">{letter(option)}</span> · '


def _order(exercise: Exercise) -> str:
    """Whether the card may shuffle the options, and which."""
    question = exercise.question
    if isinstance(question, TrueFalse) or values.ascending(tuple(map(plain, exercise.options))):
        return "fixed"
    if isinstance(question, MultipleChoice) and not question.shuffle:
        return "fixed"
    return "last-pinned" if isinstance(question, MultipleChoice) and question.pin_last else "free"


def _options(options: list[str], lettered: bool, order: str, marked: Exercise | None = None) -> str:
    """The options as a list; with *marked*, each says whether it is right, and what tempts to it."""
    rows = "".join(
        f'<li class="{_verdict(i, marked)}" data-option="{i}"><span class="option">{option}</span>'
        f"{_remark(i, marked)}</li>"
        for i, option in enumerate(options)
    )
    if lettered:
        return f'<ol class="options" type="a" data-order="{order}">{rows}</ol>'
    return f'<ul class="options" data-order="{order}">{rows}</ul>'


def _verdict(i: int, marked: Exercise | None) -> str:
    if marked is None:
        return "open"
    return "right" if i in marked.key else "wrong"


def _remark(i: int, marked: Exercise | None) -> str:
    if marked is None:
        return ""
    if i in marked.key:
        return f" {_RIGHT}"
    why = marked.why_not.get(i)
    return f'<div class="why">{html.isolated(why)}</div>' if why else ""


def _recall(exercise: Exercise) -> dict[str, str]:
    match exercise.question:
        case ShortAnswer(answer=answer, accept=accept):
            return _typed(answer) | {"Accepted": html.listing("ul", map(html.isolated, accept))}
        case Numerical() as question:
            return (
                _typed(question.answer) | {"Answer": html.isolated(measured(question))} | _measure(question)
            )
        case Essay(points=points):
            ticks = (
                f'<label class="tappable"><input type="checkbox"> {html.isolated(point.point)}</label>'
                for point in points
            )
            return {"Points": html.listing("ul", ticks, 'class="points"')}
        case _:
            raise AssertionError(exercise.kind)


def _typed(answer: str) -> dict[str, str]:
    return {"Typed": html.literal(html.one_line(plain(answer))), "Answer": html.isolated(answer)}


def _measure(question: Numerical) -> dict[str, str]:
    tolerance = values.read_tolerance(question.tolerance)
    exact = tolerance is None or not (tolerance.amount or tolerance.share)
    within = f"anything within {html.literal(question.tolerance)} of it"
    return {
        "Answer": html.isolated(measured(question)),
        "Unit": html.literal(question.unit),
        "Accepted": "" if exact else within,
    }
