r"""What in a text is read as one, whatever stands in it: a fenced listing, `` `code` ``, and mathematics.

Mathematics is `\(…\)`, or `\[…\]` where it is displayed. A backslash before a mark is the mark itself, and
begins none of them. The sources here stand in patterns that are compiled with `re.MULTILINE`.
"""

from __future__ import annotations

import re

from quizmill.pattern import pattern

# A line of three backticks ends a listing and everything before it, so that no text is looked through twice.
# A line that begins as a picture ends code and mathematics.
# Its language holds no brace, gap or sign of Braille: a blank of a cloze is never a part of it.
LISTING = r"^```[ \t]*(?:[A-Za-z0-9][A-Za-z0-9+#.-]*)?[ \t]*\n(?:(?!```)[^\n]*+\n)*+```[ \t]*$"
CODE = r"`(?!`)[^`\n]*+(?:\n(?!```|!\[)[^`\n]*+)*+`"
# It ends before another beginning of its own, for the same reason; no blank line stands in it.
_IN_MATHEMATICS = r"[^\\\n]++|\n(?!```|!\[|[ \t]*\n)|\\(?=\n)"
INLINE_MATHEMATICS = rf"\\\((?:{_IN_MATHEMATICS}|\\[^()\n])*+\\\)"
DISPLAY = rf"\\\[(?:{_IN_MATHEMATICS}|\\[^\[\]\n])*+\\\]"
MATHEMATICS = f"{INLINE_MATHEMATICS}|{DISPLAY}"
LITERAL_MARK = r"\\(?:\\(?=[(\[])|[*`])"

_WHOLE = pattern(rf"(?P<whole>{LISTING}|{CODE}|{MATHEMATICS})|{LITERAL_MARK}", re.MULTILINE)


def without(text: str, gap: str = " … ") -> str:
    """The text with a *gap* for each listing and each stretch of code or mathematics."""
    if "`" in text or "\\" in text:
        return _WHOLE.sub(lambda found: gap if found["whole"] else found[0], text)
    return text
