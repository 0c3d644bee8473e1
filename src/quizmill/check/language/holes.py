"""Holes in a text: lines, dots and empty brackets in the place of a word."""

from __future__ import annotations

import re

HOLE = re.compile(
    r"""_{3,} | (?<![\w*])__(?![\w*])      # not Python's __init__
    | (?:(?<=\s)|^)_(?=[\s?.,:]|$)         # a lone line; not snake_case
    | [\[(<{]\s*blank\s*[\])>}]
    | (?<!\w)(?:\(\s+\)|\[\s+\])
    | \bfill[ -]in\b(?![ -](?:a|an|his|her|their|your)\b)
    | ['"’”][ ]what\?
    | (?<![.\d])\.{4,} | …{2,}
    | (?<=[\w,])[ ]-{4,}(?=[\s?.,:]|$)""",
    re.VERBOSE | re.IGNORECASE,
)


def hole_in(text: str) -> str:
    """The first hole, as written; "" when there is none."""
    match = HOLE.search(text)
    return match[0].strip() if match else ""
