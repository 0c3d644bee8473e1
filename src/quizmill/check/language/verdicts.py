"""Verdicts: true, no and their like as whole options, where they are no values of a program."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizmill.check.language.answer_options import Option, bare

_VERDICT = re.compile(r"(?:true|false|yes|no|t|f|correct|incorrect|right|wrong)")
_CODE = re.compile(  # where True is a value
    r"\bprint\(|\bbool(?:ean)?\b|==|\bevaluates? to\b|\b(?:the|is) output\b|\w\([^)]*\)[^.]* return\b",
    re.IGNORECASE,
)


def verdicts(options: Sequence[Option], stem: str) -> tuple[Option, ...]:
    """The options that are a verdict and no more, where two and more are."""
    if _CODE.search(stem):
        return ()
    found = tuple([o for o in options if not o.exact and _VERDICT.fullmatch(bare(o.text))])
    return found if len(found) > 1 else ()
