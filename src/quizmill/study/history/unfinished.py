"""Sittings that were left: found, and replayed to where they were left."""

from __future__ import annotations

import datetime
import zlib
from functools import reduce
from typing import Annotated

import msgspec

from quizmill.errors import BadRequest
from quizmill.study.history.row import Milliseconds, Seconds
from quizmill.study.history.store import History
from quizmill.study.sitting import Action, Mode, Sitting, step

_LARGEST = 1 << 26  # bytes of a sitting's paper, unpacked; 10,000 questions take a tenth of that
# What is no sitting, and answers that do not fit its questions.
_UNREADABLE = (msgspec.MsgspecError, zlib.error, RecursionError, TypeError, ValueError, LookupError)


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
    history: History, namespace: str, places: tuple[str, ...], *, newest: bool = False
) -> int | None:
    """The id of the sitting of that bank to go on with; with *newest* only if none was begun after it.

    One at its end, handed in or out of time is finished. Raises as the history does.
    """
    rows = history.select(
        tuple[int],
        "SELECT id FROM (SELECT id, (SELECT done OR elapsed >= coalesce(60 * minutes, 1e999) FROM event "
        "WHERE sitting = sitting.id ORDER BY number DESC LIMIT 1) AS over FROM sitting WHERE namespace = ? "
        "AND place IN (SELECT value FROM json_each(?)) AND start IS NOT NULL ORDER BY id DESC LIMIT ?) "
        "WHERE NOT over LIMIT 1",
        (namespace, msgspec.json.encode(places).decode(), 1 if newest else -1),
    )
    return rows[0][0] if rows else None


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
        unpacked = zlib.decompressobj().decompress(start, _LARGEST)
        sitting = replayed(msgspec.json.decode(unpacked, type=Sitting), actions)
    except _UNREADABLE as error:
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
