"""What asks a person about doubtful sheets, as a sentence names it."""

from __future__ import annotations

import msgspec

TERMINAL = "terminal"


class Asking(msgspec.Struct, frozen=True):
    """Where this run asks: the path of a page, TERMINAL, or nowhere."""

    to: str = ""

    @property
    def marks(self) -> str:
        """What asks which marks are meant."""
        return self._told("--review FILE.html")

    @property
    def names(self) -> str:
        """What asks whose a sheet is."""
        return self._told("--review FILE.html --names")

    def _told(self, wish: str) -> str:
        if self.to == TERMINAL:
            return "--review terminal asks again"
        return f"{self.to or wish} asks"


NOWHERE = Asking()
