"""Commas and points as other countries write them in numbers: 29,5 for 29.5, and 384.400 for 384,400.

Letters that look like digits as well: 2O25.
Only in what a learner types, and only where it holds one number. A bank's own texts are read strictly.
"""

from __future__ import annotations

import re

from quizmill.bank.fold import fold

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,])")
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])((?:\d{1,3}(?:[. ]\d{3})+|\d+)(?=,\d{1,2}(?!\d))|0),(\d+)(?![\d.,])")
_COMMAS = re.compile(r"\d+(?:,\d+)+(?:\.\d+)?")
_WITH_LETTERS = re.compile(r"[\doil|]*\d[\doil|]*")
_LIKE_DIGITS = str.maketrans("oil|", "0111")
_NUMBER = re.compile(r"\d(?:[\d., ]*\d)?")


def with_decimal_point(text: str) -> str:
    """*text* with the decimal comma of its one number as a point: two digits behind it, or a 0 before it.

    Such commas group no thousands.
    """
    if "," not in text and text.isascii():
        return text
    folded = fold(text)
    match = _DECIMAL_COMMA.search(folded)
    if not match or not _is_alone(match, folded):
        return text
    whole = re.sub("[. ]", "", match[1])
    return f"{folded[: match.start()]}{whole}.{match[2]}{folded[match.end() :]}"


def with_points_left_out(text: str) -> str | None:
    """*text* with the points of its one number taken for thousands; None where they cannot be that."""
    folded = fold(text).removesuffix(".")
    match = _GROUPED.search(folded)
    if not match or not _is_alone(match, folded):
        return None
    return f"{folded[: match.start()]}{match[0].replace('.', '')}{folded[match.end() :]}"


def is_oddly_grouped(text: str) -> bool:
    """Whether its one number has commas where nobody writes them: 123,4567."""
    folded = fold(text)
    match = _COMMAS.search(folded)
    return match is not None and _is_alone(match, folded)


def with_commas_moved(text: str) -> tuple[str, ...]:
    """*text* with its commas taken for a slip, and with the last of them taken for a decimal point."""
    folded = fold(text)
    before, _, after = folded.rpartition(",")
    return folded.replace(",", ""), f"{before.replace(',', '')}.{after}"


def with_digits_for_letters(text: str) -> tuple[str, ...]:
    """*text* with 0 and 1 for the letters among its digits that look so; nothing where there are none."""
    folded = fold(text)
    meant = _WITH_LETTERS.sub(lambda match: match[0].translate(_LIKE_DIGITS), folded)
    return (meant,) if meant != folded else ()


def _is_alone(match: re.Match[str], text: str) -> bool:
    """Whether the match is the only number in *text*, and whole."""
    return [number.span() for number in _NUMBER.finditer(text)] == [match.span()]
