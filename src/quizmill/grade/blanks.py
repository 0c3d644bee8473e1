"""The blanks of a cloze: each is judged as a short answer whose question is the text around it."""

from __future__ import annotations

from quizmill.bank import cloze
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze
from quizmill.grade import typed_answer
from quizmill.grade.answer_key import answer_key
from quizmill.grade.judgement import WRONG, Judgement, best
from quizmill.grade.names import NameIndex


def judge(question: Cloze, texts: tuple[str, ...], names: NameIndex) -> tuple[Judgement, ...]:
    """For each blank whether its text is right; a blank without a text is wrong."""
    asked = plain(f"{question.context} {cloze.with_gaps(question.text, ' ')}")
    segments = cloze.segments(question.text)
    given = iter(texts)
    found: list[Judgement] = []
    for i, segment in enumerate(segments):
        if isinstance(segment, str):
            continue
        text = next(given, "")
        key = answer_key(map(plain, (segment.answer, *segment.accept)), asked)
        before, after = _literal(segments, i - 1), _literal(segments, i + 1)
        typed = dict.fromkeys((text, _without_neighbours(text, before, after)))
        found.append(best(typed_answer.judge(each, key, names) for each in typed) if text.strip() else WRONG)
    return tuple(found)


def _literal(segments: tuple[str | cloze.Blank, ...], at: int) -> str:
    segment = segments[at] if 0 <= at < len(segments) else ""
    return fold(plain(segment)) if isinstance(segment, str) else ""


def _without_neighbours(text: str, before: str, after: str) -> str:
    """The text without words that stand beside the blank already: "$75 million" in "$____ million"."""
    typed = fold(text)
    for sign in "$¥€£#":
        if before.endswith(sign):
            typed = typed.removeprefix(sign).lstrip()
    said, ahead, behind = typed.split(), before.split(), after.split()
    for count in range(min(len(said), len(behind)), 0, -1):
        if said[-count:] == [word.strip(".,;:") for word in behind[:count]]:
            said = said[:-count]
            break
    for count in range(min(len(said), len(ahead)), 0, -1):
        if said[:count] == ahead[-count:]:
            said = said[count:]
            break
    return " ".join(said) or text
