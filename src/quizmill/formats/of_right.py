"""What other programs say to who is right: it explains the answer where nothing else does."""

from __future__ import annotations

from collections.abc import Iterable

from quizmill.formats.report import Report

_BRIEF = 16  # characters; what is no longer only says that an answer is right, not why


def explained(general: str, of_right: Iterable[str], called: str, report: Report) -> str:
    """The explanation: what is said to everybody, else what is said to who is right; the rest is told."""
    told = [why for why in dict.fromkeys(of_right) if why and why != general]
    long = [why for why in told if len(why) > _BRIEF]
    if not general and long:
        general = "\n\n".join(long)
        rule = "what is said of a right answer is the explanation, since there is no other"
        report.changed(called, "explanation", rule, general)
        told = [why for why in told if why not in long]
    for why in told:
        report.lost(called, "why", "what is said of a right answer is left out", why)
    return general
