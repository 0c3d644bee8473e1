r"""The text of a cloze: literal stretches and blanks, `{{answer|another form}}`.

Answers take inline markup as everywhere; a bar inside one is written `\|`. What stands in a listing, in
`` `code` `` or in mathematics, `\(…\)` or `\[…\]`, ends and parts no blank that began before it; a whole
blank may stand in it, and in mathematics its answer is a part of the formula. A blank with braces of its own
ends after them: `{{{1, 2}}}` asks for `{1, 2}`. Double braces that are meant as such are written `\{{` and
`\}}`; those that do not pair up are literal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from quizmill.bank.verbatim import CODE, LISTING, LITERAL_MARK, MATHEMATICS
from quizmill.pattern import pattern

_ESCAPE = rf"{LITERAL_MARK}|\\(?:\{{\{{|\}}\}}|\|)"
_CODE = f"{LISTING}|{CODE}"
_INSIDE = r"[^{}`\\]++|[`\\]|\{(?!\{)|\}(?!\})"  # of a blank, character by character
_BRACES = r"(?P<brace>\{\{|[{}])"

_PARTS = {
    "text": pattern(
        rf"(?P<blank>\{{\{{(?:{_CODE}|{MATHEMATICS}|{_ESCAPE}|{_INSIDE})*+\}}\}})"
        rf"|(?P<code>{_CODE})|(?P<math>{MATHEMATICS})|{_ESCAPE}|{_BRACES}",
        re.MULTILINE,
    ),
    "code": pattern(rf"(?P<blank>\{{\{{(?:{_INSIDE})*+\}}\}})|{_BRACES}"),
    "math": pattern(rf"(?P<blank>\{{\{{(?:\\[{{}}]|{_INSIDE})*+\}}\}})|\\[{{}}]|{_BRACES}"),
}
_SHIELDED = pattern(rf"{_CODE}|{MATHEMATICS}|{_ESCAPE}", re.MULTILINE)
_FORMS = pattern(rf"{_CODE}|{MATHEMATICS}|{_ESCAPE}|(?P<bar>\|)", re.MULTILINE)
_COMMAND = pattern(r"\\[A-Za-z]+\Z")
_TAKES_ONE = pattern(r"(?:[\^_}\]]|\\[A-Za-z]+)[ \n]*\Z")  # thing that follows, and may take another after it
_SCRIPTS = ("^", "_", "'")
_BRACES_MEANT = {r"\{{": "{{", r"\}}": "}}"}
_MEANT = {**_BRACES_MEANT, r"\|": "|"}


class Blank(msgspec.Struct, frozen=True):
    """A gap: the answer that is shown, and what else counts as right, each as a text of its own."""

    answer: str
    accept: tuple[str, ...] = ()
    part: str = ""  # of a formula: the answer as it stands there


@lru_cache(maxsize=64)  # each rule of the checker cuts up the question anew
def segments(text: str) -> tuple[str | Blank, ...]:
    """The text in reading order: stretches of markup text, and blanks between them."""
    found: list[str | Blank] = []
    end = 0
    for part in _parts(text):
        if part.is_blank:
            if part.start > end:
                found.append(_unescaped(text[end : part.start], _BRACES_MEANT))
            blank = _blank(text[part.start + 2 : part.end - 2])
            found.append(_of_formula(blank) if part.in_formula else blank)
            end = part.end
    if end < len(text):
        found.append(_unescaped(text[end:], _BRACES_MEANT))
    return tuple(found)


def _blank(inside: str) -> Blank:
    bars = [each.start() for each in _FORMS.finditer(inside) if each["bar"]] if "|" in inside else []
    forms = zip([0, *(bar + 1 for bar in bars)], [*bars, len(inside)], strict=True)
    answer, *accept = (_unescaped(inside[start:end], _MEANT).strip() for start, end in forms)
    return Blank(answer, tuple(accept))


def _of_formula(blank: Blank) -> Blank:
    r"""The blank with its answers as formulas of their own, `\(…\)`; what is none stays as it is."""
    from quizmill.bank import mathematics  # most banks have none

    def alone(text: str) -> str:
        return rf"\({text}\)" if isinstance(mathematics.read(text), mathematics.Formula) else text

    return Blank(alone(blank.answer), tuple(map(alone, blank.accept)), blank.answer)


def _unescaped(text: str, meant: dict[str, str]) -> str:
    if not any(escape in text for escape in meant):
        return text
    return _SHIELDED.sub(lambda found: meant.get(found[0], found[0]), text)


def blanks(text: str) -> tuple[Blank, ...]:
    """The blanks alone, in reading order."""
    return tuple(segment for segment in segments(text) if isinstance(segment, Blank))


def with_gaps(text: str, gap: str = "____") -> str:
    """The text as asked: every blank as the same *gap*, so that its width tells nothing."""
    return _asked(text, lambda number, in_formula: gap)


def with_named_gaps(text: str, name: Callable[[int], str]) -> str:
    """The text as it is read out: every blank by its *name*, plain words made from its number, from 1."""
    return _asked(
        text, lambda number, in_formula: rf"\text{{{name(number)}}}" if in_formula else name(number)
    )


def _asked(text: str, gap: Callable[[int, bool], str]) -> str:
    asked, ends_in_formula, number = "", False, 0
    for segment in segments(text):
        if isinstance(segment, Blank):
            number, ends_in_formula = number + 1, bool(segment.part)
            asked += gap(number, ends_in_formula)
        else:  # a script below a blank is told from the gap
            asked += f" {segment}" if ends_in_formula and segment.startswith("_") else segment
    return asked


def filled(text: str) -> str:
    """The text with every answer in its place."""
    found = segments(text)
    parts = ("", *(each if isinstance(each, str) else each.part for each in found), "")
    return "".join(
        each if isinstance(each, str) else _set(each, before, after)
        for each, before, after in zip(found, parts[:-2], parts[2:], strict=True)
    )


def _set(blank: Blank, before: str, after: str) -> str:
    """The answer between what stands beside it: in a formula it stays the one thing that its gap is."""
    if not blank.part:
        return blank.answer
    if _TAKES_ONE.search(before) or after.startswith(_SCRIPTS):
        return f"{{{blank.part}}}"
    return f"{blank.part} " if _COMMAND.search(blank.part) else blank.part


def stray_braces(text: str) -> tuple[tuple[int, int], ...]:
    """From where to where double braces stand that hold no blank, nor pair up one by one as in code."""
    loose = [at for part in _parts(text) if not part.is_blank for at in range(part.start, part.end)]
    alone = _alone(text, loose)
    runs: list[tuple[int, int]] = []
    for at in loose:
        if runs and runs[-1][1] == at and text[at] == text[at - 1]:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return tuple(run for run in runs if run[1] - run[0] > 1 and not alone.isdisjoint(range(*run)))


def _alone(text: str, braces: Sequence[int]) -> set[int]:
    """Those of the *braces*, offsets in *text*, that have no partner, or stand as two around a blank."""
    found: set[int] = set()
    opened: list[int] = []
    partner: dict[int, int] = {}
    for at in braces:
        if text[at] == "{":
            opened.append(at)
        elif opened:
            partner[at] = opened.pop()
            if partner.get(at - 1) == partner[at] + 1:
                found |= {partner[at], at}
        else:
            found.add(at)
    return found.union(opened)


class _Part(NamedTuple):
    """A blank with its braces, or braces that stand loose in prose."""

    is_blank: bool
    in_formula: bool
    start: int
    end: int


def _parts(text: str) -> Iterator[_Part]:
    return _parts_in(text, 0, len(text), "text") if "{{" in text or "}}" in text else iter(())


def _parts_in(text: str, start: int, end: int, where: str) -> Iterator[_Part]:
    """The parts from *start* to *end*, in order; of code and mathematics the blanks alone."""
    while found := _PARTS[where].search(text, start, end):
        kind, (begin, start) = found.lastgroup, found.span()
        if kind == "blank":
            start = _end_of_blank(text, begin, start)
            yield _Part(True, where == "math", begin, start)
        elif kind == "brace" and where == "text":
            yield _Part(False, False, begin, start)
        elif kind in _PARTS:
            yield from _parts_in(text, begin, start, kind)


def _end_of_blank(text: str, start: int, end: int) -> int:
    """Where it ends that closes at *end* the soonest: after braces that close what was opened in it."""
    if text[end : end + 1] == "}":
        inside = _SHIELDED.sub("", text[start + 2 : end - 2])
        depth = inside.count("{") - inside.count("}")
        while depth > 0 and text[end : end + 1] == "}":
            end, depth = end + 1, depth - 1
    return end
