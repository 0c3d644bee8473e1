"""A preset of deck options, for those who publish a deck and want to recommend how to learn it.

It comes along only when asked for: whoever imports a deck has options of their own. Anki imports it only to
those who tick "Import any deck presets", and never changes a preset that is already there.
"""

from __future__ import annotations

import hashlib
from typing import Any

Preset = dict[str, Any]


def preset_of(namespace: str, name: str) -> Preset:
    """The preset of a bank's decks in Anki's JSON (schema 11): few new cards a day, siblings apart.

    Whether FSRS schedules at all is the learner's own switch, which no package sets; if it does, the
    retention counts.
    """
    return {
        "id": _id(namespace),
        "mod": 0,
        "name": name,
        "usn": -1,
        "autoplay": True,
        "dyn": False,
        "maxTaken": 60,  # seconds that an answer counts for at most
        "replayq": True,
        "timer": 0,
        "new": {
            "perDay": 10,
            "bury": True,
            "delays": [1.0, 10.0],
            "initialFactor": 2500,
            "ints": [1, 4, 0],
            "order": 1,  # by position
        },
        "rev": {
            "perDay": 200,
            "bury": True,
            "ease4": 1.3,
            "hardFactor": 1.2,
            "ivlFct": 1.0,
            "maxIvl": 36_500,
        },
        "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
        "buryInterdayLearning": True,
        "desiredRetention": 0.9,
        "newGatherPriority": 1,  # lowest position first: as the bank has them, whatever its decks are called
        "newSortOrder": 1,  # as gathered
    }


def _id(namespace: str) -> int:
    """From the namespace, within the range in which real presets' ids lie."""
    digest = hashlib.blake2b(f"{namespace}/preset".encode(), digest_size=8).digest()
    return 1_200_000_000_000 + int.from_bytes(digest, "big") % 400_000_000_000
