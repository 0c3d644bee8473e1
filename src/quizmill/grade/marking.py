"""From a response to a mark: the door of this library."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar, assert_never

import msgspec

from quizmill.bank import model
from quizmill.bank.markup import plain
from quizmill.bank.model import Name
from quizmill.compose.exercise import Exercise, letter
from quizmill.grade import credit, names
from quizmill.grade.answer_key import key_to_question
from quizmill.grade.judgement import Judgement
from quizmill.grade.reasons import Reason, because
from quizmill.grade.response import Blanks, Choice, Order, Pairing, Response, Skipped, Text, Written
from quizmill.grade.steps import are_right, in_order
from quizmill.words import Message

_Kind = TypeVar("_Kind", bound=Response)

HINT_KEEPS = 0.5  # of the marks


class Verdict(StrEnum):
    """What became of a response."""

    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"
    SKIPPED = "skipped"
    UNMARKED = "unmarked"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What a response earned and why.

    *parts* says of each blank, pair, step or point whether it is right; *near* that a face may offer
    "I was right", since a rule and not the meaning may have failed the answer.
    """

    verdict: Verdict
    earned: float
    possible: float
    reasons: tuple[Message, ...] = ()  # none when the verdict says it all
    parts: tuple[bool, ...] = ()
    near: bool = False

    @property
    def slips(self) -> tuple[Message, ...]:
        """The reasons that tell of a forgiven slip in the spelling; in a cloze one for each such blank."""
        return tuple(reason for reason in self.reasons if Reason.MISSPELT in (reason.key, _why(reason)))


class _Credit(msgspec.Struct, frozen=True):
    """The share of the marks that a response is worth, from 0 to 1."""

    share: float
    reasons: tuple[Message, ...] = ()
    parts: tuple[bool, ...] = ()
    near: bool = False


def mark(
    exercise: Exercise,
    response: Response,
    names: tuple[Name, ...] = (),
    *,
    hinted: bool = False,
    language: str = "en",
) -> Mark:
    """The mark of *response*; *names* are the bank's, whose aliases pass for one another.

    What is typed is read in the bank's *language* and in English.
    A response of another kind than the exercise asks for raises TypeError: no face can get one.
    """
    possible = float(exercise.question.marks)
    if _is_blank(response):
        return Mark(verdict=Verdict.SKIPPED, earned=0.0, possible=possible)
    if isinstance(response, Written) and response.named is None:
        return Mark(verdict=Verdict.UNMARKED, earned=0.0, possible=0.0)
    found = _credit(exercise, response, names, language)
    return Mark(
        verdict=_verdict(found.share),
        earned=possible * found.share * (HINT_KEEPS if hinted else 1.0),
        possible=possible,
        reasons=found.reasons,
        parts=found.parts,
        near=found.near,
    )


def _is_blank(response: Response) -> bool:
    match response:
        case Skipped():
            return True
        case Text(text):
            return not text.strip()
        case Written(text, named):
            return named is None and not text.strip()
        case Blanks(texts):
            return not any(text.strip() for text in texts)
        case Choice(given) | Pairing(given) | Order(given):
            return all(each is None for each in given)


def _verdict(share: float) -> Verdict:
    if share >= 1:
        return Verdict.RIGHT
    return Verdict.PARTIAL if share > 0 else Verdict.WRONG


def _credit(exercise: Exercise, response: Response, known: tuple[Name, ...], language: str) -> _Credit:
    question = exercise.question
    match question:
        case model.MultipleChoice() | model.TrueFalse():
            return _choice(exercise, _as(Choice, response, exercise).picks)
        case model.MultipleResponse():
            return _picks(exercise, _as(Choice, response, exercise).picks)
        case model.ShortAnswer() | model.Numerical():
            return _text(question, _as(Text, response, exercise).text, known, language)
        case model.Cloze():
            return _blanks(question, _as(Blanks, response, exercise).texts, known, language)
        case model.Matching():
            return _pairs(exercise, _as(Pairing, response, exercise).rights)
        case model.Ordering():
            return _steps(exercise, _as(Order, response, exercise).steps)
        case model.Essay():
            return _points(question, _as(Written, response, exercise).named or ())
        case _:
            assert_never(question)


def _as(kind: type[_Kind], response: Response, exercise: Exercise) -> _Kind:
    """The response, of the kind that the exercise asks for."""
    if not isinstance(response, kind):
        raise TypeError(f"{type(response).__name__} is no response to {exercise.kind}")
    return response


