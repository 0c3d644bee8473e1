"""Which options a typed line picks: by their letters, their texts or their values."""

from __future__ import annotations

import re

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.compose.exercise import Exercise, letter
from quizmill.grade.labels import bare, clipped, last_letter, letters_of
from quizmill.grade.misread import Fault, Help, Misread, advice, fault
from quizmill.pattern import pattern
from quizmill.words import Message

_APART = pattern(r"(?: and |[ ,;&+])+")

Picks = tuple[int, ...]


def one(exercise: Exercise, line: str, language: str, *, by_letter: bool) -> Picks | Misread:
    """The one option that the line picks."""
    return (None if by_letter else _two_ways(exercise, line)) or _one(exercise, line, language)


def several(exercise: Exercise, line: str, language: str, *, by_letter: bool) -> Picks | Misread:
    """The options that the line picks, in the order in which they stand."""
    return (None if by_letter else _two_ways(exercise, line)) or _several(exercise, line, language)


def _two_ways(exercise: Exercise, line: str) -> Misread | None:
    """What is not clear where a bare letter is the text of another option than the one it stands before."""
    letters, texts = letters_of(exercise), [fold(plain(option)) for option in exercise.options]
    for part in _bare_letters(fold(line), texts):
        other = next((i for i, text in enumerate(texts) if text == part and i != letters.get(part, i)), None)
        if other is not None:
            help = advice(Help.LETTER_IN_BRACKETS, option=part, other=letter(other))
            return Misread(fault(Fault.LETTER_TWO_WAYS, label=part.upper()), help)
    return None


def _bare_letters(folded: str, texts: list[str]) -> list[str]:
    """The letters of a line that have no mark of a label around them, as (b) has; apart or run together."""
    if folded in texts or not folded.isalpha():
        return _APART.split(folded)
    return list(folded)


def _one(exercise: Exercise, line: str, language: str) -> Picks | Misread:
    help = advice(Help.ONE_LETTER, last=last_letter(exercise))
    option = _option(exercise, line, language)
    if option is not None:
        return (option,)
    parts = _APART.split(bare(line))
    if len(parts) > 1 and all(part in letters_of(exercise) for part in parts):
        return Misread(fault(Fault.ONE_OPTION), help)
    return Misread(_no_option(line), help)


def _several(exercise: Exercise, line: str, language: str) -> Picks | Misread:
    help = advice(Help.LETTERS, last=last_letter(exercise))
    whole = _option(exercise, line, language)
    if whole is not None:
        return (whole,)
    picks: list[int] = []
    for part in _parts(exercise, line):
        option = _option(exercise, part, language)
        if option is None:
            return Misread(_no_option(part), help)
        if option in picks:
            return Misread(fault(Fault.TWICE, label=letter(option)), help)
        picks.append(option)
    return tuple(sorted(picks)) if picks else Misread(_no_option(line), help)


def _option(exercise: Exercise, text: str, language: str) -> int | None:
    """The one option that *text* is, by its letter, its words or its value in the bank's *language*."""
    letters = letters_of(exercise)
    if bare(text) in letters:
        return letters[bare(text)]
    options = [plain(option) for option in exercise.options]
    written = [i for i, option in enumerate(options) if option.strip() in (text.strip(), plain(text).strip())]
    if len(written) == 1:  # another may differ in capitals alone
        return written[0]
    same = [i for i, option in enumerate(options) if fold(option).strip(" .") == fold(text).strip(" .")]
    if not same and (value := values.read_in(text, language)):
        same = [i for i, option in enumerate(options) if values.read_in(option, language) == value]
    return same[0] if len(same) == 1 else None


def _parts(exercise: Exercise, line: str) -> list[str]:
    """The letters, run together or apart, or else the options' own texts between commas."""
    label, letters = bare(line), letters_of(exercise)
    if label.isascii() and label.isalpha() and all(char in letters for char in label):
        return list(label)
    parts = [part for part in _APART.split(label) if part]
    if all(len(bare(part)) <= 1 for part in parts):
        return parts
    return [part.strip() for part in re.split(r"[,;](?!\d{3})", line) if part.strip()]


def _no_option(text: str) -> Message:
    label = bare(text)
    if len(label) == 1 and label.isascii() and label.isalpha():
        return fault(Fault.NO_SUCH_OPTION, label=label)
    return fault(Fault.NOT_AN_OPTION, text=clipped(text))
