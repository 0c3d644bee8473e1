"""What a teacher types into the table of answers for somebody who was not there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizmill.bank.fold import fold
from quizmill.grade.hurried import says_nothing

_WORDS = frozenset(
    """absent abs ill sick away excused unwell missing
    krank abwesend abw fehlt fehlend gefehlt fehlte entschuldigt unentschuldigt entsch beurlaubt
    ausente enfermo enferma falta falto justificado justificada
    absente malade excuse excusee dispense dispensee
    缺席 缺考 缺勤 请假 病假 事假 生病 没来 未到 未参加 旷考""".split()
)
_PHRASES = frozenset(
    ", ".join(
        (
            "not here, not there, not present, no show, did not attend, was absent, was ill, was sick, dna",
            "nicht da, nicht anwesend, nicht erschienen, war krank, ist krank",
            "no vino, no asistio, no presentado, no presentada, no presente, non presente, non present",
        )
    ).split(", ")
)
_BETWEEN = re.compile(r"\W+")


def said_absent(cells: Sequence[str]) -> str:
    """The cell that says so where no other has an answer; nothing where none does, or one has."""
    filled = [cell for cell in cells if cell and not says_nothing(cell)]
    return filled[0] if filled and all(map(_says_absent, filled)) else ""


def answered_nothing(students: Sequence[str]) -> str:
    """What to say of those whose rows have signs for no answer, and none for an absence."""
    if len(students) == 1:
        return f"1 pupil answered nothing: {students[0]}; if absent, leave the row empty"
    told = "; ".join(students)
    return f"{len(students)} pupils answered nothing: {told}; if they were absent, leave their rows empty"


def _says_absent(cell: str) -> bool:
    words = [word for word in _BETWEEN.split(fold(cell)) if word]
    return bool(words) and (" ".join(words) in _PHRASES or _WORDS.issuperset(words))
