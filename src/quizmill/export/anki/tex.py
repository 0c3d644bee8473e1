"""Formulas as the LaTeX that MathJax reads: from our own tree, never what an author wrote."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizmill.bank.mathematics import Formula
    from quizmill.bank.mathematics.nodes import Node

_GAP = re.compile("[\u2800-\u28ff]")  # Braille, of which `deletions` takes a sign for a blank
_LETTERS = 0x3400  # from here on: of Chinese, and too rare for any formula
# A command would swallow a letter after it, and a brace would end a deletion with those of its own once a
# learner's editor has made characters of the references.
_OPEN_END = re.compile(r"(?:\\[A-Za-z]+|\})\Z")
_CUT = re.compile(r"[^\\{}$%&#_^~]+|.", re.DOTALL)
_SIGNS = {
    "\\": r"\backslash",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
}


@lru_cache(maxsize=1 << 10)
def tex(source: str) -> str | None:
    """The formula; None where it is none. A blank's sign is one letter, in braces where TeX takes one."""
    letters = _stand_ins(source)
    formula = _read(source.translate(letters))
    if formula is None:
        return None
    return _latex(formula).translate({ord(letter): chr(gap) for gap, letter in letters.items()})


def part(source: str) -> str:
    """The answer of a blank as a part of a formula; what cannot be read stands there sign by sign."""
    made = _latex(_read(source) or _as_written(source))
    return f"{made} " if _OPEN_END.search(made) else made


def is_one(source: str) -> bool:
    """Whether a script after this part of a formula is about all of it."""
    formula = _read(source)
    return formula is not None and len(formula.row) == 1


def _read(source: str) -> Formula | None:
    from quizmill.bank import mathematics  # most decks have none

    formula = mathematics.read(source)
    return formula if isinstance(formula, mathematics.Formula) else None


def _latex(formula: Formula) -> str:
    from quizmill.bank.mathematics import latex

    return latex(formula)


def _stand_ins(source: str) -> dict[int, str]:
    """By the signs of blanks in a formula, letters that it does not hold."""
    free = (letter for code in count(_LETTERS) if (letter := chr(code)) not in source)
    return {ord(gap): next(free) for gap in sorted(set(_GAP.findall(source)))}


def _as_written(source: str) -> Formula:
    from quizmill.bank.mathematics import Formula, nodes

    def shown(text: str) -> Node:
        return nodes.Sign(_SIGNS[text]) if text in _SIGNS else nodes.Words(text if text not in "^~" else " ")

    return Formula(tuple(map(shown, _CUT.findall(source))))
