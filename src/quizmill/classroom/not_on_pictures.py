"""What pictures of an answer sheet do not say: answers in words, doubtful ones, and missing pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from quizmill.bank.model import Essay
from quizmill.classroom.scan.asking import Asking
from quizmill.classroom.scanned import ScannedSheet
from quizmill.classroom.scripts import ScriptAnswer
from quizmill.compose.exercise import Exercise
from quizmill.grade.misread import Fault, Help, Misread, advice, fault


def lacking(exercise: Exercise, why: Fault) -> Misread:
    """That the answer is not there, and what to do."""
    if why is Fault.UNSEEN:
        return Misread(fault(why), advice(Help.SCAN_IT))
    if isinstance(exercise.question, Essay):
        return Misread(fault(why), advice(Help.MARKS, n=exercise.question.marks))
    return Misread(fault(why), advice(Help.TYPE_IT))


def not_read(
    student: str, sheet: ScannedSheet, answers: Sequence[ScriptAnswer], asking: Asking
) -> Iterator[str]:
    """What of a sheet counts not yet: one sentence for the doubtful answers, and one for missing pages."""
    doubtful = [each for each in answers if _is(each, Fault.DOUBTFUL) and each.number in sheet.places]
    if doubtful:
        told = ", ".join(f"{each.number} ({each.text})" for each in doubtful)
        place = sheet.places[doubtful[0].number]
        which = "question" if len(doubtful) == 1 else "questions"
        verb = "is" if len(doubtful) == 1 else "are"
        yield f"{place}: {student}, {which} {told} {verb} doubtful; {asking.marks}, or type them"
    unseen = [each.number for each in answers if _is(each, Fault.UNSEEN)]
    if unseen:
        which = "question" if len(unseen) == 1 else "questions"
        told = " and ".join(_runs(unseen, sheet.answers))
        yield f"{sheet.place}: {student}: the page with {which} {told} is not among the pictures; scan it too"


def _runs(unseen: Sequence[int], seen: Collection[int]) -> Iterator[str]:
    """`1 to 24`, `50 to 99`: between these stands something that was seen."""
    begins = [
        number
        for before, number in zip((None, *unseen), unseen, strict=False)
        if before is None or any(before < each < number for each in seen)
    ]
    for first, after in zip(begins, (*begins[1:], unseen[-1] + 1), strict=True):
        last = max(each for each in unseen if each < after)
        yield str(first) if first == last else f"{first} to {last}"


def _is(answer: ScriptAnswer, why: Fault) -> bool:
    return answer.misread is not None and answer.misread.reason.key == why
