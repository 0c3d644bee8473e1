"""What somebody answers, and reading it from a typed line.

A line that cannot be an answer (a letter beyond the last, a step left out) is a :class:`Misread`: the
face asks again, it is never marked wrong.
"""

from __future__ import annotations

import re
from functools import cache
from typing import assert_never

import msgspec

from quizmill.bank import model, values
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.values.tongues import tongue
from quizmill.compose.exercise import Exercise, key_of
from quizmill.grade import choices
from quizmill.grade.labels import bare, clipped, last_letter, letters_of
from quizmill.grade.misread import Fault, Help, Misread, advice, fault
from quizmill.pattern import pattern
from quizmill.words import Message


class Choice(msgspec.Struct, frozen=True, tag=True):
    """The options picked, by their place in `exercise.options`."""

    picks: tuple[int, ...]


class Text(msgspec.Struct, frozen=True, tag=True):
    """A short answer or number, as typed."""

    text: str


class Blanks(msgspec.Struct, frozen=True, tag=True):
    """What stands in each blank, in reading order."""

    texts: tuple[str, ...]


class Pairing(msgspec.Struct, frozen=True, tag=True):
    """For each left the option joined to it, or None."""

    rights: tuple[int | None, ...]


class Order(msgspec.Struct, frozen=True, tag=True):
    """The steps, by their place in `exercise.options`, in the order given."""

    steps: tuple[int, ...]


class Written(msgspec.Struct, frozen=True, tag="Essay"):  # as it stands in histories
    """A text, and for each point whether the marker found it named; None: nobody has marked it."""

    text: str
    named: tuple[bool, ...] | None = None


class Skipped(msgspec.Struct, frozen=True, tag=True):
    """No answer."""


Response = Choice | Text | Blanks | Pairing | Order | Written | Skipped


_PAIR = pattern(r"\(?(\d{1,3})\)? ?(?:[=:.)>-]|->|→)? ?\(?([a-z]{1,2})\)?(?![^\W\d_])[ ,;]*")
_APART = pattern(r"(?: and |[ ,;&+])+")
_STEPS_APART = pattern(r"[ ,;>→-]+")
_DOUBTFUL = pattern(r"\d[-/,.]\d|\d[oil|]|[oil|]\d", re.IGNORECASE)  # what reads two ways has one of these
_THREE_DIGITS = pattern(r"\d[.,]\d{3}(?!\d)")
_LETTER = pattern(r"\W*([A-Za-z])\W*")
_ALONE = pattern(r"(?<![^\W\d_])[A-Za-z](?![^\W\d_])")
_NUMBER = pattern(r"\d")  # where each language has a billion of its own
_TRUE = (
    "t true yes r right v verdadero verdadera cierto si vrai oui wahr richtig ja vero verdadeiro certo sim"
    " waar juist prawda tak верно правда да истина 对 正确 是 真 正しい 正 はい ○ √ ✓ ✔ صح صحيح نعم"
)
_FALSE = (
    "f false no falso falsa faux non falsch nein errado nao onwaar onjuist nee falsz nieprawda nie"
    " неверно ложь нет 错 错误 不对 否 假 誤り 誤 間違い いいえ × ✗ ✘ خطأ خاطئ لا"
)
_LETTERS_OF = {"de": {"w": 0}, "nl": {"w": 0}}  # for wahr and waar; elsewhere it may be the one of wrong
_BAR = pattern(r"(?<!\\)\|")


def read_response(
    exercise: Exercise, line: str, language: str = "en", *, by_letter: bool = False
) -> Response | Misread:
    """The response that a typed line is, whatever its case and spacing; an empty line skips.

    What reads two ways that would be marked differently, in the bank's *language* or in English, is none, nor
    is a letter that is the text of another option, unless options are named *by letter* alone, as on paper.
    """
    if not line.strip():
        return Skipped()
    match exercise.question:
        case model.MultipleChoice():
            return _choice(choices.one(exercise, line, language, by_letter=by_letter))
        case model.MultipleResponse():
            return _choice(choices.several(exercise, line, language, by_letter=by_letter))
        case model.TrueFalse():
            return _truth(line, language)
        case model.Cloze():
            return _clear(exercise, _blanks(exercise, line), language)
        case model.Matching():
            return _pairing(exercise, exercise.question, line)
        case model.Ordering():
            return _order(exercise, line)
        case model.ShortAnswer() | model.Numerical():
            return _clear(exercise, Text(line.strip()), language)
        case model.Essay():
            return Written(line.strip())
        case _:
            assert_never(exercise.question)


def _clear(exercise: Exercise, response: Text | Blanks | Misread, language: str) -> Text | Blanks | Misread:
    """The response, unless it is to be asked again.

    It reads two ways that would be marked differently, or is a letter, as other questions want, for a value.
    """
    if isinstance(response, Misread):
        return response
    texts = response.texts if isinstance(response, Blanks) else (response.text,)
    doubtful = _DOUBTFUL if tongue(language) is None else _NUMBER
    if not any(doubtful.search(text) or _LETTER.fullmatch(text) for text in texts):
        return response
    from quizmill.grade.marking import judged  # which only such an answer needs before it is marked

    wanted = key_of(exercise.question)
    for text, found, key in zip(texts, judged(exercise, response, language), wanted, strict=True):
        if found.right:
            continue
        if found.unclear:
            return _again(found.unclear, text)
        if _is_letter_for_value(text, plain(key), language):
            return Misread(fault(Fault.LETTER_FOR_VALUE, text=text), advice(Help.VALUE))
    return response


