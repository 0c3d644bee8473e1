"""Whether the name of a person can be printed: said once for all its letters, with what to do."""

from __future__ import annotations

import unicodedata

from quizmill.bank.printable import Obstacle, refused, unprintable


def unprintable_name(name: str) -> str:
    """Why a name cannot be printed, and what to do; empty when it can."""
    found = refused(name)
    script = next((why.told for why in found.values() if why.of_script), "")
    letters = [c for c, why in found.items() if why is Obstacle.NO_FONT and unicodedata.category(c)[0] == "L"]
    if not script and len(letters) > 1:
        script = f"has letters that are in none of the fonts ({' '.join(letters)})"
    return f"{script}; write it in Latin letters in the roster" if script else "; ".join(unprintable(name))
