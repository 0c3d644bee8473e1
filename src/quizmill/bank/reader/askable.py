"""What makes a single question impossible to ask or to mark fairly, however well it is spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizmill.bank import values
from quizmill.bank.markup import plain, same
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.reader import blanks
from quizmill.bank.reader.fault import Fault, Path


def faults_in(question: Question) -> Iterator[Fault]:
    """What keeps *question* from being asked; paths are relative to it."""
    match question:
        case MultipleChoice():
            yield from _choice(question)
        case MultipleResponse():
            yield from _responses(question)
        case TrueFalse():
            yield from _correction(question)
        case Numerical():
            yield from _number(question)
        case Cloze():
            yield from blanks.faults_in(question)
        case Matching():
            yield from _pairs(question)
        case Ordering():
            help = "every step stands once"
            yield from _repeats(
                "duplicate-step", (((("sequence", i)), s) for i, s in enumerate(question.sequence)), help
            )
        case ShortAnswer() | Essay():
            pass  # any text can be asked


def _choice(question: MultipleChoice) -> Iterator[Fault]:
    seen = {same(question.answer): "the answer"}
    yield from _options(question, seen)
    last = len(question.distractors) + 1
    if question.place > last:
        help = f"write a place from 1 to {last}"
        message = f"there are {last} options, so no place {question.place}"
        yield Fault(("place",), "bad-place", message, help)


def _responses(question: MultipleResponse) -> Iterator[Fault]:
    help = "every right option stands once"
    yield from _repeats(
        "duplicate-option", ((("answers", i), a) for i, a in enumerate(question.answers)), help
    )
    yield from _options(question, {same(answer): "an answer" for answer in question.answers})


def _options(question: MultipleChoice | MultipleResponse, right: dict[str, str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, distractor in enumerate(question.distractors):
        text = same(distractor.text)
        if text in right:
            message = f'"{plain(distractor.text)}" is both {right[text]} and a distractor'
            yield Fault(("distractors", i), "key-among-distractors", message, "replace the distractor")
        elif text in seen:
            message = f'"{plain(distractor.text)}" is a distractor twice'
            yield Fault(("distractors", i), "duplicate-option", message, "replace one of them")
        seen.add(text)


def _repeats(rule: str, entries: Iterable[tuple[Path, str]], help: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, text in entries:
        if same(text) in seen:
            yield Fault(path, rule, f'"{plain(text)}" stands here a second time', help)
        seen.add(same(text))


def _correction(question: TrueFalse) -> Iterator[Fault]:
    if question.answer and question.correction:
        yield Fault(("correction",), "correction-of-truth", "a true statement has no correction", "delete it")
    if not question.answer and not question.correction:
        help = "add `correction: …`, which says what is true instead"
        yield Fault(("answer",), "missing-field", "a false statement needs its correction", help)


def _number(question: Numerical) -> Iterator[Fault]:
    if values.read(question.answer) is None:
        help = "write 16,000, $75 million, 60%, 2004, August 2004 or 2004-08-19; else make it a short_answer"
        if re.fullmatch(r"[^.,]*\d,\d{1,2}(?!\d)[^.,]*", question.answer):
            help = f"write {question.answer.replace(',', '.')}: decimals stand after a point"
        message = f'"{question.answer}" is not a number, sum, percentage, year or date'
        yield Fault(("answer",), "bad-number", message, help)
    if values.read_tolerance(question.tolerance) is None:
        help = "write a number like 0.5, or a share like 2%"
        yield Fault(("tolerance",), "bad-number", f'"{question.tolerance}" is not a tolerance', help)


def _pairs(question: Matching) -> Iterator[Fault]:
    lefts = ((("pairs", i, 0), left) for i, (left, _) in enumerate(question.pairs))
    yield from _repeats("duplicate-left", lefts, "every left stands once; a right may serve several")
    rights = {same(right) for _, right in question.pairs}
    for i, spare in enumerate(question.extra):
        if same(spare) in rights:
            message = f'"{plain(spare)}" is spare, yet it is somebody\'s right'
            yield Fault(("extra", i), "extra-is-right", message, "replace the spare")
    yield from _repeats(
        "duplicate-option", ((("extra", i), s) for i, s in enumerate(question.extra)), "keep one"
    )
