"""What in a text is another's: words in quotation marks, and titles."""

from __future__ import annotations

import re

_QUOTED = re.compile(  # each begins with its mark itself, so that a text without marks is passed over quickly
    r"""“[^”]{1,300}” | "[^"]{1,300}" | «[^»]{1,300}» | 「[^」]{1,300}」
      | ‘(?:[^’]|’(?=\w)){1,300}’(?!\w) | '(?<!\w')(?:[^']|(?<=\w)'(?=\w)){1,300}'(?!\w)""",
    re.VERBOSE,
)


def without_quotations(text: str) -> str:
    """The text with each stretch in quotation marks as one gap."""
    return _QUOTED.sub(" … ", text)