def _is_letter_for_value(text: str, key: str, language: str) -> bool:
    """Whether a letter was typed, of which the value that is wanted has none alone, as 2x has."""
    letter = _LETTER.fullmatch(text)
    return letter is not None and letter[1] not in letters_alone(key) and bool(values.read_in(key, language))


def letters_alone(text: str) -> str:
    """The letters that stand alone in a text, as in 2x."""
    return "".join(_ALONE.findall(text))


def _again(why: Fault, text: str) -> Misread:
    """That *text* reads two ways, and how to write it so that it reads one way."""
    if why is Fault.NUMBER_TWO_WAYS:
        return _number_two_ways(text)
    helps = {Fault.DATE_TWO_WAYS: Help.MONTH_IN_LETTERS, Fault.WORD_TWO_WAYS: Help.IN_DIGITS}
    return Misread(fault(why, text=clipped(text)), advice(helps.get(why, Help.DIGITS)))


def _number_two_ways(text: str) -> Misread:
    """That *text* is two numbers: of three digits behind a point or comma one cannot say what they are."""
    help = Help.THREE_DIGITS if _THREE_DIGITS.search(text) else Help.NO_COMMAS
    return Misread(fault(Fault.NUMBER_TWO_WAYS, text=clipped(text)), advice(help))


def _choice(picks: tuple[int, ...] | Misread) -> Choice | Misread:
    return picks if isinstance(picks, Misread) else Choice(picks)


def _truth(line: str, language: str) -> Choice | Misread:
    truth = truths(language).get(bare(line))
    if truth is None:
        return Misread(fault(Fault.NOT_A_TRUTH, text=clipped(line)), advice(Help.TRUTH))
    return Choice((truth,))


@cache
def truths(language: str) -> dict[str, int]:
    """Which of True and False a word or its first letter is, in whichever language.

    What is the one in a language and the other in another is read in that *language* alone.
    """
    everywhere = {fold(word): at for at, words in enumerate((_TRUE, _FALSE)) for word in words.split()}
    return everywhere | _LETTERS_OF.get(language.lower()[:2], {})


def _blanks(exercise: Exercise, line: str) -> Blanks | Misread:
    parts = tuple(part.replace("\\|", "|").strip() for part in _BAR.split(line))
    blanks = len(exercise.blanks)
    if len(parts) == blanks:
        return Blanks(parts)
    asked, given = Message("count.blanks", {"n": blanks}), Message("count.answers", {"n": len(parts)})
    help = advice(Help.BARS if blanks > 1 else Help.NO_BARS)
    return Misread(fault(Fault.BLANKS, blanks=asked, answers=given), help)


def _pairing(exercise: Exercise, question: model.Matching, line: str) -> Pairing | Misread:
    lefts, letters = len(question.pairs), letters_of(exercise)
    help = advice(Help.PAIRS, n=lefts, last=last_letter(exercise))
    if from_the_top := _from_the_top(letters, lefts, line):
        return from_the_top
    text, at = fold(line), 0
    joined: dict[int, int] = {}
    while at < len(text):
        match = _PAIR.match(text, at)
        if not match:
            return Misread(fault(Fault.NOT_A_PAIR, text=clipped(text[at:])), help)
        left, right = int(match[1]), match[2]
        if not 1 <= left <= lefts:
            return Misread(fault(Fault.NO_SUCH_NUMBER, label=left), help)
        if right not in letters:
            return Misread(fault(Fault.NO_SUCH_LETTER, label=right), help)
        if left - 1 in joined:
            return Misread(fault(Fault.JOINED_TWICE, label=left), help)
        joined[left - 1] = letters[right]
        at = match.end()
    return Pairing(tuple(joined.get(left) for left in range(lefts)))


def _from_the_top(letters: dict[str, int], lefts: int, line: str) -> Pairing | None:
    """Letters alone, one for each left in its order; run together only where each label is one letter."""
    parts = [bare(part) for part in _APART.split(bare(line)) if part]
    if len(parts) == 1 and len(letters) <= 26:
        parts = list(parts[0])
    whole = len(parts) == lefts and all(part in letters for part in parts)
    return Pairing(tuple(letters[part] for part in parts)) if whole else None


def _order(exercise: Exercise, line: str) -> Order | Misread:
    count = len(exercise.options)
    help = advice(Help.ORDER, n=count, example=" ".join(str(number) for number in range(count, 0, -1)))
    parts = [part for part in _STEPS_APART.split(bare(line)) if part]
    if len(parts) == 1 and count < 10:
        parts = list(parts[0])  # "312"
    numbers = [int(part) for part in parts if re.fullmatch(r"\d{1,3}", part, re.ASCII)]
    if len(numbers) != len(parts):
        return Misread(fault(Fault.NOT_AN_ORDER, text=clipped(line)), help)
    for number in numbers:
        if not 1 <= number <= count:
            return Misread(fault(Fault.NO_SUCH_STEP, label=number), help)
        if numbers.count(number) > 1:
            return Misread(fault(Fault.STEP_TWICE, label=number), help)
    if len(numbers) != count:
        return Misread(fault(Fault.STEPS, n=count, given=len(numbers)), help)
    return Order(tuple(number - 1 for number in numbers))
