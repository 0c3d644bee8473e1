"""How long pupils worked on a page, by the clocks of their own devices, against what the page gave them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scripts import Script

_AS_SENT = "%Y-%m-%dT%H:%M:%SZ"
_GRACE = 5 / 60  # minutes: a page that stops by itself is late by less


def minutes_taken(script: Script) -> float | None:
    """From the beginning to the end, with pauses; None where no page says both, or they cannot be."""
    try:
        began, ended = (datetime.datetime.strptime(at, _AS_SENT) for at in (script.started, script.finished))
    except ValueError:
        return None
    taken = (ended - began).total_seconds() / 60
    return taken if taken >= 0 else None


def overlong(made: ClassSet, scripts: Sequence[Script]) -> list[str]:
    """A note that names whoever took longer than the paper's minutes, or sent no times that can be."""
    if made.clock is None:
        return []
    given = made.clock.minutes
    taken = [(script, minutes_taken(script)) for script in scripts if script.handed_in]
    late = [f"{each.student} ({said(time)})" for each, time in taken if time and time > given + _GRACE]
    lost = [script.student for script, time in taken if time is None]
    whose = "by the clocks of their own devices"
    pauses = "" if made.clock.no_pause else ", pauses among them"
    found = [f"more than {given:g} minutes, {whose}{pauses}: {'; '.join(late)}"] if late else []
    if lost:
        found.append(f"how long it took is not known, {whose}: {'; '.join(lost)}")
    return found


def said(minutes: float | None) -> str:
    """To a tenth of a minute; nothing where it is not known."""
    return "" if minutes is None else f"{round(minutes, 1):g}"
