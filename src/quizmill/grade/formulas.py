r"""Is it the same formula? As LaTeX, as `sqrt(x)` and `x^2`, or with the characters themselves.

What is typed is brought to LaTeX, read by the bank's own reader of mathematics and written on one line; two
formulas are one when their lines are, but for spaces, signs of multiplication and brackets that part nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.pattern import pattern

if TYPE_CHECKING:
    from quizmill.bank.mathematics.signs import SignEntry

_WHOLE = pattern(r"\s*(?:\\\((.+)\\\)|\\\[(.+)\\\]|\$\$?([^$]+)\$\$?)\s*", re.DOTALL)
_TYPED = (  # what is typed for what LaTeX has commands for, in this order
    (pattern(r"\*\*"), "^"),
    (pattern(r"\*"), "·"),
    (pattern(r"<=|=<"), "≤"),
    (pattern(r">="), "≥"),
    (pattern(r"!=|<>"), "≠"),
    (pattern(r"<?->"), "→"),
    (pattern(r"\+-|\+/-"), "±"),
    (pattern(r"½"), "(1/2)"),
    (pattern(r"¼"), "(1/4)"),
    (pattern(r"¾"), "(3/4)"),
    (pattern(r"(?<![\w/)])(\d+/\d+) (?=[^\W\d_])"), r"(\1)"),  # 1/2 x is half of x
    (pattern(r"([\^_]) ?\(([^()]*)\)"), r"\1{\2}"),
    (pattern(r"\^ ?(\d*[+-])(?=\s*$)"), r"^{\1}"),  # the charge of an ion
    (pattern(r"([\^_]) ?(-?\d+|-[A-Za-z])"), r"\1{\2}"),
)
_ROOT = pattern(r"(?:\\?sqrt|√) ?\(")
_NAME = pattern(r"(?<![\\A-Za-z])[A-Za-z]{2,}")
_LOOKS_LIKE_ONE = pattern("[⁰¹²³⁴-⁹ⁿ√π]")
_WORD = pattern(r"[^\W\d_]{3,}")
_FUNCTIONS = pattern(r"\b(?:sin|cos|tan|log|exp|lim|max|min|mod|arc(?:sin|cos|tan))\b")
# A letter, and what is done with it.
_OF_ALGEBRA = pattern(r"(?=.*[^\W\d_])(?:.*[-+*/=<>≠≤≥^()·−|]|.*\d[^\W\d_]|.*(?<![^\W\d_]{2})[!'′]$)")
_TELLING = pattern(r"[!|']")
_INTERVAL = pattern(r"([\[\](])[^\[\]()]+[,;][^\[\]()]+([\[\])])")
_SIGNS = pattern(r"[\W_]+")
_CHARGE = pattern("[⁰¹²³⁴-⁹]*[⁺⁻](?![⁰¹²³⁴-⁹])")
_LOWERED = {0x2080 + digit: str(digit) for digit in range(10)}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_TIMES = pattern(r"(?<!\d)[·×∗⋅]|[·×∗⋅](?!\d)")  # between two digits a sign says something
_AROUND_ONE = pattern(r"\((\w)\)")
_LAST_QUOTIENT = pattern(r"(?:(?<=^)|(?<=[-+=]))([^-+=/()]+)\(([^-+=()]+)\)(?=$|[-+=])")  # a(b/c) is ab/c


class Formulas(msgspec.Struct, frozen=True):
    """The formulas among the forms that count as right, each on one line."""

    lines: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()  # those that the bank marks as mathematics, in plain text
    alone: bool = False  # no other form is right

    def has(self, given: str) -> bool:
        """Whether *given* is one of them, whatever its capitals, if these tell no two letters apart in it."""
        line = one_line(given) if self.lines else ""
        return bool(line) and any(line == each or _caseless(line) == _caseless(each) for each in self.lines)

    def loses(self, given: str) -> bool:
        """Whether *given* is one of them but for signs that words do without: x2 is not x^2, nor n n!."""
        if not self.lines or not one_line(given):
            return False
        if _letters(given) in map(_letters, self.marked):
            return True
        return self.alone and _telling(given) not in map(_telling, self.lines)


NO_FORMULAS = Formulas()


@lru_cache(maxsize=256)
def formulas_in(forms: tuple[str, ...]) -> Formulas:
    """The formulas among *forms*, as they stand in a bank."""
    lines: list[str] = []
    marked: list[str] = []
    for form in forms:
        is_marked = "\\" in form and _WHOLE.fullmatch(form)
        if is_marked or _LOOKS_LIKE_ONE.search(form) or _is_algebra(form):
            line = one_line(form)
            lines += [line] if line else []
            marked += [plain(form)] if line and is_marked and values.read(plain(form)) is None else []
    return Formulas(tuple(lines), tuple(marked), len(lines) == len(forms))


def is_other_interval(given: str, forms: Iterable[str]) -> bool:
    """Whether the forms are intervals or points, and *given* has other brackets: [0, 1) is not (0, 1]."""
    wanted = set(map(_brackets, forms))
    return "" not in wanted and (_brackets(given) or "()") not in wanted


def _brackets(text: str) -> str:
    """Those around two ends, "" where there are none; ]0, 1[ is the French for (0, 1)."""
    match = _INTERVAL.fullmatch(fold(text).rstrip("."))
    return ("[" if match[1] == "[" else "(") + ("]" if match[2] == "]" else ")") if match else ""


def _telling(text: str) -> set[str]:
    return set(_TELLING.findall(fold(text)))


def _is_algebra(form: str) -> bool:
    return not _WORD.search(_FUNCTIONS.sub("", form)) and _OF_ALGEBRA.match(form) is not None


def _caseless(line: str) -> str:
    """In small letters, unless these make one of two letters: G m M."""
    return line.lower() if len(set(line.lower())) == len(set(line)) else line


def _letters(text: str) -> str:
    return _SIGNS.sub("", fold(text))


@lru_cache(maxsize=512)
def one_line(written: str) -> str:
    """What two ways of writing a formula have in common; "" for what is none."""
    from quizmill.bank import mathematics  # which most answers do not need

    match = _WHOLE.fullmatch(written)
    source = next(filter(None, match.groups())) if match else written
    formula = mathematics.read(_in_latex(source.strip()))
    if not isinstance(formula, mathematics.Formula):
        return ""
    line = "".join(mathematics.linear(formula).split()).replace("−", "-").translate(_LOWERED)
    line = _CHARGE.sub(lambda charge: charge[0].translate(_RAISED), line)
    return _LAST_QUOTIENT.sub(r"\1\2", _AROUND_ONE.sub(r"\1", _TIMES.sub("", line)))


def _in_latex(typed: str) -> str:
    for found, instead in _TYPED:
        typed = found.sub(instead, typed)
    return _NAME.sub(_command, _with_roots(typed))


def _command(name: re.Match[str]) -> str:
    """A Greek letter or a function by its name, as its command."""
    from quizmill.bank.mathematics.signs import SignKind, signs

    found = signs().get(rf"\{name[0]}")
    named = (SignKind.LETTER, SignKind.CAPITAL, SignKind.FUNCTION, SignKind.LIMIT)
    return f"{found.name} " if found and found.kind in named else name[0]


def letters() -> dict[str, SignEntry]:
    """The letters that have a command, by its name."""
    from quizmill.bank.mathematics.signs import SignKind, signs

    kinds = (SignKind.LETTER, SignKind.CAPITAL)
    return {name.removeprefix("\\"): found for name, found in signs().items() if found.kind in kinds}


def _with_roots(typed: str) -> str:
    """sqrt(…) as the command, as far as its brackets close."""
    while match := _ROOT.search(typed):
        depth, end = 1, match.end()
        while depth and end < len(typed):
            depth += {"(": 1, ")": -1}.get(typed[end], 0)
            end += 1
        if depth:
            return typed
        typed = rf"{typed[: match.start()]}\sqrt{{{typed[match.end() : end - 1]}}}{typed[end:]}"
    return typed
