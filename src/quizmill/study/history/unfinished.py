"""Sittings that were left: found, and replayed to where they were left."""

from __future__ import annotations

import datetime
import zlib
from functools import reduce
from typing import Annotated

import msgspec

from quizmill.errors import BadRequest
from quizmill.study.history.naming import Naming
from quizmill.study.history.row import Milliseconds, Seconds
from quizmill.study.history.store import History
from quizmill.study.sitting import Action, Mode, Sitting, step

LARGEST = 1 << 26  # bytes of a sitting's paper, unpacked; 10,000 questions take a tenth of that
# What is no sitting, and answers that do not fit its questions.
UNREADABLE = (msgspec.MsgspecError, zlib.error, RecursionError, TypeError, ValueError, LookupError)


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """A sitting that can go on."""

    id: int
    began: datetime.datetime
    place: str
    bank: str
    minutes: float | None
    elapsed: float  # seconds
    sitting: Sitting  # as it was left


def last_unfinished(
    history: History, naming: Naming, places: tuple[str, ...], *, newest: bool = False
) -> int | None:
    """The id of the sitting of that bank to go on with; with *newest* only if none was begun after it.

    One at its end, handed in or out of time is finished. One that was begun when the bank had another
    namespace is the bank's if all its questions are. Raises as the history does.
    """
    before = None
    while found := history.select(
        tuple[int, str, int],
        _NEWEST,
        {
            "namespaces": msgspec.json.encode(naming.namespaces).decode(),
            "places": msgspec.json.encode(places).decode(),
            "before": before,
            "over_too": newest,
        },
    ):
        ((id, namespace, over),) = found
        if namespace == naming.namespace or _asks_of(naming, history, id):
            return None if over else id
        before = id
    return None


_NEWEST = """
SELECT id, namespace, over FROM (
  SELECT id, namespace, coalesce((SELECT done OR elapsed >= coalesce(60 * minutes, 1e999) FROM event
    WHERE sitting = sitting.id ORDER BY number DESC LIMIT 1), 1) AS over
  FROM sitting
  WHERE namespace IN (SELECT value FROM json_each(:namespaces))
    AND place IN (SELECT value FROM json_each(:places))
    AND start IS NOT NULL AND (:before IS NULL OR id < :before)
  ORDER BY id DESC
) WHERE :over_too OR NOT over LIMIT 1
"""


def _asks_of(naming: Naming, history: History, id: int) -> bool:
    """Whether that sitting can be read, and all it asks is of the bank."""
    try:
        paper = unfinished(history, id).sitting.paper
    except BadRequest:
        return False
    return all((paper.namespace, exercise.id) in naming.former for exercise in paper.exercises)


def unfinished(history: History, id: int) -> Unfinished:
    """That sitting, replayed to where it was left; raises BadRequest when it can no longer be read."""
    ((began, place, bank, minutes, start),) = history.select(
        tuple[Milliseconds, str, str, Annotated[float, msgspec.Meta(ge=0)] | None, bytes],
        "SELECT began, place, bank, minutes, start FROM sitting WHERE id = ?",
        (id,),
    )
    events = history.select(
        tuple[str, Seconds], "SELECT action, elapsed FROM event WHERE sitting = ? ORDER BY number", (id,)
    )
    try:
        actions = [msgspec.json.decode(action, type=Action) for action, _ in events]
        unpacked = zlib.decompressobj().decompress(start, LARGEST)
        sitting = replayed(msgspec.json.decode(unpacked, type=Sitting), actions)
    except UNREADABLE as error:
        reason = "the unfinished sitting was begun with another quizmill, which knew other questions"
        raise BadRequest(f"{reason}; start a new one") from error
    return Unfinished(
        id=id,
        began=datetime.datetime.fromtimestamp(began / 1000, datetime.UTC),
        place=place,
        bank=bank,
        minutes=minutes,
        elapsed=events[-1][1],
        sitting=sitting,
    )


def replayed(start: Sitting, actions: list[Action]) -> Sitting:
    """The sitting after *actions*; a practice that was stopped goes on where it was."""
    sitting = reduce(step, actions, start)
    if sitting.mode is Mode.PRACTICE:
        return msgspec.structs.replace(sitting, stopped=False)
    return sitting
