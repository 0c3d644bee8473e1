"""Answers copied by hand from paper: how each kind is typed, read and marked, and the key typed so.

What is typed is what stands on the sheet. An ordering has a box beside each step, so the numbers in the
boxes are typed from the top: `3 1 2` says that the step shown first comes third. (At a terminal one types
which step comes first.) A matching has a letter in each box, and an essay gets its marks.
"""

from __future__ import annotations

import re
from typing import assert_never

import msgspec
from msgspec.structs import replace

from quizmill.bank import model
from quizmill.bank.alike import is_exact
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Name
from quizmill.compose.exercise import Exercise, key_of, letter, measured
from quizmill.grade.doubtful import guess_in
from quizmill.grade.hurried import says_nothing, several_marked, skipped, too_many, without_nothings
from quizmill.grade.marking import Mark, Verdict, mark
from quizmill.grade.misread import Fault, Help, Misread, advice, fault
from quizmill.grade.response import Blanks, Order, Pairing, Response, Skipped, Text, read_response
from quizmill.grade.spreadsheet_cells import may_have_lost, meant_by
from quizmill.grade.strictness import on_one_line
from quizmill.words import Words

_TYPED = "choice response truth text blanks matching ordering essay empty nothing".split()

_NONE = "-"  # typed for a box that is empty, or holds what cannot count
_DASHES = str.maketrans("_–—", "---")
_BETWEEN = re.compile(r"[ ,;]+")
_BROKEN = re.compile(r"#[A-ZÀ-Þ¿/0]+[?!]|#N/A|#NV")  # #NAME?, #¿NOMBRE?, #WERT!: a formula by mistake


class Copied(msgspec.Struct, frozen=True):
    """An answer as copied, what was read in it (nothing for an essay), and its mark."""

    text: str
    response: Response | None
    mark: Mark


def read_copied(
    exercise: Exercise, text: str, names: tuple[Name, ...] = (), language: str = "en"
) -> Copied | Misread:
    """What *text*, copied from the sheet of a bank in that *language*, says, and its mark.

    An empty one is no answer.
    """
    if _BROKEN.fullmatch(text.strip()):
        return Misread(fault(Fault.SPREADSHEET, text=text), advice(Help.APOSTROPHE))
    if isinstance(exercise.question, model.Essay):
        read: Copied | Misread = _essay(exercise, text)
    else:
        read = _read(exercise, text, names, language)
    may_guess = isinstance(read, Misread) or isinstance(exercise.question, model.Numerical)
    if may_guess and (guess := guess_in(exercise, text)):
        return Misread(fault(Fault.DOUBTFUL, text=guess), advice(Help.WITHOUT_SIGN))
    if _is_none(exercise, text, read):
        given = None if isinstance(exercise.question, model.Essay) else Skipped()
        return Copied(text, given, skipped(exercise.question.marks))
    if isinstance(read, Misread):
        several = several_marked(exercise, text, language)
        return Copied(text, several, too_many(exercise.question.marks)) if several else read
    return _as_typed(exercise, read, names, language)


def read_handed_in(
    exercise: Exercise, text: str, names: tuple[Name, ...] = (), language: str = "en"
) -> Copied | Misread:
    """What *text* says that a page has written down, as it would be copied from the sheet; and its mark.

    No spreadsheet has had it, and of an essay it is what the pupil wrote, which somebody has to mark.
    """
    if isinstance(exercise.question, model.Essay):
        possible = exercise.question.marks
        if text.strip():
            return Misread(fault(Fault.ESSAY_UNMARKED), advice(Help.MARKS, n=possible))
        return Copied(text, None, skipped(possible))
    read = _read(exercise, text, names, language)
    if _is_none(exercise, text, read):
        return Copied(text, Skipped(), skipped(exercise.question.marks))
    return read


def _is_none(exercise: Exercise, text: str, read: Copied | Misread) -> bool:
    """Whether *text* was typed for no answer, since as one it is wrong or cannot be read."""
    if not says_nothing(text) or (text.strip() == "0" and isinstance(exercise.question, model.Numerical)):
        return False
    return isinstance(read, Misread) or (isinstance(read.response, Text | Blanks) and read.mark.earned == 0)


def _read(exercise: Exercise, text: str, names: tuple[Name, ...], language: str) -> Copied | Misread:
    read = _response(exercise, text, language)
    if isinstance(read, Misread):
        return read
    marked = mark(exercise, read, names, language=language)
    if isinstance(read, Blanks) and marked.parts and (fewer := without_nothings(read, marked.parts)) != read:
        return Copied(text, fewer, mark(exercise, fewer, names, language=language))
    return Copied(text, read, marked)


def _as_typed(exercise: Exercise, read: Copied, names: tuple[Name, ...], language: str) -> Copied | Misread:
    """The answer that a spreadsheet has made a date of; misread when it may have been a better one."""
    if not isinstance(read.response, Text | Blanks) or read.mark.verdict is Verdict.RIGHT:
        return read
    misread = Misread(fault(Fault.SPREADSHEET, text=read.text), advice(Help.APOSTROPHE))
    meant = meant_by(read.text)
    found = [each for text in meant if isinstance(each := _read(exercise, text, names, language), Copied)]
    better = max(found, key=lambda each: each.mark.earned, default=read)
    if better.mark.earned <= read.mark.earned:
        return misread if may_have_lost(read.text, copied_key(exercise)) else read
    return replace(better, text=read.text) if len(meant) == 1 else misread


