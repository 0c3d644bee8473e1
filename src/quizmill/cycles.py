"""Python's search for objects that hold each other, left out where none do."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def without_search_for_cycles() -> Iterator[None]:
    """No search inside, unless somebody there asks for one; after it as before.

    For what makes many objects that hold no cycles, such as the records of a bank, the findings in it or the
    notes of a deck: looked through again and again while they become more, they cost a tenth of the time.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
