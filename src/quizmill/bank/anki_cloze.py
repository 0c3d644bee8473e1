"""Cloze deletions as Anki writes them, `{{c1::answer::hint}}`, in the words of a bank."""

from __future__ import annotations

from typing import NamedTuple

from quizmill.pattern import pattern

_OPENING = r"\{\{c\d+(?:,\d+)*::"
_MARK = pattern(rf"(?P<opening>{_OPENING})|(?P<closing>\}}\}})")
DELETION = pattern(rf"{_OPENING}[^{{}}]*(?:\}}\}})?")
_NUMBER = pattern(r"c\d+(?:,\d+)*::")


def is_deletion(answer: str) -> bool:
    """Whether what stands in a blank was written for Anki."""
    return _NUMBER.match(answer) is not None


class Rewritten(NamedTuple):
    """The text of a cloze as a bank has it, and what Anki would have shown in the blanks."""

    text: str
    hints: tuple[str, ...]


def rewritten(text: str) -> Rewritten:
    """The text with a blank for each deletion; what is nested becomes part of the outermost blank."""
    hints: list[str] = []
    pieces: list[list[str]] = [[]]  # of the text, and of each deletion that is open
    end = 0
    for mark in _MARK.finditer(text):
        pieces[-1].append(text[end : mark.start()])
        end = mark.end()
        if mark["opening"]:
            pieces.append([])
        elif len(pieces) == 1:
            pieces[-1].append(mark[0])
        else:
            answer, _, hint = "".join(pieces.pop()).partition("::")
            pieces[-1].append(answer if pieces[1:] else f"{{{{{answer.replace('|', chr(92) + '|')}}}}}")
            hints += [hint] if hint else []
    pieces[-1].append(text[end:])
    for unclosed in pieces[1:]:
        pieces[0] += unclosed
    return Rewritten("".join(pieces[0]), tuple(hints))
