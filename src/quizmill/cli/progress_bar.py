"""A bar for what takes longer than two seconds, where somebody is watching."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_PATIENCE = 2.0  # seconds


@contextmanager
def progress_bar(total: int, label: str) -> Iterator[Callable[[], None]]:
    """What to call after each of *total* steps; from two seconds on a bar on stderr tells how far it is."""
    began = time.monotonic()
    done = 0
    bar = click.progressbar(length=total, label=label, file=sys.stderr)
    shown = False

    def tick() -> None:
        nonlocal done, shown
        done += 1
        if shown:
            bar.update(1)
        elif sys.stderr.isatty() and time.monotonic() - began > _PATIENCE:
            shown = True
            bar.update(done)

    try:
        yield tick
    finally:
        if shown:
            bar.render_finish()  # gives the terminal its cursor back