def how_to_type(words: Words) -> tuple[tuple[str, str], ...]:
    """How each kind of answer is typed, in *words*: what it is, and what one types."""
    return tuple((words(f"typing.what.{each}"), words(f"typing.how.{each}")) for each in _TYPED)


def copied_key(exercise: Exercise) -> str:
    """The right answer as it would be copied from a perfect sheet; `read_copied` gives it full marks."""
    match exercise.question:
        case model.MultipleChoice() | model.MultipleResponse():
            return " ".join(letter(index).upper() for index in exercise.key)
        case model.TrueFalse():
            return exercise.options[exercise.key[0]]
        case model.ShortAnswer():
            return _typed(exercise.question.answer, exercise.question.compare)
        case model.Numerical():
            return _plain(measured(exercise.question))
        case model.Cloze():
            blanks = (_typed(blank, exercise.question.compare) for blank in key_of(exercise.question))
            return " | ".join(blank.replace("|", "\\|") for blank in blanks)
        case model.Matching():
            return " ".join(f"{left}{letter(right).upper()}" for left, right in enumerate(exercise.key, 1))
        case model.Ordering():
            return " ".join(str(exercise.key.index(step) + 1) for step in range(len(exercise.options)))
        case model.Essay():
            return str(exercise.question.marks)
        case _:
            assert_never(exercise.question)


def _typed(answer: str, compare: model.Compare | None) -> str:
    return on_one_line(plain(answer)) if is_exact(answer, compare) else _plain(answer)


def _plain(text: str) -> str:
    return " ".join(plain(text).split())


def _response(exercise: Exercise, text: str, language: str) -> Response | Misread:
    match exercise.question:
        case model.Ordering():
            return _boxes_in_order(exercise, text)
        case model.Matching():
            return _boxes_with_letters(exercise, text)
        case model.MultipleChoice() | model.MultipleResponse():
            return read_response(exercise, text, language, by_letter=True)
        case model.TrueFalse() | model.ShortAnswer() | model.Numerical() | model.Cloze() | model.Essay():
            return read_response(exercise, text, language)
        case _:
            assert_never(exercise.question)


def _boxes_in_order(exercise: Exercise, text: str) -> Response | Misread:
    """The steps by the numbers in their boxes; a box without one leaves its step out."""
    if not text.strip():
        return read_response(exercise, "")
    boxes, steps = _boxes(text, "?.x0"), len(exercise.options)
    help = advice(Help.NUMBERS_IN_BOXES, last=steps)
    if len(boxes) != steps:
        return Misread(fault(Fault.NUMBERS_FOR_BOXES, boxes=steps, n=len(boxes)), help)
    ranks: dict[int, int] = {}  # by place: the step
    for step, box in enumerate(boxes):
        if box == _NONE:
            continue
        if not (box.isascii() and box.isdigit() and 1 <= int(box) <= steps):
            return Misread(fault(Fault.NOT_A_PLACE, text=box, last=steps), help)
        if int(box) in ranks:
            return Misread(fault(Fault.TWICE, label=box), advice(Help.NUMBERS_IN_BOXES_ONCE, last=steps))
        ranks[int(box)] = step
    return Order(tuple(ranks[place] for place in sorted(ranks)))


def _boxes_with_letters(exercise: Exercise, text: str) -> Response | Misread:
    """The letters from the top, or pairs as at a terminal."""
    letters = [letter(i) for i in range(len(exercise.options))]
    boxes = _boxes(text, "?.0" if "x" in letters else "?.0x")
    lefts = len(exercise.key)
    if not boxes or any(box != _NONE and not box.isalpha() for box in boxes):
        return read_response(exercise, text)
    help = advice(Help.LETTERS_IN_BOXES, n=lefts, last=letters[-1])
    if len(boxes) != lefts:
        return Misread(fault(Fault.LETTERS_FOR_BOXES, boxes=lefts, n=len(boxes)), help)
    for box in boxes:
        if box != _NONE and box not in letters:
            return Misread(fault(Fault.NO_SUCH_LETTER, label=box), help)
    return Pairing(tuple(None if box == _NONE else letters.index(box) for box in boxes))


def _boxes(text: str, nothing: str) -> list[str]:
    """What stands in each box, a dash for each sign of *nothing*: apart, or run together."""
    parts = [part for part in _BETWEEN.split(fold(text).translate(_DASHES)) if part]
    boxes = list(parts[0]) if len(parts) == 1 else parts
    return [_NONE if box in set(nothing) else box for box in boxes]


def _essay(exercise: Exercise, text: str) -> Copied | Misread:
    possible = exercise.question.marks
    if not text.strip():
        return Copied(text, None, Mark(verdict=Verdict.SKIPPED, earned=0.0, possible=float(possible)))
    given = re.fullmatch(r"(\d{1,3}(?:[.,]\d{1,4})?)(?: ?/ ?(\d+))?", fold(text))
    out_of_all = given and given[2] in (None, str(possible))
    if not given or not out_of_all or float(given[1].replace(",", ".")) > possible:
        return Misread(fault(Fault.NOT_MARKS, text=text), advice(Help.MARKS, n=possible))
    earned = float(given[1].replace(",", "."))
    verdict = Verdict.RIGHT if earned == possible else Verdict.PARTIAL if earned else Verdict.WRONG
    return Copied(text, None, Mark(verdict=verdict, earned=earned, possible=float(possible)))
