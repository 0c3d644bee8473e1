"""A text of another program in which something stands for each blank, as a bank writes a cloze."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizmill.bank import cloze
from quizmill.bank.cloze import Blank
from quizmill.bank.verbatim import CODE, LISTING, LITERAL_MARK, MATHEMATICS
from quizmill.formats.report import Report
from quizmill.pattern import pattern

_SHIELDED = pattern(
    rf"(?P<code>{LISTING}|{CODE})|(?P<math>{MATHEMATICS})|(?P<mark>{LITERAL_MARK})|\{{\{{|\}}\}}",
    re.MULTILINE,
)


def unused(text: str) -> str:
    """A sign of nobody's that is not in a text, to stand for what is put in later."""
    return next(chr(code) for code in range(0x10F000, 0x10FFFE) if chr(code) not in text)


def filled(text: str, mark: str, blanks: Sequence[Blank], called: str, report: Report) -> str:
    """The markup with its blanks in double braces, each for the *mark* with its number, from 1."""
    written = without(text)
    for number, blank in enumerate(blanks, start=1):
        written = written.replace(mark.format(number), _written(blank))
    if cloze.blanks(written) != tuple(blanks):
        report.changed(called, "prompt", "braces in it cannot be told from those of a blank")
    return written


def without(text: str) -> str:
    """The markup with its double braces written so that none begins a blank."""
    return _SHIELDED.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    """Double braces that are no blank."""
    if found["code"] or found["mark"]:
        return found[0]
    return found[0].replace("{{", "{ {").replace("}}", "} }") if found["math"] else f"\\{found[0]}"


def _written(blank: Blank) -> str:
    forms = (re.sub(r"\||\{\{|\}\}", r"\\\g<0>", each) for each in (blank.answer, *blank.accept))
    return f"{{{{{'|'.join(forms)}}}}}"
