"""The blanks of a cloze: each is judged as a short answer whose question is the text around it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from quizmill.bank import cloze
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze
from quizmill.grade import typed_answer
from quizmill.grade.answer_key import AnswerKey, key_to
from quizmill.grade.judgement import WRONG, Judgement, best
from quizmill.grade.names import NameIndex


def judge(
    question: Cloze, texts: tuple[str, ...], names: NameIndex, language: str = "en"
) -> tuple[Judgement, ...]:
    """For each blank whether its text is right; a blank without a text is wrong."""
    given = iter(texts)
    return tuple(
        _judged(text, key, names, around) if (text := next(given, "")).strip() else WRONG
        for _, key, around in keys(question, language)
    )


def keys(question: Cloze, language: str = "en") -> Iterator[tuple[str, AnswerKey, tuple[str, str]]]:
    """Of each blank its answer, as markup, the key to it, and what stands before and behind it, folded."""
    asked = plain(f"{question.context} {cloze.with_gaps(question.text, ' ')}")
    segments = cloze.segments(question.text)
    for i, segment in enumerate(segments):
        if not isinstance(segment, str):
            key = key_to((segment.answer, *segment.accept), asked, question.compare, language)
            yield segment.answer, key, (_literal(segments, i - 1), _literal(segments, i + 1))


def _judged(text: str, key: AnswerKey, names: NameIndex, around: tuple[str, str]) -> Judgement:
    """The text as typed, or without what stands beside the blank, unless each character counts."""
    whole = typed_answer.judge(text, key, names)
    if whole.right or not key.forms:
        return whole
    bare = _without_neighbours(text, *around)
    return best((whole, typed_answer.judge(bare, msgspec.structs.replace(key, exact=()), names)))


def _literal(segments: tuple[str | cloze.Blank, ...], at: int) -> str:
    segment = segments[at] if 0 <= at < len(segments) else ""
    return fold(plain(segment)) if isinstance(segment, str) else ""


def _without_neighbours(text: str, before: str, after: str) -> str:
    """The text without words that stand beside the blank already: "$75 million" in "$____ million"."""
    typed = text.strip()
    if before[-1:] in tuple("$¥€£#") and fold(typed[:1]) == before[-1]:
        typed = typed[1:]
    said, ahead, behind = typed.split(), before.split(), after.split()
    folded = list(map(fold, said))
    for count in range(min(len(said), len(behind)), 0, -1):
        if folded[-count:] == [word.strip(".,;:") for word in behind[:count]]:
            said, folded = said[:-count], folded[:-count]
            break
    for count in range(min(len(said), len(ahead)), 0, -1):
        if folded[:count] == ahead[-count:]:
            said = said[count:]
            break
    return " ".join(said) or text
