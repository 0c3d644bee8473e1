"""What a class made of a paper: the marks together, and of each question how hard it was and what tempted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import StatisticsError, correlation, mean, median

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Matching
from quizmill.classroom.class_set import ClassSet, Ruling
from quizmill.classroom.scripts import Script, ScriptAnswer, blank_text
from quizmill.compose.exercise import Exercise
from quizmill.grade.marking import Verdict
from quizmill.grade.on_paper import Copied
from quizmill.grade.response import Blanks, Choice, Order, Pairing, Skipped, Text, Written

ENOUGH = 15  # students; with fewer a discrimination is mostly chance (its standard error passes 0.27)


class Wrong(msgspec.Struct, frozen=True):
    """A wrong answer in words, and how many students gave it."""

    text: str
    students: int


class Slip(msgspec.Struct, frozen=True):
    """A spelling that was forgiven, and the students who wrote so."""

    text: str
    students: tuple[str, ...]


class QuestionResult(msgspec.Struct, frozen=True, kw_only=True):
    """How a class did on one question, over all forms."""

    number: int  # on the first form
    exercise: Exercise  # as the first form poses it
    students: int  # whose answer could be read, the empty ones among them
    right: int  # with all its marks
    empty: int
    mean: float  # marks
    wrong: Wrong | None  # the most common
    slips: tuple[Slip, ...]  # the most common first
    discrimination: float | None
    void: bool = False
    accepted: tuple[str, ...] = ()  # since the test

    @property
    def share_right(self) -> float:
        """Of the students, from 0 to 1."""
        return self.right / self.students if self.students else 0.0

    @property
    def forgiven(self) -> int:
        """How many students were forgiven a slip."""
        return len({student for slip in self.slips for student in slip.students})


class ClassResult(msgspec.Struct, frozen=True, kw_only=True):
    """The marks of a class together; all of them 0 when nobody answered."""

    students: int
    possible: int
    mean: float
    median: float
    lowest: float
    highest: float
    questions: tuple[QuestionResult, ...]


def class_result(made: ClassSet, scripts: tuple[Script, ...]) -> ClassResult:
    """The result of all *scripts*, question by question in the order of the first form."""
    earned = [script.earned for script in scripts] or [0.0]
    return ClassResult(
        students=len(scripts),
        possible=made.possible,
        mean=mean(earned),
        median=median(earned),
        lowest=min(earned),
        highest=max(earned),
        questions=tuple(
            _question(number, exercise, scripts, made.ruling(exercise.id))
            for number, exercise in enumerate(made.papers[0].exercises, start=1)
        ),
    )


def _question(number: int, exercise: Exercise, scripts: tuple[Script, ...], ruling: Ruling) -> QuestionResult:
    given = [(script, answer) for script, answer in _by_question(scripts, exercise.id) if answer.typed]
    verdicts = Counter(answer.typed.mark.verdict for _, answer in given if answer.typed)
    return QuestionResult(
        number=number,
        exercise=exercise,
        students=len(given),
        right=verdicts[Verdict.RIGHT],
        empty=verdicts[Verdict.SKIPPED],
        mean=mean([answer.earned for _, answer in given] or [0.0]),
        wrong=_most_common([answer for _, answer in given]),
        slips=_slips(given),
        discrimination=_discrimination(given),
        void=ruling.void,
        accepted=ruling.accept,
    )


def _discrimination(given: list[tuple[Script, ScriptAnswer]]) -> float | None:
    """The correlation of the question's marks with the marks of all others together.

    The point-biserial correlation, corrected for the question itself (Henrysson 1963), and Pearson's where
    there is partial credit. None with too few students, or when all did equally well on either.
    """
    if len(given) < ENOUGH:
        return None
    own = [answer.earned for _, answer in given]
    others = [script.earned - answer.earned for script, answer in given]
    try:
        return correlation(own, others)
    except StatisticsError:
        return None


def _most_common(answers: list[ScriptAnswer]) -> Wrong | None:
    """The wrong answer most students gave, as the first of them put it; of equals the first by letters."""
    texts: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for answer in answers:
        given = {fold(text): text for text in wrong_texts(answer.exercise, answer.typed)}
        counts.update(given.keys())
        texts = given | texts
    if not counts:
        return None
    most = min(counts, key=lambda text: (-counts[text], text))
    return Wrong(texts[most], counts[most])


def _slips(given: list[tuple[Script, ScriptAnswer]]) -> tuple[Slip, ...]:
    """The spellings that were forgiven, as the first who wrote so put it; equals as they come."""
    texts: dict[str, str] = {}
    students: dict[str, list[str]] = {}
    for script, answer in given:
        for text in answer.slips:
            texts.setdefault(fold(text), text)
            students.setdefault(fold(text), []).append(script.student)
    most = sorted(students, key=lambda text: -len(students[text]))
    return tuple(Slip(texts[text], tuple(students[text])) for text in most)


def wrong_texts(exercise: Exercise, typed: Copied | None) -> tuple[str, ...]:
    """What is wrong in an answer, in words that mean the same on every form."""
    if typed is None or typed.mark.verdict in (Verdict.RIGHT, Verdict.SKIPPED):
        return ()
    options = [" ".join(plain(option).split()) for option in exercise.options]
    match typed.response:
        case Choice(picks):
            return tuple(options[pick] for pick in picks if pick not in exercise.key)
        case Text(text):
            return (text,)
        case Blanks(texts):
            return _wrong_blanks(texts, typed.mark.parts)
        case Pairing(rights):
            return tuple(
                f"{left} = {options[given]}"
                for left, given, right in zip(_lefts(exercise), rights, exercise.key, strict=True)
                if given is not None and given != right
            )
        case Order(steps):
            return (" – ".join(options[step] for step in steps),)
        case Written() | Skipped() | None:
            return ()


def _lefts(exercise: Exercise) -> tuple[str, ...]:
    pairs = exercise.question.pairs if isinstance(exercise.question, Matching) else ()
    return tuple(" ".join(plain(left).split()) for left, _ in pairs)


def _wrong_blanks(texts: tuple[str, ...], right: tuple[bool, ...]) -> tuple[str, ...]:
    return tuple(
        blank_text(texts, number)
        for number, (text, good) in enumerate(zip(texts, right, strict=True), start=1)
        if text and not good
    )


def _by_question(scripts: tuple[Script, ...], id: str) -> Iterator[tuple[Script, ScriptAnswer]]:
    """What every script answers to one question, whatever its number there."""
    for script in scripts:
        for answer in script.answers:
            if answer.exercise.id == id:
                yield script, answer
