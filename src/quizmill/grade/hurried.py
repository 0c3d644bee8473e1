"""What somebody types in a hurry for a box that is empty, or holds what cannot count."""

from __future__ import annotations

from msgspec.structs import replace

from quizmill.bank import model
from quizmill.bank.fold import fold
from quizmill.compose.exercise import Exercise
from quizmill.grade.labels import letters_of
from quizmill.grade.marking import Mark, Verdict
from quizmill.grade.misread import Fault, fault
from quizmill.grade.response import Blanks, Choice, truths
from quizmill.pattern import pattern

_NOTHING = pattern(r"[-–—_?.x×/]+|0|n ?/? ?a\.?|n\.a\.|none|blank|empty|k\.? ?a\.?|无|空")
_MARKS_APART = pattern(r"[\s,;+&/]+|\band\b|\bund\b|\by\b|\bet\b")


def says_nothing(text: str) -> bool:
    """Whether it may stand for no answer where it is none itself: a dash, a question mark, x, n/a, 0."""
    return _NOTHING.fullmatch(fold(text)) is not None


def without_nothings(given: Blanks, right: tuple[bool, ...]) -> Blanks:
    """The blanks, empty where what stands there is not *right* and says nothing."""
    return Blanks(
        tuple(
            "" if says_nothing(text) and not good else text
            for text, good in zip(given.texts, right, strict=True)
        )
    )


def several_marked(exercise: Exercise, text: str, language: str) -> Choice | None:
    """The options of which a pupil marked several where one is asked; nothing where *text* is none such."""
    if not isinstance(exercise.question, model.MultipleChoice | model.TrueFalse):
        return None
    letters = letters_of(exercise)
    if isinstance(exercise.question, model.TrueFalse):
        letters = truths(language)
    marked = "".join(_MARKS_APART.split(fold(text)))
    picks = tuple(sorted({letters[each] for each in marked if each in letters}))
    return Choice(picks) if len(picks) > 1 and all(each in letters for each in marked) else None


def skipped(possible: int) -> Mark:
    """The mark of no answer."""
    return Mark(verdict=Verdict.SKIPPED, earned=0.0, possible=float(possible))


def too_many(possible: int) -> Mark:
    """The mark of several options where one is asked."""
    return replace(skipped(possible), verdict=Verdict.WRONG, reasons=(fault(Fault.ONE_OPTION),))
