r"""What in a text is read as one, whatever stands in it: `` `code` ``, and mathematics, `\(…\)` or `\[…\]`.

A backslash before a mark is the mark itself, and begins neither.
"""

from __future__ import annotations

from quizmill.pattern import pattern

CODE = r"`[^`]+`"
# It ends before another beginning of mathematics, so that no text is looked through twice.
MATHEMATICS = r"\\\((?:[^\\]|\\[^()])*+\\\)|\\\[(?:[^\\]|\\[^\[\]])*+\\\]"
_LITERAL_MARK = r"\\(?:\\(?=[(\[])|[*`])"

_WHOLE = pattern(rf"(?P<whole>{CODE}|{MATHEMATICS})|{_LITERAL_MARK}")


def without(text: str, gap: str = " … ") -> str:
    """The text with a *gap* for each stretch of code or mathematics."""
    if "`" in text or "\\" in text:
        return _WHOLE.sub(lambda found: gap if found["whole"] else found[0], text)
    return text
