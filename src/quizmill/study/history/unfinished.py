"""Sittings that were left: found, and replayed to where they were left."""

from __future__ import annotations

import datetime
import sqlite3
import zlib
from functools import reduce

import msgspec

from quizmill.errors import BadRequest
from quizmill.study.sitting import Action, Mode, Sitting, step


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
    db: sqlite3.Connection, namespace: str, places: tuple[str, ...], *, newest: bool = False
) -> int | None:
    """The id of the sitting of that bank to go on with; with *newest* only if none was begun after it.

    One at its end, handed in or out of time is finished.
    """
    rows = db.execute(
        "SELECT id, place, (SELECT done OR elapsed >= coalesce(60 * minutes, 1e999) FROM deed "
        "WHERE sitting=sitting.id ORDER BY number DESC LIMIT 1) "
        "FROM sitting WHERE namespace=? ORDER BY id DESC",
        (namespace,),
    )
    for id, place, done in rows:
        if place not in places:
            continue
        if not done:
            return int(id)
        if newest:
            break
    return None


def unfinished(db: sqlite3.Connection, id: int) -> Unfinished:
    """That sitting, replayed to where it was left; raises BadRequest when it can no longer be read."""
    began, place, bank, minutes, start = db.execute(
        "SELECT began, place, bank, minutes, start FROM sitting WHERE id=?", (id,)
    ).fetchone()
    deeds = db.execute("SELECT action, elapsed FROM deed WHERE sitting=? ORDER BY number", (id,)).fetchall()
    try:
        actions = [msgspec.json.decode(action, type=Action) for action, _ in deeds]
        sitting = msgspec.json.decode(zlib.decompress(start), type=Sitting)
    except (msgspec.MsgspecError, zlib.error) as error:
        reason = "the unfinished sitting was begun with another quizmill, which knew other questions"
        raise BadRequest(f"{reason}; start a new one") from error
    return Unfinished(
        id=id,
        began=datetime.datetime.fromtimestamp(began / 1000, datetime.UTC),
        place=place,
        bank=bank,
        minutes=minutes,
        elapsed=deeds[-1][1],
        sitting=replayed(sitting, actions),
    )


def replayed(start: Sitting, actions: list[Action]) -> Sitting:
    """The sitting after *actions*; a practice that was stopped goes on where it was."""
    sitting = reduce(step, actions, start)
    if sitting.mode is Mode.PRACTICE:
        return msgspec.structs.replace(sitting, stopped=False)
    return sitting
