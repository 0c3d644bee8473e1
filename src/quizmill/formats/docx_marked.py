"""Right options that a teacher has marked by their look alone: bold, a colour, a line below, a marker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quizmill.formats.coded import looks, seen, without
from quizmill.formats.report import Report
from quizmill.formats.text_key import Asked, Line

_CALLED = {  # in the order in which they are believed
    "mark": "with a coloured background",
    "font": "in another colour",
    "b": "in bold type",
    "u": "underlined",
    "i": "in italics",
}


def take_looks(asked: Iterable[Asked], report: Report) -> None:
    """Take for right what looks otherwise than its neighbours, where nothing else says what is right.

    One look says it in the whole document, of at least half of the questions that nothing else tells of.
    """
    for each in asked:
        _find_options(each)
    left = [each for each in asked if len(_lines(each)) > 1 and not each.is_keyed]
    telling = {family: [each for each in left if _of_family(each, family)] for family in _CALLED}
    family = max(_CALLED, key=lambda name: len(telling[name]))
    if not left or 2 * len(telling[family]) < len(left):
        return
    names = Counter(name for each in telling[family] for name in _of_family(each, family))
    for each in telling[family]:
        found = _of_family(each, family)
        name = min(found, key=lambda name: (len(found[name]), -names[name], name))
        for line in found[name]:
            line.right = True
            line.text = without(line.text, name.__eq__)
    report.note("", "file", f"options {_CALLED[family]} are taken for the right ones")


def _lines(asked: Asked) -> Sequence[Line]:
    return asked.choices or asked.boxes


def _of_family(asked: Asked, family: str) -> dict[str, list[Line]]:
    """The looks of a family that some of the options have, but not all, with those that have them."""
    lines = _lines(asked)
    having: dict[str, list[Line]] = {}
    for line in lines:
        for name in looks(line.text):
            if name.partition("-")[0] == family:
                having.setdefault(name, []).append(line)
    return {name: found for name, found in having.items() if len(found) < len(lines)}


def _find_options(asked: Asked) -> None:
    """Paragraphs below a question are its options where none has a letter and some, not all, are marked."""
    if asked.is_answered or asked.truth is not None:
        return
    prompt, *below = [text for text in asked.prompt.split("\n") if text.strip()] or [""]
    if len(below) < 2 or not _some(below):
        return
    asked.prompt = prompt
    asked.choices = [
        Line(seen(text).strip().lstrip("*") if text.strip().startswith("*") else text, text.startswith("*"))
        for text in below
    ]


def _some(texts: Sequence[str]) -> bool:
    """Whether some of the texts are marked, but not all."""
    stars = sum(seen(text).startswith("*") for text in texts)
    shown = Counter(name.partition("-")[0] for text in texts for name in looks(text))
    return 0 < stars < len(texts) or any(0 < shown[name] < len(texts) for name in ("mark", "font", "b"))
