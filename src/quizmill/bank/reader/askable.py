"""What makes a single question impossible to ask or to mark fairly, however well it is spelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from quizmill.bank import values
from quizmill.bank.alike import Stood
from quizmill.bank.markup import is_code, pictured, plain
from quizmill.bank.model import (
    Cloze,
    Compare,
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


def faults_in(question: Question, language: str = "en") -> Iterator[Fault]:
    """What keeps *question* from being asked in a bank in that *language*; paths are relative to it."""
    match question:
        case MultipleChoice():
            yield from _choice(question)
        case MultipleResponse():
            yield from _responses(question)
        case TrueFalse():
            yield from _correction(question)
        case Numerical():
            yield from _number(question, language)
        case Cloze():
            yield from blanks.faults_in(question)
        case Matching():
            yield from _pairs(question)
        case Ordering():
            yield from _steps(question)
        case ShortAnswer() | Essay():
            pass  # any text can be asked


def _steps(question: Ordering) -> Iterator[Fault]:
    """A line of code may stand twice; which of the two is which is nothing to be asked."""
    if is_code(question.sequence[0]) and len(set(question.sequence)) == 1:
        help = "write at least two that differ"
        yield Fault(("sequence",), "duplicate-step", "all steps are equal, so in any order", help)
        return
    steps = [
        (("sequence", i), step)
        for i, step in enumerate(question.sequence)
        if not is_code(step) or question.sequence.index(step) == i
    ]
    code = "a line of code may stand twice, when each is written in `backticks` or as a listing"
    yield from _repeats("duplicate-step", steps, question.compare, "every step stands once", code)


def _choice(question: MultipleChoice) -> Iterator[Fault]:
    yield from _options(question, {question.answer: "the answer"})
    last = len(question.distractors) + 1
    if question.place > last:
        help = f"write a place from 1 to {last}"
        message = f"there are {last} options, so no place {question.place}"
        yield Fault(("place",), "bad-place", message, help)


def _responses(question: MultipleResponse) -> Iterator[Fault]:
    help = "every right option stands once"
    answers = ((("answers", i), answer) for i, answer in enumerate(question.answers))
    yield from _repeats("duplicate-option", answers, question.compare, help)
    yield from _options(question, dict.fromkeys(question.answers, "an answer"))


def _options(question: MultipleChoice | MultipleResponse, right: dict[str, str]) -> Iterator[Fault]:
    keys, stood = Stood(question.compare, right), Stood(question.compare)
    for i, distractor in enumerate(question.distractors):
        path, text = ("distractors", i), distractor.text
        if (key := keys.like(text)) is not None:
            message = f'"{plain(text)}" is both {right[key]} and a distractor'
            help = _unless_meant("replace the distractor", text, key, question.compare)
            yield Fault(path, "key-among-distractors", message, help)
        elif (twin := stood.like(text)) is not None:
            message = f'"{plain(text)}" is a distractor twice'
            yield Fault(
                path,
                "duplicate-option",
                message,
                _unless_meant("replace one of them", text, twin, question.compare),
            )
        stood.add(text)


def _repeats(
    rule: str, entries: Iterable[tuple[Path, str]], compare: Compare | None, help: str, if_equal: str = ""
) -> Iterator[Fault]:
    """Texts that stand twice; *if_equal* helps where nothing at all tells the two apart."""
    stood = Stood(compare)
    for path, text in entries:
        if (twin := stood.like(text)) is not None:
            message = f'"{plain(text)}" stands here a second time'
            told = _unless_meant(help, text, twin, compare)
            yield Fault(path, rule, message, f"{help}; {if_equal}" if if_equal and told == help else told)
        stood.add(text)


def _unless_meant(help: str, text: str, twin: str, compare: Compare | None) -> str:
    """The help, and how to say that what little tells the two apart is what is asked."""
    if pictured(text) and pictured(twin):
        return f"{help}, or say in the alt of each picture what tells it from the other"
    one, other = plain(text).rstrip(), plain(twin).rstrip()
    if unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other):
        return help
    if one.split() == other.split():
        return f"{help}; if their spaces tell two answers apart, write both in `backticks`, which keep them"
    counts = "add `compare: case`" if one.casefold() == other.casefold() else "add `compare: characters`"
    if compare:
        counts = counts.replace("add", "write") + f" instead of {compare}"
    return f'{help}; if "{plain(text)}" and "{plain(twin)}" are two answers, {counts}'


def _correction(question: TrueFalse) -> Iterator[Fault]:
    if question.answer and question.correction:
        yield Fault(("correction",), "correction-of-truth", "a true statement has no correction", "delete it")
    if not question.answer and not question.correction:
        help = "add `correction: …`, which says what is true instead"
        yield Fault(("answer",), "missing-field", "a false statement needs its correction", help)


def _number(question: Numerical, language: str) -> Iterator[Fault]:
    if values.read_in(question.answer, language) is None:
        help = "write 16,000, $75 million, 60%, 2004, August 2004 or 2004-08-19; else make it a short_answer"
        if re.fullmatch(r"[^.,]*\d,\d{1,2}(?!\d)[^.,]*", question.answer):
            help = f"write {question.answer.replace(',', '.')}: decimals stand after a point"
        message = f'"{question.answer}" is not a number, sum, percentage, year or date'
        yield Fault(("answer",), "bad-number", message, help)
    if values.read_tolerance(question.tolerance) is None:
        help = "write a number like 0.5, a share like 2%, or +0.5 if nothing less is right"
        figure = re.search(r"\d[\d.,]*%?", question.tolerance)
        if figure and values.read_tolerance(figure[0]):
            help = f"write {figure[0]} alone: it counts on both sides, in the unit of the answer"
        yield Fault(("tolerance",), "bad-number", f'"{question.tolerance}" is not a tolerance', help)


def _pairs(question: Matching) -> Iterator[Fault]:
    lefts = ((("pairs", i, 0), left) for i, (left, _) in enumerate(question.pairs))
    help = "every left stands once; a right may serve several"
    yield from _repeats("duplicate-left", lefts, question.compare, help)
    rights = Stood(question.compare, (right for _, right in question.pairs))
    for i, spare in enumerate(question.extra):
        if (right := rights.like(spare)) is not None:
            message = f'"{plain(spare)}" is spare, yet it is somebody\'s right'
            help = _unless_meant("replace the spare", spare, right, question.compare)
            yield Fault(("extra", i), "extra-is-right", message, help)
    spares = ((("extra", i), spare) for i, spare in enumerate(question.extra))
    yield from _repeats("duplicate-option", spares, question.compare, "keep one")
