"""What a face asks for when a learner wants to hear a question's sound."""

from __future__ import annotations

from typing import Protocol


class Speaker(Protocol):
    """Plays a bank's sounds, one at a time, and never keeps anybody waiting."""

    def play(self, file: str) -> bool:
        """Begin to play what the bank calls *file*, instead of what is heard now; False where nothing can."""

    def stop(self) -> None:
        """Be silent."""


class Silence:
    """Nothing can be played."""

    def play(self, file: str) -> bool:
        """Cannot."""
        return False

    def stop(self) -> None:
        """Is so already."""


SILENCE = Silence()
