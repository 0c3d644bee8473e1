"""When a release is made: as the bank says, else as the build does, else now."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from quizmill.bank.model import Bank
from quizmill.errors import BadRequest

_LATEST = 4102444800  # 2100-01-01: a later time is a mistake, and no note could ever be later again
_FOREMOST = 14 * 3600  # seconds by which clocks are ahead of UTC at most


def released_at(bank: Bank, environ: Mapping[str, str], clock: Callable[[], float]) -> tuple[int, str | None]:
    """The release's time in seconds since 1970, UTC, and a note to say aloud when it is only the clock's.

    The bank's own `released` (its midnight), else SOURCE_DATE_EPOCH (reproducible-builds.org), else *clock*.
    Raises BadRequest when SOURCE_DATE_EPOCH is no such time.
    """
    if bank.released is not None:
        midnight = datetime.datetime.combine(bank.released, datetime.time(), datetime.UTC)
        return int(midnight.timestamp()), None
    note = "bank.yaml has no `released` date, so this release is stamped with the present time"
    return now(environ, clock), None if environ.get("SOURCE_DATE_EPOCH", "").strip() else note


def now(environ: Mapping[str, str], clock: Callable[[], float]) -> int:
    """When the build is, in seconds since 1970: SOURCE_DATE_EPOCH, else *clock*; raises as `released_at`."""
    epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
    return _seconds(epoch) if epoch else int(clock())


def ahead(released: int, now: int) -> str | None:
    """A note to say aloud when a release of time *released* is dated later than *now*; both in seconds.

    A date that has begun anywhere on earth is no later.
    """
    if released - now <= _FOREMOST:
        return None
    day = datetime.datetime.fromtimestamp(released, datetime.UTC).date()
    return (
        f"this release is dated {day}, which has not come yet: until then every import of it undoes "
        'learners\' own edits; set "released" in bank.yaml to today'
    )


def _seconds(epoch: str) -> int:
    """Raises BadRequest for what is no such time; of thousands of digits Python itself reads none."""
    digits = epoch.lstrip("0")[:11] or "0"
    if not (epoch.isascii() and epoch.isdigit() and int(digits) <= _LATEST):
        raise BadRequest(f'SOURCE_DATE_EPOCH: "{epoch}" is not a time in seconds since 1970')
    return int(digits)
