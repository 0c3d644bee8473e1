"""One run at a time in a folder, lest the sheets of one lie beside the key of another."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other run is in *folder*, and keep others waiting; ends with the process at the latest.

    Where the system or the disk knows no locks of folders, nobody waits for anybody.
    """
    handle = None
    try:
        with contextlib.suppress(ImportError, OSError):
            import fcntl  # not on Windows

            handle = os.open(folder, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        if handle is not None:
            os.close(handle)
