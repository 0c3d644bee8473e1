"""A number with the working that leads to it: of 30 x 60 = 1800 days the answer is 1800 days.

Only the result is marked: a question that is answered in a line asks for no working.
"""

from __future__ import annotations

from quizmill.bank.fold import fold
from quizmill.bank.values import currencies, units
from quizmill.bank.values.number_words import NUMBER_WORDS
from quizmill.grade.answer_key import AnswerKey
from quizmill.pattern import pattern

_EQUALS = pattern(r" ?[=≈≃≅] ?")
_WORD = pattern(r"[^\W\d_]+")
_ARITHMETIC = pattern(r"[\d\s.,+\-−–—*x×·⋅÷/:%^()$¥€£~'²³½¼¾⅓⅔⅕]*")
_SAID = frozenset(
    """of x times by minus plus and divided over less the is m k bn mn mio mil profit loss gain price cost sum
    total answer result""".split()
)


def result(given: str, key: AnswerKey) -> str:
    """What stands behind the last equals sign in *given*, if before it stands nothing but a working.

    Words of the question are part of one (profit = 200). A form that has such a sign itself is no result.
    """
    *before, last = _EQUALS.split(given)
    if not before or not last or any("=" in form for form in key.forms):
        return given
    return last if all(_is_working(fold(step), key) for step in before) else given


def _is_working(step: str, key: AnswerKey) -> bool:
    words = _WORD.findall(step)
    return _ARITHMETIC.fullmatch(_WORD.sub(" ", step)) is not None and all(
        _may_stand(word, key) for word in words
    )


def _may_stand(word: str, key: AnswerKey) -> bool:
    known = word in _SAID or word in NUMBER_WORDS or word in key.tokens
    return known or bool(currencies.trailing_currency(word)) or units.is_measure(units.unit(word))
