"""The symbols beside the words: a set for terminals that can show them, and one of plain ASCII."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from quizmill.grade import Verdict


class Signs(msgspec.Struct, frozen=True, kw_only=True):
    """One symbol for each purpose; every one is a single column wide."""

    right: str
    wrong: str
    partly: str
    none: str
    cursor: str
    on: str
    off: str
    flag: str
    done: str  # of the progress bar
    todo: str
    between: str  # the parts of a line
    joined: str  # a left to its right
    grip: str
    more: str  # where a text is cut
    bullet: str  # before an item of a list
    edge: str  # of a listing, and between the columns of a table
    goes_on: str  # a line of a listing, below itself
    cross: str  # of a table's strokes


SYMBOLS = Signs(
    right="✓", wrong="✗", partly="~", none="–", cursor="▸", on="☑", off="☐", flag="⚑",
    done="━", todo="─", between="·", joined="→", grip="⠿", more="…",
    bullet="•", edge="│", goes_on="↪", cross="┼",
)  # fmt: skip
ASCII = Signs(
    right="+", wrong="x", partly="~", none="-", cursor=">", on="#", off="_", flag="!",
    done="#", todo="-", between="-", joined="=", grip="=", more="~",
    bullet="-", edge="|", goes_on="\\", cross="+",
)  # fmt: skip


def signs_for(encoding: str, environ: Mapping[str, str]) -> Signs:
    """The symbols, unless *encoding* has not got them or the locale asks for ASCII (`LANG=C`)."""
    asked = environ.get("LC_ALL") or environ.get("LANG")
    if asked in ("C", "POSIX"):
        return ASCII
    try:
        "".join(getattr(SYMBOLS, name) for name in Signs.__struct_fields__).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return SYMBOLS


def verdict_sign(signs: Signs, verdict: Verdict) -> str:
    """The symbol before a verdict's word."""
    match verdict:
        case Verdict.RIGHT:
            return signs.right
        case Verdict.WRONG:
            return signs.wrong
        case Verdict.PARTIAL:
            return signs.partly
        case Verdict.SKIPPED | Verdict.UNMARKED:
            return signs.none
