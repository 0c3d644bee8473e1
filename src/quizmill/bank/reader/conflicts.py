"""Merge conflicts that git has left in a file."""

from __future__ import annotations

import re

from quizmill.bank.reader.fault import Fault, Place

MARK = "<<<<<<<"
_MARKED = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_HELP = "keep what is right of both versions, and delete the lines with <<<<<<<, ======= and >>>>>>>"


def first_versions(text: str) -> tuple[str, tuple[Fault, ...]]:
    """The text as its first versions have it, every line in its place; and a fault for each conflict.

    So what the conflict does not touch is read, and nothing follows from it that would be told as well.
    """
    faults: list[Fault] = []
    kept: list[str] = []
    dropping = False
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        mark = _MARKED.match(line)
        if mark and mark[1] == MARK:
            said = "this is an unresolved merge conflict"
            faults.append(Fault((), "merge-conflict", said, _HELP, Place(number, 1)))
            inside = True
        if mark and inside:
            inside = not mark[1].startswith(">")
            dropping = mark[1].startswith(("|", "="))
            line = ""
        kept.append("" if dropping else line)
    return "\n".join(kept), tuple(faults)
