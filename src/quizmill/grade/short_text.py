"""Does a text say the same? Equal words, a slip of the finger, or the words of the question around it.

There is no measure of likeness over whole texts and no search inside them: look-alikes are other answers.
"""

from __future__ import annotations

import re

from quizmill.bank.fold import fold
from quizmill.bank.values.number_words import NUMBER_WORDS, read_ordinal, read_words
from quizmill.grade import look_alikes, refusals, variants
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.judgement import RIGHT, WRONG, Judgement, miss, near_miss
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import LITTLE, joined, tokens
from quizmill.grade.reasons import Reason, another, because
from quizmill.pattern import pattern

SHORTEST_TYPO = 6  # letters: Hunan and Henan, Ma and Mao are one edit apart and different
SHORTEST_NEAR = 4  # letters: CEO is no slip for CFO

_TITLES = frozenset(  # before a name
    """king queen emperor empress pope tsar czar sir mr mrs ms dr doctor prof professor president d dom don
    dona rey reina rei rainha roi reine konig konigin kaiser kaiserin papst pape papa koning koningin krol
    krolowa царь король император императрица""".split()
)
_PRONOUNS = frozenset("he she they".split())
_SHORTEST_VERB = 4  # letters
_YEAR = pattern(r"[12]\d{3}")
_OWNED = pattern(r"(?<=[^\W\d_])'s\b")
_GLOSS = pattern(r"\([^()]*\)|（[^（）]*）")
_UNSURE = near_miss(Reason.CHECK_SPELLING)


def judge(accepted: str, given: str, key: AnswerKey, names: NameIndex) -> Judgement:
    """Whether *given* says *accepted*, and if not, how it misses."""
    right, typed = tokens(accepted), tokens(given)
    if not right or not typed:
        return WRONG
    if _equal(right, typed) or variants.alike(right, typed, accepted) or _is_careless(accepted, given):
        return RIGHT
    if refusals.denies(accepted) != refusals.denies(given):
        return WRONG
    others = [name for name in names.named(typed) if name not in names.named(right)]
    if others:
        if _one_edit(joined(right), joined(typed)):
            return miss(another(others[0].kind), name=others[0].name)
        return WRONG
    return _slip(accepted, right, typed, key) or _around(accepted, right, typed, key)


def _numbers(word: str) -> bool:
    """Whether a word beside a name is a number, and no year: of such words other names are made."""
    return word.isdecimal() and not _YEAR.fullmatch(word)


def _after_subject(before: tuple[str, ...]) -> tuple[str, ...]:
    """The words before a name without a subject and its verb: he was, they called it."""
    if len(before) < 2 or before[0] not in _PRONOUNS:
        return before
    verb = len(before[1]) >= _SHORTEST_VERB and before[1].isalpha()  # He Li Ne are elements
    return before[2 if verb else 1 :]


def _is_careless(accepted: str, given: str) -> bool:
    """Whether signs are left out or said in words: Ohms law, F sharp."""
    right, typed = variants.in_signs(accepted), variants.in_signs(given)
    if (right, typed) != (accepted, given) and tokens(right) == tokens(typed):
        return True
    folded = fold(accepted)
    return "'s" in folded and tokens(_OWNED.sub("s", folded)) == tokens(given)


def _equal(right: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    return right == typed or joined(right) == joined(typed) or _in_digits(right) == _in_digits(typed)


def _in_digits(text: tuple[str, ...]) -> str:
    """The words with every number word as digits: "six years" is "6 years", "third" is "3rd"."""
    if NUMBER_WORDS.isdisjoint(text) and not any(map(read_ordinal, text)):
        return " ".join(re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1th", word) for word in text)
    said: list[str] = []
    rest = " ".join(text)
    while rest:
        found = None if rest.startswith(("a ", "half a")) else read_words(rest)
        if found and found[1][:1] in ("", " "):
            said.append(str(found[0]))
            rest = found[1].lstrip()
            continue
        word, _, rest = rest.partition(" ")
        place = read_ordinal(word)
        said.append(f"{place}th" if place else re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1th", word))
    return " ".join(said)


def _slip(accepted: str, right: tuple[str, ...], typed: tuple[str, ...], key: AnswerKey) -> Judgement | None:
    """What becomes of an answer that is one letter off; None when it is not."""
    if len(right) != len(typed):
        missing = set(right) < set(typed) or set(typed) < set(right)
        return _UNSURE if not missing and _slipped(joined(right), joined(typed)) else None
    differing = [(word, other) for word, other in zip(right, typed, strict=True) if word != other]
    if len(differing) != 1 or not _slipped(*differing[0]):
        return None
    word, other = differing[0]
    if other in key.tokens or look_alikes.are_two(word, other):
        return miss(Reason.ANOTHER_WORD)
    if len(word) < SHORTEST_TYPO or word[0] != other[0]:
        return _UNSURE
    return Judgement(True, because(Reason.MISSPELT, form=accepted))


def _slipped(word: str, other: str) -> bool:
    """Whether *other* is *word* with one slip, if words so short are mistyped at all."""
    return len(word) >= SHORTEST_NEAR and _spellable(word, other) and _one_edit(word, other)


def _spellable(*spelt: str) -> bool:
    """Words of an alphabet, which can be mistyped by a letter; not numbers, not Chinese."""
    return all(word.isalpha() and word not in NUMBER_WORDS and max(word) < "\u2e80" for word in spelt)


def _one_edit(word: str, other: str) -> bool:
    """Whether one letter more, fewer, other, or swapped with its neighbour makes one of the other."""
    from rapidfuzz.distance import OSA  # 20 ms that a right answer does not need

    return abs(len(word) - len(other)) <= 1 and OSA.distance(word, other, score_cutoff=1) == 1


def _around(accepted: str, right: tuple[str, ...], typed: tuple[str, ...], key: AnswerKey) -> Judgement:
    """The answer with words of the question around it is right; with other words it is another answer."""
    for start in range(len(typed) - len(right) + 1):
        if typed[start : start + len(right)] != right:
            continue
        before, after = typed[:start], typed[start + len(right) :]
        if "and" in (*before[-1:], *after[:1]):
            return near_miss(Reason.THAT_WANTED_ALONE)
        if any(map(_numbers, (*before, *after))):
            return near_miss(Reason.NAME_WANTED_ALONE)  # Fortune 500 is another thing than Fortune
        before = _after_subject(before)
        extra = ({*before} - key.beside.before | ({*after} - key.beside.after)) - LITTLE
        if not variants.is_thing(accepted) and set(before) <= _TITLES:
            extra -= _TITLES
        if not extra - key.tokens and ("or" not in key.tokens or not extra):
            return RIGHT
        return near_miss(Reason.NAME_WANTED_ALONE)
    is_run = any(right[start : start + len(typed)] == typed for start in range(len(right)))
    return miss(Reason.PART_ALONE) if is_run and not _answer(key, right).isdisjoint(typed) else WRONG


def _answer(key: AnswerKey, right: tuple[str, ...]) -> frozenset[str]:
    """The words of the answer itself, without a gloss: of "WPS Office" Office alone is no part of WPS."""
    main = key.forms[0] if key.forms else ""
    return frozenset(tokens(_GLOSS.sub(" ", main)) or tokens(main) or right)
