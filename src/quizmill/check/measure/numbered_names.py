"""Names and titles that hold a figure, which is theirs and states nothing: Mi 10, 1984."""

from __future__ import annotations

import re
from collections import defaultdict

from quizmill.bank.model import Bank

_CJK = r"\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"\d+|[{_CJK}]|[^\W\d_{_CJK}]+")  # a name may begin at each: 10 in Mi10, 小 in 买小米10


class NumberedNames:
    """Names and titles that hold a figure, by their first word."""

    def __init__(self, bank: Bank) -> None:
        written = [text for name in bank.names for text in (name.name, *name.aliases)]
        written += [title for source in bank.sources for title in (source.title, source.short_title)]
        by_first: defaultdict[str, list[str]] = defaultdict(list)
        for text in sorted({text for text in written if re.search(r"\d", text)}, key=len, reverse=True):
            if first := _WORD.search(text):
                by_first[first[0].lower()].append(re.escape(text[first.start() :]))
        self._by_first = {
            first: re.compile("|".join(found), re.IGNORECASE) for first, found in by_first.items()
        }

    def left_out(self, text: str) -> str:
        """The text with each of them as a gap, the longest that begins at a word."""
        kept, end = "", 0
        for word in _WORD.finditer(text) if self._by_first else ():
            names = self._by_first.get(word[0].lower())
            found = names.match(text, word.start()) if names and word.start() >= end else None
            if found:
                kept += f"{text[end : found.start()]} … "
                end = found.end()
        return kept + text[end:]
