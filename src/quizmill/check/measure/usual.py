"""Where one slip ends and the way of a bank begins."""

from __future__ import annotations

_MANY = 20  # messages that say the same; whoever has read so many has understood


def is_usual(count: int, total: int) -> bool:
    """Whether *count* of *total* records are so by intent: a bank in another script, or of drawings."""
    return count > _MANY or (count > 1 and 2 * count > total)
