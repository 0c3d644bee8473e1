"""The ways in which a question is looked at, each made when somebody looks, and only once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from quizmill.app.opening import SoundBank
from quizmill.app.preview.card import Cards, cards
from quizmill.app.preview.posed import Posed
from quizmill.app.preview.sheet import Printed, printed
from quizmill.app.preview.terminal import InTerminal, in_terminal
from quizmill.app.web import practice, practice_page
from quizmill.errors import QuizmillError
from quizmill.export.paper.outlines import Outlines

_MOST = 128  # views that are kept

ViewT = TypeVar("ViewT")


class Views:
    """Views of questions by their version; *outlines* are formulas that were drawn for other sheets."""

    def __init__(self, outlines: Outlines) -> None:
        self._outlines = outlines
        self._lock = threading.Lock()  # PDFium is no program for two threads
        self._made: OrderedDict[tuple[str, str], object] = OrderedDict()

    def terminal(self, posed: Posed) -> InTerminal:
        """In the terminal."""
        return self._once("terminal", posed, lambda: in_terminal(posed.paper, posed.bank.names))

    def cards(self, posed: Posed) -> Cards:
        """As cards; raises QuizmillError where it cannot be one."""
        return self._once("cards", posed, lambda: cards(posed))

    def printed(self, posed: Posed) -> Printed:
        """On paper; raises QuizmillError where it cannot be printed."""
        return self._once("printed", posed, lambda: printed(posed, self._outlines))

    def page(self, posed: Posed) -> bytes:
        """As a page of its own; raises QuizmillError where that cannot be made."""
        return self._once("page", posed, lambda: _page(posed))

    def _once(self, view: str, posed: Posed, make: Callable[[], ViewT]) -> ViewT:
        """What was made of that version, or is made now; what could not be made is raised again."""
        key = (view, posed.version)
        with self._lock:
            if key not in self._made:
                try:
                    self._made[key] = make()
                except QuizmillError as error:
                    self._made[key] = error
                if len(self._made) > _MOST:
                    self._made.popitem(last=False)
            self._made.move_to_end(key)
            found = self._made[key]
        if isinstance(found, QuizmillError):
            raise found
        return found  # type: ignore[return-value]  # made by the same function


def _page(posed: Posed) -> bytes:
    made_of = practice(SoundBank(posed.folder, posed.bank), posed.paper)
    return practice_page(made_of, compressed=False)