def _choice(exercise: Exercise, picks: tuple[int, ...]) -> _Credit:
    if set(picks) == set(exercise.key):
        return _Credit(1.0)
    if isinstance(exercise.question, model.TrueFalse):
        correction = plain(exercise.question.correction)
        return _Credit(0.0, (because(Reason.CORRECTION, text=correction),) if correction else ())
    whys = exercise.why_not
    told = (because(Reason.WHY_NOT, text=plain(whys[pick])) for pick in picks if pick in whys)
    return _Credit(0.0, tuple(told))


def _picks(exercise: Exercise, picks: tuple[int, ...]) -> _Credit:
    share = credit.picks(picks, exercise.key)
    if share >= 1:
        return _Credit(share)
    right, wrong = set(picks) & set(exercise.key), set(picks) - set(exercise.key)
    counted = because(Reason.PICKED, right=len(right), n=len(exercise.key))
    if wrong:
        counted = because(Reason.PICKED_SOME_WRONG, right=len(right), n=len(exercise.key), wrong=len(wrong))
    whys = exercise.why_not
    told = (
        because(Reason.WHY_NOT_OPTION, option=letter(pick), text=plain(whys[pick]))
        for pick in sorted(wrong)
        if pick in whys
    )
    return _Credit(share, (counted, *told))


def judged(exercise: Exercise, response: Text | Blanks, language: str) -> tuple[Judgement, ...]:
    """What is found of each text that was typed, without the bank's names."""
    question = exercise.question
    match question:
        case model.ShortAnswer() | model.Numerical():
            return (_judgement(question, _as(Text, response, exercise).text, (), language),)
        case model.Cloze():
            from quizmill.grade import blanks  # as below

            return blanks.judge(question, _as(Blanks, response, exercise).texts, names.index(()), language)
        case (
            model.MultipleChoice()
            | model.MultipleResponse()
            | model.TrueFalse()
            | model.Matching()
            | model.Ordering()
            | model.Essay()
        ):
            return ()
        case _:
            assert_never(question)


def _text(
    question: model.ShortAnswer | model.Numerical, text: str, known: tuple[Name, ...], language: str
) -> _Credit:
    found = _judgement(question, text, known, language)
    return _Credit(float(found.right), _reasons(found), near=found.near)


def _judgement(
    question: model.ShortAnswer | model.Numerical, text: str, known: tuple[Name, ...], language: str
) -> Judgement:
    from quizmill.grade import typed_answer  # 20 ms that the first question does not wait for

    return typed_answer.judge(text, key_to_question(question, language), names.index(known))


def _blanks(question: model.Cloze, texts: tuple[str, ...], known: tuple[Name, ...], language: str) -> _Credit:
    from quizmill.grade import blanks  # as above

    found = blanks.judge(question, texts, names.index(known), language)
    parts = tuple(each.right for each in found)
    near = any(each.near for each in found) and all(each.right or each.near for each in found)
    return _Credit(credit.fraction(parts), _about_blanks(found), parts, near)


def _about_blanks(found: Sequence[Judgement]) -> tuple[Message, ...]:
    if len(found) == 1:
        return _reasons(found[0])
    right = sum(each.right for each in found)
    counted = [because(Reason.BLANKS, right=right, n=len(found))] if right < len(found) else []
    told = (
        because(Reason.BLANK, number=number, why=each.reason)
        for number, each in enumerate(found, 1)
        if each.reason
    )
    return (*counted, *told)


def _why(reason: Message) -> str:
    """What is said of a blank, by its key; nothing of what is no blank."""
    why = reason.values.get("why")
    return why.key if isinstance(why, Message) else ""


def _reasons(found: Judgement) -> tuple[Message, ...]:
    return (found.reason,) if found.reason else ()


def _pairs(exercise: Exercise, rights: tuple[int | None, ...]) -> _Credit:
    parts = tuple(i < len(rights) and rights[i] == right for i, right in enumerate(exercise.key))
    share = credit.fraction(parts)
    return _Credit(share, _counted(Reason.PAIRS, right=sum(parts), n=len(parts)), parts)


def _steps(exercise: Exercise, steps: tuple[int, ...]) -> _Credit:
    n = len(exercise.key)
    known = tuple(step for step in steps if step in exercise.key)
    ranks = in_order(exercise, known)
    share = credit.order(ranks, n)
    return _Credit(share, _counted(Reason.STEPS, right=credit.run(ranks), n=n), are_right(exercise, known))


def _points(question: model.Essay, named: tuple[bool, ...]) -> _Credit:
    parts = (*named, *(False for _ in question.points))[: len(question.points)]
    share = credit.fraction(parts)
    return _Credit(share, _counted(Reason.POINTS, right=sum(parts), n=len(parts)), parts)


def _counted(what: Reason, *, right: int, n: int) -> tuple[Message, ...]:
    """How many of *n* are right, unless all are."""
    return (because(what, right=right, n=n),) if right < n else ()
