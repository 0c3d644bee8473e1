"""How a typed answer is spelt otherwise than the right one, in words that can be heard."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.faces import phrases
from quizmill.grade.diff import Change, Diff
from quizmill.words import Words

_FEW = 3  # differences that can be told apart by ear; with more the right answer says it better


def in_words(difference: Diff, words: Words) -> str:
    """`After “Cut”, “t” is missing.` Nothing where there is too much to tell."""
    told = list(_each(difference, words))
    if not 0 < len(told) <= _FEW:
        return ""
    said = told[0]
    for clause in told[1:]:
        said = words("list.clauses", first=said, second=clause)
    return phrases.sentence(said, words)


def _each(difference: Diff, words: Words) -> Iterator[str]:
    """A clause for each place; what stands there instead of something else is one place."""
    before, surplus = "", ""
    for number, piece in enumerate(difference):
        following = difference[number + 1].change if number + 1 < len(difference) else None
        if piece.change is Change.SURPLUS and following is Change.MISSING:
            surplus = piece.text
            continue
        if piece.change is not Change.SAME:
            yield _place(before, piece.change, piece.text, surplus, words)
        before += "" if piece.change is Change.SURPLUS else piece.text
        surplus = ""


def _place(before: str, change: Change, letters: str, surplus: str, words: Words) -> str:
    last = before.split()[-1:]
    where = words("spelling.after", before=last[0]) if last else words("spelling.at_first")
    if surplus:
        return words(
            "spelling.changed", where=where, wrong=_spoken(surplus, words), right=_spoken(letters, words)
        )
    what = "spelling.missing" if change is Change.MISSING else "spelling.surplus"
    return words(what, where=where, letters=_spoken(letters, words))


def _spoken(letters: str, words: Words) -> str:
    """The letters in quotation marks; a space, which nobody hears, by its name."""
    return words("list.quoted", text=letters) if letters.strip() else words("spelling.space")
