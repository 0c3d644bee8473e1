"""What can be chosen about a worksheet."""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class WorksheetOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How worksheet and key are printed; the key is always in one column of ordinary print."""

    size: Literal["a4", "letter"] = "a4"
    columns: Literal[1, 2] = 1
    large_print: bool = False  # 18 points and generous spacing
    sections: Literal["", "topic", "kind"] = ""  # a heading wherever one ends; see `sections.gathered`
    score_boxes: bool = False  # beside each question and below each page, for whoever marks
    break_before: tuple[Literal["sections", "essays", "questions"], ...] = ()  # what begins a page
    word_bank: bool = False  # boxes of words above questions with blanks; see `compose.word_boxes`
    instructions: str = ""  # markup in place of the sheet's own sentence about what to do
    language: str = ""  # of the sheet's own words; the bank's when there are words for it, else English
    header: str = ""  # above the title: the name of a school
    answer_sheet: bool = False  # rings to mark on a page of their own, which a scanner reads
    logo: bytes = b""  # a picture beside the header: PNG, JPEG, GIF or WEBP


def kept_looks(options: WorksheetOptions) -> dict[str, Any]:
    """The options as JSON holds them, the logo in base 64."""
    kept: dict[str, Any] = msgspec.to_builtins(options)
    return kept


def restored_looks(kept: dict[str, Any]) -> WorksheetOptions:
    """The options from `kept_looks`; what is missing is as usual. Raises msgspec.ValidationError."""
    return msgspec.convert(kept, WorksheetOptions)
